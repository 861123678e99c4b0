// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/formats.h"
#include "app/widgets/plaintext.h"

#include <QTest>

using namespace parterre;
using namespace parterre::ui;

namespace {

Money money(qint64 amount, QStringView code)
{
    return {.amount = amount, .currency = *Currency::fromCode(code)};
}

// 2026-11-21T19:30:00Z
constexpr Instant kEvening {std::chrono::milliseconds(1'795'289'400'000)};

} // namespace

class TestFormats : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void moneyIsWrittenAsTheLocaleDoes();
    void amountHasDecimalsOnlyWhereNeeded();
    void moneyTypedIsReadBack_data();
    void moneyTypedIsReadBack();
    void nonsenseIsNoMoney_data();
    void nonsenseIsNoMoney();
    void timesAreTheVenues();
    void unknownZoneFallsBackToUtc();
    void countdownHasMinutesAndSeconds();
    void untrustedTextStaysText();
};

void TestFormats::moneyIsWrittenAsTheLocaleDoes()
{
    const QString nbsp(QChar::Nbsp);
    QCOMPARE(formatMoney(money(1250, u"EUR"), QLocale(QStringLiteral("de_DE"))), QStringLiteral("12,50") + nbsp + QStringLiteral("€"));
    QCOMPARE(formatMoney(money(1250, u"EUR"), QLocale(QStringLiteral("en_GB"))), QStringLiteral("€12.50"));
    QCOMPARE(formatMoney(money(-6595, u"EUR"), QLocale(QStringLiteral("en_GB"))), QStringLiteral("-€65.95"));
    QCOMPARE(formatMoney(money(-6595, u"EUR"), QLocale(QStringLiteral("de_DE"))), QStringLiteral("-65,95") + nbsp + QStringLiteral("€"));
    QVERIFY(!formatMoney(money(-6595, u"EUR"), QLocale(QStringLiteral("ar_EG"))).contains(QLatin1Char('(')));
    QCOMPARE(formatMoney(money(500, u"JPY"), QLocale(QStringLiteral("ja_JP"))).contains(QLatin1Char('.')), false);
    QVERIFY(formatMoney(money(1250, u"USD"), QLocale(QStringLiteral("de_DE"))).contains(QStringLiteral("USD")));
    QVERIFY(formatMoney(money(1250, u"USD"), QLocale(QStringLiteral("en_US"))).contains(QLatin1Char('$')));
    // From right to left the mark comes first, so that a label of its own is set that way too.
    const QLocale arabic(QStringLiteral("ar_EG"));
    const QString written = formatMoney(money(1250, u"EUR"), arabic);
    QCOMPARE(written, QChar(0x200F) + QStringLiteral("١٢٫٥٠") + nbsp + QStringLiteral("€"));
    QCOMPARE(parseMoney(written, *Currency::fromCode(QStringLiteral("EUR")), arabic), money(1250, u"EUR"));
}

void TestFormats::amountHasDecimalsOnlyWhereNeeded()
{
    const QLocale german(QStringLiteral("de_DE"));
    QCOMPARE(formatAmount(money(4500, u"EUR"), german), QStringLiteral("45"));
    QCOMPARE(formatAmount(money(4550, u"EUR"), german), QStringLiteral("45,50"));
    QCOMPARE(formatAmount(money(4550, u"JPY"), german), QStringLiteral("4.550"));
    QCOMPARE(formatAmount(money(1250, u"KWD"), german), QStringLiteral("1,250"));
}

void TestFormats::moneyTypedIsReadBack_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<qint64>("amount");
    QTest::newRow("whole") << "12" << "EUR" << qint64(1200);
    QTest::newRow("comma") << "12,5" << "EUR" << qint64(1250);
    QTest::newRow("point") << "12.05" << "EUR" << qint64(1205);
    QTest::newRow("symbol") << "€ 100.00" << "EUR" << qint64(10000);
    QTest::newRow("code") << "100 EUR" << "EUR" << qint64(10000);
    QTest::newRow("arabic digits") << "١٢٫٥" << "EUR" << qint64(1250);
    QTest::newRow("yen") << "500" << "JPY" << qint64(500);
    QTest::newRow("zero") << "0" << "EUR" << qint64(0);
}

void TestFormats::moneyTypedIsReadBack()
{
    QFETCH(QString, text);
    QFETCH(QString, currency);
    QFETCH(qint64, amount);
    const auto read = parseMoney(text, *Currency::fromCode(currency), QLocale(QStringLiteral("en_GB")));
    QVERIFY(read);
    QCOMPARE(read->amount, amount);
}

void TestFormats::nonsenseIsNoMoney_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", " ", "abc", "-5", "1.2.3", "12.345", "1,234.50", "99999999999999", ".", "12e3"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestFormats::nonsenseIsNoMoney()
{
    QFETCH(QString, text);
    QVERIFY(!parseMoney(text, Currency(), QLocale(QStringLiteral("en_GB"))));
}

void TestFormats::timesAreTheVenues()
{
    const QLocale english(QStringLiteral("en_GB"));
    QCOMPARE(formatTime(kEvening, QStringLiteral("Europe/Berlin"), english), QStringLiteral("20:30"));
    QCOMPARE(formatTime(kEvening, QStringLiteral("Asia/Tokyo"), english), QStringLiteral("04:30"));
    QVERIFY(formatDate(kEvening, QStringLiteral("Asia/Tokyo"), english).contains(QStringLiteral("22 November 2026")));
    // This test runs in UTC: Berlin differs, so the zone is named; UTC does not.
    QVERIFY(formatDateTime(kEvening, QStringLiteral("Europe/Berlin"), english).endsWith(QStringLiteral("20:30 CET")));
    QVERIFY(formatDateTime(kEvening, QStringLiteral("UTC"), english).endsWith(QStringLiteral("19:30")));
}

void TestFormats::unknownZoneFallsBackToUtc()
{
    QCOMPARE(formatTime(kEvening, QStringLiteral("Mars/Olympus"), QLocale(QStringLiteral("en_GB"))), QStringLiteral("19:30"));
}

void TestFormats::countdownHasMinutesAndSeconds()
{
    const QLocale c = QLocale::c();
    QCOMPARE(formatCountdown(std::chrono::seconds(598), c), QStringLiteral("9:58"));
    QCOMPARE(formatCountdown(std::chrono::seconds(5), c), QStringLiteral("0:05"));
    QCOMPARE(formatCountdown(std::chrono::seconds(0), c), QStringLiteral("0:00"));
    QCOMPARE(formatCountdown(std::chrono::seconds(750), c), QStringLiteral("12:30"));
    QCOMPARE(formatCountdown(std::chrono::seconds(3723), c), QStringLiteral("1:02:03"));
    QCOMPARE(formatCountdown(std::chrono::seconds(598), QLocale(QStringLiteral("ar_EG"))), QStringLiteral("٩:٥٨"));
}

void TestFormats::untrustedTextStaysText()
{
    QCOMPARE(plainToolTip(QStringLiteral("<b>x</b>")), QStringLiteral("<span>&lt;b&gt;x&lt;/b&gt;</span>"));
    QCOMPARE(withoutMnemonic(QStringLiteral("Tom & Jerry")), QStringLiteral("Tom && Jerry"));
    QCOMPARE(isolated(QStringLiteral("F\n12")), QChar(0x2068) + QStringLiteral("F 12") + QChar(0x2069));
}

QTEST_MAIN(TestFormats)
#include "tst_formats.moc"
