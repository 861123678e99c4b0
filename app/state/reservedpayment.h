// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/sessionmodel.h"
#include "shared/protocol/payments.h"

#include <QHash>
#include <QSet>
#include <QUrl>

namespace parterre {

// Whether the reservation that is looked at is being paid online, what begins that or gives it up, and what became of money
// that came too late. Who follows a payment to its end: OnlinePaymentDesk.
class ReservedPayment final : public QObject
{
    Q_OBJECT

public:
    // Both outlive it; ids make the idempotency keys.
    ReservedPayment(SessionModel &session, IdGenerator &ids, QObject *parent = nullptr);

    [[nodiscard]] SessionModel &session() { return m_session; }
    // Reads how its payment stands, where it is reserved, or is over and not paid for. Nothing: no booking is looked at.
    void lookAt(const std::optional<Booking> &booking);
    // It may be begun to be paid online, or gone on with.
    [[nodiscard]] bool isOffered() const;
    // Of the booking that is looked at.
    [[nodiscard]] const std::optional<OnlinePayment> &underWay() const { return m_underWay; }
    // The last one of it, where money came and it was not booked.
    [[nodiscard]] const std::optional<OnlinePayment> &strayed() const { return m_strayed; }

    // What is open of the booking that is looked at. Ends in begun() or failed(), however often the link breaks meanwhile.
    void begin();
    // With what is under way; begun() follows at once.
    void goOn();
    // Ends in givenUp(), which may be that it was paid before, or in failed().
    void giveUp();
    [[nodiscard]] bool isWorking(BookingId booking) const { return m_working.contains(booking); }
    // Whether the link broke meanwhile, so that the outcome is unknown for now.
    [[nodiscard]] bool isChecking(BookingId booking) const { return m_checking.contains(booking); }

Q_SIGNALS:
    void changed();
    void workingChanged(parterre::BookingId booking);
    void begun(const parterre::OnlinePayment &payment, const QUrl &page);
    void givenUp(const parterre::OnlinePayment &payment);
    // What was under way has come to its end: the booking is another one now, perhaps.
    void ended(parterre::BookingId booking);
    void failed(parterre::BookingId booking, const parterre::Error &error);

private:
    void read();
    void take(const protocol::PaymentsResult &result);
    [[nodiscard]] bool isWorthAsking() const;
    void set(const std::optional<OnlinePayment> &underWay, const std::optional<OnlinePayment> &strayed);
    void setWorking(BookingId booking, bool working);

    SessionModel &m_session;
    IdGenerator &m_ids;
    std::optional<Booking> m_booking;
    std::optional<OnlinePayment> m_underWay;
    std::optional<OnlinePayment> m_strayed;
    QUrl m_page;
    QHash<BookingId, protocol::PaymentsBeginParams> m_doubtful; // those whose outcome is not known
    QSet<BookingId> m_working;
    QSet<BookingId> m_checking;
};

} // namespace parterre
