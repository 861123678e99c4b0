// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/errortexts.h"

#include <QSet>
#include <QTest>

using namespace parterre;
using namespace parterre::ui;

namespace {

// As people read it: without the marks that keep names in their own direction.
QString plain(QString text)
{
    return text.remove(QChar(0x2068)).remove(QChar(0x2069));
}

} // namespace

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
    void companionsSeatIsNamedWithItsWheelchairPlace();
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

void TestErrorTexts::companionsSeatIsNamedWithItsWheelchairPlace()
{
    const QString f12 = QStringLiteral("F 12"), f13 = QStringLiteral("F 13"), f14 = QStringLiteral("F 14");
    const Error one {.code = ErrorCode::CompanionAlone, .places = {13}};
    const QString pair = plain(errorText(one, {f13, f12}));
    QVERIFY2(pair.contains(QStringLiteral("Seat F 13 is kept for the companion of F 12")) && pair.contains(QStringLiteral("Add F 12, or give F 13 back")), qPrintable(pair));
    const QString unnamed = plain(errorText(one, {f13}));
    QVERIFY2(unnamed.contains(QStringLiteral("Seat F 13 is kept")) && unnamed.contains(QStringLiteral("wheelchair place")), qPrintable(unnamed));
    const QString several = plain(errorText({.code = ErrorCode::CompanionAlone, .places = {13, 14}}, {f13, f14}));
    QVERIFY2(several.contains(QStringLiteral("F 13, F 14")) && !several.contains(QStringLiteral("companion of F")), qPrintable(several));
}

QTEST_MAIN(TestErrorTexts)
#include "tst_errortexts.moc"
