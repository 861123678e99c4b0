// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/errortexts.h"

#include <QSet>
#include <QTest>

using namespace parterre;
using namespace parterre::ui;

class TestErrorTexts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCodeHasASentence_data();
    void everyCodeHasASentence();
    void takenSeatIsNamed();
    void manySeatsAreCounted();
    void waitingTimeIsSaid();
    void limitIsSaid();
};

void TestErrorTexts::everyCodeHasASentence_data()
{
    QTest::addColumn<ErrorCode>("code");
    for (const ErrorCode code : allErrorCodes())
        QTest::newRow(errorKind(code).data()) << code;
}

void TestErrorTexts::everyCodeHasASentence()
{
    QFETCH(ErrorCode, code);
    const QString text = errorText({.code = code, .detail = QStringLiteral("SECRET DETAIL")});
    QVERIFY2(text.size() > 30, qPrintable(text));
    QVERIFY2(text.endsWith(QLatin1Char('.')), qPrintable(text));
    QVERIFY(text.front().isUpper());
    QVERIFY2(text.count(QLatin1Char('.')) + text.count(QLatin1Char(';')) + text.count(QLatin1Char(':')) >= 2,
             qPrintable(QStringLiteral("says what happened but not what to do: ") + text));
    QVERIFY(!text.contains(QStringLiteral("SECRET")));
    QVERIFY2(!text.contains(QLatin1Char('%')), qPrintable(text));
    QVERIFY2(!text.contains(errorKind(code)) || !QString(errorKind(code)).contains(QLatin1Char('_')), qPrintable(text));
    // Only failures that mean the same to a person may share a sentence.
    static const QSet<ErrorCode> technical {ErrorCode::ParseError, ErrorCode::InvalidRequest, ErrorCode::InvalidParams,
                                            ErrorCode::MethodNotFound, ErrorCode::UnsupportedProtocol, ErrorCode::Internal};
    for (const ErrorCode other : allErrorCodes()) {
        if (other != code && !technical.contains(code))
            QVERIFY2(errorText({.code = other}) != text, errorKind(other).data());
    }
}

void TestErrorTexts::takenSeatIsNamed()
{
    const QString text = errorText({.code = ErrorCode::SeatTaken, .places = {17}}, {QStringLiteral("Stalls F 12")});
    QVERIFY2(text.contains(QStringLiteral("Stalls F 12")), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("just taken by someone else")));
    QVERIFY(text.contains(QStringLiteral("The map shows what is free")));
}

void TestErrorTexts::manySeatsAreCounted()
{
    QStringList places;
    for (int n = 1; n <= 9; ++n)
        places.append(QStringLiteral("F %1").arg(n));
    const QString text = errorText({.code = ErrorCode::SeatTaken}, places);
    QVERIFY2(text.contains(QStringLiteral("F 4")) && !text.contains(QStringLiteral("F 5")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("5 more")), qPrintable(text));
}

void TestErrorTexts::waitingTimeIsSaid()
{
    QVERIFY(errorText({.code = ErrorCode::RateLimited, .retryAfterSeconds = 30}).contains(QStringLiteral("30 second")));
    QVERIFY(errorText({.code = ErrorCode::RateLimited, .retryAfterSeconds = 900}).contains(QStringLiteral("15 minute")));
}

void TestErrorTexts::limitIsSaid()
{
    QVERIFY(errorText({.code = ErrorCode::TooManySeats, .limit = 10}).contains(QStringLiteral("10")));
}

QTEST_MAIN(TestErrorTexts)
#include "tst_errortexts.moc"
