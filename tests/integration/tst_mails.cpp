// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/auditactions.h"
#include "tests/support/smtpdouble.h"
#include "tests/support/testdatabases.h"
#include "tests/support/testhouse.h"

#include <QJsonArray>
#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using Step = SmtpDouble::Step;

namespace {

// A house that sends mail, and a clerk in it who sold somebody a ticket.
struct Scene {
    explicit Scene(const storage::DatabaseConfig &database) : house(database, {.smtp = smtp.serverPort()}), clerk(house.visitor(Role::Clerk))
    {
        if (!clerk->call(u"holds.acquire"_s, placesOf(house.events().evening, {30})).ok())
            qFatal("the clerk could not hold a seat");
        booking = clerk->call(u"bookings.checkout"_s, checkoutOf(house.events().evening, {30}, newKey())).at(u"booking"_s).toObject();
    }
    [[nodiscard]] QJsonObject mailTo(const QString &address)
    {
        return {{u"booking"_s, booking.value(u"id"_s)},
                {u"key"_s, newKey()},
                {u"to"_s, address},
                {u"subject"_s, u"Ihre Karten für „Hamlet“"_s},
                {u"body"_s, u"Guten Abend,\n\nhier sind sie."_s},
                {u"attachment"_s, uploadOf(*clerk, pdf)}};
    }
    [[nodiscard]] QJsonArray mails() { return clerk->call(u"bookings.mails"_s, {{u"booking"_s, booking.value(u"id"_s)}}).at(u"mails"_s).toArray(); }
    [[nodiscard]] QString state() { return mails().at(0)[u"state"_s].toString(); }

    const QByteArray pdf = "%PDF-1.7\n" + QByteArray(100'000, '\x80');
    SmtpDouble smtp;
    TestHouse house;
    std::unique_ptr<WireClient> clerk;
    QJsonObject booking;
};

} // namespace

// Tickets that go out by mail, from the method to the mail server.
class MailsTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;

private Q_SLOTS:
    void tickets_arriveAtWhomTheyWereSentTo_data() { TestDatabases::addEngines(); }
    void tickets_arriveAtWhomTheyWereSentTo()
    {
        QFETCH(storage::Engine, engine);
        Scene scene(m_databases.create(engine));
        QVERIFY(scene.mails().isEmpty());
        const QJsonObject wanted = scene.mailTo(u" ada@büro.example "_s);
        const WireReply queued = scene.clerk->call(u"bookings.resend"_s, wanted);
        QVERIFY2(queued.ok(), qPrintable(queued.kind()));
        QCOMPARE(queued.at(u"mail.state"_s).toString(), u"queued"_s);
        QCOMPARE(queued.at(u"mail.to"_s).toString(), u"ada@xn--bro-hoa.example"_s);
        QTRY_COMPARE(scene.smtp.letters().size(), 1);
        QTRY_COMPARE(scene.state(), u"sent"_s);
        QCOMPARE(scene.mails().at(0)[u"by"_s][u"name"_s].toString(), u"Test clerk"_s);
        QVERIFY(scene.mails().at(0)[u"sent"_s].isString());

        const SmtpDouble::Letter letter = scene.smtp.letters().at(0);
        QCOMPARE(letter.from, QByteArray("box@house.example"));
        QCOMPARE(letter.to, QByteArrayList {"ada@xn--bro-hoa.example"});
        const QJsonObject mail = SmtpDouble::read(letter);
        QCOMPARE(mail.value(u"headers"_s)[u"subject"_s].toString(), wanted.value(u"subject"_s).toString());
        QCOMPARE(mail.value(u"text"_s).toString().replace(u"\r\n"_s, u"\n"_s), wanted.value(u"body"_s).toString() + u'\n');
        const QJsonValue attachment = mail.value(u"attachments"_s)[0];
        QCOMPARE(attachment[u"name"_s].toString(), scene.booking.value(u"reference"_s).toString() + u".pdf"_s);
        QCOMPARE(QByteArray::fromBase64(attachment[u"base64"_s].toString().toLatin1()), scene.pdf);

        // The answer was lost, and with it the session that had the upload.
        scene.clerk = scene.house.visitor(Role::Clerk);
        QCOMPARE(scene.clerk->call(u"bookings.resend"_s, wanted).at(u"mail.id"_s), queued.at(u"mail.id"_s));
        QCOMPARE(scene.mails().size(), 1);
        QCOMPARE(scene.smtp.letters().size(), 1);
        QCOMPARE(auditActions(scene.house.database(), [](const storage::AuditEvent &event) { return event.action == u"booking.mailed"; }).size(), 1);
    }

    void codes_staySoAfterMail()
    {
        Scene scene(m_databases.create(storage::Engine::Sqlite));
        const QJsonObject named {{u"booking"_s, scene.booking.value(u"id"_s)}};
        const QJsonObject before = scene.clerk->call(u"tickets.codes"_s, named).result;
        QVERIFY(scene.clerk->call(u"bookings.resend"_s, scene.mailTo(u"ada@example.org"_s)).ok());
        QTRY_COMPARE(scene.state(), u"sent"_s);
        QCOMPARE(scene.clerk->call(u"tickets.codes"_s, named).result, before);
    }

    void refusal_isShownWithWhatTheServerSaid()
    {
        Scene scene(m_databases.create(storage::Engine::Sqlite));
        scene.smtp.refuse(Step::Rcpt, "550 5.1.1 no such user");
        QVERIFY(scene.clerk->call(u"bookings.resend"_s, scene.mailTo(u"nobody@example.org"_s)).ok());
        QTRY_COMPARE(scene.state(), u"failed"_s);
        QCOMPARE(scene.mails().at(0)[u"problem"_s].toString(), u"recipient_refused"_s);
        QCOMPARE(scene.mails().at(0)[u"answer"_s].toString(), u"550 5.1.1 no such user"_s);

        scene.smtp.behave();
        QVERIFY(scene.clerk->call(u"bookings.resend"_s, scene.mailTo(u"ada@example.org"_s)).ok());
        QTRY_COMPARE(scene.state(), u"sent"_s);
        QCOMPARE(scene.mails().size(), 2);
    }

    void mail_waitsForItsServer()
    {
        Scene scene(m_databases.create(storage::Engine::Sqlite));
        scene.smtp.refuse(Step::Data, "451 4.3.0 try later");
        QVERIFY(scene.clerk->call(u"bookings.resend"_s, scene.mailTo(u"ada@example.org"_s)).ok());
        QTRY_COMPARE(scene.mails().at(0)[u"problem"_s].toString(), u"refused"_s);
        QCOMPARE(scene.state(), u"queued"_s);
        QVERIFY(scene.mails().at(0)[u"nextAttempt"_s].isString());
        QCOMPARE(scene.mails().at(0)[u"attempts"_s].toInt(), 1);
    }

    void mailsOfABooking_mayNotPileUp_data() { TestDatabases::addEngines(); }
    void mailsOfABooking_mayNotPileUp()
    {
        QFETCH(storage::Engine, engine);
        Scene scene(m_databases.create(engine));
        scene.smtp.refuse(Step::Data, "451 4.3.0 try later");
        const QJsonObject first = scene.mailTo(u"ada@example.org"_s);
        const WireReply queued = scene.clerk->call(u"bookings.resend"_s, first);
        QVERIFY(queued.ok());
        QJsonObject next = first;
        for (qint32 waiting = 1; waiting < MailLimits::kWaitingOfBooking; ++waiting) {
            next.insert(u"key"_s, newKey());
            QVERIFY(scene.clerk->call(u"bookings.resend"_s, next).ok());
        }
        next.insert(u"key"_s, newKey());
        const WireReply refused = scene.clerk->call(u"bookings.resend"_s, next);
        QCOMPARE(refused.kind(), u"mails_full"_s);
        QCOMPARE(refused.data()[u"limit"_s].toInt(), MailLimits::kWaitingOfBooking);
        QCOMPARE(scene.clerk->call(u"bookings.resend"_s, first).at(u"mail.id"_s), queued.at(u"mail.id"_s));
        QCOMPARE(scene.mails().size(), MailLimits::kWaitingOfBooking);

        // Another booking has room of its own.
        QVERIFY(scene.clerk->call(u"holds.acquire"_s, placesOf(scene.house.events().evening, {31})).ok());
        next.insert(u"booking"_s, scene.clerk->call(u"bookings.checkout"_s, checkoutOf(scene.house.events().evening, {31}, newKey())).at(u"booking.id"_s));
        QVERIFY(scene.clerk->call(u"bookings.resend"_s, next).ok());
    }

    void header_cannotBeSmuggledIn()
    {
        Scene scene(m_databases.create(storage::Engine::Sqlite));
        for (const auto &[field, text] : {std::pair {u"subject"_s, u"Tickets\r\nBcc: eve@example.org"_s}, std::pair {u"subject"_s, u"Tickets\nBcc: eve@example.org"_s}}) {
            QJsonObject mail = scene.mailTo(u"ada@example.org"_s);
            mail.insert(field, text);
            QCOMPARE(scene.clerk->call(u"bookings.resend"_s, mail).kind(), u"invalid_params"_s);
        }
        for (const QString &address : {u"ada@example.org\r\nRCPT TO:<eve@example.org>"_s, u"ada@example.org> <eve@example.org"_s, u"ada@example.org,eve@example.org"_s})
            QVERIFY(QStringList({u"invalid_params"_s, u"no_address"_s}).contains(scene.clerk->call(u"bookings.resend"_s, scene.mailTo(address)).kind()));
        QVERIFY(scene.mails().isEmpty());
    }

    void hello_saysWhetherTheHouseSendsMail()
    {
        Scene scene(m_databases.create(storage::Engine::Sqlite));
        WireClient client(scene.house.url());
        QVERIFY(client.hello().at(u"features"_s).toArray().contains(u"mail"_s));
        const TestHouse silent(m_databases.create(storage::Engine::Sqlite));
        WireClient other(silent.url());
        QVERIFY(!other.hello().at(u"features"_s).toArray().contains(u"mail"_s));
        QCOMPARE(silent.visitor(Role::Clerk)->call(u"bookings.resend"_s, scene.mailTo(u"ada@example.org"_s)).kind(), u"mail_not_set_up"_s);
    }
};

QTEST_GUILESS_MAIN(MailsTest)
#include "tst_mails.moc"
