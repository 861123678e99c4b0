// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serversite.h"
#include "tests/support/stripedouble.h"

#include <QFile>

namespace parterre::testing {

// How to serve a house that takes payments online.
[[nodiscard]] inline QStringList onlineOptions(const ServerSite &site, const StripeDouble &stripe)
{
    using namespace Qt::StringLiterals;
    const auto secretFile = [&site](const QString &name, const QByteArray &secret) {
        QFile file(site.folder->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(secret) != secret.size())
            qFatal("a secret could not be written");
        return file.fileName();
    };
    return {u"--stripe-api"_s, stripe.url().toString(), u"--stripe-publishable-key"_s, u"pk_test_parterre"_s, u"--public-url"_s, u"http://127.0.0.1"_s,
            u"--stripe-secret-key-file"_s, secretFile(u"secret-key"_s, StripeDouble::secretKey()),
            u"--stripe-webhook-secret-file"_s, secretFile(u"webhook-secret"_s, StripeDouble::webhookSecret())};
}

} // namespace parterre::testing
