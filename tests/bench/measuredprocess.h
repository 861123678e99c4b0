// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QProcessEnvironment>

#include <chrono>
#include <optional>

namespace parterre::bench {

// A program under measurement: started on a core of its own, watched through /proc, ended with this object. Linux only.
class MeasuredProcess
{
public:
    struct Start {
        QString program = {};
        QStringList arguments = {};
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        QString folder = {};
        std::optional<int> core = {};
    };

    // Ends this program with a message when the other cannot be started.
    explicit MeasuredProcess(const Start &start);
    ~MeasuredProcess();
    Q_DISABLE_COPY_MOVE(MeasuredProcess)

    // The first line of its output that holds `text`; ends this program with all it said when none comes in 60 s.
    QString awaitLine(const QString &text);
    [[nodiscard]] bool isRunning();
    [[nodiscard]] qint64 pid() const { return m_process.processId(); }

    // Time its threads have spent on a core so far.
    [[nodiscard]] std::chrono::nanoseconds cpuTime() const;
    // Of its threads with this name.
    [[nodiscard]] std::chrono::nanoseconds cpuTimeOfThread(const QString &name) const;
    [[nodiscard]] qint64 residentBytes() const;
    // Asks it to end and waits; kills what does not end within 20 s.
    void stop();

private:
    QProcess m_process;
    QByteArray m_said;
};

// Keeps the calling process on the core.
void pinTo(int core);
void unpin();
// Raises the limit of open files as far as allowed; answers it.
int raiseOpenFileLimit();
// Time the calling thread has spent on a core.
[[nodiscard]] std::chrono::nanoseconds threadCpuTime();
// Of the threads of a process, all or those of one name.
[[nodiscard]] std::chrono::nanoseconds cpuTimeOf(qint64 pid, const QString &threadName = {});

} // namespace parterre::bench
