// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/mail/mailheaders.h"
#include "backend/mail/smtpcarrier.h"
#include "tests/support/smtpdouble.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace parterre;
using namespace parterre::mail;
using namespace parterre::testing;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Encryption = SmtpDouble::Encryption;
using Step = SmtpDouble::Step;

Q_DECLARE_METATYPE(parterre::testing::SmtpDouble::Step)
Q_DECLARE_METATYPE(parterre::MailProblem)

namespace {

constexpr int kLong = 20'000; // milliseconds

SmtpAccount accountAt(const SmtpDouble &server, MailSecurity security = MailSecurity::None)
{
    return {.host = u"127.0.0.1"_s,
            .port = server.serverPort(),
            .security = security,
            .from = {.address = u"box@house.example"_s, .name = u"Театр \"Löwe\""_s},
            .replyTo = u"office@house.example"_s,
            .certificates = SmtpDouble::certificate(),
            .patience = 1s,
            .longest = 10s};
}

Letter letterTo(const QString &address = u"ada@example.org"_s)
{
    return {.id = MailId(QUuid(7, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1)),
            .written = Instant(1'795'000'000'000ms),
            .to = address,
            .subject = u"Tickets"_s,
            .body = u"Enjoy the evening."_s,
            .fileName = u"7K3M-9QXA.pdf"_s,
            .pdf = "%PDF-1.7 tickets"};
}

// What became of a letter that was sent so.
std::optional<Delivery> deliver(const SmtpAccount &account, const Letter &letter = letterTo())
{
    SmtpCarrier carrier(account);
    std::optional<Delivery> delivery;
    carrier.carry(letter, [&delivery](const Delivery &came) { delivery = came; });
    static_cast<void>(QTest::qWaitFor([&delivery] { return delivery.has_value(); }, kLong));
    return delivery;
}

} // namespace

// Letters on their way to a mail server, well-behaved and otherwise.
class SmtpCarrierTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letter_arrivesAsItWasWritten()
    {
        SmtpDouble server;
        Letter letter = letterTo();
        letter.subject = u"Ihre Karten für „Die Räuber“ 🎭 – Samstag, 21. November, 19:30 Uhr, Großes Haus, Parkett links, Reihe 7"_s;
        letter.body = u"Grüße!\n.\n.. zwei Punkte\nFrom here on = a line that is so long that no mail server would take it as it is, and that says nothing else for a good while\n"_s;
        letter.pdf = "%PDF-1.7\n";
        for (int i = 0; i < 300'000; ++i)
            letter.pdf += static_cast<char>(i * 7 % 256);
        QCOMPARE(deliver(accountAt(server), letter), std::optional(Delivery()));
        QCOMPARE(server.letters().size(), 1);
        QCOMPARE(server.letters().at(0).from, QByteArray("box@house.example"));
        QCOMPARE(server.letters().at(0).to, QByteArrayList {"ada@example.org"});

        const QJsonObject mail = SmtpDouble::read(server.letters().at(0));
        const QJsonObject headers = mail.value(u"headers"_s).toObject();
        QVERIFY2(mail.value(u"defects"_s).toArray().isEmpty(), QJsonDocument(mail).toJson().left(500).constData());
        QCOMPARE(headers.value(u"subject"_s).toString(), letter.subject);
        QVERIFY(headers.value(u"from"_s).toString().contains(u"Театр"));
        QVERIFY(headers.value(u"from"_s).toString().endsWith(u"<box@house.example>"));
        QVERIFY(headers.value(u"to"_s).toString().contains(u"ada@example.org"));
        QCOMPARE(headers.value(u"reply-to"_s).toString(), u"office@house.example"_s);
        QCOMPARE(headers.value(u"message-id"_s).toString(), u"<%1@house.example>"_s.arg(letter.id.toString()));
        QCOMPARE(headers.value(u"date"_s).toString(), u"Wed, 18 Nov 2026 11:06:40 +0000"_s);
        QCOMPARE(mail.value(u"text"_s).toString().replace(u"\r\n"_s, u"\n"_s), letter.body);
        const QJsonArray attachments = mail.value(u"attachments"_s).toArray();
        QCOMPARE(attachments.size(), 1);
        QCOMPARE(attachments[0][u"name"_s].toString(), u"7K3M-9QXA.pdf"_s);
        QCOMPARE(attachments[0][u"type"_s].toString(), u"application/pdf"_s);
        QCOMPARE(QByteArray::fromBase64(attachments[0][u"base64"_s].toString().toLatin1()), letter.pdf);
        for (const QByteArray &line : server.letters().at(0).data.split('\n'))
            QVERIFY(line.size() < 1'000);
    }

    void header_isNeverTwo()
    {
        SmtpDouble server;
        Letter letter = letterTo();
        letter.subject = u"Tickets\r\nBcc: eve@example.org\r\n\r\nBuy"_s + QChar(QChar::LineSeparator) + u"this"_s;
        SmtpAccount account = accountAt(server);
        account.from.name = u"House\r\nX-Evil: yes"_s;
        QCOMPARE(deliver(account, letter), std::optional(Delivery()));
        const QJsonObject headers = SmtpDouble::read(server.letters().at(0)).value(u"headers"_s).toObject();
        QCOMPARE(headers.value(u"subject"_s).toString(), u"Tickets Bcc: eve@example.org Buy this"_s);
        QVERIFY(!headers.contains(u"bcc"_s) && !headers.contains(u"x-evil"_s));
        QCOMPARE(server.letters().at(0).to.size(), 1);
    }

    void longHeader_isFoldedBetweenCharacters()
    {
        const QByteArray header = textHeader("Subject", QString(200, u'ü') + u"🎭🎭🎭🎭🎭🎭🎭🎭🎭🎭🎭🎭🎭"_s);
        for (const QByteArray &line : header.split('\n'))
            QVERIFY2(line.trimmed().size() <= 76, line.constData());
        for (const QByteArray &word : header.split(' ')) {
            if (word.startsWith("=?"))
                QVERIFY(!QString::fromUtf8(QByteArray::fromBase64(word.trimmed().mid(10).chopped(2))).contains(QChar::ReplacementCharacter));
        }
        QCOMPARE(textHeader("Subject", u"Tickets"_s), QByteArray("Subject: Tickets"));
        QVERIFY(textHeader("Subject", u"=?UTF-8?B?eA==?="_s) != "Subject: =?UTF-8?B?eA==?="); // what looks encoded is not
    }

    void refusal_isToldFromDelay_data()
    {
        QTest::addColumn<Step>("step");
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<MailProblem>("problem");
        QTest::addColumn<bool>("isFinal");
        QTest::newRow("no such person") << Step::Rcpt << QByteArray("550 5.1.1 no such user") << MailProblem::RecipientRefused << true;
        QTest::newRow("mailbox is full") << Step::Rcpt << QByteArray("452 4.2.2 mailbox full") << MailProblem::RecipientRefused << false;
        QTest::newRow("nothing more today") << Step::Data << QByteArray("451 4.3.0 try later") << MailProblem::Refused << false;
        QTest::newRow("no letters") << Step::Data << QByteArray("554 5.5.1 no") << MailProblem::Refused << true;
        QTest::newRow("rubbish") << Step::Body << QByteArray("554-5.7.1 looks like\r\n554 5.7.1 rubbish") << MailProblem::Refused << true;
        QTest::newRow("disk is full") << Step::Body << QByteArray("452 4.3.1 no space") << MailProblem::Refused << false;
        QTest::newRow("not from here") << Step::Mail << QByteArray("550 5.7.1 not your address") << MailProblem::Refused << false;
        QTest::newRow("closed") << Step::Greeting << QByteArray("554 5.3.2 closed") << MailProblem::Unreachable << false;
        QTest::newRow("too many") << Step::Greeting << QByteArray("421 4.7.0 too many") << MailProblem::Unreachable << false;
    }
    void refusal_isToldFromDelay()
    {
        QFETCH(Step, step);
        QFETCH(QByteArray, answer);
        QFETCH(MailProblem, problem);
        QFETCH(bool, isFinal);
        SmtpDouble server;
        server.refuse(step, answer);
        const auto delivery = deliver(accountAt(server));
        QVERIFY(delivery);
        QCOMPARE(delivery->problem, std::optional(problem));
        QCOMPARE(delivery->isFinal, isFinal);
        QVERIFY2(delivery->answer.startsWith(QString::fromLatin1(answer.left(3))), qPrintable(delivery->answer));
        QVERIFY(!delivery->answer.contains(u'\n') && server.letters().isEmpty());
        if (step == Step::Body && isFinal)
            QVERIFY(delivery->answer.contains(u"looks like") && delivery->answer.contains(u"rubbish"));
    }

    void silenceAndHangingUp_areNoAnswer_data()
    {
        QTest::addColumn<Step>("step");
        QTest::addColumn<bool>("hangsUp");
        int number = 0;
        for (const Step step : {Step::Greeting, Step::Ehlo, Step::Mail, Step::Rcpt, Step::Data, Step::Body}) {
            for (const bool hangsUp : {false, true})
                QTest::addRow("step %d, %s", number, hangsUp ? "hangs up" : "says nothing") << step << hangsUp;
            ++number;
        }
    }
    void silenceAndHangingUp_areNoAnswer()
    {
        QFETCH(Step, step);
        QFETCH(bool, hangsUp);
        SmtpDouble server;
        if (hangsUp)
            server.hangUpAt(step);
        else
            server.keepSilentAt(step);
        const auto delivery = deliver(accountAt(server));
        QVERIFY(delivery);
        QVERIFY(delivery->problem && !delivery->isFinal);
        QCOMPARE(*delivery->problem, MailProblem::Unreachable);
    }

    void nobodyThere_isUnreachable()
    {
        SmtpDouble server;
        const SmtpAccount account = accountAt(server);
        server.close();
        QCOMPARE(deliver(account)->problem, std::optional(MailProblem::Unreachable));
    }

    void encryption_isInsistedOn()
    {
        SmtpDouble plain;
        const auto refused = deliver(accountAt(plain, MailSecurity::StartTls));
        QCOMPARE(refused->problem, std::optional(MailProblem::Insecure));
        QVERIFY(!refused->isFinal);
        for (const QByteArray &command : plain.commands())
            QVERIFY(!command.startsWith("MAIL") && !command.startsWith("RCPT"));
        QVERIFY(plain.letters().isEmpty());
    }

    void encryptedWays_areTrustedByCertificateOnly_data()
    {
        QTest::addColumn<bool>("fromTheStart");
        QTest::newRow("from the start") << true;
        QTest::newRow("STARTTLS") << false;
    }
    void encryptedWays_areTrustedByCertificateOnly()
    {
        QFETCH(bool, fromTheStart);
        SmtpDouble server(fromTheStart ? Encryption::Tls : Encryption::StartTls);
        server.askForPassword();
        SmtpAccount account = accountAt(server, fromTheStart ? MailSecurity::Tls : MailSecurity::StartTls);
        account.user = QString::fromLatin1(SmtpDouble::user());
        account.password = SmtpDouble::password();
        QCOMPARE(deliver(account), std::optional(Delivery()));
        QVERIFY(server.letters().at(0).wasEncrypted);
        QCOMPARE(server.letters().at(0).signedInAs, SmtpDouble::user());

        account.certificates.clear(); // the system does not know who made this one
        QCOMPARE(deliver(account)->problem, std::optional(MailProblem::Insecure));
        account.certificates = SmtpDouble::certificate();
        account.host = u"127.0.0.2"_s; // there it is, too, but the certificate is for another
        const auto other = deliver(account);
        QVERIFY(other->problem == MailProblem::Insecure || other->problem == MailProblem::Unreachable); // not on every system
        QCOMPARE(server.letters().size(), 1);
    }

    void wrongPassword_isSaidAndNotRepeated()
    {
        SmtpDouble server(Encryption::StartTls);
        server.askForPassword();
        SmtpAccount account = accountAt(server, MailSecurity::StartTls);
        account.user = QString::fromLatin1(SmtpDouble::user());
        account.password = "guessed";
        const auto delivery = deliver(account);
        QCOMPARE(delivery->problem, std::optional(MailProblem::SignInRefused));
        QVERIFY(!delivery->isFinal); // somebody may mend it
        QVERIFY(!delivery->answer.contains(u"guessed"));
        QVERIFY(delivery->answer.startsWith(u"535"));
    }

    void goingAway_waitsForNobody_data()
    {
        QTest::addColumn<Step>("step");
        QTest::addColumn<int>("commands"); // after which nothing comes
        QTest::newRow("before anything is said") << Step::Greeting << 0;
        QTest::newRow("before the letter") << Step::Rcpt << 3;
        QTest::newRow("after the letter") << Step::Body << 4;
    }
    void goingAway_waitsForNobody()
    {
        QFETCH(Step, step);
        QFETCH(int, commands);
        SmtpDouble server;
        server.keepSilentAt(step);
        SmtpAccount account = accountAt(server);
        account.patience = 60s;
        account.longest = 60s;
        bool wasAnswered = false;
        QElapsedTimer timer;
        {
            SmtpCarrier carrier(account);
            carrier.carry(letterTo(), [&wasAnswered](const Delivery &) { wasAnswered = true; });
            QTRY_VERIFY(server.connections() == 1 && server.commands().size() >= commands);
            timer.start();
        }
        QVERIFY(timer.elapsed() < 5'000);
        QCoreApplication::processEvents();
        QVERIFY(!wasAnswered && server.letters().isEmpty());
    }

    void brokenOffLetter_isNoneAtAll()
    {
        SmtpDouble server;
        Letter letter = letterTo();
        letter.pdf += QByteArray(40'000'000, 'x'); // more than fits between two who do not listen
        {
            SmtpCarrier carrier(accountAt(server));
            carrier.carry(letter, [](const Delivery &) {});
            QTRY_VERIFY_WITH_TIMEOUT(server.commands().size() >= 4, kLong);
        }
        for (int i = 0; i < 20; ++i)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        QVERIFY(server.letters().isEmpty());
    }

    void letters_goOneAfterTheOther()
    {
        SmtpDouble server;
        SmtpCarrier carrier(accountAt(server));
        QList<int> came;
        for (int i = 0; i < 3; ++i)
            carrier.carry(letterTo(u"guest%1@example.org"_s.arg(i)), [&came, i](const Delivery &) { came.append(i); });
        QTRY_COMPARE(came, (QList<int> {0, 1, 2}));
        QCOMPARE(server.letters().size(), 3);
    }
};

QTEST_GUILESS_MAIN(SmtpCarrierTest)
#include "tst_smtpcarrier.moc"
