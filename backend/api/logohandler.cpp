// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/logohandler.h"

#include "backend/api/answering.h"
#include "backend/api/posterparts.h"
#include "backend/services/logoservice.h"
#include "shared/protocol/logos.h"

namespace parterre::api {

void addLogoMethods(Router &router, services::LogoService &logos)
{
    using namespace protocol;

    router.on<VenuesLogo>([&](const CallContext &, const VenuesLogoParams &params, services::Done<EventsPosterResult> done) {
        logos.logo(params.venue, answering(std::move(done), posterMessage));
    });
    router.on<VenuesSetLogo>([&](const CallContext &context, const VenuesSetLogoParams &params, services::Done<VenuesSetLogoResult> done) {
        logos.setLogo(context.caller, params.venue, params.upload, answering(std::move(done), [](const std::optional<QString> &hash) { return VenuesSetLogoResult {.logo = hash}; }));
    });
}

} // namespace parterre::api
