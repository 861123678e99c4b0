// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/history/violation.h"

#include <utility>

namespace parterre::history {

void Violations::add(quint32 operation, std::string text)
{
    ++m_count;
    if (m_kept.size() < kKept)
        m_kept.push_back({operation, std::move(text)});
}

} // namespace parterre::history
