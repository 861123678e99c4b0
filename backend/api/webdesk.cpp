// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/webdesk.h"

#include "backend/services/onlinerefundservice.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>

#include <algorithm>

namespace parterre::api {

namespace {

Q_LOGGING_CATEGORY(lcWeb, "parterre.web", QtWarningMsg)

constexpr qsizetype kLargestNotice = 256 * 1024;
constexpr qsizetype kLargestMethod = 255; // Stripe's ids are no longer
constexpr qsizetype kPageNameSize = 43;   // of makeSecret()
constexpr qsizetype kMostBuckets = 10'000;
constexpr char kPay[] = "/pay/";
constexpr char kWebhooks[] = "/webhooks/";
constexpr char kState[] = "/state";

// "Abc..." of "/pay/Abc..." and "/pay/Abc.../state"; empty when it is neither.
QByteArray pageOf(const QByteArray &path)
{
    if (!path.startsWith(kPay))
        return {};
    const QByteArray name = path.mid(qstrlen(kPay), kPageNameSize);
    const QByteArray rest = path.mid(qstrlen(kPay) + static_cast<qsizetype>(kPageNameSize));
    const bool isName = name.size() == kPageNameSize && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
    return isName && (rest.isEmpty() || rest == kState) ? name : QByteArray();
}

// As on the wire.
QString wordOf(OnlineState state)
{
    switch (state) {
    case OnlineState::Creating: return QStringLiteral("creating");
    case OnlineState::Pending: return QStringLiteral("pending");
    case OnlineState::Succeeded: return QStringLiteral("succeeded");
    case OnlineState::Failed: return QStringLiteral("failed");
    case OnlineState::Cancelled: return QStringLiteral("cancelled");
    case OnlineState::Refunding: return QStringLiteral("refunding");
    case OnlineState::Refunded: return QStringLiteral("refunded");
    case OnlineState::Unmatched: return QStringLiteral("unmatched");
    case OnlineState::Settled: return QStringLiteral("settled");
    }
    Q_UNREACHABLE();
}

transport::HttpAnswer json(int status, const QJsonObject &object)
{
    return {.status = status, .contentType = "application/json", .body = QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

transport::HttpAnswer textOf(int status, const QByteArray &text)
{
    return {.status = status, .body = text};
}

int statusOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotFound: return 404;
    case ErrorCode::PaymentSettled:
    case ErrorCode::PaymentDeclined:
    case ErrorCode::ProviderRefused: return 409;
    default: return 503;
    }
}

services::Done<services::OnlinePage> toJson(const transport::HttpReply &reply)
{
    return [reply](const Result<services::OnlinePage> &page) {
        if (!page)
            return reply(json(statusOf(page.error().code), {{QStringLiteral("error"), errorKind(page.error().code)}}));
        QJsonObject object {{QStringLiteral("state"), wordOf(page->payment.state)}, {QStringLiteral("isDeclined"), page->payment.decline.has_value()}};
        if (!page->clientSecret.isEmpty())
            object.insert(QStringLiteral("clientSecret"), page->clientSecret);
        reply(json(200, object));
    };
}

} // namespace

void WebDesk::open(services::OnlinePaymentService &payments, services::OnlineRefundService &refunds, const payments::PaymentProvider &provider, const Rate &rate,
                   const Clock &clock)
{
    m_payments = &payments;
    m_refunds = &refunds;
    m_provider = &provider;
    m_rate = rate;
    m_clock = &clock;
    m_home = std::make_unique<QObject>();
}

void WebDesk::close()
{
    m_home.reset();
}

QList<transport::HttpHandler::Offer> WebDesk::offersAt(const QByteArray &path) const
{
    if (path == kWebhooks + m_provider->name())
        return {{.method = "POST", .largestBody = kLargestNotice}};
    if (path.startsWith(kPay) && m_provider->pageFile(path.mid(qstrlen(kPay))))
        return {{.method = "GET"}};
    if (pageOf(path).isEmpty())
        return {};
    if (path.endsWith(kState) && path.size() > static_cast<qsizetype>(qstrlen(kPay)) + kPageNameSize)
        return {{.method = "GET"}};
    return {{.method = "GET"}, {.method = "POST", .largestBody = kLargestMethod}};
}

void WebDesk::handle(const transport::HttpRequest &request, const transport::HttpReply &reply)
{
    if (request.path.startsWith(kWebhooks))
        return takeNotice(request, reply);
    if (const std::optional<payments::PageFile> file = m_provider->pageFile(request.path.mid(qstrlen(kPay))))
        return reply({.status = 200, .contentType = file->contentType, .body = file->bytes});
    QMetaObject::invokeMethod(m_home.get(), [this, request, reply] { answerPayer(request, reply); }, Qt::QueuedConnection);
}

void WebDesk::takeNotice(const transport::HttpRequest &request, const transport::HttpReply &reply)
{
    const Result<std::optional<payments::Notice>> notice = m_provider->read(request.header(m_provider->signatureHeader()), request.body, m_clock->utcNow());
    if (!notice) {
        qCWarning(lcWeb) << "a callback was refused:" << notice.error().detail;
        return reply(textOf(400, "not a callback of the provider\n"));
    }
    if (!*notice)
        return reply(textOf(200, "not of interest\n"));
    QMetaObject::invokeMethod(
        m_home.get(),
        [this, notice = **notice, reply] {
            // Only what is durable is acknowledged: else the provider tells it again.
            const auto answered = [reply](const Result<bool> &taken) { reply(taken ? textOf(200, "taken\n") : textOf(503, "again, please\n")); };
            if (notice.intent)
                m_payments->take(*notice.intent, answered);
            else if (notice.refund)
                m_refunds->take(*notice.refund, answered);
            else if (notice.dispute)
                m_refunds->take(*notice.dispute, answered);
            else
                m_refunds->takeRefundsOf(notice.refundsOf, answered);
        },
        Qt::QueuedConnection);
}

void WebDesk::answerPayer(const transport::HttpRequest &request, const transport::HttpReply &reply)
{
    if (isTooFast(request.network))
        return reply(json(429, {{QStringLiteral("error"), errorKind(ErrorCode::RateLimited)}}));
    const QString page = QString::fromLatin1(pageOf(request.path));
    if (request.method == "POST")
        return m_payments->confirm(page, QString::fromUtf8(request.body), toJson(reply));
    if (request.path.endsWith(kState) && request.path.size() > static_cast<qsizetype>(qstrlen(kPay)) + kPageNameSize)
        return m_payments->view(page, toJson(reply));
    m_payments->view(page, [this, reply](const Result<services::OnlinePage> &found) {
        if (!found)
            return reply(textOf(statusOf(found.error().code), found.error().code == ErrorCode::NotFound ? "There is no such payment.\n" : "Please try again shortly.\n"));
        const payments::PayPage shown = m_provider->page(QStringLiteral("Booking %1").arg(found->payment.reference), found->payment.amount, wordOf(found->payment.state));
        reply({.status = 200,
               .contentType = "text/html; charset=utf-8",
               .body = shown.html,
               .headers = "Content-Security-Policy: " + shown.policy + "\r\nReferrer-Policy: no-referrer\r\n"});
    });
}

bool WebDesk::isTooFast(const QHostAddress &network)
{
    // Of many addresses none is known for long.
    if (m_buckets.size() >= kMostBuckets)
        m_buckets.clear();
    return m_buckets[network].take(m_rate, m_clock->steadyNow()).has_value();
}

} // namespace parterre::api
