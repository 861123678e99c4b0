// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/checkout.h"
#include "backend/storage/rowset.h"
#include "shared/core/result.h"

namespace parterre::storage {

class Database;

// What its key is used for.
[[nodiscard]] QLatin1StringView operationOf(const CheckoutWrite &write);
// Everything a person may type to find the tickets.
[[nodiscard]] QString searchTextOf(const QList<Ticket> &tickets);
[[nodiscard]] QString searchTextOf(const Booking &booking);

// The rows of tickets, for sales.insert_ticket.
class TicketRows
{
public:
    explicit TicketRows(Engine engine);

    void add(const BookingId &booking, qsizetype position, const Ticket &ticket);
    [[nodiscard]] const RowSet &rows() const { return m_rows; }

private:
    RowSet m_rows;
};

// The rows of charges, for charges.insert.
class ChargeRows
{
public:
    explicit ChargeRows(Engine engine);

    void add(const BookingId &booking, qsizetype position, const Charge &charge);
    [[nodiscard]] const RowSet &rows() const { return m_rows; }

private:
    RowSet m_rows;
};

// The rows of a group of sales, a set for each table.
class SaleRows
{
public:
    explicit SaleRows(Engine engine);

    // All but the tickets, which come in an order of their own.
    void add(const CheckoutWrite &write);
    void addTicket(const Booking &booking, qsizetype position) { m_tickets.add(booking.id, position, booking.tickets.at(position)); }
    [[nodiscard]] Result<void> insert(Database &database) const;

private:
    void addPayment(const Booking &booking, qsizetype position);
    [[nodiscard]] Result<void> insertCharges(Database &database) const;

    RowSet m_bookings;
    TicketRows m_tickets;
    RowSet m_payments;
    ChargeRows m_charges;
    RowSet m_keys;
};

} // namespace parterre::storage
