// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/navigationrail.h"

#include "app/widgets/plaintext.h"

#include <QAbstractButton>
#include <QApplication>
#include <QPainter>
#include <QVBoxLayout>

namespace parterre::ui {
namespace {

constexpr int kRailWidth = 120;
constexpr int kEntryHeight = 72;
constexpr int kGlyphSide = 24;
constexpr int kBarWidth = 4;

} // namespace

class NavigationButton final : public QAbstractButton
{
public:
    NavigationButton(Glyph glyph, const QString &text) : m_glyph(glyph)
    {
        setText(text);
        setCheckable(true);
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

    void setBadge(int count)
    {
        m_badge = count;
        setAccessibleDescription(count > 0 ? QLocale().toString(count) : QString());
        update();
    }

    [[nodiscard]] QSize sizeHint() const override { return {kRailWidth, kEntryHeight}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tones &tones = tonesOf(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRect tile = rect().adjusted(kStep, 2, -kStep, -2);
        const bool keyboard = hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange);
        if (isChecked() || underMouse()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(blended(tones.accent, tones.surface, isChecked() ? 0.14 : 0.06));
            painter.drawRoundedRect(tile, kCornerRadius, kCornerRadius);
        }
        if (isChecked()) {
            const QRect bar(0, tile.top() + kTwoSteps, kBarWidth, tile.height() - 2 * kTwoSteps);
            painter.setBrush(tones.accent);
            painter.drawRoundedRect(QStyle::visualRect(layoutDirection(), rect(), bar), kBarWidth / 2.0, kBarWidth / 2.0);
        }
        if (keyboard) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(tones.accent, 2));
            painter.drawRoundedRect(QRectF(tile).adjusted(1, 1, -1, -1), kCornerRadius, kCornerRadius);
        }
        const QColor ink = !isEnabled() ? palette().color(QPalette::Disabled, QPalette::WindowText) : isChecked() ? tones.accent : tones.muted;
        const QRect icon((width() - kGlyphSide) / 2, tile.top() + kStep + 2, kGlyphSide, kGlyphSide);
        paintGlyph(painter, icon, m_glyph, ink, layoutDirection());
        paintBadge(painter, tones, icon);

        QFont small = scaledFont(font(), TextScale::Caption);
        small.setWeight(isChecked() ? QFont::DemiBold : QFont::Medium);
        const int room = tile.width() - 4;
        if (QFontMetrics(small).horizontalAdvance(text()) > room)
            small.setWeight(QFont::Medium); // long words rather whole than heavy
        painter.setFont(small);
        painter.setPen(isChecked() && isEnabled() ? tones.text : ink);
        const QRect caption(tile.left() + 2, icon.bottom() + kHalfStep, room, tile.bottom() - icon.bottom() - kHalfStep);
        painter.drawText(caption, Qt::AlignHCenter | Qt::AlignVCenter | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(text(), Qt::ElideRight, caption.width()));
    }

private:
    void paintBadge(QPainter &painter, const Tones &tones, const QRect &icon) const
    {
        if (m_badge <= 0)
            return;
        const QString number = QLocale().toString(m_badge);
        painter.setFont(scaledFont(font(), TextScale::Caption));
        const int width = std::max(18, painter.fontMetrics().horizontalAdvance(number) + 10);
        const QRect pill = QStyle::visualRect(layoutDirection(), rect(), QRect(icon.right() - 2, icon.top() - 6, width, 18));
        painter.setPen(Qt::NoPen);
        painter.setBrush(tones.accent);
        painter.drawRoundedRect(pill, 9, 9);
        painter.setPen(tones.onAccent);
        painter.drawText(pill, Qt::AlignCenter, number);
    }

    Glyph m_glyph;
    int m_badge = 0;
};

NavigationRail::NavigationRail(QWidget *parent) : QWidget(parent), m_entries(new QVBoxLayout), m_bottom(new QVBoxLayout)
{
    setFixedWidth(kRailWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, kTwoSteps, 0, kTwoSteps);
    column->setSpacing(kStep);
    m_entries->setSpacing(kHalfStep);
    m_bottom->setSpacing(kStep);
    m_bottom->setContentsMargins(kStep, 0, kStep, 0);
    column->addLayout(m_entries);
    column->addStretch();
    column->addLayout(m_bottom);
    connect(&m_group, &QButtonGroup::idClicked, this, &NavigationRail::chosen);
}

void NavigationRail::addEntry(int id, Glyph glyph, const QString &text, const QKeySequence &shortcut)
{
    auto *button = new NavigationButton(glyph, text);
    button->setShortcut(shortcut);
    button->setToolTip(plainToolTip(text + QStringLiteral("  ") + shortcut.toString(QKeySequence::NativeText)));
    m_group.addButton(button, id);
    m_entries->addWidget(button);
}

void NavigationRail::setEntryVisible(int id, bool visible)
{
    entry(id)->setVisible(visible);
}

void NavigationRail::setBadge(int id, int count)
{
    entry(id)->setBadge(count);
}

void NavigationRail::setCurrent(int id)
{
    if (NavigationButton *button = entry(id)) {
        button->setChecked(true);
    } else if (QAbstractButton *checked = m_group.checkedButton()) {
        // A place that has no entry, like signing in: nothing is marked.
        m_group.setExclusive(false);
        checked->setChecked(false);
        m_group.setExclusive(true);
    }
}

int NavigationRail::current() const
{
    return m_group.checkedId();
}

void NavigationRail::addBottomWidget(QWidget *widget)
{
    m_bottom->addWidget(widget);
}

NavigationButton *NavigationRail::entry(int id) const
{
    return static_cast<NavigationButton *>(m_group.button(id));
}

void NavigationRail::paintEvent(QPaintEvent *)
{
    const Tones &tones = tonesOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), tones.surface);
    const int edge = layoutDirection() == Qt::RightToLeft ? 0 : width() - 1;
    painter.setPen(tones.border);
    painter.drawLine(edge, 0, edge, height());
}

} // namespace parterre::ui
