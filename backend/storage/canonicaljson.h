// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"

#include <QByteArray>
#include <QLatin1StringView>
#include <QString>

namespace parterre::storage {

// Writes compact JSON, byte for byte what QJsonDocument makes of the same document, without building the document.
// Members have to be added in the order of their keys, which is QJsonDocument's.
//   CanonicalJson json;
//   json.beginObject().key("place"_L1).number(7).key("price"_L1).number(2'000).endObject();
class CanonicalJson
{
public:
    CanonicalJson &beginObject() { return open('{'); }
    CanonicalJson &endObject() { return close('}'); }
    CanonicalJson &beginArray() { return open('['); }
    CanonicalJson &endArray() { return close(']'); }

    CanonicalJson &key(QLatin1StringView key); // plain letters
    CanonicalJson &text(const QString &text);
    CanonicalJson &number(qint64 number);
    CanonicalJson &null();
    CanonicalJson &raw(const QByteArray &json); // a whole value
    template<class Tag>
    CanonicalJson &id(const Id<Tag> &id)
    {
        return id.isNull() ? null() : text(id.toString());
    }

    void clear();
    [[nodiscard]] const QByteArray &json() const { return m_json; }
    // Whether every text comes back from a database as it went in. Escaped, nobody sees it any more.
    [[nodiscard]] bool canBeKept() const { return m_canBeKept; }

private:
    CanonicalJson &open(char bracket);
    CanonicalJson &close(char bracket);
    void separate();

    QByteArray m_json;
    bool m_canBeKept = true;
};

} // namespace parterre::storage
