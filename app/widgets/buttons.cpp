// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/buttons.h"

#include "app/widgets/plaintext.h"

#include <QCoreApplication>
#include <QDialog>
#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>
#include <QVariant>

namespace parterre::ui {
namespace {

constexpr const char *kKindProperty = "parterreButtonKind";
constexpr const char *kInvalidProperty = "parterreInvalid";

} // namespace

void setButtonKind(QAbstractButton &button, ButtonKind kind)
{
    button.setProperty(kKindProperty, static_cast<int>(kind));
    button.update();
}

ButtonKind buttonKind(const QWidget *button)
{
    return button ? static_cast<ButtonKind>(button->property(kKindProperty).toInt()) : ButtonKind::Standard;
}

QPushButton *makeButton(const QString &text, ButtonKind kind, Glyph glyph, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setAutoDefault(false);
    if (glyph != Glyph::None)
        button->setIcon(icon(glyph, kind == ButtonKind::Primary ? Tone::OnAccent : kind == ButtonKind::Danger ? Tone::Danger : Tone::Text));
    setButtonKind(*button, kind);
    return button;
}

QToolButton *makeIconButton(Glyph glyph, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icon(glyph));
    button->setAutoRaise(true);
    button->setAccessibleName(name);
    button->setToolTip(plainToolTip(name));
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

QHBoxLayout *makeAnswerRow(QDialog &dialog, QPushButton *verb)
{
    auto *back = makeButton(QCoreApplication::translate("parterre::ui::DialogPrompter", "Back"));
    for (QPushButton *button : {back, verb})
        button->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->setSpacing(kStep);
    row->addStretch();
    row->addWidget(back);
    row->addWidget(verb);
    QObject::connect(back, &QPushButton::clicked, &dialog, &QDialog::reject);
    return row;
}

void markInvalid(QWidget &field, bool invalid)
{
    field.setProperty(kInvalidProperty, invalid);
    field.update();
}

bool isMarkedInvalid(const QWidget *field)
{
    return field && field->property(kInvalidProperty).toBool();
}

} // namespace parterre::ui
