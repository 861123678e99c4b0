// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/theme.h"
#include "app/screens/programmescreen.h"
#include "app/screens/showtimesdialog.h"
#include "app/screens/showtimesourcedialog.h"
#include "app/widgets/messagebanner.h"
#include "tests/gui/desk.h"
#include "tests/support/pageserver.h"
#include "tests/support/testdatabases.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>

using namespace parterre;
using namespace parterre::testing;
using namespace parterre::ui;
using namespace Qt::StringLiterals;

// Programmes of others, looked at in the window and taken over at a real server.
class TestShowtimesDialog : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;
    TestDatabases m_databases;
    std::unique_ptr<TestHouse> m_house;
    QTemporaryDir m_folder;

    static ShowtimesDialog *dialog(const Desk &desk) { return desk.window->findChild<ShowtimesDialog *>(); }
    template<class Widget>
    static Widget *part(const Desk &desk, const QString &name)
    {
        return dialog(desk)->findChild<Widget *>(name);
    }
    static void click(const Desk &desk, const QString &name) { QTest::mouseClick(part<QPushButton>(desk, name), Qt::LeftButton); }
    static MessageBanner *banner(const Desk &desk) { return dialog(desk)->findChild<MessageBanner *>(); }
    static void picture(QWidget &window, const QString &name)
    {
        if (const QString folder = qEnvironmentVariable("PARTERRE_PICTURES"); !folder.isEmpty()) {
            QTest::qWait(50);
            QVERIFY(window.grab().save(folder + u'/' + name + u".png"_s));
        }
    }
    void openDialog(Desk &desk)
    {
        QVERIFY(desk.openAs(Role::Manager));
        desk.navigator->goTo(Page::Programme);
        QTRY_COMPARE(desk.models.eventDesk.programme().loadState(), LoadState::Ready);
        QTest::mouseClick(desk.screen<ProgrammeScreen>(Page::Programme)->findChild<QPushButton *>(u"showtimesFromOutside"_s), Qt::LeftButton);
        QTRY_VERIFY(dialog(desk) && dialog(desk)->isVisible());
    }
    // A new source like the first event of the programme.
    void addSource(Desk &desk, const QString &name, const QString &url = {})
    {
        click(desk, u"addSource"_s);
        QTRY_VERIFY(dialog(desk)->findChild<ShowtimeSourceDialog *>());
        auto *source = dialog(desk)->findChild<ShowtimeSourceDialog *>();
        QTRY_VERIFY(source->isVisible());
        source->findChild<QLineEdit *>(u"sourceName"_s)->setText(name);
        source->findChild<QLineEdit *>(u"sourceUrl"_s)->setText(url);
        source->findChild<QComboBox *>(u"sourceTemplate"_s)->setCurrentIndex(0);
        picture(*source, u"showtime-source"_s);
        QTest::mouseClick(source->findChild<QPushButton *>(u"saveSource"_s), Qt::LeftButton);
        QTRY_COMPARE(part<QListWidget>(desk, u"showtimeSources"_s)->count(), 1);
    }
    QString fileOf(const QByteArray &text)
    {
        QFile file(m_folder.filePath(u"programme.csv"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("the file could not be written");
        return file.fileName();
    }
    [[nodiscard]] static int count(Desk &desk, const QString &name)
    {
        int found = 0;
        for (const EventSummary &event : desk.models.eventDesk.programme().rows())
            found += event.name == name;
        return found;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        m_theme->apply(Scheme::Light);
    }
    void init() { m_house = std::make_unique<TestHouse>(m_databases.create(storage::Engine::Sqlite)); }

    void file_isLookedAtAndTakenOver()
    {
        Desk desk(*m_house);
        openDialog(desk);
        addSource(desk, u"Touring company"_s);
        dialog(desk)->lookAt(fileOf("id,name,start\n1,Jazz,2030-12-04 19:30\n2,Blues,2030-12-05 19:30\n3,Soul,soon\n"));
        auto *table = part<QTableView>(desk, u"showtimes"_s);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QTRY_VERIFY(part<QPushButton>(desk, u"applyShowtimes"_s)->isEnabled());
        QCOMPARE(part<QListWidget>(desk, u"showtimeProblems"_s)->count(), 1);
        QVERIFY(part<QLabel>(desk, u"showtimeSummary"_s)->text().contains(u"2"_s));
        const QStringList start = table->model()->index(0, ShowtimeEntriesModel::StartColumn).data().toString().split(u'\n');
        QCOMPARE(start.size(), 2); // the day and the time
        for (const QString &line : start)
            QVERIFY2(!line.contains(u'·') && table->fontMetrics().horizontalAdvance(line) < table->columnWidth(ShowtimeEntriesModel::StartColumn), qPrintable(line));
        picture(*dialog(desk), u"showtimes"_s);

        // Without the second, by the space bar.
        table->setFocus();
        table->setCurrentIndex(table->model()->index(1, ShowtimeEntriesModel::StateColumn));
        QTest::keyClick(table, Qt::Key_Space);
        QCOMPARE(desk.models.showtimeDesk.entries().chosenCount(), 1);
        click(desk, u"applyShowtimes"_s);
        QTRY_COMPARE(banner(desk)->severity(), Severity::Success);
        QVERIFY(desk.prompter.asked.isEmpty());
        QTRY_COMPARE(count(desk, u"Jazz"_s), 1);
        QCOMPARE(count(desk, u"Blues"_s), 0);

        // Somebody is asked before anything is taken away.
        dialog(desk)->lookAt(fileOf("id,name,start\n2,Blues,2030-12-05 19:30\n"));
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QTRY_VERIFY(part<QPushButton>(desk, u"applyShowtimes"_s)->isEnabled());
        table->setCurrentIndex(table->model()->index(1, ShowtimeEntriesModel::StateColumn));
        QTest::keyClick(table, Qt::Key_Space);
        picture(*dialog(desk), u"showtimes-gone"_s);
        click(desk, u"applyShowtimes"_s);
        QCOMPARE(desk.prompter.asked.size(), 1);
        QTRY_COMPARE(count(desk, u"Jazz"_s), 0);
        QTRY_COMPARE(count(desk, u"Blues"_s), 1);
    }

    void halfASource_isSaidToBeOne()
    {
        Desk desk(*m_house);
        openDialog(desk);
        addSource(desk, u"Touring company"_s);
        auto *partial = part<QLabel>(desk, u"showtimesPartial"_s);
        auto *problems = part<QListWidget>(desk, u"showtimeProblems"_s);
        const auto isRead = [&desk] { return desk.models.showtimeDesk.state() == ShowtimeDesk::State::Ready; };
        QVERIFY(!partial->isVisible());
        dialog(desk)->lookAt(fileOf("id,name,start\n1,Jazz,2030-12-04 19:30\n2,Blues,2030-12-05 19:30\n"));
        QTRY_VERIFY(isRead());
        QVERIFY(!partial->isVisible());
        click(desk, u"applyShowtimes"_s);
        QTRY_COMPARE(banner(desk)->severity(), Severity::Success);

        dialog(desk)->lookAt(fileOf("id,name,start\n1,Jazz,2030-12-04 19:30\n2,Blu"));
        QTRY_VERIFY(isRead());
        QVERIFY(partial->isVisible());
        QVERIFY(partial->text().contains(u"gone"_s));
        QCOMPARE(part<QTableView>(desk, u"showtimes"_s)->model()->rowCount(), 0);
        QCOMPARE(problems->count(), 1);
        QVERIFY2(problems->item(0)->text().contains(u"ends in the middle"_s), qPrintable(problems->item(0)->text()));
        picture(*dialog(desk), u"showtimes-half"_s);

        dialog(desk)->lookAt(fileOf("id,name,start\n1,Jazz,2030-12-04 19:30\n"));
        QTRY_VERIFY(isRead());
        QCOMPARE(part<QTableView>(desk, u"showtimes"_s)->model()->rowCount(), 1);
        QVERIFY(!partial->isVisible());
    }

    void address_isFetchedByTheServer()
    {
        PageServer pages;
        pages.set(u"/programme"_s, "name,start\nJazz,2030-12-04 19:30\n");
        Desk desk(*m_house);
        openDialog(desk);
        addSource(desk, u"Touring company"_s, pages.url(u"/programme"_s));
        QTRY_VERIFY(part<QPushButton>(desk, u"lookAtSource"_s)->isEnabled());
        click(desk, u"lookAtSource"_s);
        QTRY_COMPARE(part<QTableView>(desk, u"showtimes"_s)->model()->rowCount(), 1);
        QCOMPARE(pages.requests().size(), 1);
    }

    // What is said of a source, and what was found there, is that of the last look at what it is now.
    void look_isForgottenWithTheNextOne_andWithTheSource()
    {
        PageServer pages;
        pages.set(u"/programme"_s, "name,start\nJazz,2030-12-04 19:30\n");
        Desk desk(*m_house);
        openDialog(desk);
        addSource(desk, u"Touring company"_s, pages.url(u"/programme"_s));
        const auto said = [&desk] { return part<QListWidget>(desk, u"showtimeSources"_s)->item(0)->text(); };
        const QString unseen = said();
        const auto *table = part<QTableView>(desk, u"showtimes"_s);
        const auto look = [&](int rows) {
            QTRY_VERIFY(part<QPushButton>(desk, u"lookAtSource"_s)->isEnabled());
            const QString before = said();
            click(desk, u"lookAtSource"_s);
            QTRY_COMPARE(table->model()->rowCount(), rows);
            QTRY_VERIFY(said() != before);
        };
        look(1);
        QVERIFY(said() != unseen);
        pages.set(u"/programme"_s, "name,start\nJazz,2030-12-04 19:30\nBlues,2030-12-05 19:30\n");
        look(2);
        click(desk, u"editSource"_s);
        QTRY_VERIFY(dialog(desk)->findChild<ShowtimeSourceDialog *>());
        auto *source = dialog(desk)->findChild<ShowtimeSourceDialog *>();
        QTRY_VERIFY(source->isVisible());
        source->findChild<QLineEdit *>(u"sourceHall"_s)->setText(u"Elsewhere"_s);
        QTest::mouseClick(source->findChild<QPushButton *>(u"saveSource"_s), Qt::LeftButton);
        QTRY_COMPARE(said(), unseen);
        QCOMPARE(table->model()->rowCount(), 0);
        QVERIFY(!part<QPushButton>(desk, u"applyShowtimes"_s)->isEnabled());
    }

    void slowAddress_isGivenUp()
    {
        PageServer pages; // which never answers
        Desk desk(*m_house);
        openDialog(desk);
        addSource(desk, u"Touring company"_s, pages.url(u"/programme"_s));
        QTRY_VERIFY(part<QPushButton>(desk, u"lookAtSource"_s)->isEnabled());
        click(desk, u"lookAtSource"_s);
        QTRY_VERIFY(part<QPushButton>(desk, u"stopLooking"_s)->isEnabled());
        click(desk, u"stopLooking"_s);
        QTRY_COMPARE(desk.models.showtimeDesk.state(), ShowtimeDesk::State::Idle);
        QVERIFY(part<QPushButton>(desk, u"lookAtSource"_s)->isEnabled());
    }

    void source_needsANameAndATemplate()
    {
        Desk desk(*m_house);
        openDialog(desk);
        click(desk, u"addSource"_s);
        QTRY_VERIFY(dialog(desk)->findChild<ShowtimeSourceDialog *>());
        auto *source = dialog(desk)->findChild<ShowtimeSourceDialog *>();
        QTRY_VERIFY(source->isVisible());
        QVERIFY(!source->findChild<QComboBox *>(u"sourceSchedule"_s)->isEnabled()); // there is no address
        QTest::mouseClick(source->findChild<QPushButton *>(u"saveSource"_s), Qt::LeftButton);
        QVERIFY(source->isVisible());
        QTest::keyClick(source, Qt::Key_Escape);
        QTRY_VERIFY(!dialog(desk)->findChild<ShowtimeSourceDialog *>());
    }
};

QTEST_MAIN(TestShowtimesDialog)
#include "tst_showtimesdialog.moc"
