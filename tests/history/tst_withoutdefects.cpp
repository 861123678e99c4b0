// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/core/defects.h"

#include <QTest>

#include <algorithm>

using namespace parterre;

// Compiled as what ships is: asking for a defect is a constant, so that the lines that ask are gone.
static_assert(std::none_of(kDefects.begin(), kDefects.end(),
                           [](const auto &defect) { return isSeeded(defect.first); }));

class WithoutDefectsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void environment_makesNoDefect();
};

void WithoutDefectsTest::environment_makesNoDefect()
{
    for (const auto &[defect, name] : kDefects) {
        qputenv("PARTERRE_SEEDED_DEFECT", name.toByteArray());
        QVERIFY(!isSeeded(defect));
    }
    qunsetenv("PARTERRE_SEEDED_DEFECT");
}

QTEST_GUILESS_MAIN(WithoutDefectsTest)
#include "tst_withoutdefects.moc"
