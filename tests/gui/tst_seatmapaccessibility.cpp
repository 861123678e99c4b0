// SPDX-License-Identifier: GPL-3.0-or-later
#include "seatmapfixture.h"

#include <QAccessible>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTranslator>
#include <QVBoxLayout>
#include <private/qguiapplication_p.h>
#include <qpa/qplatformaccessibility.h>
#include <qpa/qplatformintegration.h>

using namespace parterre;
using parterre::testing::Map;

namespace {

constexpr Instant kDeadline {std::chrono::milliseconds(1'795'000'600'000)};

// What a bridge to a screen reader would be told.
struct Heard {
    QAccessible::Event type;
    QString name;
    QAccessible::State changed = {};
};

QList<Heard> &heard()
{
    static QList<Heard> events;
    return events;
}

void hear(QAccessibleEvent *event)
{
    const QAccessible::State changed = event->type() == QAccessible::StateChanged ? static_cast<QAccessibleStateChangeEvent *>(event)->changedStates() : QAccessible::State {};
    const QAccessibleInterface *interface = event->accessibleInterface();
    heard().append({event->type(), interface ? interface->text(QAccessible::Name) : QString(), changed});
}

QStringList heardNames(QAccessible::Event type)
{
    QStringList names;
    for (const Heard &event : heard()) {
        if (event.type == type)
            names << event.name;
    }
    return names;
}

class NobodysInterface final : public QAccessibleObject
{
public:
    explicit NobodysInterface(QObject *object) : QAccessibleObject(object) {}
    QAccessibleInterface *parent() const override { return nullptr; }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QString text(QAccessible::Text) const override { return {}; }
    QAccessible::Role role() const override { return QAccessible::NoRole; }
    QAccessible::State state() const override { return {}; }
};

// Qt numbers interfaces as they are made.
QAccessible::Id interfacesMade()
{
    QObject object;
    return QAccessible::registerAccessibleInterface(new NobodysInterface(&object));
}

QAccessibleInterface *root(const Map &map)
{
    return QAccessible::queryAccessibleInterface(map.view.get());
}

// Seats are in the tree in the order of their indexes.
QAccessibleInterface *seatOf(const Map &map, qint32 seat)
{
    qint32 passed = 0;
    for (int s = 0; s < root(map)->childCount(); ++s) {
        const QAccessibleInterface *section = root(map)->child(s);
        for (int r = 0; r < section->childCount(); ++r) {
            const QAccessibleInterface *row = section->child(r);
            if (seat < passed + row->childCount())
                return row->child(seat - passed);
            passed += row->childCount();
        }
    }
    return nullptr;
}

QString nameOf(const Map &map, qint32 seat)
{
    return seatOf(map, seat)->text(QAccessible::Name);
}

void act(QAccessibleInterface *interface, const QString &action)
{
    QVERIFY(interface->actionInterface()->actionNames().contains(action));
    interface->actionInterface()->doAction(action);
}

} // namespace

// What screen readers find in the map and are told by it.
class SeatMapAccessibilityTest : public QObject
{
    Q_OBJECT

    const Plan m_theatre = testing::makeTheatre();

private Q_SLOTS:
    void initTestCase()
    {
        // As a bridge does when the first screen reader comes.
        QGuiApplicationPrivate::platformIntegration()->accessibility()->setActive(true);
        QVERIFY(QAccessible::isActive());
        QAccessible::installUpdateHandler(hear);
    }

    void cleanupTestCase() { QAccessible::installUpdateHandler(nullptr); }

    void init() { heard().clear(); }

    void tree_isSectionsRowsSeats()
    {
        const Map map(m_theatre);
        QAccessibleInterface *house = root(map);
        QCOMPARE(house->text(QAccessible::Name), QStringLiteral("Seat map"));
        QCOMPARE(house->role(), QAccessible::Grouping);
        QCOMPARE(house->childCount(), 4);
        qint32 seats = 0;
        for (int s = 0; s < house->childCount(); ++s) {
            QAccessibleInterface *section = house->child(s);
            QCOMPARE(section->role(), QAccessible::Grouping);
            QCOMPARE(section->parent(), house);
            QCOMPARE(house->indexOfChild(section), s);
            for (int r = 0; r < section->childCount(); ++r) {
                QAccessibleInterface *row = section->child(r);
                QCOMPARE(row->role(), QAccessible::Grouping);
                QCOMPARE(row->parent(), section);
                QCOMPARE(section->indexOfChild(row), r);
                for (int i = 0; i < row->childCount(); ++i) {
                    QAccessibleInterface *seat = row->child(i);
                    QVERIFY(seat->isValid());
                    QCOMPARE(seat->role(), QAccessible::CheckBox);
                    QCOMPARE(seat->parent(), row);
                    QCOMPARE(row->indexOfChild(seat), i);
                    QCOMPARE(seat->window(), map.view->windowHandle());
                    ++seats;
                }
                QVERIFY(!row->child(-1) && !row->child(row->childCount()));
                QCOMPARE(house->indexOfChild(row), -1);
            }
            QVERIFY(!section->child(-1) && !section->child(section->childCount()));
        }
        QVERIFY(!house->child(-1) && !house->child(4));
        QCOMPARE(seats, map.model.seatCount());
    }

    void tree_joinsTheRowsThatAislesCut()
    {
        const Map map(m_theatre);
        QCOMPARE(m_theatre.sections[0].rows.size(), 39);
        QCOMPARE(root(map)->child(0)->childCount(), 13);
        QCOMPARE(root(map)->child(0)->child(2)->child(0)->text(QAccessible::Name), QStringLiteral("Stalls row C seat 1, free"));
    }

    void tree_hasNoRowsWithoutSeatsAndKeepsThoseWithoutNamesApart()
    {
        Plan plan {.name = QStringLiteral("Studio"), .sections = {{.name = QStringLiteral("Empty")}, {.name = QStringLiteral("Floor"), .rows = {Row {}, Row {}, Row {}}}}};
        plan.categories = {{.key = QStringLiteral("all"), .name = QStringLiteral("All"), .color = QStringLiteral("#888888")}};
        plan.sections[1].rows[0].seats = {{.index = 0, .number = QStringLiteral("1"), .label = QStringLiteral("1")}};
        plan.sections[1].rows[2].seats = {{.index = 1, .number = QStringLiteral("2"), .label = QStringLiteral("2"), .position = {0, 30}}};
        const Map map(plan);
        QCOMPARE(root(map)->child(0)->childCount(), 0);
        QVERIFY(root(map)->child(0)->rect().isEmpty());
        QCOMPARE(root(map)->child(1)->childCount(), 2);
        QCOMPARE(root(map)->child(1)->child(1)->text(QAccessible::Name), QStringLiteral("Row without a name, 1 of 1 free"));
        QCOMPARE(nameOf(map, 1), QStringLiteral("Floor seat 2, free"));
    }

    void names_readSectionRowSeatPriceStateAttributes()
    {
        Map map(m_theatre);
        map.model.setPrices({{QStringLiteral("premium"), QStringLiteral("adult"), Money {4500, {}}},
                             {QStringLiteral("standard"), QStringLiteral("adult"), Money {3250, {}}},
                             {QStringLiteral("standard"), QStringLiteral("child"), Money {2000, {}}},
                             {QStringLiteral("value"), QStringLiteral("adult"), Money {1000, *Currency::fromCode(QStringLiteral("SEK"))}}});
        QCOMPARE(nameOf(map, 11), QStringLiteral("Stalls row A seat 12, 45 euro, free"));
        QCOMPARE(seatOf(map, 11)->text(QAccessible::Help), QStringLiteral("Premium"));
        map.change(11, SeatState::Sold);
        QCOMPARE(nameOf(map, 11), QStringLiteral("Stalls row A seat 12, 45 euro, sold"));
        map.change(11, SeatState::Held);
        QCOMPARE(nameOf(map, 11), QStringLiteral("Stalls row A seat 12, 45 euro, held by someone else"));
        map.model.setMine({{11, kDeadline}});
        QVERIFY(nameOf(map, 11).startsWith(QStringLiteral("Stalls row A seat 12, 45 euro, yours until ")));
        qint32 standard = 0;
        while (map.model.table().category(standard) != 1)
            ++standard;
        QVERIFY(nameOf(map, standard).contains(QStringLiteral(", 20 to 32.50 euro, free")));
        const qint32 last = map.model.seatCount() - 1;
        QCOMPARE(nameOf(map, last), QStringLiteral("Box right row B seat 6, 10 SEK, free, restricted view"));
    }

    void names_readWhatTheHouseSaysOfASeat()
    {
        Plan plan = m_theatre;
        plan.sections[0].rows[0].seats[0].customAttributes = {QStringLiteral("heated")};
        Map map(plan);
        QCOMPARE(nameOf(map, 0), QStringLiteral("Stalls row A seat 1, free, \u2068heated\u2069"));
    }

    void names_ofSectionsAndRowsCountTheFreeSeats()
    {
        Map map(m_theatre);
        map.change(0, SeatState::Sold);
        const auto stalls = map.model.table().sectionSeats(0).size();
        QCOMPARE(root(map)->child(0)->text(QAccessible::Name), QStringLiteral("Stalls, %1 of %2 free").arg(stalls - 1).arg(stalls));
        const int row = root(map)->child(0)->child(0)->childCount();
        QCOMPARE(root(map)->child(0)->child(0)->text(QAccessible::Name), QStringLiteral("Row A, %1 of %2 free").arg(row - 1).arg(row));
        QVERIFY(root(map)->text(QAccessible::Description).startsWith(QString::number(map.model.seatCount() - 1)));
    }

    void names_areTranslated()
    {
        const Map map(m_theatre);
        QTranslator german;
        QVERIFY(german.load(QStringLiteral(":/i18n/parterre_de.qm")));
        QVERIFY(QCoreApplication::installTranslator(&german));
        QCOMPARE(nameOf(map, 0), QStringLiteral("Stalls Reihe A Platz 1, frei"));
        QVERIFY(root(map)->child(0)->text(QAccessible::Name).endsWith(QStringLiteral(" frei")));
        QVERIFY(QCoreApplication::removeTranslator(&german));
    }

    void state_followsTheSeat()
    {
        Map map(m_theatre);
        const auto state = [&] { return seatOf(map, 5)->state(); };
        QVERIFY(state().focusable && state().checkable && !state().checked && !state().disabled && !state().busy);
        for (const SeatState taken : {SeatState::Held, SeatState::Sold, SeatState::Blocked}) {
            map.change(5, taken);
            QVERIFY(state().disabled && !state().checked);
        }
        map.change(5, SeatState::Held);
        map.model.setMine({{5, kDeadline}});
        QVERIFY(state().checked && !state().disabled);
        map.model.setPending({5});
        QVERIFY(state().busy);
    }

    void state_tellsWhatIsOutOfSight()
    {
        const Map map(m_theatre);
        const auto place = [&] { return seatOf(map, 0)->state(); };
        QVERIFY(!place().offscreen && !place().invisible);
        map.view->zoomBy(8, map.centre(map.model.seatCount() - 1));
        QVERIFY(place().offscreen);
        QVERIFY(!seatOf(map, map.model.seatCount() - 1)->state().offscreen);
        map.view->hide();
        QVERIFY(place().invisible);
    }

    void focus_isTheSeatsAloneAndIsFoundFromTheWindow()
    {
        const Map map(m_theatre);
        QVERIFY(root(map)->state().focused);
        QCOMPARE(root(map)->focusChild(), root(map));
        map.view->setFocusedSeat(7);
        QVERIFY(!root(map)->state().focused);
        QCOMPARE(root(map)->focusChild(), seatOf(map, 7));
        QVERIFY(seatOf(map, 7)->state().focused);
        QVERIFY(!seatOf(map, 8)->state().focused);
    }

    void rect_isWhereTheSeatIsOnTheScreen()
    {
        const Map map(m_theatre);
        map.view->move(40, 60);
        for (const qint32 seat : {0, 100, 400}) {
            const QPoint centre = map.view->viewport()->mapToGlobal(map.centre(seat));
            const QAccessibleInterface *interface = seatOf(map, seat);
            QVERIFY(interface->rect().contains(centre));
            QVERIFY(interface->rect().width() <= map.view->seatSize() + 2);
            QVERIFY(interface->parent()->rect().contains(interface->rect()));
            QVERIFY(interface->parent()->parent()->rect().contains(centre));
            QVERIFY(root(map)->rect().contains(centre));
        }
    }

    void childAt_findsTheSeatUnderThePoint()
    {
        const Map map(m_theatre);
        map.view->move(40, 60);
        const QPoint at = map.view->viewport()->mapToGlobal(map.centre(130));
        QAccessibleInterface *seat = seatOf(map, 130);
        QCOMPARE(root(map)->childAt(at.x(), at.y()), seat);
        QCOMPARE(seat->parent()->childAt(at.x(), at.y()), seat);
        QCOMPARE(seat->parent()->parent()->childAt(at.x(), at.y()), seat);
        QCOMPARE(root(map)->child(1)->childAt(at.x(), at.y()), nullptr);
        QCOMPARE(root(map)->child(0)->child(0)->childAt(at.x(), at.y()), nullptr);
        const QPoint corner = map.view->viewport()->mapToGlobal(QPoint(3, 3));
        QCOMPARE(root(map)->childAt(corner.x(), corner.y()), nullptr);
        // Beside the map's window, where the house would go on.
        map.view->zoomBy(8, map.centre(0));
        const QPoint outside = map.view->viewport()->mapToGlobal(map.centre(130));
        QVERIFY(!map.view->viewport()->rect().contains(map.centre(130)));
        QCOMPARE(root(map)->childAt(outside.x(), outside.y()), nullptr);
    }

    void press_activatesTheSeatLikeEnter()
    {
        const Map map(m_theatre);
        QSignalSpy activated(map.view.get(), &SeatMapView::seatActivated);
        act(seatOf(map, 20), QAccessibleActionInterface::pressAction());
        act(seatOf(map, 21), QAccessibleActionInterface::toggleAction());
        QCOMPARE(activated.size(), 2);
        QCOMPARE(activated.at(0).at(0).toInt(), 20);
        QCOMPARE(activated.at(1).at(0).toInt(), 21);
        QCOMPARE(map.view->focusedSeat(), 21);
        QCOMPARE(seatOf(map, 20)->actionInterface()->actionNames().first(), QAccessibleActionInterface::pressAction());
        map.view->setEnabled(false);
        act(seatOf(map, 20), QAccessibleActionInterface::pressAction());
        QCOMPARE(activated.size(), 2);
    }

    void setFocus_bringsTheKeyboardToTheSeatAndActivatesNothing()
    {
        QWidget window;
        const Map map(m_theatre);
        auto *layout = new QVBoxLayout(&window);
        auto *edit = new QLineEdit;
        layout->addWidget(edit);
        layout->addWidget(map.view.get());
        window.show();
        edit->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QSignalSpy activated(map.view.get(), &SeatMapView::seatActivated);
        heard().clear();
        act(seatOf(map, 33), QAccessibleActionInterface::setFocusAction());
        QVERIFY(map.view->hasFocus());
        QCOMPARE(map.view->focusedSeat(), 33);
        QCOMPARE(activated.size(), 0);
        // The map itself first, then the seat: what is said last is where one is.
        QTRY_COMPARE(heardNames(QAccessible::Focus).size(), 2);
        QCOMPARE(heardNames(QAccessible::Focus), QStringList({QStringLiteral("Seat map"), nameOf(map, 33)}));
    }

    void keyboard_tellsEachSeatItComesTo()
    {
        const Map map(m_theatre);
        map.view->setFocusedSeat(100);
        heard().clear();
        QTest::keyClick(map.view.get(), Qt::Key_Right);
        const qint32 right = map.view->focusedSeat();
        QVERIFY(right != 100);
        map.clickSeat(60);
        QCOMPARE(heardNames(QAccessible::Focus), QStringList({nameOf(map, right), nameOf(map, 60)}));
        heard().clear();
        QTest::keyClick(map.view.get(), Qt::Key_Return);
        QCOMPARE(heard().size(), 0);
        QTest::keyClick(map.view.get(), Qt::Key_Escape);
        QCOMPARE(heardNames(QAccessible::Focus), QStringList(QStringLiteral("Seat map")));
    }

    void changes_ofTheFocusedSeatAreTold()
    {
        Map map(m_theatre);
        map.view->setFocusedSeat(9);
        heard().clear();
        map.model.setPending({9});
        QCOMPARE(heard().size(), 1);
        QCOMPARE(heardNames(QAccessible::NameChanged), QStringList(nameOf(map, 9)));
        heard().clear();
        map.model.setPending({});
        map.model.setMine({{9, kDeadline}});
        QCOMPARE(heardNames(QAccessible::NameChanged).size(), 2);
        QCOMPARE(heardNames(QAccessible::StateChanged).size(), 1);
        QVERIFY(heard().at(1).changed.checked && !heard().at(1).changed.disabled);
        // Lost: no longer mine, and somebody else's; in two events, each of one state.
        heard().clear();
        const SeatChange sold {9, SeatState::Sold};
        QVERIFY(map.model.applyChanges(0, 1, std::span(&sold, 1)));
        map.model.setMine({});
        QCOMPARE(heardNames(QAccessible::StateChanged).size(), 2);
        for (const Heard &event : heard())
            QVERIFY(!(event.changed.checked && event.changed.disabled));
        // A snapshot names no seats.
        heard().clear();
        const std::vector<SeatState> states(static_cast<std::size_t>(map.model.seatCount()), SeatState::Free);
        QVERIFY(map.model.applySnapshot(2, states));
        QCOMPARE(heardNames(QAccessible::StateChanged), QStringList(nameOf(map, 9)));
    }

    void changes_ofOtherSeatsAreNotTold()
    {
        Map map(testing::makeStadium(20'000));
        map.view->setFocusedSeat(5'000);
        std::vector<SeatChange> burst;
        for (qint32 seat = 0; seat < 1'000; ++seat)
            burst.push_back({seat, SeatState::Sold});
        heard().clear();
        const QAccessible::Id before = interfacesMade();
        QVERIFY(map.model.applyChanges(0, 1, burst));
        QCOMPARE(heard().size(), 0);
        QCOMPARE(interfacesMade(), before + 1);
    }

    void interfaces_areMadeForWhatIsAskedForOnly()
    {
        const QAccessible::Id before = interfacesMade();
        const Map map(testing::makeStadium(100'000));
        map.view->setFocusedSeat(50'000);
        QCOMPARE(root(map)->childCount(), 200);
        QAccessibleInterface *part = root(map);
        for (const int index : {0, 3, 5}) {
            part = part->child(index);
            QVERIFY(!part->rect().isEmpty());
            QVERIFY(!part->text(QAccessible::Name).isEmpty());
            QVERIFY(!part->state().invisible);
        }
        // The map, its viewport and scroll bars, the focused seat, and the three on the way down.
        const QAccessible::Id made = interfacesMade() - before - 1;
        QVERIFY2(made <= 10, qPrintable(QString::number(made)));
    }

    void walking_keepsFewInterfacesAndTheFocusedOnesAmongThem()
    {
        const Map map(testing::makeStadium(100'000));
        const qint32 focused = 99'000;
        map.view->setFocusedSeat(focused);
        QAccessibleInterface *seat = root(map)->focusChild();
        const QAccessible::Id focusedIds[] = {QAccessible::uniqueId(seat), QAccessible::uniqueId(seat->parent()), QAccessible::uniqueId(seat->parent()->parent())};
        QList<QAccessible::Id> rows;
        QList<QAccessible::Id> seats;
        for (int s = 0; seats.size() < 90'000; ++s) {
            QAccessibleInterface *section = root(map)->child(s);
            for (int r = 0; r < section->childCount(); ++r) {
                QAccessibleInterface *row = section->child(r);
                rows << QAccessible::uniqueId(row);
                for (int i = 0; i < row->childCount(); ++i) {
                    seats << QAccessible::uniqueId(row->child(i));
                    // Whoever walks a row keeps it.
                    QCOMPARE(QAccessible::accessibleInterface(rows.last()), row);
                }
            }
        }
        const auto alive = [](const QList<QAccessible::Id> &ids) { return std::ranges::count_if(ids, [](QAccessible::Id id) { return QAccessible::accessibleInterface(id); }); };
        QVERIFY(alive(seats) <= 2'048);
        QVERIFY(alive(seats) > 2'000);
        QVERIFY(rows.size() > 2'048);
        QVERIFY(alive(rows) <= 2'048);
        QVERIFY(QAccessible::accessibleInterface(seats.last()));
        for (const QAccessible::Id id : focusedIds)
            QVERIFY(QAccessible::accessibleInterface(id));
        QCOMPARE(root(map)->focusChild(), seat);
        // One that was dropped is made again.
        QVERIFY(!QAccessible::accessibleInterface(seats.first()));
        QVERIFY(root(map)->child(0)->child(0)->child(0)->text(QAccessible::Name).endsWith(QStringLiteral("free")));
    }

    void anotherPlan_replacesTheTree()
    {
        Map map(m_theatre);
        map.view->setFocusedSeat(map.model.seatCount() - 1);
        const QAccessible::Id old[] = {QAccessible::uniqueId(seatOf(map, 0)), QAccessible::uniqueId(root(map)->child(3)), QAccessible::uniqueId(root(map)->focusChild())};
        heard().clear();
        map.model.setPlan(testing::makeStadium(400));
        for (const QAccessible::Id id : old)
            QVERIFY(!QAccessible::accessibleInterface(id));
        QCOMPARE(heardNames(QAccessible::Focus), QStringList(QStringLiteral("Seat map")));
        QCOMPARE(root(map)->focusChild(), root(map));
        QCOMPARE(root(map)->childCount(), 200);
        QCOMPARE(seatOf(map, 399)->parent()->parent(), root(map)->child(199));
        map.model.setPlan({});
        QCOMPARE(root(map)->childCount(), 0);
        QVERIFY(!root(map)->child(0));
        QTest::keyClick(map.view.get(), Qt::Key_Right);
    }

    void destroyedMap_leavesNothingBehind()
    {
        Map map(m_theatre);
        map.view->setFocusedSeat(3);
        const QAccessible::Id ids[] = {QAccessible::uniqueId(root(map)), QAccessible::uniqueId(root(map)->child(0)), QAccessible::uniqueId(root(map)->focusChild())};
        for (const QAccessible::Id id : ids)
            QVERIFY(QAccessible::accessibleInterface(id)->isValid());
        map.counter.reset();
        map.view.reset();
        for (const QAccessible::Id id : ids)
            QVERIFY(!QAccessible::accessibleInterface(id));
        map.change(3, SeatState::Sold); // nobody listens
    }
};

QTEST_MAIN(SeatMapAccessibilityTest)
#include "tst_seatmapaccessibility.moc"
