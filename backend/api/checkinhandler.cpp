// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/checkinhandler.h"

#include "backend/api/answering.h"
#include "backend/api/arrivalsfeed.h"
#include "backend/services/checkinservice.h"

namespace parterre::api {

namespace {

protocol::CheckinsListResult toMessage(const storage::AdmissionPage &page)
{
    protocol::CheckinsListResult result {.admissions = page.admissions, .attendance = page.attendance};
    if (!page.next.isEmpty())
        result.next = page.next;
    if (page.conflicts > 0)
        result.conflicts = page.conflicts;
    return result;
}

protocol::CheckinsConflictsResult toMessage(const storage::ConflictPage &page)
{
    return {.conflicts = page.conflicts, .next = page.next.isEmpty() ? std::nullopt : std::optional(page.next)};
}

protocol::CheckinsArrivalsResult toMessage(const storage::Arrivals &arrivals)
{
    QByteArray bits;
    for (const qint32 place : arrivals.places) { // ascending
        const qsizetype byte = place / 8;
        if (byte >= bits.size())
            bits.append(byte + 1 - bits.size(), '\0');
        bits[byte] = static_cast<char>(bits[byte] | (1 << place % 8));
    }
    return {.attendance = arrivals.attendance, .places = bits.toBase64()};
}

protocol::CheckinsOfflineResult toMessage(const services::CheckinService::SignedList &list)
{
    const auto unlessEmpty = [](const QStringList &numbers) { return numbers.isEmpty() ? std::nullopt : std::optional(numbers); };
    return {.taken = list.page.taken,
            .tickets = list.page.tickets,
            .keyId = list.keyId,
            .signature = list.signature.toBase64(),
            .unpaid = unlessEmpty(list.page.unpaid),
            .released = unlessEmpty(list.page.released),
            .next = list.page.next,
            .wholeSignature = list.wholeSignature.toBase64()};
}

} // namespace

void addCheckinMethods(Router &router, services::CheckinService &checkins, ArrivalsFeed &feed)
{
    using namespace protocol;

    router.on<CheckinsAdmit>([&](const CallContext &context, const CheckinsAdmitParams &params, services::Done<CheckinsAdmitResult> done) {
        checkins.admit(context.caller, {.event = params.event, .shown = params.code, .key = params.key, .door = params.door.value_or(QString()), .at = params.at},
                       answering(std::move(done), [](const DoorVerdict &verdict) { return CheckinsAdmitResult {.verdict = verdict}; }));
    });
    router.on<CheckinsUndo>([&](const CallContext &context, const CheckinsUndoParams &params, services::Done<CheckinsUndoResult> done) {
        checkins.undo(context.caller, params.event, params.ticket, params.reason, params.key,
                      answering(std::move(done), [](const Admission &admission) { return CheckinsUndoResult {.admission = admission}; }));
    });
    router.on<CheckinsList>([&](const CallContext &, const CheckinsListParams &params, services::Done<CheckinsListResult> done) {
        checkins.list({.event = params.event, .limit = params.limit.value_or(kDefaultPageSize), .cursor = params.cursor.value_or(QString())},
                      answering(std::move(done), [](const storage::AdmissionPage &page) { return toMessage(page); }));
    });
    router.on<CheckinsConflicts>([&](const CallContext &, const CheckinsConflictsParams &params, services::Done<CheckinsConflictsResult> done) {
        checkins.conflicts({.event = params.event, .limit = params.limit.value_or(kDefaultPageSize), .cursor = params.cursor.value_or(QString())},
                           answering(std::move(done), [](const storage::ConflictPage &page) { return toMessage(page); }));
    });
    router.on<CheckinsArrivals>([&](const CallContext &context, const CheckinsArrivalsParams &params, services::Done<CheckinsArrivalsResult> done) {
        // Watched before it is read: nothing is missed in between.
        const bool watches = params.watch.value_or(false);
        if (watches)
            feed.watch(context.connection, params.event);
        else if (params.watch)
            feed.unwatch(context.connection, params.event);
        checkins.arrivals(params.event, [&feed, watches, connection = context.connection, event = params.event, done = std::move(done)](const Result<storage::Arrivals> &arrivals) {
            if (arrivals)
                return done(toMessage(*arrivals));
            if (watches)
                feed.unwatch(connection, event);
            done(arrivals.error());
        });
    });
    router.on<CheckinsOffline>([&](const CallContext &, const CheckinsOfflineParams &params, services::Done<CheckinsOfflineResult> done) {
        checkins.doorList(params.event, params.after.value_or(-1), answering(std::move(done), [](const services::CheckinService::SignedList &list) { return toMessage(list); }));
    });
    router.on<CheckinsKeys>([&](const CallContext &, const Nothing &, const services::Done<CheckinsKeysResult> &done) {
        CheckinsKeysResult result;
        for (const storage::TicketKey &key : checkins.keys())
            result.keys.append({.id = key.id, .key = key.publicKey.toBase64()});
        done(std::move(result));
    });
}

} // namespace parterre::api
