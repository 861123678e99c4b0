// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/app/journaldesk.h"

#include <QDirIterator>

namespace parterre::testing {

using namespace Qt::StringLiterals;

JournalDesk::JournalDesk(const QString &folder, quint64 seed, JournalPace pace) : journal(document, folder, clock, pace), designer(document, seed)
{
    document.reset(drawnHouse());
    journal.begin(kContext);
    QObject::connect(&document, &DesignDocument::stepped, &document, [this] { ++steps; });
}

Design designAfter(qint64 steps, quint64 seed)
{
    DesignDocument document;
    document.reset(drawnHouse());
    RandomDesigner designer(document, seed);
    std::optional<Design> design;
    qint64 done = 0;
    QObject::connect(&document, &DesignDocument::stepped, &document, [&] {
        if (++done == steps)
            design = document.design();
    });
    while (done < steps)
        designer.act();
    return design.value_or(document.design());
}

QStringList filesIn(const QString &folder, const QString &pattern)
{
    QStringList files;
    for (QDirIterator it(folder, {pattern}, QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
        files.append(it.next());
    files.sort();
    return files;
}

} // namespace parterre::testing
