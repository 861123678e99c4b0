// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "seasonline.h"

#include "shared/domain/booking.h"

#include <map>
#include <random>

namespace parterre::testing {

// What a clerk of a season has others pay online, and the payers' browsers: some pay at once, some have a bank that takes its
// time, some try a card in vain, and some never do. What comes of it is known when somebody looks, or never.
class SeasonPayer
{
public:
    SeasonPayer(SeasonLine &line, std::mt19937 &random) : m_line(line), m_random(random) {}

    // Reserves what is held; false when somebody was quicker.
    bool begin(const QJsonArray &items);
    // At one that is open: its booking, if it is paid.
    [[nodiscard]] std::optional<Booking> look();
    // Nobody shall pay it any more. Who is too late has paid.
    void giveUp(const BookingId &booking);
    // A manager looks what came in and belongs to nothing, and sends some of it back once more.
    bool sendBackAgain();

    // Of those that nobody knows yet to be paid; nothing when there is none.
    [[nodiscard]] std::optional<BookingId> any();
    [[nodiscard]] const std::map<BookingId, qint64> &open() const { return m_open; } // with what they cost
    // It is somebody else's matter now.
    void forget(const BookingId &booking) { m_open.erase(booking); }
    [[nodiscard]] const QStringList &complaints() const { return m_complaints; }

private:
    [[nodiscard]] unsigned upTo(unsigned most) { return static_cast<unsigned>(m_random() % (most + 1)); }
    void pay(const QString &page);

    SeasonLine &m_line;
    std::mt19937 &m_random;
    std::map<BookingId, qint64> m_open;
    QStringList m_complaints;
    int m_parties = 0;
};

} // namespace parterre::testing
