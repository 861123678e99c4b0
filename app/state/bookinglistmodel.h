// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/pagedlistmodel.h"
#include "shared/protocol/bookings.h"

#include <QSet>

namespace parterre {

struct BookingFilter {
    QString text = {};                   // part of a name, reference, ticket number or seat label
    std::optional<EventId> event = {};

    friend bool operator==(const BookingFilter &, const BookingFilter &) = default;
};

extern template class PagedRows<BookingSummary, protocol::BookingsList>;

// The caller's bookings, newest first (everybody's at the counter), with details on demand, and cancelling them.
class BookingListModel final : public PagedRows<BookingSummary, protocol::BookingsList>
{
    Q_OBJECT

public:
    enum Role {
        SummaryRole = Qt::UserRole, // BookingSummary; Qt::DisplayRole is the reference
        CancellingRole,             // bool
    };

    // `session` and `ids` outlive the model; ids make the idempotency keys.
    BookingListModel(SessionModel &session, IdGenerator &ids, QObject *parent = nullptr);

    // Asks when somebody is signed in; otherwise the list is empty.
    void refresh() override;
    [[nodiscard]] const BookingFilter &filter() const { return m_filter; }
    void setFilter(const BookingFilter &filter);

    // Ends in fetched() or fetchFailed().
    void fetch(BookingId booking);
    // The tickets of these numbers, or all; what goes back to cards has gone back, with these references, and what would go back
    // in cash may go to the voucher of a code. Ends in cancelled() or cancelFailed(), however often the link breaks meanwhile.
    // `waiveFee`: why no cancellation fee stays with the house.
    void cancel(BookingId booking, const QStringList &tickets = {}, const QList<protocol::CardRefund> &cardRefunds = {}, const std::optional<QString> &refundToVoucher = {}, const std::optional<QString> &waiveFee = {});
    [[nodiscard]] bool isCancelling(BookingId booking) const { return m_cancelling.contains(booking); }
    // Whether the link broke while cancelling, so that the outcome is unknown for now.
    [[nodiscard]] bool isChecking(BookingId booking) const { return m_checking.contains(booking); }
    // Something became of it.
    void take(const Booking &booking);
    // -1 when it is not among the rows loaded.
    [[nodiscard]] int rowOf(BookingId booking) const;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void fetched(const parterre::Booking &booking);
    void fetchFailed(parterre::BookingId booking, const parterre::Error &error);
    void cancellingChanged(parterre::BookingId booking);
    // What cancelling added to the booking's payments, of which those before were known; comes before cancelled().
    void paidBack(const QList<parterre::Payment> &payments);
    void cancelled(const parterre::Booking &booking, int tickets); // how many of it
    void cancelFailed(parterre::BookingId booking, const parterre::Error &error);

protected:
    [[nodiscard]] protocol::BookingsListParams question() const override;
    [[nodiscard]] const QList<BookingSummary> &rowsOf(const protocol::BookingsListResult &answer) const override { return answer.bookings; }

private:
    void onUserChanged();
    void onCancelled(BookingId id, const Result<protocol::BookingResult> &answer);
    void setCancelling(BookingId id, bool cancelling);

    IdGenerator &m_ids;
    BookingFilter m_filter;
    std::optional<UserId> m_owner;
    QHash<BookingId, protocol::BookingsCancelParams> m_doubtful; // cancellations whose outcome is not known
    QSet<BookingId> m_cancelling;
    QSet<BookingId> m_checking;
    QHash<BookingId, int> m_changes; // how often something became of it
    QHash<BookingId, QList<Payment>> m_payments; // of those that were fetched, as last seen
};

} // namespace parterre
