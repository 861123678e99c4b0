// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/storagewriter.h"

#include "backend/storage/bookingchange.h"

#include <QDeadlineTimer>
#include <QThread>

namespace parterre::storage {

namespace {

constexpr int kMaxConflicts = 4;
// Whoever was answered together often asks again together, but cannot ask as fast as this thread looks: a commit that goes
// without them costs them a commit more. So it takes a breath while they arrive, far shorter than any commit.
constexpr unsigned long kBreathUs = 50;
constexpr int kMaxBreaths = 10;
constexpr unsigned long kFirstPauseMs = 20;
constexpr unsigned long kLongestPauseMs = 500;

// Failures that one sale of a group may bring upon all of them.
bool isAboutOneSale(ErrorCode code)
{
    return code == ErrorCode::AlreadyExists || code == ErrorCode::NotFound || code == ErrorCode::InvalidParams;
}

bool mayPass(ErrorCode code)
{
    return code == ErrorCode::StorageUnavailable || code == ErrorCode::OutcomeUnknown || code == ErrorCode::Overloaded;
}

} // namespace

// Decides whether what could not be written is tried again, and waits for the right moment.
class StorageWriter::Patience
{
public:
    explicit Patience(StorageWriter &writer) : m_writer(writer), m_deadline(writer.m_retryFor) {}

    // If not, then `failure` is what to answer.
    [[nodiscard]] bool again(Error &failure)
    {
        // A conflict with another server is seen for what it is when it is looked at again.
        if (failure.code == ErrorCode::AlreadyExists && ++m_conflicts < kMaxConflicts)
            return true;
        m_outcomeUnknown = m_outcomeUnknown || failure.code == ErrorCode::OutcomeUnknown;
        // Those who come when the database has been away for long do not wait for it as long as the first.
        const bool tired = m_deadline.hasExpired() || m_writer.m_database.unreachableFor() >= m_writer.m_retryFor;
        if (mayPass(failure.code) && !tired && !m_writer.m_closing.isOver()) {
            // Even after an unknown outcome: the second try finds the keys of what was committed, and answers from them.
            QThread::msleep(m_pause);
            m_pause = std::min(m_pause * 2, kLongestPauseMs);
            return true;
        }
        if (m_outcomeUnknown)
            failure.code = ErrorCode::OutcomeUnknown;
        return false;
    }

private:
    StorageWriter &m_writer;
    const QDeadlineTimer m_deadline;
    unsigned long m_pause = kFirstPauseMs;
    int m_conflicts = 0;
    bool m_outcomeUnknown = false;
};

StorageWriter::StorageWriter(DatabaseConfig config, std::chrono::milliseconds retryFor, const ClosingTime &closing, SaleQueue &sales,
                             std::size_t number)
    : m_database(std::move(config), &closing)
    , m_retryFor(retryFor)
    , m_closing(closing)
    , m_sales(sales)
    , m_number(number)
{
}

void StorageWriter::finish()
{
    while (m_sales.hasWorkFor(m_number) || !m_jobs.empty())
        step();
}

void StorageWriter::perform(Job job)
{
    m_jobs.push_back(std::move(job));
    scheduleStep();
}

void StorageWriter::scheduleStep()
{
    if (!std::exchange(m_stepScheduled, true))
        QMetaObject::invokeMethod(this, &StorageWriter::step, Qt::QueuedConnection); // behind everything posted so far
}

void StorageWriter::step()
{
    m_stepScheduled = false;
    if (moreAreComing()) {
        QThread::usleep(kBreathUs);
        scheduleStep();
        return;
    }
    flush();
    if (!m_jobs.empty()) {
        const Job job = std::move(m_jobs.front());
        m_jobs.pop_front();
        job(m_database);
    }
    if (m_sales.hasWorkFor(m_number) || !m_jobs.empty())
        scheduleStep();
}

// Only while fewer wait than were written last, and more than at the last look: a lone sale waits for nobody.
bool StorageWriter::moreAreComing()
{
    const bool first = m_breaths == 0;
    const std::size_t waiting = m_sales.size();
    const bool coming = waiting > 0 && waiting < m_lastGroup && m_jobs.empty() && (first || waiting > m_waitingBefore) && m_breaths < kMaxBreaths
        && !m_closing.isOver();
    m_waitingBefore = waiting;
    m_breaths = coming ? m_breaths + 1 : 0;
    return coming;
}

void StorageWriter::flush()
{
    if (m_closing.isOver()) {
        for (const WaitingSale &sale : m_sales.takeAll())
            sale.done(Error {.code = ErrorCode::StorageUnavailable, .detail = QStringLiteral("the storage closed before this could be written")});
        return;
    }
    std::vector<WaitingSale> group = m_sales.take(m_number);
    if (group.empty())
        return;
    m_lastGroup = group.size();
    std::vector<WaitingSale> again;
    writeGroup(group, again);
    m_sales.finish(m_number, std::move(again));
}

void StorageWriter::writeGroup(Group group, std::vector<WaitingSale> &again)
{
    if (group.empty())
        return;
    Patience patience(*this);
    for (;;) {
        std::optional<Error> failure = tryGroup(group, again);
        if (!failure)
            return;
        if (isAboutOneSale(failure->code) && group.size() > 1) {
            const std::size_t half = group.size() / 2;
            writeGroup(group.first(half), again);
            writeGroup(group.subspan(half), again);
            return;
        }
        if (patience.again(*failure))
            continue;
        for (WaitingSale &waiting : group)
            waiting.done(*failure);
        return;
    }
}

Result<ChangeOutcome> StorageWriter::change(const ChangeWrite &write)
{
    Patience patience(*this);
    for (;;) {
        Result<ChangeOutcome> outcome = m_database.transact([&] { return BookingChange(m_database, write).write(); });
        if (outcome)
            return outcome;
        Error failure = outcome.error();
        if (!patience.again(failure))
            return failure;
    }
}

std::optional<Error> StorageWriter::tryGroup(Group group, std::vector<WaitingSale> &again)
{
    std::vector<Checkout *> checkouts;
    checkouts.reserve(group.size());
    for (WaitingSale &waiting : group)
        checkouts.push_back(&waiting.checkout);
    const auto write = [&](Compare compare) {
        return m_database.transact([&] { return CheckoutBatch(m_database).write(checkouts, compare); });
    };
    // What a repetition took from a voucher is missing there: its key has to be seen first.
    const bool doubtful = std::any_of(checkouts.begin(), checkouts.end(), [](const Checkout *checkout) { return checkout->doubtful || !checkout->write.vouchers.isEmpty(); });
    Result<std::vector<CheckoutVerdict>> verdicts = write(doubtful ? Compare::First : Compare::WhenRefused);
    if (!verdicts && verdicts.error().code == ErrorCode::AlreadyExists && !doubtful)
        verdicts = write(Compare::First);
    if (!verdicts)
        return verdicts.error();
    for (std::size_t i = 0; i < group.size(); ++i) {
        CheckoutVerdict &verdict = verdicts->at(i);
        if (auto *answer = std::get_if<Result<CheckoutOutcome>>(&verdict))
            group[i].done(std::move(*answer));
        else
            again.push_back(std::move(group[i]));
    }
    return std::nullopt;
}

} // namespace parterre::storage
