// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/storage.h"

#include "backend/storage/migrator.h"
#include "backend/storage/salequeue.h"
#include "backend/storage/storagereader.h"
#include "backend/storage/storagewriter.h"

namespace parterre::storage {

using namespace Qt::StringLiterals;

namespace {

std::size_t writersFor(const StorageOptions &options)
{
    return options.database.engine == Engine::Postgresql ? static_cast<std::size_t>(std::max(1, options.saleWriters)) : 1;
}

Error closed()
{
    return {.code = ErrorCode::StorageUnavailable, .detail = u"the storage is closed"_s};
}

} // namespace

Storage::Storage(StorageOptions options, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_clock(clock)
{
}

Storage::~Storage()
{
    close();
}

Result<void> Storage::open()
{
    Q_ASSERT(m_writers.empty());
    const auto start = [this](QObject *worker, const QString &name) {
        auto thread = std::make_unique<QThread>();
        thread->setObjectName(name);
        worker->moveToThread(thread.get());
        thread->start();
        m_threads.push_back(std::move(thread));
    };
    const std::size_t writers = writersFor(m_options);
    m_sales = std::make_unique<SaleQueue>(writers, [this](std::size_t writer) {
        QMetaObject::invokeMethod(m_writers[writer].get(), &StorageWriter::look, Qt::QueuedConnection);
    });
    for (std::size_t i = 0; i < writers; ++i)
        m_writers.push_back(std::make_unique<StorageWriter>(m_options.database, m_options.retryFor, m_closing, *m_sales, i));
    for (const auto &writer : m_writers)
        start(writer.get(), u"storage writer %1"_s.arg(m_threads.size() + 1));
    const Instant now = m_clock.utcNow();
    for (const auto &writer : m_writers) {
        Result<void> opened;
        QMetaObject::invokeMethod(writer.get(), [&] {
            opened = writer->database().open();
            if (!opened || writer != m_writers.front()) // the schema is brought up to date once
                return;
            if (const Result<int> migrated = Migrator(writer->database()).migrate(now); !migrated)
                opened = migrated.error();
        }, Qt::BlockingQueuedConnection);
        if (!opened) {
            close();
            return opened;
        }
    }
    for (int i = 0; i < std::max(1, m_options.readers); ++i) {
        m_readers.push_back(std::make_unique<StorageReader>(m_options.database, m_closing));
        start(m_readers.back().get(), u"storage reader %1"_s.arg(i + 1));
    }
    m_open = true;
    return {};
}

void Storage::close(std::chrono::milliseconds patience)
{
    m_open = false;
    if (m_threads.empty())
        return;
    m_closing.set(patience);
    const auto runOn = [](QObject *worker, const std::function<void()> &work) {
        QMetaObject::invokeMethod(worker, work, Qt::BlockingQueuedConnection);
    };
    // Events come in order, so these run after everything that was asked for. A request is counted before it looks whether
    // the storage is open; one that has just found it so may come after them, and is waited for.
    do {
        for (const auto &reader : m_readers)
            runOn(reader.get(), [] {});
        for (const auto &writer : m_writers)
            runOn(writer.get(), [&writer] { writer->finish(); });
    } while (m_waitingReads > 0 || m_waitingWrites > 0 || m_waitingSales > 0);
    for (const auto &reader : m_readers)
        runOn(reader.get(), [&reader] { reader->database().close(); });
    for (const auto &writer : m_writers)
        runOn(writer.get(), [&writer] { writer->database().close(); });
    for (const auto &thread : m_threads) {
        thread->quit();
        thread->wait();
    }
    m_threads.clear();
}

std::optional<Error> Storage::admit(std::atomic<int> &waiting, int limit) const
{
    const bool room = waiting.fetch_add(1) < limit;
    if (m_open && room)
        return std::nullopt;
    --waiting;
    if (!m_open)
        return closed();
    return Error {.code = ErrorCode::Overloaded, .detail = u"too many requests wait for the database"_s, .retryAfterSeconds = 1};
}

void Storage::enqueue(Access access, Work work, Refuse refuse)
{
    const bool reads = access == Access::Read;
    std::atomic<int> &waiting = reads ? m_waitingReads : m_waitingWrites;
    if (std::optional<Error> error = admit(waiting, reads ? m_options.maxWaitingReads : m_options.maxWaitingWrites)) {
        refuse(*error);
        return;
    }
    const auto counted = [this, &waiting, work = std::move(work), refuse = std::move(refuse)](Database &database) {
        if (m_closing.isOver())
            refuse(closed());
        else
            work(database);
        --waiting;
    };
    if (reads) {
        StorageReader *reader = m_readers[m_nextReader++ % m_readers.size()].get();
        QMetaObject::invokeMethod(reader, [reader, counted] { counted(reader->database()); }, Qt::QueuedConnection);
    } else {
        StorageWriter *writer = m_writers.front().get();
        QMetaObject::invokeMethod(writer, [writer, counted] { writer->perform(counted); }, Qt::QueuedConnection);
    }
}

void Storage::book(CheckoutWrite write, QObject *context, std::function<void(Result<CheckoutOutcome>)> done)
{
    auto answer = answerTo<Result<CheckoutOutcome>>(context, std::move(done));
    if (std::optional<Error> error = admit(m_waitingSales, m_options.maxWaitingSales)) {
        answer(*error);
        return;
    }
    const auto finished = [this, answer](Result<CheckoutOutcome> outcome) {
        --m_waitingSales;
        answer(std::move(outcome));
    };
    if (Result<void> valid = validate(write); valid)
        m_sales->add({.checkout = {.write = std::move(write)}, .done = finished});
    else
        finished(valid.error());
}

void Storage::change(ChangeWrite write, QObject *context, std::function<void(Result<ChangeOutcome>)> done)
{
    auto answer = answerTo<Result<ChangeOutcome>>(context, std::move(done));
    enqueue(
        Access::Write,
        [this, answer, write = std::move(write)](Database &) { answer(m_writers.front()->change(write)); },
        [answer](const Error &error) { answer(error); });
}

} // namespace parterre::storage
