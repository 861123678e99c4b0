// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailerrors.h"

#include "shared/domain/mail.h"
#include "tests/support/noshowparams.h"

namespace parterre::testing {

using namespace Qt::StringLiterals;

namespace {

const QByteArray kPdf = "%PDF-1.7 tickets";

QJsonObject mailOf(const QString &booking, const QString &upload, const QString &to = u"ada@example.org"_s)
{
    return {{u"booking"_s, booking}, {u"key"_s, newKey()}, {u"to"_s, to}, {u"subject"_s, u"Tickets"_s}, {u"body"_s, u"Here they are."_s}, {u"attachment"_s, upload}};
}

// The answer to a clerk who sends this file about a booking of his.
WireReply resend(World &world, const QByteArray &file, const QString &to = u"ada@example.org"_s)
{
    const auto clerk = world.house.visitor(Role::Clerk);
    return clerk->call(u"bookings.resend"_s, mailOf(world.book(*clerk, world.events().evening), uploadOf(*clerk, file), to));
}

} // namespace

QList<Provocation> mailRows()
{
    const QString method = u"bookings.resend"_s;
    return {
        {"bookings.mails", ErrorCode::NotFound, asks(u"bookings.mails"_s, [](World &) { return QJsonObject {{u"booking"_s, kNobody}}; }, Role::Clerk)},
        {"bookings.resend", ErrorCode::NotFound, [method](World &world) {
             const auto clerk = world.house.visitor(Role::Clerk);
             return clerk->call(method, mailOf(kNobody, uploadOf(*clerk, kPdf)));
         }},
        {"bookings.resend", ErrorCode::NotFound, [method](World &world) {
             const auto clerk = world.house.visitor(Role::Clerk);
             return clerk->call(method, mailOf(world.book(*clerk, world.events().evening), newKey())); // nothing was uploaded
         }},
        {"bookings.resend", ErrorCode::AlreadyCancelled, [method](World &world) {
             const auto clerk = world.house.visitor(Role::Clerk);
             const QString booking = world.book(*clerk, world.events().evening);
             return clerk->call(u"bookings.cancel"_s, cancellation(booking)).ok() ? clerk->call(method, mailOf(booking, uploadOf(*clerk, kPdf))) : WireReply();
         }},
        {"bookings.resend", ErrorCode::NotPaid, [method](World &world) {
             const qint32 place = world.seat();
             const auto clerk = world.holder(world.events().evening, place, Role::Clerk);
             const WireReply reserved = clerk->call(u"bookings.reserve"_s, reservationOf(world.events().evening, {place}, newKey()));
             return clerk->call(method, mailOf(reserved.at(u"booking.id"_s).toString(), uploadOf(*clerk, kPdf)));
         }},
        {"bookings.resend", ErrorCode::TicketReleased, [method](World &world) {
             const auto clerk = world.house.visitor(Role::Clerk);
             const QString event = openTonight(world.house);
             const QJsonValue booking = soldTo(*clerk, event, {world.seat()});
             const WireReply released = clerk->call(u"checkins.releaseNoShows"_s, noShowsOf(event, {booking[u"tickets"_s][0][u"number"_s].toString()}));
             return released.ok() ? clerk->call(method, mailOf(booking[u"id"_s].toString(), uploadOf(*clerk, kPdf))) : WireReply();
         }},
        {"bookings.resend", ErrorCode::KeyReused, [method](World &world) {
             const auto clerk = world.house.visitor(Role::Clerk);
             QJsonObject mail = mailOf(world.book(*clerk, world.events().evening), uploadOf(*clerk, kPdf));
             if (!clerk->call(method, mail).ok())
                 return WireReply();
             mail.insert(u"to"_s, u"bob@example.org"_s);
             return clerk->call(method, mail);
         }},
        {"bookings.resend", ErrorCode::MailNotSetUp, elsewhere({}, [method](const TestHouse &house) {
             return house.visitor(Role::Clerk)->call(method, mailOf(kNobody, newKey()));
         })},
        {"bookings.resend", ErrorCode::NoAddress, [](World &world) { return resend(world, kPdf, u"ada at example"_s); }},
        {"bookings.resend", ErrorCode::MailsFull, [method](World &world) {
             const auto clerk = world.house.visitor(Role::Clerk);
             QJsonObject mail = mailOf(world.book(*clerk, world.events().evening), uploadOf(*clerk, kPdf));
             world.smtp.refuse(SmtpDouble::Step::Data, "451 4.3.0 try later");
             WireReply reply = clerk->call(method, mail);
             for (qint32 waiting = 1; waiting <= MailLimits::kWaitingOfBooking && reply.ok(); ++waiting) {
                 mail.insert(u"key"_s, newKey());
                 reply = clerk->call(method, mail);
             }
             world.smtp.behave();
             return reply;
         }},
        {"bookings.resend", ErrorCode::FileInvalid, [](World &world) { return resend(world, "<html>tickets</html>"); }},
        {"bookings.resend", ErrorCode::FileTooLarge, [](World &world) { return resend(world, kPdf + QByteArray(MailLimits::kAttachmentBytes, ' ')); }},
    };
}

} // namespace parterre::testing
