// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/secret.h"
#include "backend/services/ticketkeyring.h"

#include <QTest>

using namespace parterre;
using namespace parterre::services;
using namespace Qt::StringLiterals;

// What the house signs, and what it takes for its own.
class TicketKeyringTest : public QObject
{
    Q_OBJECT

    const EventId m_event = *EventId::fromString(u"0195d2a0-0000-7000-8000-0000a1b2c3d4"_s);

    static storage::TicketKey keyOf(quint16 id)
    {
        storage::TicketKey key = makeTicketKey();
        key.id = id;
        return key;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(startCryptography()); }

    void signature_isThatOfRfc8032()
    {
        // Section 7.1, test 2.
        const QByteArray key = QByteArray::fromHex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
        const QByteArray signature = QByteArray::fromHex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                                                         "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
        QVERIFY(isSignedBy(key, "\x72", signature));
        QVERIFY(!isSignedBy(key, "\x73", signature));
        QVERIFY(!isSignedBy(key.chopped(1), "\x72", signature));
        QVERIFY(!isSignedBy(key, "\x72", signature.chopped(1)));
    }

    void codes_areReadByTheHouseThatWroteThem()
    {
        const TicketKeyring ours({keyOf(1)});
        const QString code = ours.codeOf(u"7K3M-9QXA-1"_s, 3, m_event);
        const auto read = ours.read(code);
        QVERIFY(read);
        QCOMPARE(*read, (TicketCode {.keyId = 1, .generation = 3, .event = shortReference(m_event), .ticket = u"7K3M-9QXA-1"_s}));
        QVERIFY(!TicketKeyring({keyOf(1)}).read(code)); // another house, whose key has the same number
        QVERIFY(!TicketKeyring({keyOf(2)}).read(code));
        QVERIFY(!ours.read(u"7K3M-9QXA-1"_s));
    }

    void codes_ofAnEarlierKeyAreStillRead()
    {
        const storage::TicketKey old = keyOf(1);
        const QString code = TicketKeyring({old}).codeOf(u"7K3M-9QXA-1"_s, 0, m_event);
        const TicketKeyring both({old, keyOf(2)});
        QVERIFY(both.read(code));
        QCOMPARE(both.read(both.codeOf(u"7K3M-9QXA-1"_s, 0, m_event))->keyId, quint16(2));
    }

    // No character of a code can be another without anybody noticing.
    void codes_cannotBeAltered()
    {
        const TicketKeyring ours({keyOf(1)});
        const QString code = ours.codeOf(u"7K3M-9QXA-1"_s, 0, m_event);
        for (qsizetype i = 0; i < code.size(); ++i) {
            for (const QChar c : u"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"_s) {
                QString altered = code;
                altered[i] = c;
                QVERIFY2(altered == code || !ours.read(altered), qPrintable(altered));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TicketKeyringTest)
#include "tst_ticketkeyring.moc"
