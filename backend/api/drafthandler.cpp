// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/drafthandler.h"

#include "backend/api/answering.h"
#include "backend/api/listpage.h"
#include "backend/services/draftservice.h"

namespace parterre::api {

namespace {

protocol::DraftsGetResult toMessage(const storage::DraftPart &part)
{
    return {.draft = part.draft, .data = part.bytes.toBase64()};
}

} // namespace

void addDraftMethods(Router &router, services::DraftService &drafts)
{
    using namespace protocol;

    router.on<DraftsList>([&](const CallContext &, const DraftsListParams &params, services::Done<DraftsListResult> done) {
        drafts.list(params.venue, answering(std::move(done), [params](const QList<Draft> &all) -> Result<DraftsListResult> {
            const Result<ListPage<Draft>> page = pageOf(all, params.cursor, params.limit);
            return page ? DraftsListResult {.drafts = page->items, .next = page->next} : Result<DraftsListResult>(page.error());
        }));
    });
    router.onRaw<DraftsGet, storage::DraftPart>([&](const CallContext &, const DraftsGetParams &params, services::Done<storage::DraftPart> done) {
        drafts.part(params.draft, params.offset, kDownloadPartBytes, std::move(done));
    }, toMessage);
    router.on<DraftsSave>([&](const CallContext &context, const DraftsSaveParams &params, services::Done<DraftsSaveResult> done) {
        drafts.save(context.caller, {.draft = params.draft, .venue = params.venue, .name = params.name, .upload = params.upload, .base = params.base, .expected = params.expected},
                    answering(std::move(done), [](const Draft &draft) { return DraftsSaveResult {.draft = draft}; }));
    });
    router.on<DraftsRemove>([&](const CallContext &context, const DraftsRemoveParams &params, services::Done<Nothing> done) {
        drafts.remove(context.caller, {.id = params.draft, .revision = params.expected}, toNothing(std::move(done)));
    });
}

} // namespace parterre::api
