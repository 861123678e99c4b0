// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/searchtext.h"

namespace parterre::storage {

QString foldForSearch(const QString &text)
{
    QString folded = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    folded.removeIf([](QChar c) { return c.category() == QChar::Mark_NonSpacing; });
    return folded.simplified();
}

QString foldCode(const QString &code)
{
    QString folded = foldForSearch(code);
    folded.removeIf([](QChar c) { return c == u'-' || c == u' '; });
    return folded;
}

QString containsPattern(const QString &folded)
{
    QString pattern(u'%');
    for (const QChar c : folded) {
        if (c == u'%' || c == u'_' || c == u'!')
            pattern += u'!';
        pattern += c;
    }
    return pattern + u'%';
}

} // namespace parterre::storage
