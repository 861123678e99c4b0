// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/history/wirewords.h"

#include "shared/core/utctime.h"
#include "tests/history/recorder.h"

#include <QByteArrayList>
#include <QStringList>

#include <array>

namespace parterre::history {

using namespace Qt::StringLiterals;

const char *methodOf(Kind kind)
{
    constexpr std::array kMethods{"holds.acquire",     "holds.extend",    "holds.release",
                                  "bookings.checkout", "bookings.cancel", "seatmap.subscribe"};
    return kMethods.at(static_cast<std::size_t>(kind));
}

QByteArray paramsOf(const Wanted &wanted, const QByteArray &event)
{
    const QByteArray ofEvent = R"("event":")" + event + '"';
    const QByteArray key = R"("key":"history-key-)" + QByteArray::number(wanted.key).rightJustified(10, '0') + '"';
    if (wanted.kind == Kind::Cancel)
        return R"({"booking":")" + wanted.booking.toLatin1() + R"(",)" + key + '}';
    if (wanted.kind == Kind::Read)
        return '{' + ofEvent + '}';
    QByteArrayList items;
    for (const SeatNote &note : wanted.seats) {
        const QByteArray place = QByteArray::number(note.place);
        items.append(wanted.kind != Kind::Confirm ? place
                                                  : '{' + ofEvent + R"(,"place":)" + place
                             + R"(,"ticketType":"adult","version":)" + QByteArray::number(note.version) + '}');
    }
    if (wanted.kind == Kind::Confirm)
        return '{' + key + R"(,"items":[)" + items.join(',') + R"(],"payment":{"kind":"cash"}})";
    return '{' + ofEvent + R"(,"places":[)" + items.join(',') + "]}";
}

Outcome outcomeOf(const QString &errorKind)
{
    if (errorKind == u"seat_taken")
        return Outcome::Conflict;
    if (errorKind == u"not_held" || errorKind == u"hold_expired" || errorKind == u"stale_version")
        return Outcome::NotHeld;
    return errorKind == u"outcome_unknown" ? Outcome::Unknown : Outcome::Refused;
}

bool isExpected(const QString &errorKind)
{
    static const QStringList reasons{u"checkout_running"_s, u"key_reused"_s, u"too_many_extensions"_s,
                                     u"too_many_seats"_s, u"already_cancelled"_s};
    return outcomeOf(errorKind) != Outcome::Refused || reasons.contains(errorKind);
}

Moment sinceUtc()
{
    // On a busy machine this thread may have to wait between two clocks: the pair that was read the fastest is good.
    constexpr int kTries = 5;
    constexpr Moment kQuick = kMillisecond / 50;
    Moment best = kNever;
    Moment offset = 0;
    for (int i = 0; i < kTries && best > kQuick; ++i) {
        const Moment before = Recorder::now();
        const auto wall = std::chrono::system_clock::now().time_since_epoch();
        const Moment took = Recorder::now() - before;
        if (took >= best)
            continue;
        best = took;
        offset = before + took / 2 - std::chrono::duration_cast<std::chrono::nanoseconds>(wall).count();
    }
    return offset;
}

Moment momentOf(const QString &utc, Moment offset)
{
    const auto instant = fromIsoUtc(utc);
    return instant ? offset + std::chrono::duration_cast<std::chrono::nanoseconds>(instant->time_since_epoch()).count()
                   : 0;
}

} // namespace parterre::history
