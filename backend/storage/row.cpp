// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/row.h"

#include "shared/core/utctime.h"

namespace parterre::storage {

Value::Value(Instant instant) : m_variant(toDateTime(instant)) {}

const QVariant &Row::at(QLatin1StringView column) const
{
    const qsizetype index = m_columns->indexOf(column);
    Q_ASSERT_X(index >= 0, "Row", column.data());
    return m_values[static_cast<std::size_t>(index)];
}

Instant Row::instant(QLatin1StringView column) const
{
    const QVariant &value = at(column);
    if (value.metaType() == QMetaType::fromType<QDateTime>())
        return toInstant(value.toDateTime());
    return Instant(std::chrono::milliseconds(value.toLongLong()));
}

std::optional<Instant> Row::maybeInstant(QLatin1StringView column) const
{
    return isNull(column) ? std::nullopt : std::optional(instant(column));
}

Money Row::money(QLatin1StringView amount, QLatin1StringView currency) const
{
    return {integer(amount), Currency::fromCode(text(currency)).value_or(Currency())};
}

std::optional<Money> Row::maybeMoney(QLatin1StringView amount, QLatin1StringView currency) const
{
    return isNull(amount) ? std::nullopt : std::optional(money(amount, currency));
}

} // namespace parterre::storage
