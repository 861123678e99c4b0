// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/rowset.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace parterre::storage {

using namespace Qt::StringLiterals;

RowSet::RowSet(Engine engine, std::initializer_list<QLatin1StringView> columns)
    : m_engine(engine)
{
    for (const QLatin1StringView column : columns)
        m_placeholders.append(u':' + QString(column));
    if (engine == Engine::Postgresql)
        m_arrays.assign(columns.size(), u"{"_s);
}

QString &RowSet::nextElement()
{
    QString &array = m_arrays[m_added++ % m_arrays.size()];
    if (array.size() > 1)
        array += u',';
    return array;
}

RowSet &RowSet::operator<<(const QString &text)
{
    m_canBeKept = m_canBeKept && storage::canBeKept(text);
    if (m_engine == Engine::Sqlite)
        return addPlain(text.isNull() ? u""_s : text); // a null QString would become NULL
    QString &array = nextElement();
    array += u'"';
    if (text.contains(u'"') || text.contains(u'\\')) {
        for (const QChar c : text) {
            if (c == u'"' || c == u'\\')
                array += u'\\';
            array += c;
        }
    } else {
        array += text;
    }
    array += u'"';
    return *this;
}

RowSet &RowSet::operator<<(qint64 number)
{
    if (m_engine == Engine::Sqlite) {
        ++m_added;
        m_values.append(number);
        return *this;
    }
    std::array<char, 24> digits {};
    const auto written = std::to_chars(digits.begin(), digits.end(), number);
    nextElement() += QLatin1StringView(digits.begin(), written.ptr);
    return *this;
}

RowSet &RowSet::operator<<(std::nullopt_t)
{
    if (m_engine == Engine::Sqlite) {
        ++m_added;
        m_values.append(QVariant());
    } else {
        nextElement() += "NULL"_L1;
    }
    return *this;
}

RowSet &RowSet::addPlain(const QString &text)
{
    if (m_engine == Engine::Sqlite) {
        ++m_added;
        m_values.append(text);
    } else {
        nextElement() += text;
    }
    return *this;
}

std::vector<QVariantList> RowSet::toBind() const
{
    const auto columns = static_cast<std::size_t>(m_placeholders.size());
    Q_ASSERT(m_added % columns == 0);
    std::vector<QVariantList> bindings;
    if (m_engine == Engine::Postgresql) {
        QVariantList arrays;
        for (const QString &array : m_arrays)
            arrays.append(QString(array + u'}'));
        bindings.push_back(std::move(arrays));
        return bindings;
    }
    for (qsizetype first = 0; first < m_values.size(); first += m_placeholders.size())
        bindings.push_back(m_values.mid(first, m_placeholders.size()));
    return bindings;
}

bool canBeKept(const QString &text)
{
    const auto isLost = [](QChar c) { return c == QChar::Null || c.unicode() >= 0xfffe; };
    return std::none_of(text.begin(), text.end(), isLost) && !text.startsWith(QChar(QChar::ByteOrderMark)) && text.isValidUtf16();
}

} // namespace parterre::storage
