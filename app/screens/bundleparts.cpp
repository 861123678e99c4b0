// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/bundleparts.h"

#include "app/widgets/buttons.h"
#include "app/widgets/tones.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>

namespace parterre::ui {
namespace {

constexpr qsizetype kMostLines = 2; // that are seen at once
constexpr int kCountWidth = 80;

}

BundleParts::BundleParts(QWidget *parent) : QWidget(parent), m_area(new QScrollArea), m_add(makeButton(tr("&Add ticket type"), ButtonKind::Standard, Glyph::Plus))
{
    auto *lines = new QWidget;
    auto *under = new QVBoxLayout(lines);
    under->setContentsMargins(0, 0, 0, 0);
    under->setSpacing(kHalfStep);
    for (qsizetype at = 0; at < DiscountLimits::kBundleParts; ++at) {
        m_lines.append(makeLine(at));
        under->addWidget(m_lines.constLast().widget);
    }
    under->addStretch();
    m_area->setWidget(lines);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_add->setObjectName(QStringLiteral("addPart"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kHalfStep);
    column->addWidget(m_area);
    column->addWidget(m_add, 0, Qt::AlignLeading);
    setFocusProxy(m_add);
    connect(m_add, &QPushButton::clicked, this, &BundleParts::addNext);
    showLines();
}

BundleParts::Line BundleParts::makeLine(qsizetype at)
{
    const Line line {.widget = new QWidget, .count = new QSpinBox, .type = new QComboBox, .remove = makeIconButton(Glyph::Trash, tr("Remove this ticket type from the set"))};
    line.count->setObjectName(QStringLiteral("partCount%1").arg(at));
    line.count->setAccessibleName(tr("Tickets of this type in a set"));
    line.count->setRange(1, DiscountLimits::kTickets);
    line.count->setFixedWidth(kCountWidth);
    line.type->setObjectName(QStringLiteral("partType%1").arg(at));
    line.type->setAccessibleName(tr("Ticket type of the set"));
    line.type->setEditable(true);
    line.type->setInsertPolicy(QComboBox::NoInsert);
    line.type->completer()->setCompletionMode(QCompleter::PopupCompletion);
    line.remove->setObjectName(QStringLiteral("removePart%1").arg(at));
    auto *row = new QHBoxLayout(line.widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kStep);
    row->addWidget(line.count);
    row->addWidget(line.type, 1);
    row->addWidget(line.remove);
    connect(line.count, &QSpinBox::valueChanged, this, [this, at](int count) { setCount(at, count); });
    connect(line.type->lineEdit(), &QLineEdit::textEdited, this, [this, at](const QString &text) { setType(at, keyMeant(text, m_types)); });
    connect(line.type, &QComboBox::activated, this, [this, at](int index) { setType(at, m_lines[at].type->itemData(index).toString()); });
    connect(line.remove, &QToolButton::clicked, this, [this, at] { remove(at); });
    return line;
}

void BundleParts::setOffered(const QList<NamedKey> &types)
{
    if (types == m_types)
        return;
    m_types = types;
    showLines();
}

void BundleParts::setParts(const QList<BundlePart> &parts)
{
    m_parts = parts;
    showLines();
}

// The first type that is in no line yet.
void BundleParts::addNext()
{
    const auto isFree = [this](const NamedKey &type) { return std::ranges::find(m_parts, type.key, &BundlePart::ticketType) == m_parts.end(); };
    const auto found = std::ranges::find_if(m_types, isFree);
    m_parts.append({.ticketType = found == m_types.end() ? QString() : found->key});
    showLines();
    const Line &line = m_lines[m_parts.size() - 1];
    line.type->setFocus();
    // Where the new line is has to be known first.
    m_area->widget()->layout()->activate();
    m_area->widget()->adjustSize();
    m_area->ensureWidgetVisible(line.widget, 0, 0);
    Q_EMIT edited();
}

void BundleParts::remove(qsizetype at)
{
    // Before the line that has it is gone.
    if (m_parts.size() == 1)
        m_add->setFocus();
    else
        m_lines[std::min(at, m_parts.size() - 2)].remove->setFocus();
    m_parts.removeAt(at);
    showLines();
    Q_EMIT edited();
}

void BundleParts::setType(qsizetype at, const QString &key)
{
    if (m_parts[at].ticketType == key)
        return;
    m_parts[at].ticketType = key;
    Q_EMIT edited();
}

void BundleParts::setCount(qsizetype at, int count)
{
    m_parts[at].count = count;
    Q_EMIT edited();
}

void BundleParts::showLines()
{
    for (qsizetype at = 0; at < m_lines.size(); ++at) {
        const bool isUsed = at < m_parts.size();
        m_lines[at].widget->setVisible(isUsed);
        if (!isUsed)
            continue;
        const QSignalBlocker quiet(m_lines[at].count);
        m_lines[at].count->setValue(m_parts[at].count);
        showType(at);
    }
    const qsizetype seen = std::min(m_parts.size(), kMostLines);
    m_area->setVisible(seen > 0);
    m_area->setFixedHeight(static_cast<int>(seen * (kControlHeight + kHalfStep)));
    m_add->setEnabled(m_parts.size() < m_lines.size());
}

// A type that is not offered is an entry of its own: leaving the line takes none of the others for it.
void BundleParts::showType(qsizetype at)
{
    QComboBox *type = m_lines[at].type;
    const QString key = m_parts[at].ticketType;
    const QSignalBlocker quiet(type);
    type->clear();
    for (const NamedKey &offered : std::as_const(m_types))
        type->addItem(offered.name, offered.key);
    if (!key.isEmpty() && type->findData(key) < 0)
        type->addItem(key, key);
    type->setCurrentIndex(key.isEmpty() ? -1 : type->findData(key));
}

} // namespace parterre::ui
