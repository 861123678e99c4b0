// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/payments/stripepage.h"

#include "backend/payments/stripeamount.h"

#include <QFile>

#include <cmath>

static void registerFiles()
{
    Q_INIT_RESOURCE(stripepage); // a static library's resources are not registered by themselves
}

namespace parterre::payments {

namespace {

// What Stripe.js needs (docs.stripe.com/security/guide), and nothing else.
constexpr char kPolicy[] = "default-src 'none'; script-src 'self' https://js.stripe.com; style-src 'self'; connect-src 'self' https://api.stripe.com; "
                           "frame-src https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com; img-src 'self' https://*.stripe.com; "
                           "form-action 'none'; frame-ancestors 'none'; base-uri 'none'";

QByteArray fileOf(const char *name)
{
    registerFiles();
    QFile file(QStringLiteral(":/parterre/payments/stripepage/") + QLatin1StringView(name));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    return file.readAll();
}

// "42.50 EUR"
QString sumOf(const Money &amount)
{
    const int digits = amount.currency.digits();
    return QString::number(static_cast<double>(amount.amount) / std::pow(10, digits), 'f', digits) + u' ' + amount.currency.code();
}

} // namespace

StripePage::StripePage(const QString &publishableKey)
    : m_publishableKey(publishableKey)
    , m_html(QString::fromUtf8(fileOf("page.html")))
    , m_script(fileOf("page.js"))
    , m_style(fileOf("page.css"))
{
}

PayPage StripePage::page(const QString &title, const Money &amount, const QString &state) const
{
    QString html = m_html;
    for (const auto &[mark, value] : {std::pair {"@TITLE@", title}, std::pair {"@KEY@", m_publishableKey}, std::pair {"@SUM@", sumOf(amount)},
                                      std::pair {"@AMOUNT@", QString::number(toStripeAmount(amount).value_or(0))},
                                      std::pair {"@CURRENCY@", amount.currency.code().toLower()}, std::pair {"@STATE@", state}})
        html.replace(QLatin1StringView(mark), value.toHtmlEscaped());
    return {.html = html.toUtf8(), .policy = kPolicy};
}

std::optional<PageFile> StripePage::file(const QByteArray &name) const
{
    if (name == "page.js")
        return PageFile {.contentType = "text/javascript; charset=utf-8", .bytes = m_script};
    if (name == "page.css")
        return PageFile {.contentType = "text/css; charset=utf-8", .bytes = m_style};
    return std::nullopt;
}

} // namespace parterre::payments
