// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"
#include "shared/protocol/jsonview.h"

#include <QByteArray>

#include <vector>

namespace parterre::protocol {

struct JsonLimits {
    int depth;
    qsizetype keys; // in one object: each new one is compared with those before it
};

// Reads JSON that a stranger sent, in one pass. Besides what is no JSON (RFC 8259) it refuses, with ParseError: a
// repeated key in one object (however it is escaped), a byte-order mark, U+0000, unpaired surrogates, UTF-8 that is not
// valid, numbers no double holds, what exceeds the limits, and anything but an object or a list at the top.
// One for each thread, used again and again: it keeps its memory.
class JsonDocument
{
public:
    // What is returned is void with the next read(), or when `utf8` or the document dies.
    [[nodiscard]] Result<JsonView> read(QByteArrayView utf8, JsonLimits limits);

private:
    std::vector<JsonNode> m_nodes;
    QByteArray m_unescaped; // texts that had escapes
};

} // namespace parterre::protocol
