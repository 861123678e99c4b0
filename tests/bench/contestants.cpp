// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/contestants.h"

#include "backend/storage/storage.h"
#include "tests/bench/report.h"

#include <QCoreApplication>

#include <ctime>
#include <deque>
#include <mutex>
#include <thread>

namespace parterre::bench {

using namespace Qt::StringLiterals;
using namespace parterre::storage;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

double cpuMicroseconds(clockid_t clock)
{
    timespec time {};
    clock_gettime(clock, &time);
    return double(time.tv_sec) * 1e6 + double(time.tv_nsec) / 1e3;
}

double since(steady_clock::time_point begin)
{
    return std::chrono::duration<double, std::milli>(steady_clock::now() - begin).count();
}

std::vector<SaleRows> rowsOfAll(const std::vector<CheckoutWrite> &sales, Engine engine)
{
    std::vector<SaleRows> rows;
    rows.reserve(sales.size());
    for (const CheckoutWrite &sale : sales)
        rows.push_back(rowsOf(sale, engine));
    return rows;
}

class Ours final : public Contestant
{
public:
    Ours(const DatabaseConfig &config, const testing::SampleHouse &house, int ticketsPerSale, const Clock &clock)
        : Contestant(config, house, ticketsPerSale)
        , m_storage(StorageOptions {.database = config, .readers = 1}, clock)
    {
        if (Result<void> opened = m_storage.open(); !opened)
            qFatal("%s", qUtf8Printable(opened.error().detail));
    }

private:
    std::vector<double> write(const std::vector<CheckoutWrite> &sales, std::size_t outstanding, milliseconds time) override
    {
        m_sales = &sales;
        m_time = time;
        m_asked = 0;
        m_times.clear();
        m_times.reserve(sales.size());
        begin();
        while (m_asked < std::min(outstanding, sales.size()))
            ask();
        QCoreApplication::exec();
        end();
        return std::move(m_times);
    }

    void ask()
    {
        const CheckoutWrite &sale = m_sales->at(m_asked++);
        m_storage.book(sale, &m_context, [this, asked = steady_clock::now(), &sale](const Result<CheckoutOutcome> &outcome) {
            if (!outcome || outcome->replayed || outcome->booking.id != sale.booking.id)
                qFatal("a sale was not made: %s", outcome ? "another one was" : qUtf8Printable(outcome.error().detail));
            m_times.push_back(since(asked));
            if (m_asked < m_sales->size() && !isOver(m_time))
                ask();
            else if (m_times.size() == m_asked)
                QCoreApplication::quit();
        });
    }

    Storage m_storage;
    QObject m_context;
    const std::vector<CheckoutWrite> *m_sales = nullptr;
    milliseconds m_time {};
    std::size_t m_asked = 0;
    std::vector<double> m_times;
};

// Sales stand in one line; whoever is served joins its end again.
class OneByOne final : public Contestant
{
public:
    OneByOne(const DatabaseConfig &config, const testing::SampleHouse &house, int ticketsPerSale, int connections)
        : Contestant(config, house, ticketsPerSale), m_connections(connections) {}

private:
    std::vector<double> write(const std::vector<CheckoutWrite> &sales, std::size_t outstanding, milliseconds time) override
    {
        const std::vector<SaleRows> rows = rowsOfAll(sales, config().engine);
        Line line {.waiting = {}, .next = 0, .stop = rows.size(), .times = {}};
        line.times.reserve(rows.size());
        if (m_connections == 1) {
            PlainWriter writer(config());
            fill(line, outstanding);
            serve(line, writer, rows, time);
            end();
            return std::move(line.times);
        }
        std::vector<std::thread> threads;
        std::atomic<int> ready = 0;
        std::atomic<bool> go = false;
        for (int i = 0; i < m_connections; ++i) {
            threads.emplace_back([&] {
                PlainWriter writer(config());
                ++ready;
                go.wait(false);
                serve(line, writer, rows, time);
            });
        }
        while (ready < m_connections)
            std::this_thread::yield();
        fill(line, outstanding);
        go = true;
        go.notify_all();
        for (std::thread &thread : threads)
            thread.join();
        end();
        return std::move(line.times);
    }

    struct Line {
        std::deque<Moment> waiting; // since when
        std::size_t next = 0;       // sale to write
        std::size_t stop = 0;
        std::vector<double> times;
        std::mutex mutex = {};
    };

    void fill(Line &line, std::size_t outstanding)
    {
        begin();
        line.waiting.assign(std::min(outstanding, line.stop), steady_clock::now());
    }

    void serve(Line &line, PlainWriter &writer, const std::vector<SaleRows> &rows, milliseconds time)
    {
        while (true) {
            std::unique_lock lock(line.mutex);
            if (line.waiting.empty() || line.next == line.stop)
                return;
            const Moment asked = line.waiting.front();
            line.waiting.pop_front();
            const std::size_t sale = line.next++;
            lock.unlock();
            writer.writeOne(rows[sale], ++m_sequence);
            lock.lock();
            line.times.push_back(since(asked));
            if (!isOver(time))
                line.waiting.push_back(steady_clock::now());
        }
    }

    const int m_connections;
    std::atomic<qint64> m_sequence = 1'000; // behind what the house's own rows took
};

class Bare final : public Contestant
{
public:
    Bare(const DatabaseConfig &config, const testing::SampleHouse &house, int ticketsPerSale)
        : Contestant(config, house, ticketsPerSale) {}

private:
    std::vector<double> write(const std::vector<CheckoutWrite> &sales, std::size_t outstanding, milliseconds time) override
    {
        PlainWriter writer(config());
        const std::vector<SaleRows> rows = rowsOfAll(sales, config().engine);
        const std::span<const SaleRows> all(rows);
        std::vector<PlainWriter::Group> groups;
        for (std::size_t first = 0; first + outstanding <= rows.size(); first += outstanding) {
            groups.push_back(writer.group(all.subspan(first, outstanding), m_sequence));
            m_sequence += qint64(outstanding);
        }
        std::vector<double> times;
        times.reserve(rows.size());
        begin();
        for (std::size_t i = 0; i < groups.size() && !isOver(time); ++i) {
            const Moment asked = steady_clock::now();
            writer.writeGroup(groups[i]);
            times.insert(times.end(), groups[i].sales, since(asked));
        }
        end();
        return times;
    }

    qint64 m_sequence = 1'000;
};

} // namespace

Contestant::Contestant(DatabaseConfig config, const testing::SampleHouse &house, int ticketsPerSale)
    : m_config(std::move(config)), m_maker(house, ticketsPerSale)
{
}

void Contestant::begin()
{
    m_callerCpu = cpuMicroseconds(CLOCK_THREAD_CPUTIME_ID);
    m_processCpu = cpuMicroseconds(CLOCK_PROCESS_CPUTIME_ID);
    m_begin = steady_clock::now();
}

void Contestant::end()
{
    m_end = steady_clock::now();
    m_callerCpu = cpuMicroseconds(CLOCK_THREAD_CPUTIME_ID) - m_callerCpu;
    m_processCpu = cpuMicroseconds(CLOCK_PROCESS_CPUTIME_ID) - m_processCpu;
}

Stretch Contestant::run(std::size_t outstanding, milliseconds time, std::size_t mostSales)
{
    const std::vector<CheckoutWrite> sales = m_maker.make(mostSales);
    const std::vector<double> times = write(sales, outstanding, time);
    verify(sales, times.size());
    const auto count = double(times.size());
    return {.perSecond = count / std::chrono::duration<double>(m_end - m_begin).count(),
            .p50 = percentile(times, 0.5),
            .p99 = percentile(times, 0.99),
            .callerCpu = m_callerCpu / count,
            .processCpu = m_processCpu / count};
}

void Contestant::verify(const std::vector<CheckoutWrite> &sales, std::size_t acknowledged)
{
    for (std::size_t i = 0; i < acknowledged; ++i) {
        const Booking &booking = sales[i].booking;
        ++m_expected.bookings;
        ++m_expected.keys;
        m_expected.total += booking.total.amount;
        m_expected.tickets += booking.tickets.size();
        m_expected.payments += booking.total.amount;
        for (const Ticket &ticket : booking.tickets)
            m_expected.places += ticket.place;
    }
    const Stock found = PlainWriter(m_config).stock();
    if (found != m_expected) {
        qFatal("%s: %lld sales were acknowledged for %lld in all, the database holds %lld for %lld", qUtf8Printable(m_config.describe()),
               m_expected.bookings, m_expected.total, found.bookings, found.total);
    }
}

std::unique_ptr<Contestant> ours(const DatabaseConfig &config, const testing::SampleHouse &house, int ticketsPerSale, const Clock &clock)
{
    return std::make_unique<Ours>(config, house, ticketsPerSale, clock);
}

std::unique_ptr<Contestant> oneByOne(const DatabaseConfig &config, const testing::SampleHouse &house, int ticketsPerSale, int connections)
{
    return std::make_unique<OneByOne>(config, house, ticketsPerSale, connections);
}

std::unique_ptr<Contestant> bare(const DatabaseConfig &config, const testing::SampleHouse &house, int ticketsPerSale)
{
    return std::make_unique<Bare>(config, house, ticketsPerSale);
}

} // namespace parterre::bench
