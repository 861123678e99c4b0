// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>

#include <malloc.h>
#include <unistd.h>

namespace parterre::bench {

// Memory of this program that is in use, in MB, with what the heap keeps for later given back first.
inline double residentMegabytes()
{
    ::malloc_trim(0);
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return static_cast<double>(file.readAll().split(' ').at(1).toLongLong() * ::sysconf(_SC_PAGESIZE)) / 1e6;
}

} // namespace parterre::bench
