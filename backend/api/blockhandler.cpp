// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/blockhandler.h"

#include "backend/api/answering.h"
#include "backend/api/listpage.h"
#include "backend/services/blockservice.h"

namespace parterre::api {

namespace {

services::Done<Block> toBlock(services::Done<protocol::BlocksBlockResult> done)
{
    return answering(std::move(done), [](const Block &block) { return protocol::BlocksBlockResult {.block = block}; });
}

qsizetype bytesOfBlock(const Block &block)
{
    constexpr qsizetype kKeysAndNumbers = 512;
    constexpr qsizetype kPlace = 7;
    return kKeysAndNumbers + bytesOf(block.reason) + bytesOf(block.createdBy.name) + kPlace * block.places.size();
}

// As many as fit into one message, and one at least.
Result<protocol::BlocksListResult> pageOfBlocks(const QList<Block> &all, const std::optional<QString> &cursor)
{
    const Result<ListPage<Block>> rest = pageOf(all, cursor, protocol::kDefaultPageSize);
    if (!rest)
        return rest.error();
    const qsizetype fitting = std::min<qsizetype>(std::max(1, fittingOf(rest->items, bytesOfBlock)), rest->items.size());
    protocol::BlocksListResult page {.blocks = rest->items.first(fitting), .next = rest->next};
    if (fitting < rest->items.size())
        page.next = QString::number(cursor.value_or(QString()).toLongLong() + fitting);
    return page;
}

} // namespace

void addBlockMethods(Router &router, services::BlockService &blocks)
{
    using namespace protocol;

    router.on<BlocksCreate>([&](const CallContext &context, const BlocksCreateParams &params, services::Done<BlocksBlockResult> done) {
        const services::BlockWish wish {.id = params.block,
                                        .event = params.event,
                                        .places = params.places,
                                        .areas = params.areas.value_or(QList<AreaBlock>()),
                                        .kind = params.kind,
                                        .reason = params.reason,
                                        .release = params.release};
        blocks.create(context.caller, wish, toBlock(std::move(done)));
    });
    router.on<BlocksRelease>([&](const CallContext &context, const BlocksReleaseParams &params, services::Done<Nothing> done) {
        blocks.release(context.caller, params.event, params.block, params.places, toNothing(std::move(done)));
    });
    router.on<BlocksList>([&](const CallContext &context, const BlocksListParams &params, services::Done<BlocksListResult> done) {
        blocks.list(context.caller, params.event, answering(std::move(done), [cursor = params.cursor](const QList<Block> &all) { return pageOfBlocks(all, cursor); }));
    });
    router.on<BlocksDue>([&](const CallContext &, const BlocksDueParams &params, services::Done<BlocksDueResult> done) {
        Result<ListPage<DueBlock>> page = pageOf(blocks.due(params.until), params.cursor, params.limit);
        if (page)
            done(BlocksDueResult {.blocks = std::move(page->items), .next = std::move(page->next)});
        else
            done(page.error());
    });
    router.on<BlocksConfirm>([&](const CallContext &context, const BlocksConfirmParams &params, services::Done<Nothing> done) {
        blocks.confirm(context.caller, params.blocks, toNothing(std::move(done)));
    });
    router.on<BlocksPostpone>([&](const CallContext &context, const BlocksPostponeParams &params, services::Done<BlocksBlockResult> done) {
        blocks.postpone(context.caller, params.block, params.release, toBlock(std::move(done)));
    });
}

} // namespace parterre::api
