// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/planio/jsonplace.h"

#include <QJsonArray>
#include <QJsonObject>

#include <array>
#include <optional>

namespace parterre::planio {

// Reads one object of our own formats without mercy: a missing, unknown or mistyped key is a fault. Only the first
// fault of a document is kept; reading goes on with empty values.
class StrictObject
{
public:
    StrictObject(const QJsonValue &value, const JsonPlace &place, QString &fault);

    [[nodiscard]] bool has(QLatin1StringView key) const { return m_object.contains(key); }
    [[nodiscard]] QString text(QLatin1StringView key);
    [[nodiscard]] QString text(QLatin1StringView key, const QString &otherwise) { return has(key) ? text(key) : otherwise; }
    [[nodiscard]] double number(QLatin1StringView key);
    [[nodiscard]] double number(QLatin1StringView key, double otherwise) { return has(key) ? number(key) : otherwise; }
    [[nodiscard]] qint32 integer(QLatin1StringView key);
    // True or absent: such flags are written only when they are set.
    [[nodiscard]] bool flag(QLatin1StringView key);
    [[nodiscard]] QJsonArray array(QLatin1StringView key);
    [[nodiscard]] QJsonArray arrayIfAny(QLatin1StringView key) { return has(key) ? array(key) : QJsonArray(); }
    [[nodiscard]] QJsonValue value(QLatin1StringView key);
    [[nodiscard]] QStringList texts(QLatin1StringView key);

    void fail(QLatin1StringView key, const QString &what);
    [[nodiscard]] bool failed() const { return !m_fault.isEmpty(); }
    // Every key has to be asked for before this.
    void finish();

private:
    void note(QLatin1StringView key);

    QJsonObject m_object;
    const JsonPlace &m_place;
    QString &m_fault;
    std::array<QLatin1StringView, 20> m_asked;
    std::size_t m_askedCount = 0;
};

} // namespace parterre::planio
