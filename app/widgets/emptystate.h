// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/icon.h"

#include <QWidget>

class QPushButton;

namespace parterre::ui {

class TextLabel;

// What stands where a list would be when there is nothing to list: why, and what to do about it.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(Glyph glyph, QWidget *parent = nullptr);

    void setContent(const QString &title, const QString &text, const QString &action = {});
    void setGlyph(Glyph glyph);

Q_SIGNALS:
    void actionTriggered();

private:
    class Picture;
    Picture *m_picture;
    TextLabel *m_title;
    TextLabel *m_text;
    QPushButton *m_action;
};

} // namespace parterre::ui
