// SPDX-License-Identifier: GPL-3.0-or-later
#include "contacterrors.h"

#include "shared/domain/contact.h"

namespace parterre::testing {

using namespace Qt::StringLiterals;

namespace {

QJsonObject named(const QString &name)
{
    return {{u"name"_s, name}};
}

QJsonObject updateOf(const QString &booking, const QString &before)
{
    return {{u"booking"_s, booking}, {u"before"_s, named(before)}, {u"contact"_s, named(u"Ada"_s)}};
}

QJsonObject noteOf(const QString &booking, const QString &text = u"Rings back"_s, const QString &note = newKey())
{
    return {{u"booking"_s, booking}, {u"note"_s, note}, {u"text"_s, text}};
}

}

QList<Provocation> contactRows()
{
    return {
        {"bookings.update", ErrorCode::NotFound, [](World &world) {
             const auto owner = world.house.visitor();
             return world.house.visitor()->call(u"bookings.update"_s, updateOf(world.book(*owner, world.events().evening), u"Test guest"_s));
         }},
        {"bookings.update", ErrorCode::StaleVersion, [](World &world) {
             const auto owner = world.house.visitor();
             return owner->call(u"bookings.update"_s, updateOf(world.book(*owner, world.events().evening), u"Somebody else"_s));
         }},
        {"bookings.update", ErrorCode::CancelClosed, [](World &world) {
             const auto owner = world.house.visitor();
             return owner->call(u"bookings.update"_s, updateOf(world.book(*owner, world.events().final), u"Gus Guest"_s));
         }},
        {"bookings.update", ErrorCode::AlreadyCancelled, [](World &world) {
             const auto owner = world.house.visitor();
             const QString booking = world.book(*owner, world.events().evening);
             return owner->call(u"bookings.cancel"_s, cancellation(booking)).ok() ? owner->call(u"bookings.update"_s, updateOf(booking, u"Gus Guest"_s)) : WireReply();
         }},
        {"bookings.addNote", ErrorCode::NotFound, [](World &world) { return world.house.visitor(Role::Clerk)->call(u"bookings.addNote"_s, noteOf(kNobody)); }},
        {"bookings.addNote", ErrorCode::AlreadyExists, [](World &world) {
             const auto clerk = world.house.visitor(Role::Clerk);
             const QString booking = world.book(*clerk, world.events().evening);
             const QString note = newKey();
             const bool isWritten = clerk->call(u"bookings.addNote"_s, noteOf(booking, u"One"_s, note)).ok();
             return isWritten ? clerk->call(u"bookings.addNote"_s, noteOf(booking, u"Another"_s, note)) : WireReply();
         }},
        {"bookings.addNote", ErrorCode::NotesFull, [](World &world) {
             const auto clerk = world.house.visitor(Role::Clerk);
             const QString booking = world.book(*clerk, world.events().evening);
             for (int i = 0; i < NoteLimits::kNotes; ++i) {
                 if (!clerk->call(u"bookings.addNote"_s, noteOf(booking)).ok())
                     return WireReply();
             }
             return clerk->call(u"bookings.addNote"_s, noteOf(booking));
         }},
        {"bookings.notes", ErrorCode::NotFound, [](World &world) { return world.house.visitor(Role::Clerk)->call(u"bookings.notes"_s, {{u"booking"_s, kNobody}}); }},
    };
}

} // namespace parterre::testing
