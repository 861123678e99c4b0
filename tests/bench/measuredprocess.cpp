// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/measuredprocess.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>

#include <csignal>
#include <ctime>

#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace parterre::bench {

namespace {

constexpr int kPatience = 60'000;
constexpr int kEndPatience = 20'000;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

MeasuredProcess::MeasuredProcess(const Start &start)
{
    m_process.setProcessEnvironment(start.environment);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    if (!start.folder.isEmpty())
        m_process.setWorkingDirectory(start.folder);
    m_process.setChildProcessModifier([core = start.core] {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL); // when a wrong answer ends this program
        if (core)
            pinTo(*core);
    });
    m_process.start(start.program, start.arguments);
    if (!m_process.waitForStarted(kPatience))
        qFatal("cannot start %s: %s", qUtf8Printable(start.program), qUtf8Printable(m_process.errorString()));
}

MeasuredProcess::~MeasuredProcess()
{
    stop();
}

QString MeasuredProcess::awaitLine(const QString &text)
{
    const QDeadlineTimer patience(kPatience);
    for (;;) {
        m_said += m_process.readAll();
        const QString said = QString::fromUtf8(m_said);
        const qsizetype at = said.indexOf(text);
        const qsizetype end = at < 0 ? -1 : said.indexOf(u'\n', at);
        if (end >= 0)
            return said.mid(said.lastIndexOf(u'\n', at) + 1, end - said.lastIndexOf(u'\n', at) - 1);
        if (patience.hasExpired() || !m_process.waitForReadyRead(static_cast<int>(patience.remainingTime())))
            qFatal("%s did not say \"%s\" but: %s", qUtf8Printable(m_process.program()), qUtf8Printable(text), m_said.constData());
    }
}

bool MeasuredProcess::isRunning()
{
    return !m_process.waitForFinished(0) && m_process.state() == QProcess::Running;
}

std::chrono::nanoseconds MeasuredProcess::cpuTime() const
{
    return cpuTimeOf(pid());
}

std::chrono::nanoseconds MeasuredProcess::cpuTimeOfThread(const QString &name) const
{
    return cpuTimeOf(pid(), name);
}

qint64 MeasuredProcess::residentBytes() const
{
    for (const QByteArray &line : contentOf(QStringLiteral("/proc/%1/status").arg(pid())).split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).simplified().split(' ').constFirst().toLongLong() * 1024;
    }
    return 0;
}

void MeasuredProcess::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(kEndPatience)) {
        m_process.kill();
        m_process.waitForFinished(kEndPatience);
    }
}

void pinTo(int core)
{
    cpu_set_t set;
    CPU_ZERO(&set);
    CPU_SET(static_cast<std::size_t>(core), &set);
    ::sched_setaffinity(0, sizeof set, &set); // a machine with one core measures on that
}

void unpin()
{
    cpu_set_t set;
    CPU_ZERO(&set);
    for (std::size_t core = 0; core < CPU_SETSIZE; ++core)
        CPU_SET(core, &set);
    ::sched_setaffinity(0, sizeof set, &set);
}

int raiseOpenFileLimit()
{
    rlimit limit {};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
    return static_cast<int>(std::min<rlim_t>(limit.rlim_cur, 1'000'000));
}

std::chrono::nanoseconds threadCpuTime()
{
    timespec time {};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

std::chrono::nanoseconds cpuTimeOf(qint64 pid, const QString &threadName)
{
    std::chrono::nanoseconds sum {0};
    const QDir threads(QStringLiteral("/proc/%1/task").arg(pid));
    for (const QString &thread : threads.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (threadName.isEmpty() || contentOf(threads.filePath(thread + QStringLiteral("/comm"))).trimmed() == threadName.toUtf8())
            sum += std::chrono::nanoseconds(contentOf(threads.filePath(thread + QStringLiteral("/schedstat"))).split(' ').constFirst().toLongLong());
    }
    return sum;
}

} // namespace parterre::bench
