// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <string>
#include <vector>

namespace parterre::history {

// A promise that was broken, in words; the operation that shows it.
struct Violation {
    quint32 operation = 0;
    std::string text;
};

// Collects the first of them; the rest is counted.
class Violations {
public:
    static constexpr std::size_t kKept = 50;

    void add(quint32 operation, std::string text);
    [[nodiscard]] std::size_t count() const { return m_count; }
    [[nodiscard]] const std::vector<Violation> &kept() const { return m_kept; }

private:
    std::size_t m_count = 0;
    std::vector<Violation> m_kept;
};

} // namespace parterre::history
