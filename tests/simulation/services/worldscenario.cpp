// SPDX-License-Identifier: GPL-3.0-or-later
#include "worldscenario.h"

#include "shared/domain/vouchercode.h"

namespace parterre::simulation {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

EventState drawState(SimRandom &random)
{
    const int what = random.below(100);
    if (what < 90)
        return EventState::Published;
    return what < 95 ? EventState::Draft : EventState::Paused;
}

Show drawShow(SimRandom &random, int number)
{
    Show show {.seats = random.between(4, kMostSeats)};
    if (number > 0 && random.chance(25))
        show.madeAt += random.within(3'000ms);
    Event &event = show.event;
    event.summary.id = showId(number);
    event.summary.state = number == 0 ? EventState::Published : drawState(random);
    event.summary.start = kBeginningUtc + 48h;
    event.summary.capacity = show.seats;
    event.plan = {.version = 1, .hash = QString::number(show.seats)};
    event.rules = {.holdTime = std::chrono::seconds(random.between(1, 5)),
                   .extensionTime = std::chrono::seconds(random.below(6)),
                   .maxExtensions = random.below(3),
                   .maxSeats = random.between(2, 6)};
    if (random.chance(45)) { // tonight: who has not come yet may be given up, and the seats sold while it is on
        event.summary.start = kBeginningUtc + random.within(5'400'000ms);
        event.rules.salesUntil = event.summary.start + 3h;
    }
    if (random.chance(10))
        event.rules.salesUntil = kBeginningUtc + random.within(20'000ms);
    if (random.chance(10))
        event.rules.cancelUntil = kBeginningUtc + random.within(20'000ms);
    static const Currency foreign = *Currency::fromCode(u"USD");
    const Currency currency = number > 0 && random.chance(10) ? foreign : Currency();
    event.ticketTypes = {{.key = u"adult"_s, .name = u"Adult"_s}, {.key = u"child"_s, .name = u"Child"_s}};
    for (qint32 category = 0; category < 2; ++category) {
        for (const bool reduced : {false, true}) {
            event.prices.append({.category = category == 0 ? u"front"_s : u"rear"_s,
                                 .ticketType = reduced ? u"child"_s : u"adult"_s,
                                 .price = {.amount = priceOf(number, category, reduced), .currency = currency}});
        }
    }
    if (number % 2 == 1)
        event.priceRules = PriceRules {.bookingFee = 150, .cancelFee = 100, .cancelShare = 1'000};
    return show;
}

// Few may use them, so that it comes to that.
Discount drawCode(SimRandom &random, int number)
{
    Discount code {.id = codeId(number), .name = u"Code %1"_s.arg(number), .kind = DiscountKind::Code, .share = number == 0 ? 2'500 : 3'333, .code = u"CODE%1"_s.arg(number)};
    if (random.chance(80))
        code.maxUses = random.between(1, 4);
    if (number > 0)
        code.maxTickets = 1;
    return code;
}

} // namespace

EventId showId(int number)
{
    return EventId(QUuid(static_cast<uint>(number + 1), 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
}

UserId userId(int number)
{
    return UserId(QUuid(static_cast<uint>(number + 1), 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 2));
}

DiscountId codeId(int number)
{
    return DiscountId(QUuid(static_cast<uint>(number + 1), 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 4));
}

QString voucherCode(int number)
{
    std::array<uchar, kVoucherRandomBytes> bytes {};
    bytes.back() = static_cast<uchar>(number);
    return makeVoucherCode(bytes);
}

qint64 priceOf(int show, qint32 place, bool reduced)
{
    const qint64 full = 1'000 * (show + 1) + (isFront(place) ? 500 : 0);
    return reduced ? full / 2 : full;
}

WorldScenario WorldScenario::draw(SimRandom &random)
{
    WorldScenario s;
    s.offices = random.chance(20) ? 2 : 1;
    s.clients = random.between(2, 4);
    for (int number = 0, shows = random.between(1, kMostShows); number < shows; ++number)
        s.shows.push_back(drawShow(random, number));
    // The last one is of the house; two clients may be the same person.
    const int users = random.between(2, std::min(kMostUsers, s.clients + 1));
    for (int number = 0; number < users; ++number) {
        const Role role = number + 1 == users ? Role::Clerk : random.chance(50) ? Role::Customer : Role::Guest;
        s.users.push_back({.id = userId(number), .name = QString::number(number), .role = role});
    }
    for (int number = 0; number < kCodes; ++number)
        s.codes.append(drawCode(random, number));
    s.grace = random.chance(20) ? 0ms : milliseconds(random.between(50, 2'000));
    s.selfServiceCash = random.chance(90);
    s.usualPause = milliseconds(random.between(5, 60));
    s.deadlinePercent = random.below(12);
    s.storeSlowest = milliseconds(random.between(20, 3'000));
    s.cancelPerMille = s.offices == 1 && random.chance(30) ? random.below(20) : 0;
    if (random.chance(15)) // bad luck hides what only long good luck shows
        return s;
    s.faults = {random.below(12), random.below(15), random.below(25), milliseconds(random.between(50, 1'500))};
    s.storeFailsPercent = random.below(15);
    s.storeOverloadedPercent = random.below(8);
    s.storeUnknownPercent = random.below(30);
    s.crashAtAwaitPerMille = random.chance(60) ? random.below(25) : 0;
    s.crashPerMille = random.chance(40) ? random.below(6) : 0;
    s.pausePerMille = random.chance(50) ? random.below(6) : 0;
    s.clockJumpPerMille = random.chance(50) ? random.below(15) : 0;
    s.linkLostPerMille = random.below(30);
    return s;
}

} // namespace parterre::simulation
