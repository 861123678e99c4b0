// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/requestid.h"

#include "shared/protocol/jsonview.h"
#include "shared/protocol/jsonwriter.h"

#include <QString>

namespace parterre::protocol {

namespace {

constexpr qsizetype kMaxLength = 64;

}

RequestId RequestId::of(JsonView json)
{
    if (json.isInteger())
        return json.integer();
    const QByteArrayView text = json.text();
    if (json.isText() && (text.size() <= kMaxLength || (text.size() <= 3 * kMaxLength && QString::fromUtf8(text).size() <= kMaxLength)))
        return text.toByteArray();
    return null();
}

void RequestId::write(JsonWriter &out) const
{
    if (const qint64 *number = std::get_if<qint64>(&m_value))
        out.integer(*number);
    else if (const QByteArray *text = std::get_if<QByteArray>(&m_value))
        out.utf8(*text);
    else
        out.null();
}

} // namespace parterre::protocol
