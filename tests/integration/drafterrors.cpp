// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafterrors.h"

#include "shared/domain/draft.h"

namespace parterre::testing {

using namespace Qt::StringLiterals;

namespace {

WireReply save(World &world, const QByteArray &document, const QString &venue, const QString &draft = newKey(), qint32 expected = 0)
{
    const auto manager = world.house.visitor(Role::Manager);
    const QString upload = uploadOf(*manager, document);
    return manager->call(u"drafts.save"_s, {{u"draft"_s, draft}, {u"venue"_s, venue}, {u"name"_s, u"Hall"_s}, {u"upload"_s, upload}, {u"expected"_s, expected}});
}

WireReply save(World &world, const QByteArray &document)
{
    return save(world, document, world.house.venue().toString());
}

// The answer to `ask` about a draft of one revision.
WireReply ofDraft(World &world, const std::function<WireReply(const QString &draft)> &ask)
{
    const QString draft = newKey();
    if (!save(world, designNamed(u"Hall"_s), world.house.venue().toString(), draft).ok())
        qFatal("the draft could not be saved");
    return ask(draft);
}

} // namespace

QList<Provocation> draftRows()
{
    const QByteArray design = designNamed(u"Hall"_s);
    return {
        {"drafts.get", ErrorCode::NotFound, asks(u"drafts.get"_s, [](World &) { return QJsonObject {{u"draft"_s, kNobody}, {u"offset"_s, 0}}; }, Role::Manager)},
        {"drafts.save", ErrorCode::NotFound, [=](World &world) { return save(world, design, kNobody); }},
        {"drafts.save", ErrorCode::FileInvalid, [](World &world) { return save(world, R"({"format":"parterre-plan"})"); }},
        {"drafts.save", ErrorCode::FileTooLarge, [](World &world) { return save(world, QByteArray(kMaxDraftBytes + 1, ' ')); }},
        {"drafts.save", ErrorCode::StaleVersion, [=](World &world) {
             return ofDraft(world, [&](const QString &draft) { return save(world, designNamed(u"Other"_s), world.house.venue().toString(), draft, 0); });
         }},
        {"drafts.remove", ErrorCode::NotFound, asks(u"drafts.remove"_s, [](World &) { return QJsonObject {{u"draft"_s, kNobody}, {u"expected"_s, 1}}; }, Role::Manager)},
        {"drafts.remove", ErrorCode::StaleVersion, [](World &world) {
             return ofDraft(world, [&](const QString &draft) {
                 return world.house.visitor(Role::Administrator)->call(u"drafts.remove"_s, {{u"draft"_s, draft}, {u"expected"_s, 2}});
             });
         }},
        {"plans.design", ErrorCode::NotFound, asks(u"plans.design"_s, [](World &world) { // published without a draft
             return QJsonObject {{u"plan"_s, world.house.plan().id.toString()}, {u"version"_s, 1}, {u"offset"_s, 0}};
         }, Role::Manager)},
    };
}

} // namespace parterre::testing
