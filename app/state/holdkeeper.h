// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/cartmodel.h"

#include <QTimer>

namespace parterre {

// At the counter, seats in the cart stay while the till is open: asks for more time before the first hold runs out, as long
// as the server gives any; when it does not answer, again while there is time.
class HoldKeeper final : public QObject
{
    Q_OBJECT

public:
    // All of them outlive the keeper.
    HoldKeeper(SessionModel &session, CartModel &cart, const Clock &clock, QObject *parent = nullptr);

    // For more time to be asked for.
    [[nodiscard]] bool isWaiting() const { return m_timer.isActive(); }

private:
    void plan();
    void planAgain();
    void renew();

    SessionModel &m_session;
    CartModel &m_cart;
    const Clock &m_clock;
    QTimer m_timer;
};

} // namespace parterre
