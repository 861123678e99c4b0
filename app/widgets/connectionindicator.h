// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/icon.h"

#include <QWidget>

namespace parterre::ui {

// Checking: the link broke while something that must not happen twice was under way, and its outcome is being asked for.
enum class LinkState { Connected, Connecting, Offline, Checking };

// How the link to the server is, always on screen: an icon and a word in the colour of the state.
class ConnectionIndicator : public QWidget
{
    Q_OBJECT
public:
    explicit ConnectionIndicator(QWidget *parent = nullptr);

    void setState(LinkState state);
    [[nodiscard]] LinkState state() const { return m_state; }
    // Where to, for the tool tip.
    void setServer(const QString &server);
    [[nodiscard]] QString text() const { return textOf(m_state); }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] static QString textOf(LinkState state);
    void describe();
    [[nodiscard]] Tone tone() const;
    [[nodiscard]] Glyph glyph() const;

    LinkState m_state = LinkState::Offline;
    QString m_server;
};

} // namespace parterre::ui
