// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/posters.h"

namespace parterre::api {

[[nodiscard]] inline protocol::EventsPosterResult posterMessage(const Poster &poster)
{
    return {.hash = poster.hash, .format = poster.format, .width = poster.width, .height = poster.height, .data = poster.bytes.toBase64()};
}

} // namespace parterre::api
