// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/ticketcode.h"

#include <QTest>

using namespace parterre;
using namespace Qt::StringLiterals;

// The text of a ticket's code, whoever signed it.
class TicketCodeTest : public QObject
{
    Q_OBJECT

    static SignedTicketCode sample()
    {
        QByteArray signature;
        for (int i = 0; i < kTicketSignatureBytes; ++i)
            signature.append(static_cast<char>(i * 37 + 200));
        return {.code = {.keyId = 0x0102, .generation = 0xfffe, .event = 0xdeadbeef, .ticket = u"7K3M-9QXA-12"_s}, .signature = signature};
    }

private Q_SLOTS:
    void text_comesBackAsItWasWritten()
    {
        const QString text = writeTicketCode(sample());
        const auto read = readTicketCode(text);
        QVERIFY(read);
        QCOMPARE(read->code, sample().code);
        QCOMPARE(read->signature, sample().signature);
        // As a scanner or a mail may bring it.
        QCOMPARE(readTicketCode(u"  "_s + text.toLower() + u"\r\n"_s)->code, sample().code);
    }

    void text_isTheBase32OfRfc4648()
    {
        // "MZXW6YTB" is "fooba" there: here the number's bytes, where they begin at a whole group of five characters.
        SignedTicketCode code = sample();
        code.code = {.keyId = 0, .generation = 0, .event = 0, .ticket = u"xxfooba"_s};
        QCOMPARE(writeTicketCode(code).mid(3, 24), u"AAAAAAAAAAAAA6DYMZXW6YTB"_s);
    }

    void text_holdsWhatQrCodesHoldDensest()
    {
        const QString text = writeTicketCode(sample());
        QVERIFY(text.startsWith(u"PT1"));
        for (const QChar c : text)
            QVERIFY((c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9'));
        QVERIFY2(text.size() <= 154, qPrintable(QString::number(text.size()))); // version 6 with medium correction
    }

    void text_withOneSpellingOnly()
    {
        const QString text = writeTicketCode(sample());
        for (const QString &wrong : {QString(), u"PT1"_s, text.mid(1), text.chopped(1), text + u'A', text + u"AAAAAAAA"_s, u"PT2"_s + text.mid(3),
                                     u"PT1"_s + text.mid(3).replace(4, 1, u"1"_s), text + QString(400, u'A'), u"7K3M-9QXA-1"_s, u"https://example.org/"_s + text})
            QVERIFY2(!readTicketCode(wrong), qPrintable(wrong));
        SignedTicketCode spare = sample(); // whose last character has bits to spare
        spare.code.ticket = u"7K3M-9QXA-1"_s;
        const QString loose = writeTicketCode(spare);
        QVERIFY(readTicketCode(loose));
        int spellings = 0;
        for (const QChar last : u"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"_s)
            spellings += readTicketCode(loose.chopped(1) + last) ? 1 : 0;
        QVERIFY2(spellings < 32, qPrintable(QString::number(spellings)));
        for (const QChar last : u"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"_s) {
            const auto other = readTicketCode(loose.chopped(1) + last);
            QVERIFY(last == loose.back() || !other || other->signature != spare.signature);
        }
    }

    void everyField_isSigned()
    {
        const TicketCode code = sample().code;
        QSet<QByteArray> signedBytes {bytesToSign(code)};
        TicketCode other = code;
        other.keyId = 1;
        signedBytes.insert(bytesToSign(other));
        other = code;
        other.generation = 1;
        signedBytes.insert(bytesToSign(other));
        other = code;
        other.event = 1;
        signedBytes.insert(bytesToSign(other));
        other = code;
        other.ticket = u"7K3M-9QXA-13"_s;
        signedBytes.insert(bytesToSign(other));
        QCOMPARE(signedBytes.size(), 5);
    }

    void shortReference_isOfTheRandomBits()
    {
        QCOMPARE(shortReference(*EventId::fromString(u"0195d2a0-0000-7000-8000-0000a1b2c3d4"_s)), 0xa1b2c3d4U);
    }

    void typedNumbers_areReadAsPrinted()
    {
        for (const QString &typed : {u"7K3M-9QXA-12"_s, u" 7k3m 9qxa 12 "_s, u"7k3m9qxa12"_s, u"7K3M–9QXA/12"_s})
            QCOMPARE(normalizedTicketNumber(typed), u"7K3M-9QXA-12"_s);
        QCOMPARE(normalizedTicketNumber(u"7k3m"_s), u"7K3M"_s);
        QCOMPARE(normalizedTicketNumber(u" - "_s), QString());
    }
};

QTEST_GUILESS_MAIN(TicketCodeTest)
#include "tst_ticketcode.moc"
