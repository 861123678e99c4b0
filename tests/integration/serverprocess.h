// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDeadlineTimer>
#include <QProcess>
#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QUrl>

namespace parterre::testing {

// The real program, run as an operator would. Ends with this object.
class ServerProcess
{
public:
    static constexpr int kPatience = 60'000; // milliseconds; only a failing test waits that long

    explicit ServerProcess(const QStringList &arguments)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const QString &name : environment.keys()) {
            if (name.startsWith(QStringLiteral("PARTERRE_")))
                environment.remove(name);
        }
        m_process.setProcessEnvironment(environment);
        m_process.start(QStringLiteral(PARTERRE_SERVER), arguments);
    }
    ~ServerProcess() { kill(); }
    Q_DISABLE_COPY_MOVE(ServerProcess)

    // Where it serves; empty when it ended instead.
    [[nodiscard]] QUrl awaitUrl()
    {
        static const QRegularExpression serving(QStringLiteral(" on (wss?://\\S+/rpc)"));
        const QDeadlineTimer patience(kPatience);
        QRegularExpressionMatch match;
        while (!(match = serving.match(output())).hasMatch()) {
            if (patience.hasExpired() || !m_process.waitForReadyRead(static_cast<int>(patience.remainingTime())))
                return {};
        }
        return QUrl(match.captured(1));
    }

    // At once, as by a power cut.
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished(kPatience);
    }
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }
    [[nodiscard]] bool isRunning() { m_process.waitForFinished(0); return m_process.state() == QProcess::Running; }
    // The same for who waits in an event loop, which has to go on meanwhile.
    [[nodiscard]] bool hasEnded() const { return m_process.state() == QProcess::NotRunning; }
    void terminate() { m_process.terminate(); }

    // The exit status; -1 when it crashed, was killed or did not end.
    [[nodiscard]] int awaitExit()
    {
        if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(kPatience))
            return -1;
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }

    [[nodiscard]] QString output()
    {
        m_output += m_process.readAllStandardOutput();
        return QString::fromUtf8(m_output);
    }
    [[nodiscard]] QString complaints()
    {
        m_complaints += m_process.readAllStandardError();
        return QString::fromUtf8(m_complaints);
    }

private:
    QProcess m_process;
    QByteArray m_output;
    QByteArray m_complaints;
};

} // namespace parterre::testing
