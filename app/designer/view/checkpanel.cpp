// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/view/checkpanel.h"

#include "app/designer/view/checkwords.h"
#include "app/widgets/icon.h"
#include "app/widgets/notedelegate.h"
#include "app/widgets/textlabel.h"

#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace parterre::ui {

CheckPanel::CheckPanel(const CheckList &checks, QWidget *parent) : QWidget(parent), m_checks(checks), m_count(new TextLabel({}, TextScale::Heading)), m_list(new QListWidget)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kStep);
    m_count->setWordWrap(true);
    column->addWidget(m_count);
    showAsNotes(*m_list);
    m_list->setAccessibleName(tr("Problems of the plan"));
    m_list->setObjectName(QStringLiteral("checks"));
    column->addWidget(m_list, 1);
    connect(&checks, &CheckList::changed, this, &CheckPanel::refresh);
    connect(m_list, &QListWidget::currentRowChanged, this, &CheckPanel::choose);
    connect(m_list, &QListWidget::itemClicked, this, [this] { choose(m_list->currentRow()); });
    refresh();
}

void CheckPanel::refresh()
{
    const QList<CheckEntry> &entries = m_checks.entries();
    const auto errors = std::count_if(entries.cbegin(), entries.cend(), [](const CheckEntry &entry) { return keepsFromPublishing(entry.kind); });
    const auto hints = entries.size() - errors;
    QStringList words;
    if (errors > 0)
        words.append(tr("%Ln to mend before publishing", nullptr, static_cast<int>(errors)));
    if (hints > 0)
        words.append(tr("%Ln hints", nullptr, static_cast<int>(hints)));
    m_count->setText(words.isEmpty() ? tr("Nothing is wrong") : words.join(QStringLiteral("  ·  ")));
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const CheckEntry &entry : entries) {
        auto *item = new QListWidgetItem(checkTitle(entry) + QLatin1Char('\n') + checkAdvice(entry), m_list);
        item->setData(Qt::DecorationRole, icon(keepsFromPublishing(entry.kind) ? Glyph::Alert : Glyph::Info, keepsFromPublishing(entry.kind) ? Tone::Danger : Tone::Muted));
    }
}

void CheckPanel::choose(int row)
{
    if (row >= 0 && row < m_checks.entries().size())
        Q_EMIT chosen(m_checks.entries().at(row));
}

} // namespace parterre::ui
