// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/vouchercode.h"

#include <QRandomGenerator>
#include <QTest>

#include <array>

using namespace parterre;
using namespace Qt::StringLiterals;

namespace {

const QString kAlphabet = u"0123456789ABCDEFGHJKMNPQRSTVWXYZ"_s;

QString codeOf(QRandomGenerator &random)
{
    std::array<uchar, kVoucherRandomBytes> bytes {};
    for (uchar &byte : bytes)
        byte = static_cast<uchar>(random.bounded(256));
    return makeVoucherCode(bytes);
}

} // namespace

class TestVoucherCode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void code_isAsLongAsPromised_andReadBack()
    {
        QRandomGenerator random(34);
        for (int round = 0; round < 1'000; ++round) {
            const QString code = codeOf(random);
            QCOMPARE(code.size(), kVoucherCodeLength);
            QCOMPARE(readVoucherCode(code), std::optional(code));
            QCOMPARE(readVoucherCode(groupedVoucherCode(code)), std::optional(code));
        }
    }

    void bytes_areAllUsed()
    {
        std::array<uchar, kVoucherRandomBytes> bytes {};
        const QString zero = makeVoucherCode(bytes);
        for (uchar &byte : bytes) {
            byte = 31;
            QVERIFY(makeVoucherCode(bytes) != zero);
            byte = 0;
        }
    }

    void typing_isForgiven_mistakesAreNot()
    {
        QRandomGenerator random(35);
        QString code = codeOf(random);
        while (!code.contains(u'0') || !code.contains(u'1'))
            code = codeOf(random);
        QString typed = groupedVoucherCode(code).toLower().replace(u'-', u' ');
        typed.replace(u'0', u'o').replace(typed.indexOf(u'1'), 1, u"l"_s).replace(u'1', u'I');
        QCOMPARE(readVoucherCode(typed), std::optional(code));
        QVERIFY(!readVoucherCode(code.chopped(1)));
        QVERIFY(!readVoucherCode(code + u'0'));
        QVERIFY(!readVoucherCode(QString()));
        QVERIFY(!readVoucherCode(u"UUUU-UUUU-UUUU-UUUU"_s));
        QVERIFY(!readVoucherCode(QString(code).replace(0, 1, u"ß"_s)));
    }

    // What people do wrong when they copy sixteen characters.
    void everyWrongCharacter_andEveryExchangeOfTwo_isFound()
    {
        QRandomGenerator random(36);
        for (int round = 0; round < 20; ++round) {
            const QString code = codeOf(random);
            for (qsizetype i = 0; i < code.size(); ++i) {
                for (const QChar other : kAlphabet)
                    QCOMPARE(readVoucherCode(QString(code).replace(i, 1, other)).has_value(), other == code.at(i));
                for (qsizetype j = 0; j < i; ++j) {
                    QString exchanged = code;
                    exchanged[i] = code.at(j);
                    exchanged[j] = code.at(i);
                    QCOMPARE(readVoucherCode(exchanged).has_value(), code.at(i) == code.at(j));
                }
            }
        }
    }

    void groups_areForPeople()
    {
        QCOMPARE(groupedVoucherCode(u"7K3M9QXA2M4PX0TC"_s), u"7K3M-9QXA-2M4P-X0TC"_s);
        QCOMPARE(lastFourOfVoucher(u"7K3M9QXA2M4PX0TC"_s), u"X0TC"_s);
    }
};

QTEST_APPLESS_MAIN(TestVoucherCode)
#include "tst_vouchercode.moc"
