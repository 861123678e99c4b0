// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/icon.h"

#include <QFrame>

class QPushButton;
class QToolButton;

namespace parterre::ui {

class TextLabel;

enum class Severity { Info, Success, Warning, Error };

[[nodiscard]] Tone toneOf(Severity severity);
[[nodiscard]] Glyph glyphOf(Severity severity);

// One sentence across the top of a screen or form: icon, text, at most one action, a cross to put it away. Hidden
// until there is something to say; read out by screen readers when it appears.
class MessageBanner : public QFrame
{
    Q_OBJECT
public:
    explicit MessageBanner(QWidget *parent = nullptr);

    void showMessage(Severity severity, const QString &text, const QString &action = {});
    void clear();
    [[nodiscard]] QString text() const;
    [[nodiscard]] Severity severity() const { return m_severity; }
    void setClosable(bool closable);

Q_SIGNALS:
    void actionTriggered();
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    TextLabel *m_text;
    QPushButton *m_action;
    QToolButton *m_close;
    Severity m_severity = Severity::Info;
};

} // namespace parterre::ui
