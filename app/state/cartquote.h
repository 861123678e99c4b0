// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/cart.h"

#include <QObject>
#include <QTimer>

namespace parterre {

class CartModel;
class SessionModel;

// What the server says that the cart costs, with discounts, fees and tax. Asked anew, a moment later, whenever the cart
// changes; what was said before that is not current any more and is told to nobody. Of a server that knows nothing of this
// the prices of the cart are all there is.
class CartQuote final : public QObject
{
    Q_OBJECT

public:
    // Both outlive it.
    CartQuote(CartModel &cart, SessionModel &session, QObject *parent = nullptr);

    // Empty: none. One that the server refuses is dropped, and codeError() says why.
    void setCode(const QString &code);
    [[nodiscard]] const QString &code() const { return m_code; }
    [[nodiscard]] const std::optional<Error> &codeError() const { return m_codeError; }

    // Of the cart as it is; nothing while it is being asked for, and of older servers.
    [[nodiscard]] const std::optional<protocol::CartQuoteResult> &current() const { return m_current; }
    // Why there is none.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    // What one line costs; nothing while that is not known.
    [[nodiscard]] std::optional<Money> price(int row) const;
    [[nodiscard]] const protocol::QuoteLine *line(int row) const;
    // Beside the tickets: the fee of the booking, and what stays of an exchange by which money goes back.
    [[nodiscard]] QList<Charge> charges() const;
    // What is to be paid for the cart; less than zero: to be paid back. Nothing while that is not known.
    [[nodiscard]] std::optional<Money> due() const;

    // What a sale is to be sent with: the code, if there is one, and what was shown, if the server said so.
    [[nodiscard]] std::optional<QString> usedCode() const { return m_current && !m_code.isEmpty() ? std::optional(m_code) : std::nullopt; }
    [[nodiscard]] std::optional<Money> shownTotal() const { return m_current ? std::optional(m_current->total) : std::nullopt; }

    void refresh();

Q_SIGNALS:
    void changed();

private:
    void ask();
    void onAnswer(const Result<protocol::CartQuoteResult> &answer);
    void dropCode(const Error &error);

    CartModel &m_cart;
    SessionModel &m_session;
    QTimer m_soon;
    quint64 m_question = 0; // the last one; answers of others are late
    QString m_code;
    std::optional<Error> m_codeError;
    std::optional<protocol::CartQuoteResult> m_current;
    std::optional<Error> m_error;
    bool m_isOlderServer = false;
    bool m_namesBooking = true; // that is exchanged; the server knows what to make of it
};

} // namespace parterre
