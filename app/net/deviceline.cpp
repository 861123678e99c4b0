// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/deviceline.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX

#include <QFile>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace parterre::net {

namespace {

Error failure(ErrorCode code, int number)
{
    return {.code = code, .detail = QString::fromLocal8Bit(std::strerror(number))};
}

bool isReady(int descriptor, short what, std::chrono::milliseconds longest)
{
    pollfd asked {.fd = descriptor, .events = what, .revents = 0};
    return ::poll(&asked, 1, static_cast<int>(longest.count())) > 0;
}

// A pipe whose reader is gone is an error here, and no end of the program. For threads that do nothing else.
void ignoreBrokenPipes()
{
    sigset_t pipes;
    sigemptyset(&pipes);
    sigaddset(&pipes, SIGPIPE);
    ::pthread_sigmask(SIG_BLOCK, &pipes, nullptr);
}

} // namespace

DeviceLine::~DeviceLine()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<void> DeviceLine::open(std::chrono::milliseconds)
{
    ignoreBrokenPipes();
    const QByteArray path = QFile::encodeName(m_path);
    struct stat about {};
    if (::stat(path.constData(), &about) != 0)
        return failure(ErrorCode::PrinterUnreachable, errno);
    const bool isDevice = S_ISCHR(about.st_mode);
    if (!isDevice && !S_ISFIFO(about.st_mode))
        return Error {.code = ErrorCode::PrinterUnreachable, .detail = QStringLiteral("no device")};
    // Open for reading, too, a pipe would answer with what was written.
    constexpr int kFlags = O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
    m_descriptor = ::open(path.constData(), (isDevice ? O_RDWR : O_WRONLY) | kFlags);
    if (m_descriptor < 0 && isDevice && errno == EACCES)
        m_descriptor = ::open(path.constData(), O_WRONLY | kFlags);
    return m_descriptor >= 0 ? Result<void>() : Result<void>(failure(ErrorCode::PrinterUnreachable, errno));
}

Result<void> DeviceLine::write(const QByteArray &bytes, PrinterPatience patience)
{
    qsizetype taken = 0;
    Quiet quiet;
    while (taken < bytes.size()) {
        const ssize_t written = ::write(m_descriptor, bytes.constData() + taken, static_cast<std::size_t>(bytes.size() - taken));
        if (written > 0) {
            taken += written;
            quiet.disturb();
        } else if (written < 0 && errno != EAGAIN && errno != EINTR) {
            return failure(ErrorCode::PrinterStopped, errno);
        } else if (quiet.isOver(patience)) {
            return Error {.code = ErrorCode::PrinterStopped, .detail = QStringLiteral("takes no more")};
        } else {
            (void)isReady(m_descriptor, POLLOUT, kPrinterGlance);
        }
    }
    return {};
}

QByteArray DeviceLine::read(std::chrono::milliseconds longest)
{
    QByteArray said(64, '\0');
    const ssize_t read = isReady(m_descriptor, POLLIN, longest) ? ::read(m_descriptor, said.data(), static_cast<std::size_t>(said.size())) : 0;
    said.truncate(std::max<ssize_t>(0, read));
    return said;
}

// A USB printer loses what is on its way when its device is closed; it takes more once that has arrived.
void DeviceLine::close(PrinterPatience patience)
{
    const Quiet quiet;
    while (!quiet.isOver(patience) && !isReady(m_descriptor, POLLOUT, kPrinterGlance)) { }
    ::close(m_descriptor);
    m_descriptor = -1;
}

} // namespace parterre::net

#else

namespace parterre::net {

DeviceLine::~DeviceLine() = default;

Result<void> DeviceLine::open(std::chrono::milliseconds)
{
    return Error {.code = ErrorCode::PrinterUnreachable, .detail = m_path + QStringLiteral(": no device files here")};
}

Result<void> DeviceLine::write(const QByteArray &, PrinterPatience)
{
    return ErrorCode::PrinterUnreachable;
}

QByteArray DeviceLine::read(std::chrono::milliseconds)
{
    return {};
}

void DeviceLine::close(PrinterPatience) { }

} // namespace parterre::net

#endif
