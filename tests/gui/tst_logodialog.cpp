// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/theme.h"
#include "app/screens/logodialog.h"
#include "app/screens/plansscreen.h"
#include "app/screens/tilldesk.h"
#include "app/widgets/messagebanner.h"
#include "shared/domain/poster.h"
#include "tests/gui/desk.h"
#include "tests/gui/picture.h"
#include "tests/gui/printedroll.h"
#include "tests/support/fakeprinter.h"
#include "tests/support/messages.h"
#include "tests/support/testdatabases.h"

#include <QApplication>
#include <QFileDialog>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>

using namespace parterre;
using namespace parterre::testing;
using namespace parterre::ui;
using namespace Qt::StringLiterals;

// The house's logo, from a manager's file to a ticket.
class TestLogoDialog : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;
    TestDatabases m_databases;
    std::unique_ptr<TestHouse> m_house;

    static LogoDialog *dialogOf(const Desk &desk) { return desk.window->findChild<LogoDialog *>(); }
    static QPushButton *button(const Desk &desk, const QString &name) { return desk.window->findChild<QPushButton *>(name); }
    static QColor middleOf(const Desk &desk)
    {
        const QImage shown = dialogOf(desk)->findChild<QLabel *>(u"logo"_s)->pixmap().toImage();
        return shown.pixelColor(shown.rect().center());
    }
    // Of the first plan's house.
    static void openLogo(Desk &desk)
    {
        QVERIFY(desk.openAs(Role::Manager));
        desk.navigator->goTo(Page::Plans);
        QTRY_VERIFY(desk.models.planDesk.list().rowCount() > 0);
        auto *list = desk.screen<PlansScreen>(Page::Plans)->findChild<QListView *>(QString(), Qt::FindDirectChildrenOnly);
        list->setCurrentIndex(list->model()->index(0, 0));
        QTRY_VERIFY(button(desk, u"openLogo"_s)->isVisible());
        button(desk, u"openLogo"_s)->click();
        QTRY_VERIFY(dialogOf(desk));
        QTRY_VERIFY(!desk.models.logoDesk.isBusy());
    }
    static void choose(Desk &desk, const QString &path)
    {
        button(desk, u"chooseLogo"_s)->click();
        const auto files = [&desk] { return desk.window->findChild<QFileDialog *>(); };
        QTRY_VERIFY(files());
        Q_EMIT files()->fileSelected(path);
        files()->close();
        QTRY_VERIFY(!files());
    }
    // Wider than high, and of the whole picture's colour.
    static QString pictureIn(const Desk &desk, const QSize &size, const QColor &colour)
    {
        QImage image(size, QImage::Format_RGB32);
        image.fill(colour);
        const QString path = desk.folder.filePath(u"logo.png"_s);
        return image.save(path) ? path : QString();
    }
    [[nodiscard]] QJsonValue stored() const
    {
        return m_house->visitor()->call(u"venues.get"_s, {{u"venue"_s, m_house->venue().toString()}}).at(u"venue.logo"_s);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(u"en_GB"_s));
        m_theme = std::make_unique<Theme>(*qApp);
        m_theme->apply(Scheme::Light);
    }
    void init() { m_house = std::make_unique<TestHouse>(m_databases.create(storage::Engine::Sqlite)); }
    void cleanup() { m_house.reset(); }

    void picture_becomesTheLogoAndIsTakenAway()
    {
        Desk desk(*m_house);
        openLogo(desk);
        QVERIFY(!button(desk, u"removeLogo"_s)->isVisible());
        QCOMPARE(middleOf(desk), QColor(Qt::white));
        choose(desk, pictureIn(desk, {2'400, 600}, Qt::darkRed)); // larger than a server takes
        QTRY_VERIFY(!desk.models.logoDesk.file().isEmpty());
        QCOMPARE(stored().toString(), readPoster(desk.models.logoDesk.file())->hash);
        QVERIFY(middleOf(desk).red() > 100 && middleOf(desk).green() < 40);
        keepPicture(*dialogOf(desk), u"logo-set"_s);
        dialogOf(desk)->close();
        QTRY_VERIFY(!dialogOf(desk));

        button(desk, u"openLogo"_s)->click(); // as it is stored
        QTRY_VERIFY(dialogOf(desk) && !desk.models.logoDesk.file().isEmpty());
        QTRY_VERIFY(button(desk, u"removeLogo"_s)->isVisible());
        QTRY_VERIFY(!desk.models.logoDesk.isBusy());
        button(desk, u"removeLogo"_s)->click();
        QTRY_VERIFY(!desk.models.logoDesk.isBusy() && desk.models.logoDesk.file().isEmpty());
        QVERIFY(stored().isUndefined());
        QCOMPARE(middleOf(desk), QColor(Qt::white));
        QVERIFY(!button(desk, u"removeLogo"_s)->isVisible());
    }

    void pictureThatIsNone_changesNothing()
    {
        Desk desk(*m_house);
        openLogo(desk);
        auto *banner = dialogOf(desk)->findChild<MessageBanner *>();
        choose(desk, pictureIn(desk, {3'000, 100}, Qt::black)); // thirty times as wide as high
        QTRY_VERIFY(banner->text().contains(u"logo"_s));
        choose(desk, pictureIn(desk, {20, 20}, Qt::black));
        QTRY_VERIFY(banner->text().contains(u"too small"_s));
        QVERIFY(stored().isUndefined());
        QVERIFY(!desk.models.logoDesk.isBusy());
    }

    // At the till, on the paper of a house that has one, and on that of the same house without it.
    void tickets_haveItAtTheirHead()
    {
        const auto clerk = m_house->visitor(Role::Clerk);
        const EventId evening = m_house->events().evening;
        QVERIFY(clerk->call(u"holds.acquire"_s, placesOf(evening, {30})).ok());
        const QString id = clerk->call(u"bookings.checkout"_s, testing::checkoutOf(evening, {30}, newKey())).at(u"booking.id"_s).toString();
        FakePrinter printer;
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Manager));
        auto *till = desk.window->findChild<TillDesk *>();
        till->setSetup({.address = printer.address(), .opensDrawer = false});
        QSignalSpy fetched(&desk.models.bookings, &BookingListModel::fetched);
        desk.models.bookings.fetch(*BookingId::fromString(id));
        QTRY_VERIFY(!fetched.isEmpty());
        const auto booking = fetched.constLast().at(0).value<Booking>();
        const auto headInk = [&]() -> int {
            printer.printed.clear();
            till->print(booking, false, false);
            const auto roll = [&printer] { return printedBy(printer.printed).value_or(PrintedRoll()); };
            if (!QTest::qWaitFor([&] { return roll().papers.size() == 1; }))
                return -1;
            const QImage paper = roll().papers.constFirst();
            int ink = 0;
            for (int y = 0; y < 60; ++y)
                ink += static_cast<int>(std::count(paper.constScanLine(y), paper.constScanLine(y) + 60, uchar(0)));
            return ink;
        };
        const int without = headInk();
        QVERIFY(without > 0 && without < 3'000); // letters
        const auto manager = m_house->visitor(Role::Manager);
        QFile file(pictureIn(desk, {200, 200}, Qt::black));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString upload = uploadOf(*manager, file.readAll());
        QVERIFY(manager->call(u"venues.setLogo"_s, {{u"venue"_s, m_house->venue().toString()}, {u"upload"_s, upload}}).ok());
        QCOMPARE(headInk(), 3'600); // all black
    }

    void clerks_changeNothing()
    {
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Clerk));
        desk.models.logoDesk.open(m_house->venue());
        QTRY_VERIFY(!desk.models.logoDesk.isBusy());
        QSignalSpy failed(&desk.models.logoDesk, &LogoDesk::failed);
        desk.models.logoDesk.remove();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.at(0).at(0).value<Error>().code, ErrorCode::NotPermitted);
    }
};

QTEST_MAIN(TestLogoDialog)
#include "tst_logodialog.moc"
