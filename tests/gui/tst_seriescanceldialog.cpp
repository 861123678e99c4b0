// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/theme.h"
#include "app/screens/canceleventdialog.h"
#include "app/screens/programmescreen.h"
#include "app/widgets/messagebanner.h"
#include "tests/gui/desk.h"
#include "tests/gui/picture.h"
#include "tests/support/eventparams.h"
#include "tests/support/testdatabases.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

using namespace parterre;
using namespace parterre::testing;
using namespace parterre::ui;
using namespace Qt::StringLiterals;

// A date of a series is cancelled in the window at a real server, alone or with those that come later.
class TestSeriesCancelDialog : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;
    TestDatabases m_databases;
    std::unique_ptr<TestHouse> m_house;
    QList<EventId> m_dates; // 6, 7 and 8 December 2030

    template<class Widget>
    static Widget *part(const Desk &desk, const QString &name)
    {
        return desk.screen<ProgrammeScreen>(Page::Programme)->findChild<Widget *>(name);
    }
    void sell(int date, const QList<qint32> &places) const
    {
        const auto clerk = m_house->visitor(Role::Clerk);
        QVERIFY(clerk->call(u"holds.acquire"_s, placesOf(m_dates[date], places)).ok());
        QVERIFY(clerk->call(u"bookings.checkout"_s, testing::checkoutOf(m_dates[date], places, newKey())).ok());
    }
    void openProgramme(Desk &desk) const
    {
        QVERIFY(desk.openAs(Role::Manager));
        desk.navigator->goTo(Page::Programme);
        QTRY_COMPARE(desk.models.eventDesk.programme().loadState(), LoadState::Ready);
        QTRY_VERIFY(desk.models.venues.rowCount() > 0);
    }
    void openEvent(Desk &desk, EventId event) const
    {
        desk.models.eventDesk.open(event);
        QTRY_COMPARE(desk.models.eventDesk.state(), EventDesk::State::Editing);
    }
    void reserve(int date, const QList<qint32> &places) const
    {
        const auto clerk = m_house->visitor(Role::Clerk);
        QVERIFY(clerk->call(u"holds.acquire"_s, placesOf(m_dates[date], places)).ok());
        QVERIFY(clerk->call(u"bookings.reserve"_s, reservationOf(m_dates[date], places, newKey())).ok());
    }
    static CancelEventDialog *dialog(const Desk &desk) { return desk.window->findChild<CancelEventDialog *>(); }
    static void askToCancel(Desk &desk)
    {
        QTest::mouseClick(part<QPushButton>(desk, u"cancelEvent"_s), Qt::LeftButton);
        QTRY_VERIFY(dialog(desk) && dialog(desk)->isVisible());
    }
    template<class Widget>
    static Widget *asked(const Desk &desk, const QString &name)
    {
        return dialog(desk)->findChild<Widget *>(name);
    }
    [[nodiscard]] QString stateOf(int date) const
    {
        return m_house->visitor(Role::Clerk)->call(u"events.get"_s, {{u"event"_s, m_dates[date].toString()}}).at(u"event.summary.state"_s).toString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(u"en_GB"_s));
        m_theme = std::make_unique<Theme>(*qApp);
        m_theme->apply(Scheme::Light);
    }
    void init()
    {
        m_house = std::make_unique<TestHouse>(m_databases.create(storage::Engine::Sqlite));
        const auto manager = m_house->visitor(Role::Manager);
        const QString series = newKey();
        const WireReply made = manager->call(u"events.createSeries"_s, seriesIn(*m_house, series, u"FREQ=DAILY;COUNT=3"_s));
        m_dates.clear();
        for (const QJsonValue &date : made.at(u"events"_s).toArray())
            m_dates.append(*EventId::fromString(date[u"event"_s].toString()));
        QCOMPARE(m_dates.size(), 3);
        QVERIFY(manager->call(u"events.setSeriesState"_s, {{u"series"_s, series}, {u"state"_s, u"published"_s}}).ok());
    }
    void cleanup()
    {
        m_house.reset();
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void laterDates_areCancelledAfterTheyWereCounted()
    {
        sell(0, {0});
        sell(1, {0});
        sell(2, {20, 21});
        reserve(2, {40, 41});
        Desk desk(*m_house);
        openProgramme(desk);
        openEvent(desk, m_dates[1]);
        askToCancel(desk);
        // This date alone, until somebody says otherwise.
        auto *scope = asked<QComboBox>(desk, u"cancelScope"_s);
        auto *touched = asked<QLabel>(desk, u"touched"_s);
        auto *yes = asked<QPushButton>(desk, u"reallyCancelEvent"_s);
        QVERIFY(scope->isVisible());
        QVERIFY(!asked<QLabel>(desk, u"cancelledDates"_s)->isVisible());
        QVERIFY2(touched->text().contains(u"1 ticket of 1 booking"_s), qPrintable(touched->text()));
        QCOMPARE(yes->text(), u"Cancel the event"_s);
        QTest::keyClick(scope, Qt::Key_Down);
        QVERIFY(dialog(desk)->isWithLater());
        QTRY_VERIFY(asked<QLabel>(desk, u"cancelledDates"_s)->isVisible());
        const QString dates = asked<QLabel>(desk, u"cancelledDates"_s)->text();
        QVERIFY2(dates.startsWith(u"2 dates"_s) && dates.contains(u"7 December 2030"_s) && dates.contains(u"8 December 2030"_s), qPrintable(dates));
        // Of the paid ones as many as are owed something afterwards.
        QVERIFY2(touched->text().contains(u"3 tickets of 2 bookings"_s) && touched->text().contains(u"€70.00"_s), qPrintable(touched->text()));
        QVERIFY2(touched->text().contains(u"Reserved and not paid, void as well: 2 tickets of 1 booking."_s), qPrintable(touched->text()));
        QCOMPARE(yes->text(), u"Cancel 2 dates"_s);
        QVERIFY(!yes->isEnabled());
        QTest::keyClicks(asked<QComboBox>(desk, u"cancelReason"_s), u"Fire in the house"_s);
        QVERIFY(yes->isEnabled());
        keepPicture(*dialog(desk), u"programme-cancel-series"_s);
        QTest::mouseClick(yes, Qt::LeftButton);
        QTRY_COMPARE(desk.models.eventDesk.eventState(), EventState::Cancelled);
        QTRY_VERIFY2(desk.banner()->text().startsWith(u"2 dates are cancelled"_s), qPrintable(desk.banner()->text()));
        QCOMPARE(desk.banner()->severity(), Severity::Success);
        QCOMPARE(stateOf(0), u"published"_s);
        QCOMPARE(stateOf(2), u"cancelled"_s);

        // All dates of the series are listed, and each leads to what is owed for it.
        QVERIFY(part<QCheckBox>(desk, u"onlySeries"_s)->isChecked());
        QTRY_COMPARE(desk.models.eventDesk.programme().rowCount(), 3);
        QTRY_COMPARE(desk.models.refundDesk.list().totals().tickets, 1);
        keepPicture(*desk.window, u"programme-cancelled-series"_s);
        openEvent(desk, m_dates[2]);
        QTRY_COMPARE(desk.models.refundDesk.list().totals().remaining, 0);
        QTRY_COMPARE(desk.models.refundDesk.list().totals().tickets, 2);
        QVERIFY(part<QListView>(desk, u"refunds"_s)->isVisible());
    }

    void oneDate_isCancelledAloneUnlessOthersAreChosen()
    {
        Desk desk(*m_house);
        openProgramme(desk);
        openEvent(desk, m_dates[0]);
        desk.models.eventDesk.setScope(EventDesk::Scope::AllDates); // what is chosen for saving is not meant
        askToCancel(desk);
        QVERIFY(!dialog(desk)->isWithLater());
        QTest::keyClicks(asked<QComboBox>(desk, u"cancelReason"_s), u"Fire"_s);
        QTest::mouseClick(asked<QPushButton>(desk, u"reallyCancelEvent"_s), Qt::LeftButton);
        QTRY_COMPARE(desk.models.eventDesk.eventState(), EventState::Cancelled);
        QTRY_VERIFY2(desk.banner()->text().startsWith(u"The event is cancelled"_s), qPrintable(desk.banner()->text()));
        QCOMPARE(stateOf(1), u"published"_s);
    }

    void choice_isOfferedOnlyWhereOthersComeLater()
    {
        Desk desk(*m_house);
        openProgramme(desk);
        for (const EventId &event : {m_dates[2], m_house->events().evening}) {
            openEvent(desk, event);
            askToCancel(desk);
            QVERIFY(!asked<QComboBox>(desk, u"cancelScope"_s)->isVisible());
            QVERIFY(!dialog(desk)->isWithLater());
            QTest::keyClick(dialog(desk), Qt::Key_Escape);
            QTRY_VERIFY(!dialog(desk));
        }
        QCOMPARE(stateOf(2), u"published"_s);
    }

    void dialog_readsRightToLeftAndIsNamed()
    {
        QApplication::setLayoutDirection(Qt::RightToLeft);
        Desk desk(*m_house);
        openProgramme(desk);
        openEvent(desk, m_dates[0]);
        askToCancel(desk);
        auto *scope = asked<QComboBox>(desk, u"cancelScope"_s);
        QCOMPARE(scope->accessibleName(), u"Which dates"_s);
        scope->setCurrentIndex(1);
        QTRY_VERIFY(asked<QPushButton>(desk, u"keepEvent"_s)->x() > asked<QPushButton>(desk, u"reallyCancelEvent"_s)->x());
        keepPicture(*dialog(desk), u"programme-cancel-series-rtl"_s);
    }
};

QTEST_MAIN(TestSeriesCancelDialog)
#include "tst_seriescanceldialog.moc"
