// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"
#include "shared/core/money.h"

#include <QLatin1StringView>
#include <QStringList>
#include <QVariant>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace parterre::storage {

// What may be bound to a statement. Both engines get their own form of ids, times and truth values from one of these.
class Value
{
public:
    Value(const QString &text) : m_variant(text.isNull() ? QString::fromLatin1("") : text) {} // a null QString would become NULL
    Value(QLatin1StringView text) : Value(QString(text)) {}
    Value(const QByteArray &bytes) : m_variant(bytes.isNull() ? QByteArray("") : bytes) {}
    Value(qint64 number) : m_variant(number) {}
    Value(qint32 number) : m_variant(number) {}
    Value(bool truth) : m_variant(truth) {}
    Value(Instant instant);
    Value(std::nullopt_t) {}
    template<class Tag>
    Value(const Id<Tag> &id) : m_variant(id.isNull() ? QVariant() : QVariant(id.toString())) {}
    template<class T>
    Value(const std::optional<T> &maybe) : m_variant(maybe ? Value(*maybe).m_variant : QVariant()) {}
    template<class T>
    Value(T *) = delete;

    [[nodiscard]] const QVariant &variant() const { return m_variant; }

private:
    QVariant m_variant;
};

using Bindings = std::vector<std::pair<QLatin1StringView, Value>>;

// One row of a result, read by column name. Asking for a column the statement does not have is a bug and asserts.
class Row
{
public:
    Row(std::shared_ptr<const QStringList> columns, std::vector<QVariant> values)
        : m_columns(std::move(columns)), m_values(std::move(values)) {}

    [[nodiscard]] bool isNull(QLatin1StringView column) const { return at(column).isNull(); }
    [[nodiscard]] QString text(QLatin1StringView column) const { return at(column).toString(); }
    [[nodiscard]] std::optional<QString> maybeText(QLatin1StringView column) const { return isNull(column) ? std::nullopt : std::optional(text(column)); }
    [[nodiscard]] QByteArray bytes(QLatin1StringView column) const { return at(column).toByteArray(); }
    [[nodiscard]] qint64 integer(QLatin1StringView column) const { return at(column).toLongLong(); }
    [[nodiscard]] qint32 int32(QLatin1StringView column) const { return at(column).toInt(); }
    [[nodiscard]] bool boolean(QLatin1StringView column) const { return at(column).toBool(); }
    [[nodiscard]] Instant instant(QLatin1StringView column) const;
    [[nodiscard]] std::optional<Instant> maybeInstant(QLatin1StringView column) const;
    [[nodiscard]] Money money(QLatin1StringView amount, QLatin1StringView currency) const;
    [[nodiscard]] std::optional<Money> maybeMoney(QLatin1StringView amount, QLatin1StringView currency) const;
    template<class AnyId>
    [[nodiscard]] AnyId id(QLatin1StringView column) const
    {
        return AnyId(QUuid::fromString(text(column)));
    }

private:
    [[nodiscard]] const QVariant &at(QLatin1StringView column) const;

    std::shared_ptr<const QStringList> m_columns;
    std::vector<QVariant> m_values;
};

using Rows = std::vector<Row>;

} // namespace parterre::storage
