// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/databaseconfig.h"
#include "shared/core/ids.h"

#include <QLatin1StringView>
#include <QStringList>
#include <QVariant>

#include <initializer_list>
#include <optional>
#include <vector>

namespace parterre::storage {

// Many rows for one statement, in the form its engine takes them in: PostgreSQL an array for each column, all in one
// go; SQLite, which is asked within this process, row after row. Values are added in the order of the columns:
//   RowSet rows(engine, {"event"_L1, "place"_L1});
//   rows << ticket.event << ticket.place;
class RowSet
{
public:
    RowSet(Engine engine, std::initializer_list<QLatin1StringView> columns);

    RowSet &operator<<(const QString &text);
    RowSet &operator<<(QLatin1StringView text) { return *this << QString(text); }
    RowSet &operator<<(qint64 number);
    RowSet &operator<<(qint32 number) { return *this << qint64(number); }
    RowSet &operator<<(Instant instant) { return *this << qint64(instant.time_since_epoch().count()); } // in milliseconds
    RowSet &operator<<(std::nullopt_t);
    template<class Tag>
    RowSet &operator<<(const Id<Tag> &id)
    {
        return id.isNull() ? *this << std::nullopt : addPlain(id.toString());
    }
    template<class T>
    RowSet &operator<<(const std::optional<T> &maybe)
    {
        return maybe ? *this << *maybe : *this << std::nullopt;
    }
    template<class T>
    RowSet &operator<<(T *) = delete;

    [[nodiscard]] bool isEmpty() const { return m_added == 0; }
    // Whether every text among the values comes back as it went in: see canBeKept().
    [[nodiscard]] bool canBeKept() const { return m_canBeKept; }

    // For whoever binds: ":event", ":place", and what to bind to them: on PostgreSQL the arrays, once, on SQLite the values of
    // each row.
    [[nodiscard]] const QStringList &placeholders() const { return m_placeholders; }
    [[nodiscard]] std::vector<QVariantList> toBind() const;

private:
    RowSet &addPlain(const QString &text); // that needs no quoting
    QString &nextElement();

    const Engine m_engine;
    QStringList m_placeholders;
    std::size_t m_added = 0;
    std::vector<QString> m_arrays; // PostgreSQL: the literal of each column, still open
    QVariantList m_values;         // SQLite: row by row
    bool m_canBeKept = true;
};

// U+0000 ends a text for PostgreSQL, half a surrogate pair is no character, SQLite drops a byte order mark that comes first
// and replaces U+FFFE and U+FFFF: none of these would come back as it went in.
[[nodiscard]] bool canBeKept(const QString &text);

} // namespace parterre::storage
