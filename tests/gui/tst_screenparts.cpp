// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/theme.h"
#include "app/screens/cartlinerow.h"
#include "app/screens/cashpanel.h"
#include "app/screens/ticketlist.h"
#include "app/widgets/bookingcarddelegate.h"
#include "app/widgets/card.h"
#include "app/widgets/choicebar.h"
#include "app/widgets/formats.h"
#include "app/widgets/formfield.h"

#include "picture.h"

#include <QApplication>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace parterre;
using namespace parterre::ui;

namespace {

Money euro(qint64 cents)
{
    return {.amount = cents, .currency = *Currency::fromCode(u"EUR")};
}

protocol::CartLine line(qint32 place, const char *label)
{
    return {.hold = {.place = place}, .eventName = QStringLiteral("Tale"), .label = QString::fromUtf8(label), .category = QStringLiteral("front"),
            .prices = {{.ticketType = QStringLiteral("adult"), .name = QStringLiteral("Adult"), .price = euro(2400)},
                       {.ticketType = QStringLiteral("child"), .name = QStringLiteral("Child <b>under</b> 14"), .price = euro(1200)}}};
}

QList<BookingSummary> someBookings()
{
    return {{.reference = QStringLiteral("7K3M-9QXA"), .customerName = QStringLiteral("Ada Lovelace"), .total = euro(7200), .ticketCount = 3,
             .eventName = QStringLiteral("The Winter's Tale"), .labels = {QStringLiteral("Stalls F 12"), QStringLiteral("Stalls F 13"), QStringLiteral("Stalls F 14")}},
            {.reference = QStringLiteral("PP2C-44TB"), .state = BookingState::Cancelled, .customerName = QStringLiteral("<u>Bob</u>"), .total = euro(2400),
             .ticketCount = 12, .eventName = QStringLiteral("Night Train"), .labels = {QStringLiteral("Row 3, seat 4")}}};
}

} // namespace

class TestScreenParts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cartRowShowsAndAsks();
    void cartRowFollowsTheModel();
    void likelyTendersStartExactAndRise();
    void cashGivesChange();
    void cashRefusesTooLittleAndNonsense();
    void cashNotesFillTheEntry();
    void ticketsSayWhenCancelled();
    void everyLabelIsPlain();
    void choiceIsMadeWithTheKeyboard();
    void spokenBookingNamesEverything();
    void picturesAreKept_data();
    void picturesAreKept();

private:
    std::unique_ptr<Theme> m_theme;
};

void TestScreenParts::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp);
    QLocale::setDefault(QLocale(QStringLiteral("en_GB")));
}

void TestScreenParts::cartRowShowsAndAsks()
{
    CartLineRow row;
    row.setLine(line(17, "Stalls F 12"), QStringLiteral("child"));
    auto *types = row.findChild<QComboBox *>();
    QCOMPARE(types->currentIndex(), 1);
    QSignalSpy chosen(&row, &CartLineRow::ticketTypeChosen);
    QSignalSpy removed(&row, &CartLineRow::removeRequested);
    types->show();
    QTest::keyClick(types, Qt::Key_Up);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().toString(), QStringLiteral("adult"));
    auto *remove = row.findChild<QToolButton *>();
    QCOMPARE(remove->accessibleName(), QStringLiteral("Give back Stalls F 12"));
    remove->click();
    QCOMPARE(removed.count(), 1);
}

void TestScreenParts::cartRowFollowsTheModel()
{
    CartLineRow row;
    QSignalSpy chosen(&row, &CartLineRow::ticketTypeChosen);
    row.setLine(line(17, "F 12"), QStringLiteral("adult"));
    row.setLine(line(17, "F 12"), QStringLiteral("child"));
    QCOMPARE(row.findChild<QComboBox *>()->currentIndex(), 1);
    QCOMPARE(chosen.count(), 0);
}

void TestScreenParts::likelyTendersStartExactAndRise()
{
    const QList<Money> tenders = likelyTenders(euro(4730), 5);
    QList<qint64> cents;
    for (const Money &tender : tenders)
        cents.append(tender.amount);
    QCOMPARE(cents, (QList<qint64> {4730, 4800, 5000, 6000, 10000}));
    QCOMPARE(likelyTenders(euro(0), 5).size(), 1);
    QCOMPARE(likelyTenders({.amount = 4730, .currency = *Currency::fromCode(u"JPY")}, 3).at(1).amount, 4740);
}

void TestScreenParts::cashGivesChange()
{
    CashPanel panel;
    panel.setDue(euro(4730));
    QCOMPARE(panel.tendered(), euro(4730));
    auto *entry = panel.findChild<QLineEdit *>();
    QTest::keyClicks(entry, QStringLiteral("50"));
    QCOMPARE(panel.tendered(), euro(5000));
    bool shown = false;
    for (const QLabel *label : panel.findChildren<QLabel *>())
        shown = shown || label->text() == formatMoney(euro(270), panel.locale());
    QVERIFY(shown);
    QSignalSpy submitted(&panel, &CashPanel::submitted);
    QTest::keyClick(entry, Qt::Key_Return);
    QCOMPARE(submitted.count(), 1);
}

void TestScreenParts::cashRefusesTooLittleAndNonsense()
{
    CashPanel panel;
    panel.setDue(euro(4730));
    auto *entry = panel.findChild<QLineEdit *>();
    auto *field = panel.findChild<FormField *>();
    entry->setText(QStringLiteral("47"));
    QVERIFY(!panel.check());
    QVERIFY(field->error().contains(QStringLiteral("less")));
    entry->setText(QStringLiteral("many"));
    QVERIFY(field->error().isEmpty());
    QVERIFY(!panel.check());
    QVERIFY(!field->error().contains(QStringLiteral("less")) && !field->error().isEmpty());
    entry->setText(QStringLiteral("47.30"));
    QVERIFY(panel.check());
}

void TestScreenParts::cashNotesFillTheEntry()
{
    CashPanel panel;
    panel.setDue(euro(4730));
    QList<QPushButton *> notes = panel.findChildren<QPushButton *>();
    QCOMPARE(notes.size(), 4);
    notes.at(2)->click();
    QCOMPARE(panel.tendered(), euro(5000));
    panel.setDue(euro(1000));
    QCOMPARE(panel.tendered(), euro(1000));
}

void TestScreenParts::ticketsSayWhenCancelled()
{
    TicketList list;
    list.setTickets({{.number = QStringLiteral("7K3M-9QXA-1"), .label = QStringLiteral("F 12"), .ticketType = QStringLiteral("adult"), .price = euro(2400), .state = TicketState::Cancelled}});
    bool said = false;
    for (const QLabel *label : list.findChildren<QLabel *>())
        said = said || label->text() == QStringLiteral("Cancelled");
    QVERIFY(said);
    list.setTickets({});
    QCOMPARE(list.findChildren<QLabel *>().size(), 0);
}

void TestScreenParts::everyLabelIsPlain()
{
    CartLineRow row;
    row.setLine(line(1, "<b>F</b> 12"), QStringLiteral("adult"));
    TicketList tickets;
    tickets.setTickets({{.number = QStringLiteral("<i>1</i>"), .label = QStringLiteral("<b>F</b>"), .ticketType = QStringLiteral("<u>x</u>")}});
    for (const QWidget *part : {static_cast<QWidget *>(&row), static_cast<QWidget *>(&tickets)}) {
        for (const QLabel *label : part->findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }
}

void TestScreenParts::choiceIsMadeWithTheKeyboard()
{
    ChoiceBar bar(QStringLiteral("When"));
    bar.addChoice(0, QStringLiteral("All"));
    bar.addChoice(1, QStringLiteral("Today"));
    bar.show();
    QVERIFY(QTest::qWaitForWindowActive(&bar));
    QCOMPARE(bar.current(), 0);
    QSignalSpy chosen(&bar, &ChoiceBar::chosen);
    auto *first = bar.findChild<QAbstractButton *>();
    first->setFocus();
    QTest::keyClick(first, Qt::Key_Right);
    QCOMPARE(bar.current(), 1);
    QCOMPARE(chosen.count(), 1);
}

void TestScreenParts::spokenBookingNamesEverything()
{
    const QString text = BookingCardDelegate::spokenText(someBookings().constFirst(), QLocale(QStringLiteral("en_GB")));
    for (const char *part : {"7K3M-9QXA", "Confirmed", "The Winter's Tale", "Stalls F 13", "Ada Lovelace", "€72.00"})
        QVERIFY2(text.contains(QString::fromUtf8(part)), qPrintable(text));
    BookingSummary gone = someBookings().constFirst();
    gone.state = BookingState::Cancelled;
    const QString without = BookingCardDelegate::spokenText(gone, QLocale(QStringLiteral("en_GB")));
    QVERIFY2(without.contains(QStringLiteral("Cancelled")) && !without.contains(QStringLiteral("72.00")), qPrintable(without)); // nobody owes that
}

void TestScreenParts::picturesAreKept_data()
{
    QTest::addColumn<Scheme>("scheme");
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("light") << Scheme::Light << Qt::LeftToRight;
    QTest::newRow("dark-rtl") << Scheme::Dark << Qt::RightToLeft;
}

void TestScreenParts::picturesAreKept()
{
    QFETCH(Scheme, scheme);
    QFETCH(Qt::LayoutDirection, direction);
    m_theme->apply(scheme);
    QApplication::setLayoutDirection(direction);
    QWidget page;
    page.resize(1100, 480);
    auto *row = new QHBoxLayout(&page);
    auto *cart = new Card;
    for (const qint32 place : {12, 13}) {
        auto *entry = new CartLineRow;
        entry->setLine(line(place, place == 12 ? "Stalls F 12" : "Dress circle, box 4, seat 13"), QStringLiteral("child"));
        cart->body()->addWidget(entry);
    }
    auto *bar = new ChoiceBar(QStringLiteral("When"));
    for (const char *text : {"All dates", "Today", "Weekend", "Month"})
        bar->addChoice(bar->current() + 1, QString::fromLatin1(text));
    cart->body()->addWidget(bar);
    cart->body()->addStretch();
    auto *pay = new Card;
    auto *cash = new CashPanel;
    cash->setDue(euro(4730));
    cash->findChild<QLineEdit *>()->setText(QStringLiteral("50"));
    pay->body()->addWidget(cash);
    pay->body()->addStretch();
    auto *bookings = new QListView;
    bookings->setFrameShape(QFrame::NoFrame);
    bookings->setModel(new QStandardItemModel(2, 1, bookings));
    bookings->setItemDelegate(new BookingCardDelegate([](const QModelIndex &index) { return someBookings().at(index.row()); }, bookings));
    bookings->viewport()->setAutoFillBackground(false);
    for (QWidget *part : {static_cast<QWidget *>(cart), static_cast<QWidget *>(pay), static_cast<QWidget *>(bookings)})
        row->addWidget(part, 1);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    testing::keepPicture(page, QStringLiteral("parts-") + QString::fromLatin1(QTest::currentDataTag()));
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

QTEST_MAIN(TestScreenParts)
#include "tst_screenparts.moc"
