// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/session.h"

#include "shared/protocol/domainfields.h"

namespace parterre::protocol {

template<>
struct Fields<SessionHelloParams> {
    static constexpr const char *name = "SessionHelloParams";
    static constexpr auto all()
    {
        return std::make_tuple(
            field("protocol", &SessionHelloParams::protocol, "Lowest and highest protocol version the client speaks", {.min = 2, .max = 2, .itemMin = 1, .itemMax = 1000}),
            field("client", &SessionHelloParams::client, "Program and version, \"example/1.0\"", {.min = 1, .max = 80}),
            field("locale", &SessionHelloParams::locale, "BCP 47 language of the person", {.min = 2, .max = 35}),
            field("resume", &SessionHelloParams::resume, "resumeToken of the visit that broke off", {.min = 20, .max = 100}));
    }
};

template<>
struct Fields<SessionHelloResult> {
    static constexpr const char *name = "SessionHelloResult";
    static constexpr auto all()
    {
        return std::make_tuple(
            field("protocol", &SessionHelloResult::protocol, "The version both will speak"),
            field("session", &SessionHelloResult::session, "Names the visit in logs; no secret"),
            field("resumeToken", &SessionHelloResult::resumeToken, "Secret that takes this visit up again within the grace"),
            field("resumed", &SessionHelloResult::resumed, "Whether `resume` was found: its holds and its user are still there"),
            field("serverTime", &SessionHelloResult::serverTime, "The server's clock; count down by it"),
            field("features", &SessionHelloResult::features, "What this server offers beyond the version: `doors` (lists for when a door's link breaks), `mail` (sends tickets), "
                                                            "`payments.online` (takes them), `payments.cashless` (customers and guests may not pay in cash)"),
            field("grace", &SessionHelloResult::grace, "Seconds the holds outlive a lost connection"),
            field("guestsAllowed", &SessionHelloResult::guestsAllowed, "Whether auth.guest works here"),
            field("setupNeeded", &SessionHelloResult::setupNeeded, "Whether the house waits for auth.setup"),
            field("user", &SessionHelloResult::user, "Who a resumed visit is signed in as"));
    }
};

template<>
struct Fields<SessionPingResult> {
    static constexpr const char *name = "SessionPingResult";
    static constexpr auto all() { return std::make_tuple(field("serverTime", &SessionPingResult::serverTime, "The server's clock")); }
};

PARTERRE_INSTANTIATE_MESSAGE(SessionHelloParams);
PARTERRE_INSTANTIATE_MESSAGE(SessionHelloResult);
PARTERRE_INSTANTIATE_MESSAGE(SessionPingResult);

} // namespace parterre::protocol
