// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/descriptors.h"

#include <algorithm>
#include <limits>

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace parterre::transport {

int raiseDescriptorLimit(int wanted)
{
    rlimit limit {};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return 0;
    const auto target = std::min(static_cast<rlim_t>(wanted), limit.rlim_max);
    if (limit.rlim_cur < target) {
        rlimit raised = limit;
        raised.rlim_cur = target;
        if (::setrlimit(RLIMIT_NOFILE, &raised) == 0)
            limit = raised;
    }
    return static_cast<int>(std::min(limit.rlim_cur, static_cast<rlim_t>(std::numeric_limits<int>::max())));
}

QHostAddress peerAddressOf(qintptr socket)
{
    sockaddr_storage address {};
    socklen_t size = sizeof address;
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    if (::getpeername(static_cast<int>(socket), generic, &size) != 0)
        return {};
    return QHostAddress(generic);
}

int duplicateDescriptor(qintptr socket)
{
    return ::fcntl(static_cast<int>(socket), F_DUPFD_CLOEXEC, 0);
}

void closeDescriptor(qintptr socket)
{
    ::close(static_cast<int>(socket));
}

} // namespace parterre::transport
