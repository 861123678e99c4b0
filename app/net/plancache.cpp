// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/plancache.h"

#include "shared/core/inpool.h"
#include "shared/planio/planjson.h"
#include "shared/protocol/plans.h"

#include <QFile>
#include <QLoggingCategory>
#include <QRegularExpression>
#include <QSaveFile>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace parterre::net {

namespace {

Q_LOGGING_CATEGORY(lcPlans, "parterre.net.plans", QtWarningMsg)

constexpr int kPlansInMemory = 4;
constexpr qsizetype kMostPages = 5'000; // no honest plan comes near

// The hash names a file, so it has to be one.
bool isHash(const QString &hash)
{
    static const QRegularExpression pattern(u"\\A[0-9a-f]{64}\\z"_s);
    return pattern.match(hash).hasMatch();
}

std::optional<Plan> readPlanFile(const QString &path, const QString &hash)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > planio::kMaxPlanDocumentBytes)
        return std::nullopt;
    const QByteArray document = file.readAll();
    file.close();
    if (planio::planHash(document) == hash) {
        auto plan = planio::readPlan(document);
        if (plan)
            return std::move(*plan);
    }
    qCWarning(lcPlans) << "damaged plan file is fetched anew:" << path;
    QFile::remove(path);
    return std::nullopt;
}

Result<Plan> assembled(const QList<QJsonObject> &pages, const QString &hash, const QString &path)
{
    planio::PlanAssembler assembler;
    for (const QJsonObject &page : pages) {
        if (const auto added = assembler.add(page); !added)
            return Error {.code = ErrorCode::BadAnswer, .detail = added.error().detail};
    }
    auto plan = assembler.finish(hash);
    if (!plan)
        return Error {.code = ErrorCode::BadAnswer, .detail = plan.error().detail};

    QSaveFile file(path);
    const QByteArray document = planio::writePlan(*plan);
    if (!file.open(QIODevice::WriteOnly) || file.write(document) != document.size() || !file.commit())
        qCWarning(lcPlans) << "cannot keep a plan:" << path << file.errorString();
    return plan;
}

} // namespace

struct PlanCache::Fetch {
    PlanVersionRef ref = {};
    std::optional<QString> cursor = {};
    QList<QJsonObject> pages = {};
};

PlanCache::PlanCache(Connection &connection, QString folder, QObject *parent)
    : QObject(parent), m_connection(connection), m_folder(std::move(folder)), m_recent(kPlansInMemory)
{
    m_folder.mkpath(u"."_s);
}

void PlanCache::fetch(const PlanVersionRef &ref, QObject *context, PlanHandler handler)
{
    const bool underWay = m_waiters.contains(ref.hash);
    m_waiters[ref.hash].append({context, std::move(handler)});
    if (underWay)
        return;
    if (!isHash(ref.hash)) {
        const Error error {.code = ErrorCode::BadAnswer, .detail = u"a plan without a proper hash"_s};
        QMetaObject::invokeMethod(this, [this, ref, error] { deliver(ref.hash, error); }, Qt::QueuedConnection);
    } else if (const Plan *plan = m_recent.object(ref.hash)) {
        QMetaObject::invokeMethod(this, [this, ref, known = *plan] { deliver(ref.hash, known); }, Qt::QueuedConnection);
    } else {
        readFromDisk(ref);
    }
}

void PlanCache::readFromDisk(const PlanVersionRef &ref)
{
    inPool(this, [path = pathOf(ref.hash), hash = ref.hash] { return readPlanFile(path, hash); }, [this, ref](const std::optional<Plan> &plan) {
        if (plan)
            return deliver(ref.hash, *plan);
        const auto fetch = std::make_shared<Fetch>();
        fetch->ref = ref;
        fetchPage(fetch);
    });
}

void PlanCache::fetchPage(const std::shared_ptr<Fetch> &fetch)
{
    const protocol::PlansGetParams params {.plan = fetch->ref.id, .version = fetch->ref.version, .cursor = fetch->cursor};
    m_connection.call<protocol::PlansGet>(params, this, [this, fetch](const Result<protocol::PlansGetResult> &answer) {
        if (!answer && answer.error().code == ErrorCode::RateLimited && answer.error().retryAfterSeconds) {
            QTimer::singleShot(std::chrono::seconds(*answer.error().retryAfterSeconds), this, [this, fetch] { fetchPage(fetch); });
            return;
        }
        if (!answer)
            return deliver(fetch->ref.hash, answer.error());
        if (answer->hash != fetch->ref.hash || fetch->pages.size() >= kMostPages)
            return deliver(fetch->ref.hash, Error {.code = ErrorCode::BadAnswer, .detail = u"pages of another plan"_s});
        fetch->pages.append(answer->page);
        fetch->cursor = answer->next;
        if (fetch->cursor)
            fetchPage(fetch);
        else
            assemble(fetch);
    });
}

void PlanCache::assemble(const std::shared_ptr<Fetch> &fetch)
{
    inPool(this, [pages = fetch->pages, hash = fetch->ref.hash, path = pathOf(fetch->ref.hash)] { return assembled(pages, hash, path); },
           [this, hash = fetch->ref.hash](const Result<Plan> &plan) { deliver(hash, plan); });
}

void PlanCache::deliver(const QString &hash, const Result<Plan> &plan)
{
    if (plan)
        m_recent.insert(hash, new Plan(*plan));
    const QList<Waiter> waiters = m_waiters.take(hash);
    for (const Waiter &waiter : waiters) {
        if (waiter.context)
            waiter.handler(plan);
    }
}

} // namespace parterre::net
