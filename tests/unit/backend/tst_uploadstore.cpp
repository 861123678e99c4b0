// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/uploadstore.h"
#include "tests/support/manualclock.h"

#include <QTest>

using namespace parterre;
using namespace parterre::services;
using namespace std::chrono_literals;

class UploadStoreTest : public QObject
{
    Q_OBJECT

    testing::ManualClock m_clock;
    UuidV7Generator m_ids {m_clock};
    const SessionId m_anna = m_ids.make<SessionId>();
    const SessionId m_bert = m_ids.make<SessionId>();
    const UploadId m_file = m_ids.make<UploadId>();

private Q_SLOTS:
    void parts_makeAFile()
    {
        UploadStore store(m_clock, {.file = 10, .all = 12});
        QCOMPARE(*store.append(m_anna, m_file, 0, "abc"), 3);
        QCOMPARE(*store.append(m_anna, m_file, 3, "de"), 5);
        QCOMPARE(*store.file(m_anna, m_file), QByteArray("abcde"));
        QCOMPARE(store.file(m_bert, m_file).error().code, ErrorCode::NotFound);
        QCOMPARE(store.file(m_anna, m_ids.make<UploadId>()).error().code, ErrorCode::NotFound);
        QCOMPARE(store.append(m_anna, m_ids.make<UploadId>(), 5, "f").error().code, ErrorCode::StaleVersion);
    }
    // As after a lost answer.
    void lastPart_mayComeTwice()
    {
        UploadStore store(m_clock, {.file = 10, .all = 12, .idle = 60s});
        QCOMPARE(*store.append(m_anna, m_file, 0, "abc"), 3);
        QCOMPARE(*store.append(m_anna, m_file, 3, "de"), 5);
        m_clock.advance(40s);
        QCOMPARE(*store.append(m_anna, m_file, 3, "de"), 5);
        m_clock.advance(40s); // which nobody was idle for
        QCOMPARE(*store.file(m_anna, m_file), QByteArray("abcde"));
        QCOMPARE(store.append(m_anna, m_file, 3, "df").error().code, ErrorCode::StaleVersion);
        QCOMPARE(store.append(m_anna, m_file, 3, "d").error().code, ErrorCode::StaleVersion);
        QCOMPARE(store.append(m_bert, m_file, 3, "de").error().code, ErrorCode::StaleVersion);
        QCOMPARE(*store.append(m_anna, m_file, 5, "f"), 6);
    }
    void limits_hold()
    {
        UploadStore store(m_clock, {.file = 10, .all = 12});
        QCOMPARE(*store.append(m_anna, m_file, 0, "0123456789"), 10);
        const auto tooLarge = store.append(m_anna, m_file, 10, "x");
        QCOMPARE(tooLarge.error().code, ErrorCode::FileTooLarge);
        QCOMPARE(*tooLarge.error().limit, 10);
        QCOMPARE(store.append(m_bert, m_file, 0, "abc").error().code, ErrorCode::Overloaded);
        QCOMPARE(*store.append(m_bert, m_file, 0, "ab"), 2);
        store.remove(m_anna);
        QCOMPARE(*store.append(m_bert, m_file, 2, "cdefgh"), 8);
        QCOMPARE(*store.append(m_anna, m_file, 0, "abcd"), 4);
        QCOMPARE(*store.append(m_anna, m_file, 0, "abcd"), 4); // what began anew is not counted twice
    }
    void idleFile_isForgotten()
    {
        UploadStore store(m_clock, {.file = 10, .all = 12, .idle = 60s});
        QVERIFY(!store.expire());
        (void)store.append(m_anna, m_file, 0, "0123456789");
        m_clock.advance(40s);
        QCOMPARE(*store.expire(), 20'000ms);
        QVERIFY(store.file(m_anna, m_file));
        m_clock.advance(20s);
        QCOMPARE(store.file(m_anna, m_file).error().code, ErrorCode::NotFound);
        QCOMPARE(*store.append(m_bert, m_file, 0, "0123456789"), 10); // there is room again
    }
};

QTEST_GUILESS_MAIN(UploadStoreTest)
#include "tst_uploadstore.moc"
