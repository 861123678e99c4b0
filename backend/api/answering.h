// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/caller.h"
#include "shared/protocol/message.h"

namespace parterre::api {

// What a service is to be given that answers with what `make` turns into the message; errors go on as they are.
template<class Message, class Make>
auto answering(services::Done<Message> done, Make make)
{
    return [done = std::move(done), make = std::move(make)](const auto &result) {
        if (result)
            done(make(*result));
        else
            done(result.error());
    };
}

// Of whatever was done it is only said that it is.
inline auto toNothing(services::Done<protocol::Nothing> done)
{
    return [done = std::move(done)](const auto &result) { done(result ? protocol::Nothing {} : Result<protocol::Nothing>(result.error())); };
}

} // namespace parterre::api
