// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/theme.h"
#include "app/screens/maildialog.h"
#include "app/screens/mailwords.h"
#include "app/widgets/formfield.h"
#include "app/widgets/messagebanner.h"
#include "tests/gui/desk.h"
#include "tests/gui/picture.h"
#include "tests/support/smtpdouble.h"
#include "tests/support/testdatabases.h"

#include <QJsonArray>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace parterre;
using namespace parterre::testing;
using namespace parterre::ui;
using namespace Qt::StringLiterals;

// A booking's tickets, from the button to somebody's mail.
class MailScreensTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init()
    {
        m_smtp = std::make_unique<SmtpDouble>();
        m_house = std::make_unique<TestHouse>(m_databases.create(storage::Engine::Sqlite), HouseWishes {.smtp = m_smtp->serverPort()});
    }
    void cleanup()
    {
        m_house.reset();
        m_smtp.reset();
    }
    void tickets_areSentAndShownAsSent();
    void knownAddress_isThereAlready();
    void wrongWords_areFoundBeforeSending();
    void refusal_isSaidInWords();
    void houseWithoutMail_saysSo();
    void customers_areNotOffered();
    void notes_sayWhatBecameOfEach();

private:
    // The booking of two seats on the screen.
    void openBooking(Desk &desk, Role role = Role::Clerk) const;
    // Opens the dialog.
    [[nodiscard]] static MailDialog *mail(Desk &desk);
    template<class Widget>
    [[nodiscard]] static Widget *part(const QWidget *dialog, const QString &name) { return dialog->findChild<Widget *>(name); }
    [[nodiscard]] static QString firstNote(const MailDialog *dialog) { return part<QListView>(dialog, u"mailsBefore"_s)->model()->index(0, 0).data().toString(); }

    std::unique_ptr<Theme> m_theme;
    TestDatabases m_databases;
    std::unique_ptr<SmtpDouble> m_smtp;
    std::unique_ptr<TestHouse> m_house;
};

void MailScreensTest::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp);
    m_theme->apply(Scheme::Light);
    QLocale::setDefault(QLocale(u"en_GB"_s));
}

void MailScreensTest::openBooking(Desk &desk, Role role) const
{
    const auto seller = desk.house.visitor(role);
    QVERIFY(seller->call(u"holds.acquire"_s, placesOf(desk.house.events().evening, {30, 31})).ok());
    QVERIFY(seller->call(u"bookings.checkout"_s, testing::checkoutOf(desk.house.events().evening, {30, 31}, newKey())).ok());
    QVERIFY(desk.openAs(role));
    desk.navigator->goTo(Page::Bookings);
    auto *save = part<QPushButton>(desk.window.get(), u"saveTickets"_s);
    QTRY_VERIFY(save && save->isVisible());
}

MailDialog *MailScreensTest::mail(Desk &desk)
{
    part<QPushButton>(desk.window.get(), u"mailTickets"_s)->click();
    return desk.window->findChild<MailDialog *>();
}

void MailScreensTest::tickets_areSentAndShownAsSent()
{
    Desk desk(*m_house);
    openBooking(desk);
    QPointer<MailDialog> dialog = mail(desk);
    QVERIFY(dialog);
    QVERIFY(!part<QListView>(dialog, u"mailsBefore"_s)->isVisible());
    QTRY_VERIFY(part<QLineEdit>(dialog, u"mailTo"_s)->hasFocus());
    QCOMPARE(part<QLineEdit>(dialog, u"mailSubject"_s)->text(), u"Your tickets for Hamlet"_s);
    QTest::keyClicks(dialog->focusWidget(), u"ada@example.org"_s);
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(m_smtp->letters().size(), 1);
    QTRY_VERIFY(dialog->findChild<MessageBanner *>()->text().contains(u"on their way"));
    QTRY_VERIFY_WITH_TIMEOUT(firstNote(dialog).contains(u"Sent "), 20'000);
    QVERIFY(firstNote(dialog).contains(u"ada@example.org"));
    keepPicture(*dialog, u"mail-dialog"_s);

    const QJsonObject letter = SmtpDouble::read(m_smtp->letters().at(0));
    QCOMPARE(letter.value(u"headers"_s)[u"subject"_s].toString(), u"Your tickets for Hamlet"_s);
    QVERIFY(letter.value(u"text"_s).toString().startsWith(u"Hello Test clerk,"));
    const QByteArray pdf = QByteArray::fromBase64(letter.value(u"attachments"_s)[0][u"base64"_s].toString().toLatin1());
    QVERIFY(pdf.startsWith("%PDF-"));
    QCOMPARE(pdf.count("/Type /Page\n"), 2);

    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!dialog);
    // It is still there the next time.
    dialog = mail(desk);
    QTRY_VERIFY(dialog && firstNote(dialog).contains(u"ada@example.org"));
}

void MailScreensTest::knownAddress_isThereAlready()
{
    const auto clerk = m_house->visitor(Role::Clerk);
    QVERIFY(clerk->call(u"holds.acquire"_s, placesOf(m_house->events().evening, {30})).ok());
    const WireReply sold = clerk->call(u"bookings.checkout"_s, testing::checkoutOf(m_house->events().evening, {30}, newKey()));
    const QJsonObject before {{u"name"_s, sold.at(u"booking.customerName"_s)}};
    const QJsonObject contact {{u"name"_s, u"Ada"_s}, {u"email"_s, u"ada@example.org"_s}};
    QVERIFY(clerk->call(u"bookings.update"_s, {{u"booking"_s, sold.at(u"booking.id"_s)}, {u"before"_s, before}, {u"contact"_s, contact}}).ok());
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Clerk));
    desk.navigator->goTo(Page::Bookings);
    QTRY_VERIFY(part<QPushButton>(desk.window.get(), u"mailTickets"_s)->isVisible());
    const MailDialog *dialog = mail(desk);
    QCOMPARE(part<QLineEdit>(dialog, u"mailTo"_s)->text(), u"ada@example.org"_s);
    QVERIFY(part<QPlainTextEdit>(dialog, u"mailBody"_s)->toPlainText().startsWith(u"Hello Ada,"));
}

void MailScreensTest::wrongWords_areFoundBeforeSending()
{
    Desk desk(*m_house);
    openBooking(desk);
    MailDialog *dialog = mail(desk);
    auto *to = part<QLineEdit>(dialog, u"mailTo"_s);
    auto *subject = part<QLineEdit>(dialog, u"mailSubject"_s);
    auto *body = part<QPlainTextEdit>(dialog, u"mailBody"_s);
    auto *send = part<QPushButton>(dialog, u"sendMail"_s);
    const auto complaints = [dialog] {
        QStringList all;
        for (const FormField *field : dialog->findChildren<FormField *>()) {
            if (!field->error().isEmpty())
                all.append(field->error());
        }
        return all;
    };
    to->setText(u"ada at example"_s);
    subject->setText(u"  "_s);
    body->setPlainText(u"Your card 4111 1111 1111 1111 was charged."_s);
    send->click();
    QCOMPARE(complaints().size(), 3);
    QCOMPARE(dialog->focusWidget(), to);
    to->setText(u"ada@example.org"_s);
    subject->setText(u"Tickets"_s);
    QCOMPARE(complaints().size(), 1);
    body->setPlainText(u"x"_s + QString(10'000, u'y'));
    send->click();
    QCOMPARE(complaints().size(), 1);
    QVERIFY(!desk.models.mailDesk.isSending() && m_smtp->connections() == 0);
    body->setPlainText(u"Here they are."_s);
    QVERIFY(complaints().isEmpty());
    send->click();
    QTRY_COMPARE(m_smtp->letters().size(), 1);
}

void MailScreensTest::refusal_isSaidInWords()
{
    Desk desk(*m_house);
    openBooking(desk);
    m_smtp->refuse(SmtpDouble::Step::Rcpt, "550 5.1.1 no such user");
    MailDialog *dialog = mail(desk);
    part<QLineEdit>(dialog, u"mailTo"_s)->setText(u"nobody@example.org"_s);
    part<QPushButton>(dialog, u"sendMail"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(firstNote(dialog).contains(u"given up"), 20'000);
    QVERIFY(firstNote(dialog).contains(u"no such user"));
    QVERIFY(part<QPushButton>(dialog, u"sendMail"_s)->isEnabled()); // to another one
}

void MailScreensTest::houseWithoutMail_saysSo()
{
    const TestHouse silent(m_databases.create(storage::Engine::Sqlite));
    Desk desk(silent);
    openBooking(desk);
    MailDialog *dialog = mail(desk);
    QVERIFY(dialog->findChild<MessageBanner *>()->text().contains(u"sends no mail"));
    QVERIFY(!part<QPushButton>(dialog, u"sendMail"_s)->isEnabled());
    QVERIFY(!part<QLineEdit>(dialog, u"mailTo"_s)->isEnabled());
}

void MailScreensTest::customers_areNotOffered()
{
    Desk desk(*m_house);
    openBooking(desk, Role::Customer);
    QVERIFY(!part<QPushButton>(desk.window.get(), u"mailTickets"_s)->isVisible());
}

void MailScreensTest::notes_sayWhatBecameOfEach()
{
    const QLocale english(u"en_GB"_s);
    Mail mail {.to = u"ada@example.org"_s, .at = Instant(std::chrono::milliseconds(1'795'000'000'000)), .by = {.name = u"Mary"_s}, .nextAttempt = Instant(std::chrono::milliseconds(1'795'000'060'000))};
    QVERIFY(mailNote(mail, english).section(u'\n', 0, 0).contains(u"ada@example.org"));
    QVERIFY(mailNote(mail, english).contains(u"On its way"));
    mail.problem = MailProblem::Unreachable;
    QVERIFY(mailNote(mail, english).contains(u"next attempt"));
    mail.state = MailState::Failed;
    QSet<QString> words;
    for (const MailProblem problem : {MailProblem::Unreachable, MailProblem::Insecure, MailProblem::SignInRefused, MailProblem::RecipientRefused, MailProblem::Refused, MailProblem::BookingCancelled}) {
        mail.problem = problem;
        words.insert(mailNote(mail, english));
    }
    QCOMPARE(words.size(), 6);
    Mail sent {.to = mail.to, .state = MailState::Sent, .at = mail.at, .by = mail.by, .sent = mail.at};
    QCOMPARE(mailNote(sent, english).count(u"2026"_s), 1); // when it was asked for is said already
    sent.sent = mail.at + std::chrono::hours(1);
    QCOMPARE(mailNote(sent, english).count(u"2026"_s), 2);
    for (const QString &text : {usualSubject(u"Hamlet"_s), usualBody(u"Ada"_s, u"7K3M-9QXA"_s)}) {
        for (const QChar c : text)
            QVERIFY(c.category() != QChar::Other_Format);
    }
}

QTEST_MAIN(MailScreensTest)
#include "tst_mailscreens.moc"
