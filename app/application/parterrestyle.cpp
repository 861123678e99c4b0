// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/parterrestyle.h"

#include "app/widgets/buttons.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QDateTimeEdit>
#include <QComboBox>
#include <QLocale>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTableView>
#include <QToolButton>

namespace parterre::ui {
namespace {

constexpr int kFieldPadding = 10;
constexpr int kScrollBarExtent = 12;
constexpr int kIndicatorSide = 18;
constexpr int kChevronSide = 16;
constexpr int kMenuItemHeight = 32;

bool has(const QStyleOption *option, QStyle::StateFlag flag)
{
    return option->state.testFlag(flag);
}

bool showsKeyboardFocus(const QStyleOption *option)
{
    return has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange);
}

void roundedBox(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &line, qreal width = 1, qreal radius = kCornerRadius - 2)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(line.isValid() ? QPen(line, width) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const qreal inset = line.isValid() ? width / 2 : 0;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

// Fill, line and text of a push button.
struct ButtonColors {
    QColor fill, line, text;
};

ButtonColors buttonColors(const QStyleOption *option, ButtonKind kind)
{
    const Tones &t = tonesOf(option->palette);
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool pressed = has(option, QStyle::State_Sunken) || has(option, QStyle::State_On);
    if (enabled && kind == ButtonKind::Standard && has(option, QStyle::State_On) && !has(option, QStyle::State_Sunken))
        return {blended(t.accent, t.control, 0.14), blended(t.accent, t.control, 0.6), t.text};
    const qreal depth = !enabled ? 0 : pressed ? 0.18 : has(option, QStyle::State_MouseOver) ? 0.08 : 0;
    const QColor faded = option->palette.color(QPalette::Disabled, QPalette::ButtonText);
    switch (kind) {
    case ButtonKind::Primary:
        if (!enabled)
            return {blended(t.text, t.surface, 0.12), QColor(), faded};
        return {blended(t.text, t.accent, depth), QColor(), t.onAccent};
    case ButtonKind::Danger:
        return {blended(t.danger, t.control, depth * 1.2), enabled ? blended(t.danger, t.control, 0.6) : t.border, enabled ? t.danger : faded};
    case ButtonKind::Quiet:
        return {depth > 0 ? blended(t.text, t.surface, depth) : QColor(), QColor(), enabled ? t.text : faded};
    case ButtonKind::Standard:
        break;
    }
    return {blended(t.text, t.control, depth), enabled ? blended(t.text, t.border, 0.12) : t.border, enabled ? t.text : faded};
}

// Icon and text as one group in the middle, in reading order.
void drawButtonLabel(const QStyle &style, const QStyleOptionButton &button, QPainter *painter, const QWidget *widget)
{
    const bool enabled = has(&button, QStyle::State_Enabled);
    const int side = button.icon.isNull() ? 0 : button.iconSize.width();
    const int gap = side > 0 && !button.text.isEmpty() ? kStep : 0;
    const int textWidth = button.fontMetrics.size(Qt::TextShowMnemonic, button.text).width();
    const int room = std::max(0, button.rect.width() - side - gap);
    const int width = side + gap + std::min(textWidth, room);
    const QRect group(button.rect.x() + (button.rect.width() - width) / 2, button.rect.y(), width, button.rect.height());
    if (side > 0) {
        const QRect place(group.x(), group.y() + (group.height() - side) / 2, side, side);
        button.icon.paint(painter, QStyle::visualRect(button.direction, button.rect, place), Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    }
    int flags = Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine;
    if (!style.styleHint(QStyle::SH_UnderlineShortcut, &button, widget))
        flags |= Qt::TextHideMnemonic;
    painter->setPen(buttonColors(&button, buttonKind(widget)).text);
    painter->drawText(QStyle::visualRect(button.direction, button.rect, group.adjusted(side + gap, 0, 0, 0)), flags, button.text);
}

void drawFieldPanel(const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    const Tones &t = tonesOf(option->palette);
    const bool focused = has(option, QStyle::State_HasFocus);
    QColor line = blended(t.text, t.border, has(option, QStyle::State_MouseOver) ? 0.35 : 0.18);
    if (isMarkedInvalid(widget))
        line = t.danger;
    else if (focused)
        line = t.accent;
    roundedBox(painter, option->rect, option->palette.color(QPalette::Base), line, focused || isMarkedInvalid(widget) ? 2 : 1);
}

void drawIndicator(const QStyleOption *option, QPainter *painter, bool round)
{
    const Tones &t = tonesOf(option->palette);
    const bool on = has(option, QStyle::State_On);
    const bool enabled = has(option, QStyle::State_Enabled);
    const QRect box(option->rect.topLeft(), QSize(kIndicatorSide, kIndicatorSide));
    const QColor mark = enabled ? t.accent : t.border;
    const qreal radius = round ? kIndicatorSide / 2.0 : 4;
    roundedBox(painter, box, on ? mark : t.control, on ? mark : blended(t.text, t.border, 0.35), 1.5, radius);
    if (on && round)
        roundedBox(painter, box.adjusted(6, 6, -6, -6), t.onAccent, QColor(), 0, 3);
    else if (on)
        paintGlyph(*painter, box.adjusted(2, 2, -2, -2), Glyph::Check, t.onAccent, option->direction);
    if (showsKeyboardFocus(option))
        roundedBox(painter, box.adjusted(-3, -3, 3, 3), QColor(), t.accent, 2, radius + 2);
}

void drawScrollBar(const QStyle *style, const QStyleOptionSlider *option, QPainter *painter, const QWidget *widget)
{
    const Tones &t = tonesOf(option->palette);
    const QRect slider = style->subControlRect(QStyle::CC_ScrollBar, option, QStyle::SC_ScrollBarSlider, widget);
    if (option->minimum >= option->maximum)
        return;
    const bool active = option->activeSubControls.testFlag(QStyle::SC_ScrollBarSlider) && has(option, QStyle::State_Enabled);
    const QColor color = blended(t.text, t.window, has(option, QStyle::State_Sunken) ? 0.55 : active ? 0.42 : 0.26);
    const QRect handle = option->orientation == Qt::Vertical ? slider.adjusted(3, 2, -3, -2) : slider.adjusted(2, 3, -2, -3);
    roundedBox(painter, handle, color, QColor(), 0, 3);
}

} // namespace

ParterreStyle::ParterreStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void ParterreStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget) || widget->inherits("QLineEdit"))
        widget->setAttribute(Qt::WA_Hover);
}

int ParterreStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent: return kScrollBarExtent;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return kIndicatorSide;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return kStep;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin: return kTwoSteps;
    case PM_HeaderMargin: return kStep;
    case PM_FocusFrameHMargin: return qobject_cast<const QTableView *>(widget) ? kStep - 1 : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_ButtonIconSize: return 18;
    case PM_ToolBarIconSize:
    case PM_SmallIconSize: return 18;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    case PM_MenuPanelWidth: return 1;
    case PM_MenuVMargin:
    case PM_MenuHMargin: return kHalfStep;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ParterreStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ComboBox_Popup: return 0;
    case SH_UnderlineShortcut:
        // Qt sets an underlined letter apart from its word: joined letters would come apart and the end be cut off.
        return QLocale().script() == QLocale::ArabicScript ? 0 : QProxyStyle::styleHint(hint, option, widget, data);
    case SH_ItemView_ShowDecorationSelected: return 1;
    default: return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize ParterreStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents, const QWidget *widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    switch (type) {
    case CT_PushButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const int gap = button && !button->icon.isNull() ? kHalfStep : 0; // Qt reckons with 4 pixels already
        return {std::max(contents.width() + gap + 2 * kTwoSteps, 72), std::max(size.height(), kControlHeight)};
    }
    case CT_SpinBox: {
        const auto *dates = qobject_cast<const QDateTimeEdit *>(widget);
        const bool dropsDown = dates && dates->calendarPopup(); // drawn as a list that does, around a line edit
        const int fieldWidth = dropsDown ? contents.width() + 3 * kFieldPadding + kChevronSide + kHalfStep : size.width() + kStep; // its field has no frame of its own
        return {fieldWidth, std::max(option->fontMetrics.height() + kTwoSteps, kControlHeight)};
    }
    case CT_LineEdit: return {size.width(), std::max(size.height(), kControlHeight)};
    case CT_ComboBox: return {contents.width() + 2 * kFieldPadding + kChevronSide + kStep, std::max(size.height(), kControlHeight)};
    case CT_ToolButton: return {std::max(size.width(), kControlHeight), std::max(size.height(), kControlHeight)};
    case CT_MenuItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (!item || item->menuItemType != QStyleOptionMenuItem::Separator)
            size.setHeight(std::max(size.height(), kMenuItemHeight));
        return size;
    }
    default: return size;
    }
}

QRect ParterreStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    // Text starts on the same line in fields and in boxes; QLineEdit adds two pixels of its own.
    return element == SE_LineEditContents ? rect.adjusted(kFieldPadding - 4, 0, 4 - kFieldPadding, 0) : rect;
}

QRect ParterreStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const
{
    if (control == CC_ComboBox) {
        const QRect all = option->rect;
        if (part == SC_ComboBoxArrow)
            return visualRect(option->direction, all, QRect(all.right() - kChevronSide - kFieldPadding + 1, all.top(), kChevronSide, all.height()));
        if (part == SC_ComboBoxEditField) {
            const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
            const int before = box && box->editable ? 1 : kFieldPadding - 2; // a line edit has a padding of its own
            return visualRect(option->direction, all, all.adjusted(before, 1, -kChevronSide - kFieldPadding - kHalfStep, -1));
        }
    }
    if (control == CC_ScrollBar) {
        // No arrow buttons: the whole length is the groove.
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (part == SC_ScrollBarAddLine || part == SC_ScrollBarSubLine)
            return {};
        if (bar && part == SC_ScrollBarGroove)
            return bar->rect;
        if (bar && (part == SC_ScrollBarSlider || part == SC_ScrollBarAddPage || part == SC_ScrollBarSubPage)) {
            const bool upright = bar->orientation == Qt::Vertical;
            const int length = upright ? bar->rect.height() : bar->rect.width();
            const int range = bar->maximum - bar->minimum;
            const int handle = range <= 0 ? length : std::clamp(static_cast<int>(qint64(length) * bar->pageStep / (range + bar->pageStep)), 32, std::max(32, length));
            const int at = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - handle, bar->upsideDown);
            const int from = part == SC_ScrollBarAddPage ? at + handle : part == SC_ScrollBarSubPage ? 0 : at;
            const int to = part == SC_ScrollBarAddPage ? length : part == SC_ScrollBarSubPage ? at : at + handle;
            const QRect rect = upright ? QRect(bar->rect.x(), bar->rect.y() + from, bar->rect.width(), to - from)
                                       : QRect(bar->rect.x() + from, bar->rect.y(), to - from, bar->rect.height());
            return visualRect(bar->direction, bar->rect, rect);
        }
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

void ParterreStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const Tones &t = tonesOf(option->palette);
    switch (element) {
    case PE_PanelButtonCommand: {
        const ButtonColors colors = buttonColors(option, buttonKind(widget));
        roundedBox(painter, option->rect, colors.fill, colors.line);
        if (showsKeyboardFocus(option)) {
            roundedBox(painter, option->rect, QColor(), t.surface, 4);
            roundedBox(painter, option->rect, QColor(), t.accent, 2);
        }
        return;
    }
    case PE_PanelButtonTool: {
        const bool on = has(option, State_On) || has(option, State_Sunken);
        if (has(option, State_Enabled) && (on || has(option, State_MouseOver)))
            roundedBox(painter, option->rect, blended(on ? t.accent : t.text, t.surface, on ? 0.16 : 0.07), QColor());
        else if (!has(option, State_AutoRaise))
            roundedBox(painter, option->rect, t.control, t.border);
        if (showsKeyboardFocus(option))
            roundedBox(painter, option->rect, QColor(), t.accent, 2);
        return;
    }
    case PE_PanelLineEdit:
        // A line edit inside another control (an editable combo box, a spin box) has no frame of its own.
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            drawFieldPanel(option, painter, widget);
        return;
    case PE_FrameLineEdit: drawFieldPanel(option, painter, widget); return;
    case PE_IndicatorCheckBox: drawIndicator(option, painter, false); return;
    case PE_IndicatorRadioButton: drawIndicator(option, painter, true); return;
    case PE_PanelMenu:
    case PE_FrameMenu: roundedBox(painter, option->rect, t.surface, t.border, 1, 0); return;
    case PE_FrameFocusRect:
        // Buttons, boxes and fields show focus in their own frame; delegates paint theirs.
        if (!qobject_cast<const QAbstractButton *>(widget) && !qobject_cast<const QComboBox *>(widget)
            && !qobject_cast<const QAbstractItemView *>(widget))
            roundedBox(painter, option->rect, QColor(), t.accent, 2, 4);
        return;
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void ParterreStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (element == CE_PushButtonLabel) {
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            drawButtonLabel(*this, *button, painter, widget);
            return;
        }
    }
    if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option); box && element == CE_ComboBoxLabel) {
        QStyleOptionComboBox fitting(*box);
        const int beside = box->currentIcon.isNull() ? 2 : box->iconSize.width() + 6; // of Qt
        fitting.currentText = box->fontMetrics.elidedText(box->currentText, Qt::ElideRight, subControlRect(CC_ComboBox, box, SC_ComboBoxEditField, widget).width() - beside);
        QProxyStyle::drawControl(element, &fitting, painter, widget);
        return;
    }
    // A field of several lines looks like one of a single line.
    if (element == CE_ShapedFrame && qobject_cast<const QPlainTextEdit *>(widget)) {
        drawFieldPanel(option, painter, widget);
        return;
    }
    if (element == CE_HeaderSection) {
        const Tones &t = tonesOf(option->palette);
        const QRect edge = option->rect;
        painter->fillRect(edge, t.surface);
        painter->fillRect(QRect(edge.left(), edge.bottom(), edge.width(), 1), t.border);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void ParterreStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    if (control == CC_ComboBox) {
        drawFieldPanel(option, painter, widget);
        const QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
        paintGlyph(*painter, arrow, Glyph::ChevronDown, tonesOf(option->palette).muted, option->direction);
        return;
    }
    if (control == CC_SpinBox) {
        drawFieldPanel(option, painter, widget);
        const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        for (const auto &[part, glyph, step] : {std::tuple {SC_SpinBoxUp, Glyph::ChevronUp, QAbstractSpinBox::StepUpEnabled}, std::tuple {SC_SpinBoxDown, Glyph::ChevronDown, QAbstractSpinBox::StepDownEnabled}}) {
            const QRect place = subControlRect(CC_SpinBox, option, part, widget);
            const bool enabled = spin && has(option, State_Enabled) && spin->stepEnabled.testFlag(step);
            const bool hovered = option->activeSubControls.testFlag(part) && has(option, State_MouseOver);
            const Tones &t = tonesOf(option->palette);
            paintGlyph(*painter, place.adjusted(1, 1, -1, -1), glyph, !enabled ? t.border : hovered ? t.accent : t.muted, option->direction);
        }
        return;
    }
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            drawScrollBar(this, bar, painter, widget);
            return;
        }
    }
    if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option); control == CC_ToolButton && button) {
        // A menu opens on the whole button; a tiny arrow in its corner says nothing more.
        QStyleOptionToolButton plain(*button);
        plain.features &= ~QStyleOptionToolButton::ToolButtonFeatures(QStyleOptionToolButton::HasMenu);
        QProxyStyle::drawComplexControl(control, &plain, painter, widget);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace parterre::ui
