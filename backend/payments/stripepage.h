// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/payments/paymentprovider.h"

namespace parterre::payments {

// The page with Stripe's Payment Element. Read when it is made, and the same for any thread from then on.
class StripePage
{
public:
    explicit StripePage(const QString &publishableKey);

    [[nodiscard]] PayPage page(const QString &title, const Money &amount, const QString &state) const;
    [[nodiscard]] std::optional<PageFile> file(const QByteArray &name) const;

private:
    const QString m_publishableKey;
    const QString m_html;
    const QByteArray m_script;
    const QByteArray m_style;
};

} // namespace parterre::payments
