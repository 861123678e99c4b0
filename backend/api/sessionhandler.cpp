// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/sessionhandler.h"

#include "backend/api/dispatcher.h"
#include "backend/api/outbox.h"
#include "backend/services/accountservice.h"
#include "backend/services/sessionservice.h"

namespace parterre::api {

void addSessionMethods(Router &router, services::SessionService &sessions, services::AccountService &accounts, Outbox &outbox, const Clock &clock, const QStringList &features)
{
    using namespace protocol;

    router.on<SessionHello>([&, features](const CallContext &context, const SessionHelloParams &params, services::Done<SessionHelloResult> done) {
        if (params.protocol[0] > kProtocolVersion || params.protocol[1] < kProtocolVersion) {
            done(Error {.code = ErrorCode::UnsupportedProtocol, .limit = kProtocolVersion});
            return;
        }
        if (sessions.ofLink(linkOf(context.connection))) {
            done(Error {.code = ErrorCode::InvalidRequest, .detail = QStringLiteral("session.hello came already")});
            return;
        }
        const services::Greeting greeting = sessions.hello(linkOf(context.connection), context.origin, params.resume);
        if (greeting.replacedLink) {
            outbox.close(transport::ConnectionId(*greeting.replacedLink), transport::CloseCode::SessionEnded, QStringLiteral("taken up on another connection"));
        }
        SessionHelloResult result {.protocol = kProtocolVersion,
                                   .session = greeting.session->id,
                                   .resumeToken = greeting.resumeToken,
                                   .resumed = greeting.resumed,
                                   .serverTime = clock.utcNow(),
                                   .features = features,
                                   .grace = std::chrono::ceil<std::chrono::seconds>(sessions.grace()),
                                   .guestsAllowed = accounts.guestsAllowed(),
                                   .setupNeeded = accounts.setupNeeded()};
        if (greeting.session->user.role != Role::Anonymous)
            result.user = greeting.session->user;
        done(std::move(result));
    });

    router.on<SessionPing>([&](const CallContext &, const Nothing &, services::Done<SessionPingResult> done) {
        done(SessionPingResult {.serverTime = clock.utcNow()});
    });

    router.on<SessionEnd>([&](const CallContext &context, const Nothing &, services::Done<Nothing> done) {
        sessions.end(context.caller.session);
        done(Nothing {});
    });
}

} // namespace parterre::api
