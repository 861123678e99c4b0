// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/formfield.h"

#include "app/widgets/buttons.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/textlabel.h"
#include "shared/core/cardnumber.h"
#include "shared/domain/contact.h"

#include <QAction>
#include <QCoreApplication>
#include <QLineEdit>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace parterre::ui {
namespace {

constexpr int kIconSide = 14;

} // namespace

// Hint or error under the control; the error has a sign before it.
class FormField::Note final : public TextLabel
{
public:
    Note() : TextLabel({}, TextScale::Caption, Tone::Muted) { wrapped()->aligned(Qt::AlignLeading | Qt::AlignTop); }

    void show(const QString &text, bool wrong)
    {
        m_wrong = wrong;
        setTone(wrong ? Tone::Danger : Tone::Muted);
        // Room for the sign; margins do not mirror by themselves.
        const int room = wrong ? kIconSide + kHalfStep + 2 : 0;
        const bool rightToLeft = layoutDirection() == Qt::RightToLeft;
        setContentsMargins(rightToLeft ? 0 : room, 0, rightToLeft ? room : 0, 0);
        setText(text);
        setVisible(!text.isEmpty());
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        TextLabel::paintEvent(event);
        if (!m_wrong)
            return;
        QPainter painter(this);
        const QRect line(0, (fontMetrics().height() - kIconSide) / 2 + 1, kIconSide, kIconSide);
        paintGlyph(painter, QStyle::visualRect(layoutDirection(), rect(), line), Glyph::Alert, tonesOf(palette()).danger, layoutDirection());
    }

private:
    bool m_wrong = false;
};

FormField::FormField(const QString &label, QWidget *control, const QString &hint, QWidget *parent)
    : QWidget(parent), m_control(control), m_label(new TextLabel(label)), m_note(new Note), m_hint(hint)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kHalfStep);
    column->addWidget(m_label);
    column->addWidget(control);
    column->addWidget(m_note);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    QFont strong = m_label->font();
    strong.setWeight(QFont::Medium);
    m_label->setFont(strong);
    m_label->setBuddy(control);
    setLabel(label);
    setFocusProxy(control);
    showNote();
}

void FormField::setError(const QString &text)
{
    m_error = text;
    markInvalid(*m_control, !text.isEmpty());
    showNote();
}

QString FormField::error() const
{
    return m_error;
}

void FormField::setHint(const QString &text)
{
    m_hint = text;
    showNote();
}

void FormField::setLabel(const QString &text)
{
    m_label->setText(text);
    m_control->setAccessibleName(QString(text).remove(QLatin1Char('&')));
}

void FormField::showNote()
{
    m_note->show(m_error.isEmpty() ? m_hint : m_error, !m_error.isEmpty());
    m_control->setAccessibleDescription(m_error.isEmpty() ? m_hint : m_error);
    // Where words wrap, a window learns late how much room they need: it takes it from others, and grows then.
    if (m_control->sizePolicy().verticalPolicy() == QSizePolicy::Fixed)
        m_control->setMinimumHeight(m_control->sizeHint().height());
    fitNote();
}

// Of a label that wraps a window hears that one line is enough.
void FormField::fitNote()
{
    m_note->setMinimumHeight(m_note->isHidden() ? 0 : m_note->heightForWidth(width()));
}

void FormField::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitNote();
}

void showOnly(std::initializer_list<std::pair<QWidget *, bool>> parts)
{
    for (const bool shown : {false, true}) {
        for (const auto &[part, wanted] : parts) {
            if (wanted == shown)
                part->setVisible(shown);
        }
    }
}

QString cardNumberFault(const QString &text)
{
    return mayHoldCardNumber(text) ? FormField::tr("This looks like the number of a card. It must not be written down.") : QString();
}

QString phoneFault(const QString &text)
{
    return text.isEmpty() || isPhone(text) ? QString() : FormField::tr("Enter a number such as +49 30 123456.");
}

QLineEdit *makePasswordField(QWidget *parent)
{
    auto *field = new QLineEdit(parent);
    field->setEchoMode(QLineEdit::Password);
    field->setMaxLength(200);
    QAction *reveal = field->addAction(icon(Glyph::Eye, Tone::Muted), QLineEdit::TrailingPosition);
    reveal->setCheckable(true);
    reveal->setText(QCoreApplication::translate("parterre::ui::FormField", "Show the password"));
    reveal->setToolTip(plainToolTip(reveal->text()));
    QObject::connect(reveal, &QAction::toggled, field, [field, reveal](bool shown) {
        field->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
        reveal->setIcon(icon(shown ? Glyph::EyeOff : Glyph::Eye, Tone::Muted));
    });
    return field;
}

} // namespace parterre::ui
