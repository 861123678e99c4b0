// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/payments/stripeprovider.h"
#include "backend/server/mailsettings.h"
#include "backend/services/onlinepaymentservice.h"
#include "backend/services/passwordhasher.h"
#include "backend/storage/databaseconfig.h"
#include "backend/transport/websocketconfig.h"
#include "shared/core/result.h"

#include <QHash>
#include <QHostAddress>
#include <QSslConfiguration>
#include <QStringList>
#include <QUrl>

namespace parterre::server {

// Everything an operator can decide. Each setting is a flag, an environment variable and a key of the INI file; the
// flag wins over the variable, the variable over the file.
struct ServerConfig {
    QHostAddress address = QHostAddress(QHostAddress::LocalHost);
    quint16 port = 7717;
    QString data = {};
    storage::DatabaseConfig database = {};
    QString tlsCertificate = {};
    QString tlsKey = {};
    bool plainOffLoopback = false;
    QList<QByteArray> origins = {};
    int ioThreads = 0;
    transport::DispatcherKind dispatcher = transport::DispatcherKind::Epoll;
    int connectionsPerAddress = 64;
    int newAccountsPerAddress = 20;
    bool rateLimits = true;
    std::chrono::milliseconds grace {30'000};
    bool guests = false;
    bool selfServiceCash = false;
    bool counterKeepsHolds = true;
    bool fetchPrivate = false;
    bool demo = false;
    QString stripeSecretKeyFile = {};
    QString stripeWebhookSecretFile = {};
    QString stripePublishableKey = {};
    QUrl stripeApi = QUrl(QStringLiteral("https://api.stripe.com"));
    services::OnlineRules online = {}; // its site is the public URL; all but that and how long seats wait: no settings, tests only
    MailSettings mail = {};
    std::chrono::milliseconds mailLookAround = std::chrono::seconds(30); // no setting: tests only
    services::HashStrength passwordHashing = services::HashStrength::Owasp; // no setting: tests only
};

struct Setting {
    const char *name;        // flag "listen", variable PARTERRE_LISTEN, INI key server/listen
    const char *valueName;   // what --help calls the value
    const char *help;
    const char *defaultText;
};

[[nodiscard]] const QList<Setting> &settings();

// Puts together what the three sources say, by setting name. InvalidParams names the setting and the value.
[[nodiscard]] Result<ServerConfig> makeConfig(const QHash<QString, QString> &values);
// What serving with this config needs of TLS; nothing without. InvalidParams when a certificate or key is missing, broken
// or of another pair, or when an address off this computer has neither.
[[nodiscard]] Result<std::optional<QSslConfiguration>> tlsForServing(const ServerConfig &config);
// What taking payments online with this config needs; nothing when it takes none. InvalidParams when something of it is
// missing, or would go over the network in the clear. The secrets stand in no message.
[[nodiscard]] Result<std::optional<payments::StripeAccount>> stripeAccountOf(const ServerConfig &config);
// What a file that is named by a setting keeps secret: its only line. InvalidParams names the setting and the file.
[[nodiscard]] Result<QByteArray> secretIn(const char *setting, const QString &path);
// Of the environment, by setting name.
[[nodiscard]] QHash<QString, QString> settingsOfEnvironment();
// Of an INI file, by setting name. InvalidParams for keys that are none; NotFound when it cannot be read.
[[nodiscard]] Result<QHash<QString, QString>> settingsOfFile(const QString &path);

// Where the data of this machine's user go when nothing else is said.
[[nodiscard]] QString defaultDataFolder();

} // namespace parterre::server
