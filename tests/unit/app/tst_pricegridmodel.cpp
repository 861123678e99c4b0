// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/pricegridmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace parterre;
using namespace Qt::StringLiterals;

class PriceGridModelTest : public QObject
{
    Q_OBJECT

private:
    const QList<Category> m_categories {{u"front"_s, u"Front"_s, u"#ff0000"_s}, {u"rear"_s, u"Rear"_s, u"#00ff00"_s}};
    const QList<TicketType> m_types {{u"adult"_s, u"Adult"_s}, {u"child"_s, u"Child"_s}};
    std::unique_ptr<PriceGridModel> m_grid;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    // "3000 - / 2000 1000", row by row.
    [[nodiscard]] QString shown() const
    {
        QStringList rows;
        for (int row = 0; row < m_grid->rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < m_grid->columnCount(); ++column) {
                const QVariant amount = m_grid->index(row, column).data(PriceGridModel::AmountRole);
                cells.append(amount.isValid() ? QString::number(amount.toLongLong()) : u"-"_s);
            }
            rows.append(cells.join(u' '));
        }
        return rows.join(u" / "_s);
    }
    [[nodiscard]] QModelIndexList all() const
    {
        QModelIndexList cells;
        for (int row = 0; row < m_grid->rowCount(); ++row) {
            for (int column = 0; column < m_grid->columnCount(); ++column)
                cells.append(m_grid->index(row, column));
        }
        return cells;
    }

private Q_SLOTS:
    void init()
    {
        m_tester.reset();
        m_grid = std::make_unique<PriceGridModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(m_grid.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_grid->setContent(m_categories, m_types, {}, {{u"front"_s, u"adult"_s, 3'000}, {u"rear"_s, u"adult"_s, 2'000}, {u"rear"_s, u"child"_s, 1'000}});
    }

    void cells_areCategoriesByTicketTypes()
    {
        QCOMPARE(shown(), u"3000 - / 2000 1000"_s);
        QCOMPARE(m_grid->headerData(1, Qt::Horizontal).toString(), u"Child"_s);
        QCOMPARE(m_grid->headerData(1, Qt::Vertical).toString(), u"Rear"_s);
        QCOMPARE(m_grid->headerData(0, Qt::Vertical, PriceGridModel::ColorRole).toString(), u"#ff0000"_s);
        QSignalSpy edited(m_grid.get(), &PriceGridModel::edited);
        QVERIFY(m_grid->setData(m_grid->index(0, 1), 500, PriceGridModel::AmountRole));
        QVERIFY(m_grid->setData(m_grid->index(1, 0), QVariant(), PriceGridModel::AmountRole));
        QVERIFY(m_grid->setData(m_grid->index(1, 0), QVariant(), PriceGridModel::AmountRole)); // no change
        QCOMPARE(edited.size(), 2);
        QCOMPARE(shown(), u"3000 500 / - 1000"_s);
        QCOMPARE(m_grid->prices(), QList<PriceEntry>({{u"front"_s, u"adult"_s, 3'000}, {u"front"_s, u"child"_s, 500}, {u"rear"_s, u"child"_s, 1'000}}));
    }

    void many_changeAtOnce()
    {
        m_grid->changeByPercent(all(), 5);
        QCOMPARE(shown(), u"3150 - / 2100 1050"_s);
        m_grid->changeByPercent({m_grid->index(1, 1)}, -33);
        QCOMPARE(shown(), u"3150 - / 2100 704"_s); // 703.5, rounded up
        m_grid->changeByAmount(all(), -800);
        QCOMPARE(shown(), u"2350 - / 1300 0"_s);
        m_grid->copyRow(0);
        QCOMPARE(shown(), u"2350 - / 2350 -"_s);
        m_grid->setAmounts(all(), 900);
        QCOMPARE(shown(), u"900 900 / 900 900"_s);
        m_grid->setAmounts({m_grid->index(0, 0)}, {});
        QCOMPARE(shown(), u"- 900 / 900 900"_s);
    }

    void ticketTypes_comeGoAndMove()
    {
        m_grid->addTicketType(u"Adult"_s);
        QCOMPARE(m_grid->ticketTypes().constLast().key, u"adult-2"_s);
        m_grid->renameTicketType(2, u"Senior"_s);
        QCOMPARE(m_grid->headerData(2, Qt::Horizontal).toString(), u"Senior"_s);
        m_grid->moveTicketType(1, 0);
        QCOMPARE(shown(), u"- 3000 - / 1000 2000 -"_s);
        m_grid->moveTicketType(0, 2);
        QCOMPARE(m_grid->ticketTypes().constLast().key, u"child"_s);
        m_grid->removeTicketType(0);
        QCOMPARE(shown(), u"- - / - 1000"_s);
        m_grid->addTicketType(u"Adult"_s);
        QCOMPARE(shown(), u"- - - / - 1000 -"_s); // nothing is left of the one that is gone
    }

    void key_followsTheNameUntilItIsStored()
    {
        m_grid->renameTicketType(0, u"Grown-up"_s);
        QCOMPARE(m_grid->ticketTypes().constFirst().key, u"adult"_s);
        m_grid->addTicketType(u"Ticket 3"_s);
        m_grid->setData(m_grid->index(0, 2), 700, PriceGridModel::AmountRole);
        m_grid->renameTicketType(2, u"Child"_s);
        QCOMPARE(m_grid->ticketTypes().constLast().key, u"child-2"_s);
        m_grid->renameTicketType(2, u"Senior"_s);
        QCOMPARE(m_grid->prices().at(1), (PriceEntry {u"front"_s, u"senior"_s, 700}));
        m_grid->keepKeys();
        m_grid->renameTicketType(2, u"Over 65"_s);
        QCOMPARE(m_grid->ticketTypes().constLast().key, u"senior"_s);
    }

    void otherPlan_keepsWhatItDoesNotShow()
    {
        m_grid->setCategories({m_categories[1], {u"box"_s, u"Box"_s, u"#0000ff"_s}});
        QCOMPARE(shown(), u"2000 1000 / - -"_s);
        QCOMPARE(m_grid->prices().size(), 2);
        QCOMPARE(m_grid->categoryKeys(), QStringList({u"rear"_s, u"box"_s}));
        m_grid->setCategories(m_categories);
        QCOMPARE(shown(), u"3000 - / 2000 1000"_s);
    }
};

QTEST_GUILESS_MAIN(PriceGridModelTest)
#include "tst_pricegridmodel.moc"
