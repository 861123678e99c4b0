// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/model/designedplan.h"
#include "app/designer/model/designjson.h"
#include "tests/unit/app/drawnhouse.h"
#include "tests/unit/app/randomdesigner.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int kCommands = 200;

bool samePieces(const DesignDocument &document)
{
    const QList<DesignPiece> kept = document.pieces(), made = piecesOf(document.design());
    const auto same = [](const DesignPiece &a, const DesignPiece &b) {
        return a.rows == b.rows && a.tables == b.tables && a.areas == b.areas && a.shapes == b.shapes && a.places == b.places && a.bounds == b.bounds;
    };
    return std::equal(kept.cbegin(), kept.cend(), made.cbegin(), made.cend(), same);
}

} // namespace

// Whatever is done to a design, it can be undone to the first state and redone to the last, byte for byte.
// PARTERRE_SEQUENCES says of how many commands in a row this is tried, PARTERRE_SEED which is the first.
class TestDesignHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyCommands_areUndoneAndRedone_data();
    void anyCommands_areUndoneAndRedone();
};

void TestDesignHistory::anyCommands_areUndoneAndRedone_data()
{
    QTest::addColumn<quint64>("seed");
    const quint64 first = qEnvironmentVariable("PARTERRE_SEED", u"1"_s).toULongLong();
    const quint64 sequences = qEnvironmentVariable("PARTERRE_SEQUENCES", u"60"_s).toULongLong();
    for (quint64 seed = first; seed < first + sequences; ++seed)
        QTest::addRow("seed %llu", static_cast<unsigned long long>(seed)) << seed;
}

void TestDesignHistory::anyCommands_areUndoneAndRedone()
{
    QFETCH(const quint64, seed);
    const Design house = drawnHouse();
    DesignDocument document;
    document.reset(house);
    Design told = house; // by what the document says of its steps, written down and read again
    connect(&document, &DesignDocument::stepped, this, [&told](const DesignEdit &edit) {
        const Result<DesignEdit> read = readEdit(writeEdit(edit), told.house());
        QVERIFY2(read.ok(), qPrintable(read ? QString() : read.error().detail));
        QVERIFY(*read == edit);
        told.apply(*read);
    });
    RandomDesigner designer(document, seed);
    for (int i = 0; i < kCommands; ++i)
        designer.act();
    QVERIFY(!document.isPreviewing());
    QVERIFY(told == document.design());
    QVERIFY(samePieces(document));
    QUndoStack &history = document.history();
    QVERIFY2(history.count() > kCommands / 10, "too little was done to prove anything");

    history.setIndex(history.count());
    const QByteArray last = writeDesign(document.design());
    const Result<Design> read = readDesign(last);
    QVERIFY2(read.ok(), qPrintable(read ? QString() : read.error().detail));
    QVERIFY(*read == document.design());
    QCOMPARE(writeDesign(*read), last);

    history.setIndex(0);
    QVERIFY(document.design() == house);
    QCOMPARE(writeDesign(document.design()), writeDesign(house));
    QVERIFY(told == house);
    QVERIFY(samePieces(document));

    history.setIndex(history.count());
    QCOMPARE(writeDesign(document.design()), last);
    QVERIFY(told == document.design());
    QVERIFY(samePieces(document));
}

QTEST_GUILESS_MAIN(TestDesignHistory)
#include "tst_designhistory.moc"
