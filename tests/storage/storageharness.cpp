// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/storage/storageharness.h"

#include <QTest>

namespace parterre::testing {

using namespace parterre::storage;

namespace {

constexpr int kPatienceMs = 100'000;

}

StorageHarness::StorageHarness(const DatabaseConfig &config, const Clock &clock) : StorageHarness(StorageOptions {.database = config}, clock) {}

StorageHarness::StorageHarness(StorageOptions options, const Clock &clock)
    : m_storage(options, clock)
    , m_database(options.database)
{
    for (const Result<void> &opened : {m_storage.open(), m_database.open()}) {
        if (!opened)
            qFatal("%s", qUtf8Printable(opened.error().detail));
    }
}

QList<Result<CheckoutOutcome>> StorageHarness::bookAll(const QList<CheckoutWrite> &writes)
{
    QList<Result<CheckoutOutcome>> outcomes(writes.size(), Result<CheckoutOutcome>(ErrorCode::TimedOut));
    qsizetype answered = 0;
    for (qsizetype i = 0; i < writes.size(); ++i) {
        m_storage.book(writes.at(i), this, [&outcomes, &answered, i](Result<CheckoutOutcome> outcome) {
            outcomes[i] = std::move(outcome);
            ++answered;
        });
    }
    if (!QTest::qWaitFor([&] { return answered == writes.size(); }, kPatienceMs))
        qFatal("Storage did not answer every sale");
    return outcomes;
}

Result<ChangeOutcome> StorageHarness::change(const ChangeWrite &write)
{
    std::optional<Result<ChangeOutcome>> answer;
    m_storage.change(write, this, [&answer](Result<ChangeOutcome> outcome) { answer = std::move(outcome); });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }, kPatienceMs))
        qFatal("Storage did not answer the cancellation");
    return *answer;
}

} // namespace parterre::testing
