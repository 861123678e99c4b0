// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/icon.h"

#include <QString>

class QAbstractButton;
class QDialog;
class QHBoxLayout;
class QPushButton;
class QToolButton;
class QWidget;

namespace parterre::ui {

// How much a button asks to be pressed. One primary button a screen at most; the style paints them.
enum class ButtonKind { Standard, Primary, Quiet, Danger };

void setButtonKind(QAbstractButton &button, ButtonKind kind);
[[nodiscard]] ButtonKind buttonKind(const QWidget *button);

[[nodiscard]] QPushButton *makeButton(const QString &text, ButtonKind kind = ButtonKind::Standard, Glyph glyph = Glyph::None, QWidget *parent = nullptr);
// An icon alone. `name` is what a screen reader says and what the tool tip shows.
[[nodiscard]] QToolButton *makeIconButton(Glyph glyph, const QString &name, QWidget *parent = nullptr);

// The last row of a dialog that asks something: "Back", which rejects it, and the verb. Enter is left to the fields.
[[nodiscard]] QHBoxLayout *makeAnswerRow(QDialog &dialog, QPushButton *verb);

// A field with a wrong value: the style draws its frame in the danger colour. The words stand beside it.
void markInvalid(QWidget &field, bool invalid);
[[nodiscard]] bool isMarkedInvalid(const QWidget *field);

} // namespace parterre::ui
