// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QString>

namespace parterre::planio {

// Where in a document a reader is: "zones[0].rows[3]". A chain on the stack, spelled only when somebody asks; a place
// must not outlive its parent.
class JsonPlace
{
public:
    JsonPlace() = default;
    // A place in a file that is no JSON: "line 12".
    explicit JsonPlace(const QString &text) : m_text(text) {}
    [[nodiscard]] JsonPlace member(QLatin1StringView key) const { return {this, key, -1}; }
    [[nodiscard]] JsonPlace item(QLatin1StringView key, qsizetype index) const { return {this, key, index}; }

    [[nodiscard]] QString text() const
    {
        QString out = m_parent ? m_parent->text() : m_text;
        if (m_key.isEmpty())
            return out;
        if (!out.isEmpty())
            out += QLatin1Char('.');
        out += m_key;
        if (m_index >= 0)
            out += QLatin1Char('[') + QString::number(m_index) + QLatin1Char(']');
        return out;
    }

private:
    JsonPlace(const JsonPlace *parent, QLatin1StringView key, qsizetype index) : m_parent(parent), m_key(key), m_index(index) {}

    const JsonPlace *m_parent = nullptr;
    QString m_text;
    QLatin1StringView m_key;
    qsizetype m_index = -1;
};

} // namespace parterre::planio
