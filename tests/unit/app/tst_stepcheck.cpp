// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/model/stepcheck.h"
#include "tests/unit/app/drawnhouse.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(parterre::DesignEdit)

// Which edits can be applied to a design.
class TestStepCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void edits_areStepsOfTheirDesign_data();
    void edits_areStepsOfTheirDesign();
};

void TestStepCheck::edits_areStepsOfTheirDesign_data()
{
    QTest::addColumn<DesignEdit>("edit");
    QTest::addColumn<bool>("fits");
    const Design design = drawnHouse();
    const Element first = design.elements()[0], second = design.elements()[1];
    const qsizetype count = design.elements().size();
    Element moved = first, other = first, changed = first;
    moved.at = {1, 1};
    other.id = design.nextElement();
    changed.locked = !changed.locked;
    DesignHouse renamed = design.house(), bare = design.house();
    renamed.name = u"Renamed"_s;
    bare.levels.clear();
    const auto row = [](const char *name, bool fits, const QList<ElementChange> &changes) { QTest::newRow(name) << DesignEdit {.elements = changes} << fits; };
    row("nothing", true, {});
    row("changes", true, {{.before = first, .after = moved}});
    row("comes on top", true, {{.after = other, .to = count}});
    row("goes", true, {{.before = first, .from = 0}});
    row("changes places", true, {{.before = first, .after = first, .from = 0, .to = count - 1}});
    row("comes where another goes", true, {{.before = first, .from = 0}, {.after = other, .to = 0}});
    row("neither was nor will be", false, {{}});
    row("was otherwise", false, {{.before = changed, .after = moved}});
    row("becomes another", false, {{.before = first, .after = other}});
    row("was not there", false, {{.before = other, .after = other}});
    row("is there already", false, {{.after = first, .to = 0}});
    row("comes nowhere", false, {{.after = other}});
    row("comes too far up", false, {{.after = other, .to = count + 1}});
    row("comes from somewhere", false, {{.after = other, .from = 0, .to = 0}});
    row("goes nowhere", false, {{.before = first}});
    row("goes from elsewhere", false, {{.before = first, .from = 1}});
    row("goes and comes", false, {{.before = first, .from = 0, .to = 0}});
    row("is taken and not put", false, {{.before = first, .after = moved, .from = 0}});
    row("is put and not taken", false, {{.before = first, .after = moved, .to = 0}});
    row("twice", false, {{.before = first, .after = moved}, {.before = first, .from = 0}});
    row("two in one place", false, {{.before = first, .after = first, .from = 0, .to = 1}, {.before = second, .after = second, .from = 1, .to = 1}});
    QTest::newRow("house") << DesignEdit {.elements = {}, .house = {{design.house(), renamed}}} << true;
    QTest::newRow("house was otherwise") << DesignEdit {.elements = {}, .house = {{renamed, design.house()}}} << false;
    QTest::newRow("house without ground") << DesignEdit {.elements = {}, .house = {{design.house(), bare}}} << false;
}

void TestStepCheck::edits_areStepsOfTheirDesign()
{
    QFETCH(const DesignEdit, edit);
    QFETCH(const bool, fits);
    Design design = drawnHouse();
    QCOMPARE(isStepOf(design, edit), fits);
    if (!fits)
        return;
    design.apply(edit);
    QVERIFY(isStepOf(design, edit.reversed()));
    design.apply(edit.reversed());
    QVERIFY(design == drawnHouse());
}

QTEST_GUILESS_MAIN(TestStepCheck)
#include "tst_stepcheck.moc"
