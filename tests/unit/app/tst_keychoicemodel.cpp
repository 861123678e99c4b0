// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/keychoicemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace parterre;

// Keys chosen by their names.
class KeyChoiceModelTest : public QObject
{
    Q_OBJECT

private:
    const QList<NamedKey> m_types {{.key = u"adult"_s, .name = u"Adult"_s}, {.key = u"child-2"_s, .name = u"Child"_s}};

    static QStringList rowsOf(const KeyChoiceModel &model)
    {
        QStringList rows;
        for (int row = 0; row < model.rowCount(); ++row)
            rows.append(model.index(row).data().toString());
        return rows;
    }
    static void tick(KeyChoiceModel &model, int row, Qt::CheckState state) { QVERIFY(model.setData(model.index(row), state, Qt::CheckStateRole)); }

private Q_SLOTS:
    void offered_isListedByName_andChosenByKey()
    {
        KeyChoiceModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setOffered(m_types);
        QCOMPARE(rowsOf(model), (QStringList {u"Adult"_s, u"Child"_s}));
        QSignalSpy edited(&model, &KeyChoiceModel::edited);
        tick(model, 1, Qt::Checked);
        QCOMPARE(model.chosen(), QStringList {u"child-2"_s});
        tick(model, 1, Qt::Checked);
        QCOMPARE(edited.size(), 1);
        tick(model, 1, Qt::Unchecked);
        QVERIFY(model.chosen().isEmpty());
        QCOMPARE(edited.size(), 2);
    }

    void chosenThatNobodyOffers_isListedAndKept()
    {
        KeyChoiceModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy edited(&model, &KeyChoiceModel::edited);
        model.setChosen({u"vip"_s, u"adult"_s});
        QCOMPARE(rowsOf(model), (QStringList {u"vip"_s, u"adult"_s}));
        model.setOffered(m_types);
        QCOMPARE(rowsOf(model), (QStringList {u"Adult"_s, u"Child"_s, u"vip"_s}));
        QVERIFY(!model.index(2).data(KeyChoiceModel::OfferedRole).toBool());
        QVERIFY(model.index(0).data(KeyChoiceModel::OfferedRole).toBool());
        QCOMPARE(model.chosen(), (QStringList {u"vip"_s, u"adult"_s})); // as they were stored: nothing is changed
        QCOMPARE(edited.size(), 0);
        tick(model, 2, Qt::Unchecked);
        QCOMPARE(model.rowCount(), 3); // it can be had back
        tick(model, 2, Qt::Checked);
        QCOMPARE(model.chosen(), (QStringList {u"adult"_s, u"vip"_s}));
    }

    void typed_isTheNameOfAKey_orAKeyOfItsOwn()
    {
        KeyChoiceModel model;
        model.setOffered(m_types);
        QCOMPARE(model.chosenWith(u" child , vip,"_s), (QStringList {u"child-2"_s, u"vip"_s}));
        QVERIFY(model.chosen().isEmpty());
        QSignalSpy edited(&model, &KeyChoiceModel::edited);
        model.choose(u"CHILD, adult, Adult"_s);
        QCOMPARE(model.chosen(), (QStringList {u"child-2"_s, u"adult"_s}));
        model.choose(u"adult"_s);
        QCOMPARE(edited.size(), 1);
        model.choose(u"vip"_s);
        QCOMPARE(rowsOf(model), (QStringList {u"Adult"_s, u"Child"_s, u"vip"_s}));
    }

    void key_isMeantBeforeAName()
    {
        const QList<NamedKey> confusing {{.key = u"full"_s, .name = u"adult"_s}, {.key = u"adult"_s, .name = u"Grown-up"_s}};
        QCOMPARE(keyMeant(u"adult"_s, confusing), u"adult"_s);
        QCOMPARE(keyMeant(u"grown-UP"_s, confusing), u"adult"_s);
        QCOMPARE(keyMeant(u"Adult"_s, confusing), u"full"_s);
        QCOMPARE(nameOf(u"vip"_s, confusing), u"vip"_s);
    }
};

QTEST_GUILESS_MAIN(KeyChoiceModelTest)
#include "tst_keychoicemodel.moc"
