// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/voucherguesses.h"
#include "tests/support/manualclock.h"

#include <QTest>

using namespace parterre;
using namespace parterre::services;
using namespace parterre::testing;

namespace {

Caller callerNumber(int n)
{
    return {.user = {.id = UserId(QUuid(0, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, static_cast<uchar>(n)))}, .origin = {.network = QStringLiteral("192.0.2.%1").arg(n)}};
}

} // namespace

class VoucherGuessesTest : public QObject
{
    Q_OBJECT

private:
    // What a look-up that ends like this is answered.
    static std::optional<ErrorCode> ask(VoucherGuesses &guesses, const Caller &caller, const Result<int> &outcome)
    {
        std::optional<ErrorCode> told;
        const Result<Done<int>> answer = guesses.guard<int>(caller, true, [&told](const Result<int> &result) { told = result ? std::nullopt : std::optional(result.error().code); });
        if (!answer)
            return answer.error().code;
        (*answer)(outcome);
        return told;
    }

private Q_SLOTS:
    void guessing_getsSlower()
    {
        ManualClock clock;
        VoucherGuesses guesses(clock);
        for (int n = 0; n < 5; ++n)
            QCOMPARE(ask(guesses, callerNumber(1), ErrorCode::VoucherUnknown), std::optional(ErrorCode::VoucherUnknown));
        QCOMPARE(ask(guesses, callerNumber(1), 1), std::optional(ErrorCode::RateLimited));
        QCOMPARE(ask(guesses, callerNumber(2), 1), std::nullopt);
        clock.advance(std::chrono::seconds(2));
        QCOMPARE(ask(guesses, callerNumber(1), ErrorCode::VoucherUnknown), std::optional(ErrorCode::VoucherUnknown));
        clock.advance(std::chrono::seconds(1));
        QCOMPARE(ask(guesses, callerNumber(1), 1), std::optional(ErrorCode::RateLimited)); // longer each time
    }

    void whoHasVouchers_isNotSlowedDown()
    {
        ManualClock clock;
        VoucherGuesses guesses(clock);
        for (int n = 0; n < 100; ++n) {
            QCOMPARE(ask(guesses, callerNumber(1), 1), std::nullopt);
            QCOMPARE(ask(guesses, callerNumber(1), ErrorCode::VoucherBalance), std::optional(ErrorCode::VoucherBalance));
            QCOMPARE(ask(guesses, callerNumber(1), ErrorCode::StorageUnavailable), std::optional(ErrorCode::StorageUnavailable));
        }
    }

    void whoNamesNoCode_isNotAskedToWait()
    {
        ManualClock clock;
        VoucherGuesses guesses(clock);
        for (int n = 0; n < 5; ++n)
            static_cast<void>(ask(guesses, callerNumber(1), ErrorCode::VoucherUnknown));
        QVERIFY(guesses.guard<int>(callerNumber(1), false, [](const Result<int> &) {}).ok());
        QVERIFY(!guesses.guard<int>(callerNumber(1), true, [](const Result<int> &) {}).ok());
    }
};

QTEST_APPLESS_MAIN(VoucherGuessesTest)
#include "tst_voucherguesses.moc"
