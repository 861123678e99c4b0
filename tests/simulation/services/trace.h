// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <string>
#include <type_traits>

namespace parterre::simulation {

// What happened in one run, in order: a digest always, the text when somebody wants to read it.
class Trace
{
public:
    explicit Trace(bool keepsText) : m_keepsText(keepsText) {}

    template<class... Values>
    void add(const char *what, Values... values)
    {
        for (const char *c = what; *c != '\0'; ++c)
            mix(static_cast<quint64>(*c));
        (mix(number(values)), ...);
        if (!m_keepsText)
            return;
        m_text += what;
        ((m_text += ' ', m_text += std::to_string(static_cast<qint64>(number(values)))), ...);
        m_text += '\n';
    }
    [[nodiscard]] quint64 digest() const { return m_digest; }
    [[nodiscard]] const std::string &text() const { return m_text; }

private:
    template<class Value>
    [[nodiscard]] static quint64 number(Value value)
    {
        static_assert(std::is_integral_v<Value> || std::is_enum_v<Value>);
        return static_cast<quint64>(value);
    }
    void mix(quint64 value)
    {
        m_digest = (m_digest ^ value) * 0x9E3779B97F4A7C15U;
        m_digest ^= m_digest >> 32;
    }

    bool m_keepsText;
    quint64 m_digest = 0x243F6A8885A308D3U;
    std::string m_text;
};

} // namespace parterre::simulation
