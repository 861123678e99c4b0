// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/theme.h"
#include "app/screens/programmescreen.h"
#include "app/widgets/messagebanner.h"
#include "shared/domain/poster.h"
#include "tests/gui/desk.h"
#include "tests/gui/picture.h"
#include "tests/support/eventparams.h"
#include "tests/support/testdatabases.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>

using namespace parterre;
using namespace parterre::testing;
using namespace parterre::ui;
using namespace Qt::StringLiterals;

// The poster of an event, chosen and taken away in the window, at a real server.
class TestPosterScreens : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;
    TestDatabases m_databases;
    std::unique_ptr<TestHouse> m_house;

    template<class Widget>
    static Widget *part(const Desk &desk, const QString &name)
    {
        return desk.screen<ProgrammeScreen>(Page::Programme)->findChild<Widget *>(name);
    }
    static QPushButton *button(const Desk &desk, const QString &name) { return part<QPushButton>(desk, name); }
    static QImage shown(const Desk &desk) { return part<QLabel>(desk, u"poster"_s)->pixmap().toImage(); }
    static std::optional<QString> posterOf(const Desk &desk) { return desk.models.eventDesk.stored()->summary.poster; }
    void openProgramme(Desk &desk)
    {
        QVERIFY(desk.openAs(Role::Manager));
        desk.navigator->goTo(Page::Programme);
        QTRY_COMPARE(desk.models.eventDesk.programme().loadState(), LoadState::Ready);
        QTRY_VERIFY(desk.models.venues.rowCount() > 0);
    }
    void openEvent(Desk &desk, EventId event)
    {
        desk.models.eventDesk.open(event);
        QTRY_COMPARE(desk.models.eventDesk.state(), EventDesk::State::Editing);
        auto *page = desk.screen<ProgrammeScreen>(Page::Programme)->findChild<QScrollArea *>();
        page->ensureWidgetVisible(button(desk, u"choosePoster"_s));
    }
    // By the keyboard, and in the window that asks which.
    void choose(Desk &desk, const QString &path)
    {
        auto *opener = button(desk, u"choosePoster"_s);
        opener->setFocus();
        QTest::keyClick(opener, Qt::Key_Space);
        const auto files = [&desk] { return desk.window->findChild<QFileDialog *>(); };
        QTRY_VERIFY(files());
        Q_EMIT files()->fileSelected(path);
        files()->close();
        QTRY_VERIFY(!files());
    }
    // A photo of a sunset, larger than a poster may be.
    QString photo(const Desk &desk) const
    {
        QImage image(2'100, 3'000, QImage::Format_RGB32);
        QLinearGradient sky(0, 0, 0, image.height());
        sky.setColorAt(0, Qt::darkBlue);
        sky.setColorAt(0.7, Qt::red);
        sky.setColorAt(1, Qt::yellow);
        QPainter(&image).fillRect(image.rect(), sky);
        const QString path = desk.folder.filePath(u"sunset.jpg"_s);
        return image.save(path) ? path : QString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(u"en_GB"_s));
        m_theme = std::make_unique<Theme>(*qApp);
        m_theme->apply(Scheme::Light);
    }
    void init() { m_house = std::make_unique<TestHouse>(m_databases.create(storage::Engine::Sqlite)); }

    void photo_becomesThePosterThatEverybodySees()
    {
        Desk desk(*m_house);
        openProgramme(desk);
        openEvent(desk, m_house->events().matinee);
        QVERIFY(!posterOf(desk));
        QVERIFY(!button(desk, u"removePoster"_s)->isVisible());
        keepPicture(*desk.window, u"poster-none"_s);
        part<QLineEdit>(desk, u"eventName"_s)->setText(u"Matinée in the park"_s); // and not saved
        const QImage painted = shown(desk);
        const QString path = photo(desk);
        QVERIFY(!path.isEmpty());
        choose(desk, path);
        QTRY_VERIFY(posterOf(desk));
        QTRY_COMPARE(desk.banner()->severity(), Severity::Success);
        QVERIFY(desk.banner()->text().startsWith(u"The poster is set"_s));
        QVERIFY(button(desk, u"removePoster"_s)->isVisible());
        QVERIFY(desk.models.eventDesk.isChanged());
        QCOMPARE(desk.models.eventDesk.definition().name, u"Matinée in the park"_s);
        QTRY_VERIFY(shown(desk) != painted);
        const QImage seen = shown(desk);
        QVERIFY(seen.pixelColor(seen.width() / 2, 2).blue() > 100 && seen.pixelColor(seen.width() / 2, 2).red() < 60);
        QVERIFY(seen.pixelColor(seen.width() / 2, seen.height() - 3).green() > 150 && seen.pixelColor(seen.width() / 2, seen.height() - 3).blue() < 60);
        keepPicture(*desk.window, u"poster-set"_s);

        const auto guest = m_house->visitor();
        const WireReply answer = guest->call(u"events.poster"_s, {{u"event"_s, m_house->events().matinee.toString()}});
        const Result<Poster> poster = readPoster(QByteArray::fromBase64(answer.at(u"data"_s).toString().toLatin1()));
        QVERIFY(poster);
        QCOMPARE(poster->hash, *posterOf(desk));
        QCOMPARE(QSize(poster->width, poster->height), QSize(840, 1'200));

        desk.models.eventDesk.open(m_house->events().matinee); // what was not saved is lost
        QTRY_COMPARE(desk.models.eventDesk.state(), EventDesk::State::Editing);
        desk.navigator->goTo(Page::Events);
        const auto isListed = [&] {
            const auto &events = desk.models.events.rows();
            return std::any_of(events.begin(), events.end(), [&](const EventSummary &event) { return event.id == m_house->events().matinee && event.poster == poster->hash; });
        };
        QTRY_VERIFY(isListed());
        keepPicture(*desk.window, u"poster-listed"_s);
    }

    void poster_isTakenAwayAndSetAgain()
    {
        Desk desk(*m_house);
        openProgramme(desk);
        openEvent(desk, m_house->events().evening);
        const std::optional<QString> first = posterOf(desk);
        QVERIFY(first);
        auto *remove = button(desk, u"removePoster"_s);
        QVERIFY(remove->isVisible());
        QCOMPARE(remove->accessibleName(), u"Remove the poster"_s);
        remove->setFocus();
        QTest::keyClick(remove, Qt::Key_Space);
        QTRY_COMPARE(desk.banner()->text(), u"The event has no poster any more."_s);
        QVERIFY(!posterOf(desk));
        QCOMPARE(desk.prompter.asked.size(), 0);
        QVERIFY(!remove->isVisible());
        QCOMPARE(desk.window->focusWidget(), button(desk, u"choosePoster"_s)); // not lost with the button
        keepPicture(*desk.window, u"poster-removed"_s);
        choose(desk, photo(desk));
        QTRY_VERIFY(posterOf(desk));
        QVERIFY(posterOf(desk) != first);
        QTRY_COMPARE(desk.window->focusWidget(), button(desk, u"choosePoster"_s));
    }

    void whatIsNoPicture_isRefusedInWords()
    {
        Desk desk(*m_house);
        openProgramme(desk);
        openEvent(desk, m_house->events().evening);
        const std::optional<QString> before = posterOf(desk);
        const QString path = desk.folder.filePath(u"notes.txt"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("to be or not to be") > 0);
        file.close();
        choose(desk, path);
        QTRY_COMPARE(desk.banner()->severity(), Severity::Error);
        QVERIFY2(desk.banner()->text().contains(u"no picture"_s), qPrintable(desk.banner()->text()));
        QCOMPARE(posterOf(desk), before);
        QTRY_COMPARE(desk.window->focusWidget(), button(desk, u"choosePoster"_s));
        keepPicture(*desk.window, u"poster-refused"_s);
    }

    // For this date, or for all of them: the choice is the same as beside the buttons that save and publish.
    void datesOfASeries_getThePosterTogether()
    {
        const auto manager = m_house->visitor(Role::Manager);
        const QString series = newKey();
        QList<EventId> dates;
        for (const QJsonValue &date : manager->call(u"events.createSeries"_s, seriesIn(*m_house, series, u"FREQ=WEEKLY;COUNT=3"_s)).at(u"events"_s).toArray())
            dates.append(*EventId::fromString(date[u"event"_s].toString()));
        QCOMPARE(dates.size(), 3);
        const auto storedOf = [&](const EventId &date) { return manager->call(u"events.get"_s, {{u"event"_s, date.toString()}}).at(u"event.summary.poster"_s).toString(); };
        Desk desk(*m_house);
        openProgramme(desk);
        openEvent(desk, m_house->events().matinee);
        auto *scope = part<QComboBox>(desk, u"posterScope"_s);
        auto *scopeOfButtons = part<QComboBox>(desk, u"scope"_s);
        QVERIFY(!scope->isVisible());
        openEvent(desk, dates[1]);
        QVERIFY(scope->isVisible() && scope->isEnabled());
        QVERIFY(!scope->accessibleName().isEmpty());
        QCOMPARE(scope->currentData().value<EventDesk::Scope>(), EventDesk::Scope::ThisDate);
        choose(desk, photo(desk));
        QTRY_VERIFY(posterOf(desk));
        QVERIFY(desk.banner()->text().startsWith(u"The poster is set"_s));
        const QString own = *posterOf(desk);
        QCOMPARE(storedOf(dates[0]), QString());

        openEvent(desk, dates[0]);
        scope->setFocus();
        QTest::keyClick(scope, Qt::Key_End);
        QCOMPARE(desk.models.eventDesk.scope(), EventDesk::Scope::AllDates);
        QCOMPARE(scopeOfButtons->currentIndex(), scope->currentIndex());
        keepPicture(*desk.window, u"poster-series"_s);
        const QString path = desk.folder.filePath(u"night.png"_s);
        QImage night(400, 600, QImage::Format_RGB32);
        night.fill(Qt::darkBlue);
        QVERIFY(night.save(path));
        choose(desk, path);
        QTRY_VERIFY(posterOf(desk));
        QVERIFY2(desk.banner()->text().startsWith(u"The posters of 2 dates are set."_s), qPrintable(desk.banner()->text()));
        QVERIFY2(desk.banner()->text().contains(u"(poster)"_s), qPrintable(desk.banner()->text()));
        QCOMPARE(storedOf(dates[1]), own);
        QCOMPARE(storedOf(dates[2]), *posterOf(desk));

        auto *remove = button(desk, u"removePoster"_s);
        remove->setFocus();
        QTest::keyClick(remove, Qt::Key_Space);
        QTRY_VERIFY(!posterOf(desk));
        QVERIFY2(desk.banner()->text().startsWith(u"2 dates have no poster any more."_s), qPrintable(desk.banner()->text()));
        QCOMPARE(storedOf(dates[2]), QString());
        QCOMPARE(storedOf(dates[1]), own);
    }

    void copy_takesThePosterAlong()
    {
        Desk desk(*m_house);
        openProgramme(desk);
        openEvent(desk, m_house->events().evening);
        const std::optional<QString> poster = posterOf(desk);
        QVERIFY(poster);
        QTRY_VERIFY(shown(desk) != QImage());
        const EventId first = desk.models.eventDesk.event();
        QTest::mouseClick(button(desk, u"copyEvent"_s), Qt::LeftButton);
        QTRY_VERIFY(desk.models.eventDesk.event() != first && desk.models.eventDesk.state() == EventDesk::State::Editing);
        QVERIFY(shows(*desk.window, u"gets this poster when it is saved"_s));
        QVERIFY(!button(desk, u"removePoster"_s)->isVisible());
        keepPicture(*desk.window, u"poster-copy"_s);
        QTest::mouseClick(button(desk, u"saveEvent"_s), Qt::LeftButton);
        QTRY_VERIFY(desk.models.eventDesk.stored());
        QCOMPARE(posterOf(desk), poster);
        QTRY_VERIFY(button(desk, u"removePoster"_s)->isVisible());
        // What becomes of it there is nothing to the first.
        QTRY_VERIFY(!desk.models.eventDesk.isBusy());
        QTest::mouseClick(button(desk, u"removePoster"_s), Qt::LeftButton);
        QTRY_VERIFY(!posterOf(desk));
        openEvent(desk, first);
        QCOMPARE(posterOf(desk), poster);
    }

    // Somebody was quicker: words, and nothing half done.
    void eventThatWasCancelledMeanwhile_staysAsItIs()
    {
        Desk desk(*m_house);
        openProgramme(desk);
        const EventId event = m_house->events().evening;
        openEvent(desk, event);
        const auto manager = m_house->visitor(Role::Administrator);
        QVERIFY(manager->call(u"events.cancel"_s, {{u"event"_s, event.toString()}, {u"version"_s, 1}, {u"reason"_s, u"Fire"_s}}).ok());
        choose(desk, photo(desk));
        QTRY_COMPARE(desk.banner()->severity(), Severity::Error);
        QVERIFY2(desk.banner()->text().startsWith(u"Somebody cancelled this event"_s), qPrintable(desk.banner()->text()));
        Q_EMIT desk.banner()->actionTriggered();
        QTRY_COMPARE(desk.models.eventDesk.eventState(), EventState::Cancelled);
    }

    void newEvent_isSavedFirst()
    {
        Desk desk(*m_house);
        openProgramme(desk);
        QTest::mouseClick(button(desk, u"newEvent"_s), Qt::LeftButton);
        QTRY_COMPARE(desk.models.eventDesk.state(), EventDesk::State::Editing);
        auto *opener = button(desk, u"choosePoster"_s);
        QVERIFY(!opener->isEnabled());
        QVERIFY(shows(*desk.window, u"Save the event first"_s));
        // The painted picture is of the name as it is typed.
        const QImage nameless = shown(desk);
        QTest::keyClicks(part<QLineEdit>(desk, u"eventName"_s), u"Gala"_s);
        QVERIFY(shown(desk) != nameless);
        keepPicture(*desk.window, u"poster-new-event"_s);
        QTest::mouseClick(button(desk, u"saveEvent"_s), Qt::LeftButton);
        QTRY_VERIFY(desk.models.eventDesk.stored());
        QTRY_VERIFY(opener->isEnabled());
        QVERIFY(!shows(*desk.window, u"Save the event first"_s));
    }
};

QTEST_MAIN(TestPosterScreens)
#include "tst_posterscreens.moc"
