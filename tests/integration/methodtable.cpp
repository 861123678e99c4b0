// SPDX-License-Identifier: GPL-3.0-or-later
#include "methodtable.h"

#include "shared/core/utctime.h"
#include "tests/support/eventparams.h"
#include "tests/support/messages.h"

namespace parterre::testing {

using namespace Qt::StringLiterals;

namespace {

constexpr Roles kAll = Role::Anonymous | Role::Guest | Role::Customer | Role::Door | Role::Clerk | Role::Manager | Role::Administrator;
constexpr Roles kNamed = Role::Guest | Role::Customer | Role::Door | Role::Clerk | Role::Manager | Role::Administrator;
constexpr Roles kWithAccount = Role::Customer | Role::Door | Role::Clerk | Role::Manager | Role::Administrator;
constexpr Roles kStaffAtTheTill = Role::Clerk | Role::Manager | Role::Administrator;
constexpr Roles kDecidesWhatIsSold = Role::Manager | Role::Administrator;
constexpr Roles kLetsPeopleIn = Role::Door | Role::Clerk | Role::Manager | Role::Administrator;
constexpr Roles kNotTheDoor = Role::Guest | Role::Customer | Role::Clerk | Role::Manager | Role::Administrator;

} // namespace

QJsonObject registration(const QString &email)
{
    return {{u"email"_s, email}, {u"password"_s, u"three-odd-socks-41"_s}, {u"name"_s, u"Nora New"_s}};
}

const QList<MethodRow> &methodTable()
{
    const auto none = [](Scene &) { return QJsonObject(); };
    const auto event = [](Scene &scene) { return QJsonObject {{u"event"_s, scene.house.events().evening.toString()}}; };
    const auto seat = [](Scene &scene) { return placesOf(scene.house.events().evening, {++scene.lastSeat}); };
    static const QList<MethodRow> rows {
        {u"rpc.discover"_s, kAll, none},
        {u"session.hello"_s, kAll, [](Scene &) { return QJsonObject {{u"protocol"_s, QJsonArray {1, 1}}, {u"client"_s, u"a/1"_s}, {u"locale"_s, u"de"_s}}; }},
        {u"session.ping"_s, kAll, none},
        {u"session.end"_s, kAll, none},
        {u"auth.register"_s, kAll, [](Scene &scene) { return registration(u"new%1@house.example"_s.arg(++scene.lastSeat)); }},
        {u"auth.login"_s, kAll, [](Scene &) { return QJsonObject {{u"email"_s, u" "_s + TestHouse::emailOf(Role::Manager).toUpper()}, {u"password"_s, TestHouse::passwordOf(Role::Manager)}}; }},
        {u"auth.guest"_s, kAll, [](Scene &) { return QJsonObject {{u"name"_s, u"Gus"_s}}; }},
        {u"auth.resume"_s, kAll, [](Scene &scene) { return QJsonObject {{u"token"_s, scene.house.visitor(Role::Anonymous)->call(u"auth.guest"_s, {{u"name"_s, u"Gus"_s}}).at(u"token"_s)}}; }},
        {u"auth.logout"_s, kNamed, [](Scene &) { return QJsonObject {{u"everywhere"_s, true}}; }, Role::Guest},
        {u"auth.changePassword"_s, kWithAccount, [](Scene &) { return QJsonObject {{u"current"_s, TestHouse::passwordOf(Role::Door)}, {u"replacement"_s, TestHouse::passwordOf(Role::Door)}}; }, Role::Door},
        {u"auth.setup"_s, kAll, [](Scene &scene) {
             QJsonObject params = registration(u"admin%1@house.example"_s.arg(++scene.lastSeat));
             params.insert(u"code"_s, scene.house.house().setupCode());
             return params;
         }},
        {u"profile.get"_s, kNamed, none, Role::Customer},
        {u"profile.update"_s, kNamed, [](Scene &) { return QJsonObject {{u"name"_s, u"Ann Other"_s}, {u"phone"_s, u"+49 30 1"_s}, {u"locale"_s, u"de"_s}}; }, Role::Guest},
        {u"events.search"_s, kAll, none},
        {u"events.get"_s, kAll, event},
        {u"events.poster"_s, kAll, event},
        {u"events.create"_s, kDecidesWhatIsSold, [](Scene &scene) { return QJsonObject {{u"event"_s, newKey()}, {u"definition"_s, definitionIn(scene.house)}}; }, Role::Manager},
        {u"events.update"_s, kDecidesWhatIsSold, [](Scene &scene) {
             // Another description alone: the lists are looked at below.
             const WireReply later = scene.observer->call(u"events.get"_s, {{u"event"_s, scene.house.events().later.toString()}});
             QJsonObject definition = definitionIn(scene.house, later.at(u"event.summary.name"_s).toString());
             definition.insert(u"start"_s, later.at(u"event.summary.start"_s));
             definition.insert(u"rules"_s, later.at(u"event.rules"_s));
             return QJsonObject {{u"event"_s, scene.house.events().later.toString()}, {u"version"_s, 1}, {u"definition"_s, definition}};
         }, Role::Administrator},
        {u"events.setState"_s, kDecidesWhatIsSold, [](Scene &scene) {
             return QJsonObject {{u"event"_s, scene.house.events().matinee.toString()}, {u"version"_s, 1}, {u"state"_s, u"paused"_s}};
         }, Role::Manager},
        {u"events.setPoster"_s, kDecidesWhatIsSold, [](Scene &scene) { return QJsonObject {{u"event"_s, scene.house.events().draft.toString()}, {u"upload"_s, newKey()}}; }, Role::Manager},
        {u"events.cancel"_s, kDecidesWhatIsSold, [](Scene &scene) {
             return QJsonObject {{u"event"_s, scene.house.events().abroad.toString()}, {u"version"_s, 1}, {u"reason"_s, u"The ship is late"_s}};
         }, Role::Manager},
        {u"events.sales"_s, kDecidesWhatIsSold, event, Role::Administrator},
        {u"events.refunds"_s, kStaffAtTheTill, event, Role::Clerk},
        {u"events.delete"_s, kDecidesWhatIsSold, [](Scene &scene) { return QJsonObject {{u"event"_s, scene.house.events().calledOff.toString()}, {u"version"_s, 1}}; }, Role::Administrator},
        {u"events.expand"_s, kDecidesWhatIsSold, [](Scene &scene) { return expansionOf(seriesIn(scene.house, newKey())); }, Role::Manager},
        {u"events.createSeries"_s, kDecidesWhatIsSold, [](Scene &scene) { return seriesIn(scene.house, newKey()); }, Role::Administrator},
        {u"events.updateSeries"_s, kDecidesWhatIsSold, [](Scene &scene) {
             const QJsonObject definition = definitionIn(scene.house);
             return QJsonObject {{u"series"_s, scene.series}, {u"before"_s, definition}, {u"after"_s, with(definition, u"name"_s, u"The Storm"_s)}};
         }, Role::Administrator},
        {u"events.setSeriesState"_s, kDecidesWhatIsSold, [](Scene &scene) { return QJsonObject {{u"series"_s, scene.series}, {u"state"_s, u"published"_s}}; }, Role::Manager},
        {u"events.seriesSales"_s, kDecidesWhatIsSold, [](Scene &scene) { return QJsonObject {{u"series"_s, scene.series}, {u"from"_s, u"2030-12-06T18:30:00.000Z"_s}}; }, Role::Administrator},
        {u"events.cancelSeries"_s, kDecidesWhatIsSold, [](Scene &scene) {
             return QJsonObject {{u"series"_s, scene.series}, {u"from"_s, u"2030-12-06T18:30:00.000Z"_s}, {u"reason"_s, u"The ship is late"_s}};
         }, Role::Manager},
        {u"showtimes.sources"_s, kDecidesWhatIsSold, none, Role::Manager},
        {u"showtimes.saveSource"_s, kDecidesWhatIsSold, [](Scene &scene) { return sourceIn(scene.house, newKey()); }, Role::Administrator},
        {u"showtimes.removeSource"_s, kDecidesWhatIsSold, [](Scene &scene) { return QJsonObject {{u"source"_s, scene.saveSource()}, {u"version"_s, 1}}; }, Role::Manager},
        {u"showtimes.preview"_s, kDecidesWhatIsSold, [](Scene &scene) { return QJsonObject {{u"source"_s, scene.source}, {u"upload"_s, newKey()}}; }, Role::Manager},
        {u"showtimes.entries"_s, kDecidesWhatIsSold, [](Scene &) { return QJsonObject {{u"preview"_s, newKey()}, {u"offset"_s, 0}}; }, Role::Manager},
        {u"showtimes.apply"_s, kDecidesWhatIsSold, [](Scene &) { return QJsonObject {{u"preview"_s, newKey()}, {u"chosen"_s, QJsonArray {0}}, {u"publish"_s, false}}; }, Role::Manager},
        {u"venues.list"_s, kAll, none},
        {u"venues.get"_s, kAll, [](Scene &scene) { return QJsonObject {{u"venue"_s, scene.house.venue().toString()}}; }},
        {u"venues.create"_s, kDecidesWhatIsSold, [](Scene &) { return QJsonObject {{u"venue"_s, newKey()}, {u"definition"_s, venueNamed(newKey())}}; }, Role::Manager},
        {u"venues.update"_s, kDecidesWhatIsSold, [](Scene &scene) {
             return QJsonObject {{u"venue"_s, scene.makeVenue()}, {u"version"_s, 1}, {u"definition"_s, venueNamed(newKey())}};
         }, Role::Administrator},
        {u"venues.delete"_s, kDecidesWhatIsSold, [](Scene &scene) { return QJsonObject {{u"venue"_s, scene.makeVenue()}, {u"version"_s, 1}}; }, Role::Manager},
        {u"venues.logo"_s, kAll, [](Scene &scene) { return scene.venueWithLogo(); }},
        {u"venues.setLogo"_s, kDecidesWhatIsSold, [](Scene &scene) { return QJsonObject {{u"venue"_s, scene.house.venue().toString()}, {u"upload"_s, newKey()}}; }, Role::Manager},
        {u"plans.get"_s, kAll, [](Scene &scene) { return QJsonObject {{u"plan"_s, scene.house.plan().id.toString()}, {u"version"_s, 1}}; }},
        {u"plans.publish"_s, kDecidesWhatIsSold, [](Scene &scene) {
             return QJsonObject {{u"venue"_s, scene.house.venue().toString()}, {u"upload"_s, newKey()}, {u"after"_s, 0}, {u"name"_s, u"Hall %1"_s.arg(++scene.lastSeat)}};
         }, Role::Manager},
        {u"plans.setHall"_s, kDecidesWhatIsSold, [](Scene &scene) { return QJsonObject {{u"plan"_s, scene.drawnPlan}, {u"hall"_s, u"Annexe"_s}}; }, Role::Manager},
        {u"plans.versions"_s, kDecidesWhatIsSold, [](Scene &scene) { return QJsonObject {{u"plan"_s, scene.drawnPlan}}; }, Role::Administrator},
        {u"plans.design"_s, kDecidesWhatIsSold, [](Scene &scene) { return QJsonObject {{u"plan"_s, scene.drawnPlan}, {u"version"_s, 1}, {u"offset"_s, 0}}; }, Role::Manager},
        {u"plans.export"_s, kDecidesWhatIsSold, [](Scene &scene) { return QJsonObject {{u"plan"_s, scene.drawnPlan}, {u"version"_s, 1}, {u"format"_s, u"svg"_s}, {u"offset"_s, 0}}; }, Role::Manager},
        {u"drafts.list"_s, kDecidesWhatIsSold, none, Role::Administrator},
        {u"drafts.get"_s, kDecidesWhatIsSold, [](Scene &scene) { return QJsonObject {{u"draft"_s, scene.draft}, {u"offset"_s, 0}}; }, Role::Administrator},
        {u"drafts.save"_s, kDecidesWhatIsSold, [](Scene &scene) {
             return QJsonObject {{u"draft"_s, newKey()}, {u"venue"_s, scene.house.venue().toString()}, {u"name"_s, u"Idea"_s}, {u"upload"_s, newKey()}, {u"expected"_s, 0}};
         }, Role::Manager},
        {u"drafts.remove"_s, kDecidesWhatIsSold, [](Scene &scene) { return QJsonObject {{u"draft"_s, scene.saveDraft(u"Not wanted"_s)}, {u"expected"_s, 1}}; }, Role::Manager},
        {u"uploads.append"_s, kStaffAtTheTill, [](Scene &) { return QJsonObject {{u"upload"_s, newKey()}, {u"offset"_s, 0}, {u"data"_s, u"e30="_s}}; }, Role::Manager},
        {u"seatmap.subscribe"_s, kAll, event},
        {u"seatmap.unsubscribe"_s, kAll, event},
        {u"seats.suggest"_s, kNotTheDoor, [](Scene &scene) { return QJsonObject {{u"event"_s, scene.house.events().evening.toString()}, {u"size"_s, 2}}; }, Role::Guest},
        {u"holds.acquire"_s, kNotTheDoor, seat, Role::Guest},
        {u"holds.release"_s, kNotTheDoor, seat, Role::Guest},
        {u"holds.extend"_s, kNotTheDoor, seat, Role::Guest},
        {u"holds.holder"_s, kStaffAtTheTill, [](Scene &scene) { return QJsonObject {{u"event"_s, scene.house.events().evening.toString()}, {u"place"_s, Scene::kHeldSeat}}; }, Role::Clerk},
        {u"blocks.create"_s, kDecidesWhatIsSold, [](Scene &scene) { return scene.newBlock(); }, Role::Manager},
        {u"blocks.release"_s, kDecidesWhatIsSold, [](Scene &scene) { return QJsonObject {{u"event"_s, scene.house.events().evening.toString()}, {u"block"_s, scene.blockSeat()}}; }, Role::Manager},
        {u"blocks.list"_s, kStaffAtTheTill, event, Role::Clerk},
        {u"blocks.due"_s, kStaffAtTheTill, none, Role::Clerk},
        {u"blocks.confirm"_s, kDecidesWhatIsSold, [](Scene &scene) { return QJsonObject {{u"blocks"_s, QJsonArray {scene.blockSeat()}}}; }, Role::Administrator},
        {u"blocks.postpone"_s, kDecidesWhatIsSold, [](Scene &scene) { return QJsonObject {{u"block"_s, scene.blockSeat()}}; }, Role::Manager},
        {u"cart.get"_s, kNotTheDoor, none, Role::Guest},
        {u"cart.quote"_s, kNotTheDoor, [](Scene &scene) { return QJsonObject {{u"items"_s, checkoutOf(scene.house.events().evening, {20}, newKey()).value(u"items"_s)}}; }, Role::Guest},
        {u"discounts.list"_s, kDecidesWhatIsSold, none, Role::Manager},
        {u"discounts.save"_s, kDecidesWhatIsSold, [](Scene &) { return QJsonObject {{u"discount"_s, groupDiscount()}}; }, Role::Administrator},
        {u"discounts.remove"_s, kDecidesWhatIsSold, [](Scene &scene) { return QJsonObject {{u"discount"_s, scene.saveDiscount(u"Not wanted"_s)}, {u"version"_s, 1}}; }, Role::Manager},
        {u"bookings.checkout"_s, kNotTheDoor, [](Scene &scene) { return checkoutOf(scene.house.events().evening, {++scene.lastSeat}, newKey()); }, Role::Guest},
        {u"bookings.list"_s, kNotTheDoor, none, Role::Guest},
        {u"bookings.get"_s, kNotTheDoor, [](Scene &scene) { return QJsonObject {{u"booking"_s, scene.booking}}; }, Role::Customer},
        {u"bookings.exchange"_s, kNotTheDoor, [](Scene &scene) {
             const QJsonObject booking {{u"id"_s, scene.booking}, {u"tickets"_s, QJsonArray {QJsonObject {{u"number"_s, scene.ticket}}}}};
             return exchangeOf(booking, scene.house.events().evening, {++scene.lastSeat}, newKey());
         }, Role::Clerk},
        {u"bookings.refund"_s, kStaffAtTheTill, [](Scene &scene) {
             return QJsonObject {{u"booking"_s, scene.owedBooking}, {u"event"_s, scene.house.events().final.toString()}, {u"key"_s, newKey()}};
         }, Role::Clerk},
        {u"bookings.update"_s, kNotTheDoor, [](Scene &scene) {
             return QJsonObject {{u"booking"_s, scene.booking}, {u"before"_s, scene.contact()}, {u"contact"_s, QJsonObject {{u"name"_s, u"Somebody else"_s}, {u"email"_s, u"else@example.org"_s}}}};
         }, Role::Customer},
        {u"bookings.addNote"_s, kStaffAtTheTill, [](Scene &scene) { return QJsonObject {{u"booking"_s, scene.booking}, {u"note"_s, newKey()}, {u"text"_s, u"Rings back"_s}}; }, Role::Clerk},
        {u"bookings.notes"_s, kStaffAtTheTill, [](Scene &scene) { return QJsonObject {{u"booking"_s, scene.booking}}; }, Role::Clerk},
        {u"vouchers.issue"_s, kStaffAtTheTill, [](Scene &) { return voucherOf(500); }, Role::Clerk},
        {u"vouchers.check"_s, kNotTheDoor, [](Scene &scene) { return QJsonObject {{u"code"_s, scene.voucherCode}}; }, Role::Guest},
        {u"vouchers.list"_s, kStaffAtTheTill, none, Role::Clerk},
        {u"vouchers.get"_s, kDecidesWhatIsSold, [](Scene &scene) { return QJsonObject {{u"voucher"_s, scene.voucher}}; }, Role::Manager},
        {u"vouchers.block"_s, kDecidesWhatIsSold, [](Scene &scene) { return QJsonObject {{u"voucher"_s, scene.voucher}, {u"reason"_s, u"lost"_s}}; }, Role::Manager},
        {u"vouchers.unblock"_s, kDecidesWhatIsSold, [](Scene &scene) { return QJsonObject {{u"voucher"_s, scene.voucher}, {u"reason"_s, u"found"_s}}; }, Role::Administrator},
        {u"vouchers.adjust"_s, kDecidesWhatIsSold, [](Scene &scene) { return QJsonObject {{u"voucher"_s, scene.voucher}, {u"key"_s, newKey()}, {u"amount"_s, -1}, {u"reason"_s, u"mistyped"_s}}; }, Role::Manager},
        {u"bookings.reserve"_s, kStaffAtTheTill, [](Scene &scene) { return reservationOf(scene.house.events().evening, {++scene.lastSeat}, newKey()); }, Role::Clerk},
        {u"bookings.reservations"_s, kStaffAtTheTill, none, Role::Clerk},
        {u"bookings.prolong"_s, kStaffAtTheTill, [](Scene &scene) {
             return QJsonObject {{u"booking"_s, scene.reserved}, {u"key"_s, newKey()}, {u"payUntil"_s, toIsoUtc(SystemClock().utcNow() + std::chrono::minutes(10))}};
         }, Role::Clerk},
        {u"bookings.pay"_s, kStaffAtTheTill, [](Scene &scene) { return QJsonObject {{u"booking"_s, scene.reserved}, {u"key"_s, newKey()}, {u"payment"_s, QJsonObject {{u"kind"_s, u"cash"_s}}}}; }, Role::Manager},
        {u"payments.begin"_s, kNotTheDoor, [](Scene &scene) { return onlineOf(scene.house.events().evening, {++scene.lastSeat}, newKey()); }, Role::Guest},
        {u"payments.get"_s, kNotTheDoor, [](Scene &scene) { return scene.pendingPayment(); }, Role::Clerk},
        {u"payments.cancel"_s, kNotTheDoor, [](Scene &scene) { return scene.pendingPayment(); }, Role::Clerk},
        {u"payments.unmatched"_s, kDecidesWhatIsSold, none, Role::Manager},
        {u"payments.refundAgain"_s, kDecidesWhatIsSold, [](Scene &scene) { return QJsonObject {{u"id"_s, scene.strayMoney()}}; }, Role::Manager},
        {u"payments.settle"_s, kDecidesWhatIsSold, [](Scene &scene) { return QJsonObject {{u"id"_s, scene.strayMoney()}, {u"reason"_s, u"In cash"_s}}; }, Role::Administrator},
        {u"bookings.resend"_s, kStaffAtTheTill, [](Scene &scene) { return scene.newMail(); }, Role::Clerk},
        {u"bookings.mails"_s, kStaffAtTheTill, [](Scene &scene) { return QJsonObject {{u"booking"_s, scene.booking}}; }, Role::Manager},
        {u"tickets.codes"_s, kNotTheDoor, [](Scene &scene) { return QJsonObject {{u"booking"_s, scene.booking}}; }, Role::Customer},
        {u"tickets.reprint"_s, kNotTheDoor, [](Scene &scene) { return QJsonObject {{u"ticket"_s, scene.validTicket()}, {u"key"_s, newKey()}}; }, Role::Clerk},
        {u"checkins.admit"_s, kLetsPeopleIn, [](Scene &scene) {
             return QJsonObject {{u"event"_s, scene.house.events().evening.toString()}, {u"code"_s, scene.validTicket()}, {u"key"_s, newKey()}};
         }, Role::Door},
        {u"checkins.list"_s, kLetsPeopleIn, event, Role::Door},
        {u"checkins.conflicts"_s, kLetsPeopleIn, event, Role::Door},
        {u"checkins.arrivals"_s, kLetsPeopleIn, event, Role::Door},
        {u"checkins.offline"_s, kLetsPeopleIn, event, Role::Door},
        {u"checkins.keys"_s, kLetsPeopleIn, none, Role::Door},
        {u"checkins.undo"_s, kLetsPeopleIn, [](Scene &scene) {
             return QJsonObject {{u"event"_s, scene.house.events().evening.toString()}, {u"ticket"_s, scene.validTicket()}, {u"reason"_s, u"too early"_s}, {u"key"_s, newKey()}};
         }, Role::Door},
        {u"checkins.noShows"_s, kLetsPeopleIn, event, Role::Door},
        {u"checkins.releaseNoShows"_s, kStaffAtTheTill, [](Scene &scene) { return scene.noShow(); }, Role::Clerk},
        {u"checkins.restore"_s, kLetsPeopleIn, [](Scene &scene) {
             const QJsonObject absent = scene.noShow();
             if (!scene.observer->call(u"checkins.releaseNoShows"_s, absent).ok())
                 qFatal("the observer could not give a seat free");
             return with(absent, u"key"_s, newKey());
         }, Role::Door},
        {u"bookings.cancel"_s, kNotTheDoor, [](Scene &scene) { return QJsonObject {{u"booking"_s, scene.booking}, {u"key"_s, newKey()}}; }, Role::Clerk},
    };
    return rows;
}

} // namespace parterre::testing
