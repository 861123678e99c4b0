// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/serverconfig.h"

#include "shared/domain/mailaddress.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QSslCertificate>
#include <QSslCipher>
#include <QSslKey>
#include <QSslSocket>
#include <QStandardPaths>

#include <functional>

namespace parterre::server {

namespace {

// Puts one value into the config, or says what it should have been.
using Apply = std::function<QString(ServerConfig &, const QString &)>;

struct SettingRow {
    Setting setting;
    Apply apply;
};

QString applyListen(ServerConfig &config, const QString &value)
{
    const qsizetype colon = value.lastIndexOf(u':');
    QString host = value.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    bool isPort = false;
    const ushort port = value.mid(colon + 1).toUShort(&isPort);
    const QHostAddress address = host == u"localhost" ? QHostAddress(QHostAddress::LocalHost) : QHostAddress(host);
    if (colon < 1 || !isPort || address.isNull())
        return QStringLiteral("expected an address and a port, like 127.0.0.1:7717 or [::1]:7717");
    config.address = address;
    config.port = port;
    return {};
}

QString applyDatabase(ServerConfig &config, const QString &value)
{
    const Result<storage::DatabaseConfig> database = storage::DatabaseConfig::fromUrl(value);
    if (!database)
        return database.error().detail;
    config.database = *database;
    return {};
}

Apply flag(bool ServerConfig::*member)
{
    return [member](ServerConfig &config, const QString &value) -> QString {
        if (value != u"yes" && value != u"no")
            return QStringLiteral("expected yes or no");
        config.*member = value == u"yes";
        return {};
    };
}

Apply number(int least, int most, const std::function<void(ServerConfig &, int)> &set)
{
    return [=](ServerConfig &config, const QString &value) -> QString {
        bool isNumber = false;
        const int parsed = value.toInt(&isNumber);
        if (!isNumber || parsed < least || parsed > most)
            return QStringLiteral("expected a number from %1 to %2").arg(least).arg(most);
        set(config, parsed);
        return {};
    };
}

Apply existingFile(QString ServerConfig::*member)
{
    return [member](ServerConfig &config, const QString &value) -> QString {
        if (!QFileInfo(value).isReadable())
            return QStringLiteral("the file cannot be read");
        config.*member = value;
        return {};
    };
}

Apply webAddress(const std::function<void(ServerConfig &, const QUrl &)> &set)
{
    return [set](ServerConfig &config, const QString &value) -> QString {
        const QUrl url(value, QUrl::StrictMode);
        const bool isPlain = url.scheme() == u"http";
        const bool isHere = url.host() == u"localhost" || QHostAddress(url.host()).isLoopback();
        if (!url.isValid() || url.host().isEmpty() || url.hasQuery() || url.hasFragment() || !url.userInfo().isEmpty() || (url.path().size() > 1))
            return QStringLiteral("expected an address without a path, like https://tickets.example.org");
        if (url.scheme() != u"https" && !(isPlain && isHere))
            return QStringLiteral("expected https, but for this computer's own address");
        set(config, url);
        return {};
    };
}

QString applyMailHost(ServerConfig &config, const QString &value)
{
    QUrl url;
    url.setHost(value, QUrl::StrictMode);
    if (value.isEmpty() || url.host().isEmpty())
        return QStringLiteral("expected a name or an address, like mail.example.org");
    config.mail.host = value;
    return {};
}

QString applyMailSecurity(ServerConfig &config, const QString &value)
{
    if (value == u"tls")
        config.mail.security = mail::MailSecurity::Tls;
    else if (value == u"starttls")
        config.mail.security = mail::MailSecurity::StartTls;
    else if (value == u"none")
        config.mail.security = mail::MailSecurity::None;
    else
        return QStringLiteral("expected tls, starttls or none");
    return {};
}

QString applyMailFrom(ServerConfig &config, const QString &value)
{
    config.mail.from = readSender(value);
    return config.mail.from ? QString() : QStringLiteral("expected an address, like box@example.org or Box office <box@example.org>");
}

QString applyMailReplyTo(ServerConfig &config, const QString &value)
{
    const auto address = mailAddress(value);
    config.mail.replyTo = address.value_or(QString());
    return address ? QString() : QStringLiteral("expected an address, like box@example.org");
}

QString applyMailPasswordFile(ServerConfig &config, const QString &value)
{
    config.mail.passwordFile = value;
    return QFileInfo(value).isReadable() ? QString() : QStringLiteral("the file cannot be read");
}

const QList<SettingRow> &rows()
{
    static const QList<SettingRow> table {
        {{"listen", "HOST:PORT", "Where clients connect. Port 0: the system chooses. An address other than this computer's own needs a certificate.", "127.0.0.1:7717"},
         applyListen},
        {{"data", "DIR", "Folder for the embedded database; is made when missing.", "the user's data folder"},
         [](ServerConfig &config, const QString &value) { config.data = QDir(value).absolutePath(); return QString(); }},
        {{"database", "URL", "postgresql://USER:PASSWORD@HOST:PORT/NAME, or sqlite:PATH.", "parterre.db in the data folder"}, applyDatabase},
        {{"tls-certificate", "FILE", "PEM certificate chain; clients then connect with wss://.", "none"}, existingFile(&ServerConfig::tlsCertificate)},
        {{"tls-key", "FILE", "PEM private key of the certificate.", "none"}, existingFile(&ServerConfig::tlsKey)},
        {{"plain-off-loopback", "yes|no", "Allow an address off this computer without a certificate: passwords can then be read on the network.", "no"},
         flag(&ServerConfig::plainOffLoopback)},
        {{"origins", "LIST", "Web origins whose pages may connect, separated by spaces.", "none"},
         [](ServerConfig &config, const QString &value) { config.origins = value.toLatin1().simplified().split(' '); return QString(); }},
        {{"io-threads", "N", "Threads that serve sockets; 0: one less than there are cores.", "0"},
         number(0, 64, [](ServerConfig &config, int n) { config.ioThreads = n; })},
        {{"event-loop", "epoll|stock", "How the socket threads wait; stock is Qt's own and slow with thousands of clients.", "epoll where there is one"},
         [](ServerConfig &config, const QString &value) -> QString {
             if (value != u"epoll" && value != u"stock")
                 return QStringLiteral("expected epoll or stock");
             config.dispatcher = value == u"epoll" ? transport::DispatcherKind::Epoll : transport::DispatcherKind::Stock;
             return {};
         }},
        {{"connections-per-address", "N", "Connections one network address may have.", "64"},
         number(1, 100'000, [](ServerConfig &config, int n) { config.connectionsPerAddress = n; })},
        {{"new-accounts-per-address", "N", "Accounts and guests one network address may ask for in 15 minutes; 0: any number.", "20"},
         number(0, 1'000'000, [](ServerConfig &config, int n) { config.newAccountsPerAddress = n; })},
        {{"rate-limits", "yes|no", "Slow down clients that send too many messages.", "yes"}, flag(&ServerConfig::rateLimits)},
        {{"grace", "SECONDS", "How long holds outlive a lost connection; 0: not at all.", "30"},
         number(0, 3600, [](ServerConfig &config, int n) { config.grace = std::chrono::seconds(n); })},
        {{"guests", "yes|no", "Whether people may buy with a name only.", "no"}, flag(&ServerConfig::guests)},
        {{"self-service-cash", "yes|no", "Whether customers may record their own bookings as paid in cash: a kiosk beside the till.", "no"},
         flag(&ServerConfig::selfServiceCash)},
        {{"counter-keeps-holds", "yes|no", "Whether what the counter holds stays while its till is open, however long that takes.", "yes"},
         flag(&ServerConfig::counterKeepsHolds)},
        {{"public-url", "URL", "Where browsers reach this server, like https://tickets.example.org; needed for payments online.", "none"}, webAddress([](ServerConfig &config, const QUrl &url) { config.online.site = url; })},
        {{"stripe-secret-key-file", "FILE", "File with Stripe's secret key, in one line; with it the house takes payments online.", "none"},
         existingFile(&ServerConfig::stripeSecretKeyFile)},
        {{"stripe-webhook-secret-file", "FILE", "File with the signing secret of Stripe's webhook endpoint, in one line.", "none"},
         existingFile(&ServerConfig::stripeWebhookSecretFile)},
        {{"stripe-publishable-key", "KEY", "Stripe's publishable key, which payers' browsers get.", "none"},
         [](ServerConfig &config, const QString &value) { config.stripePublishableKey = value; return QString(); }},
        {{"stripe-api", "URL", "Where Stripe's API is.", "https://api.stripe.com"}, webAddress([](ServerConfig &config, const QUrl &url) { config.stripeApi = url; })},
        {{"pay-within", "MINUTES", "How long seats wait for a payment online.", "15"},
         number(2, 24 * 60, [](ServerConfig &config, int n) { config.online.payWithin = std::chrono::minutes(n); })},
        {{"mail-host", "HOST", "Mail server that sends for the house; with it tickets can be sent by mail.", "none"}, applyMailHost},
        {{"mail-port", "N", "Port of the mail server.", "587; with tls 465, with none 25"},
         number(1, 65535, [](ServerConfig &config, int n) { config.mail.port = static_cast<quint16>(n); })},
        {{"mail-security", "tls|starttls|none", "How mail is encrypted on its way to the mail server; none only on this computer.", "starttls"}, applyMailSecurity},
        {{"mail-user", "NAME", "User to sign in to the mail server as.", "none"},
         [](ServerConfig &config, const QString &value) { config.mail.user = value; return QString(); }},
        {{"mail-password-file", "FILE", "File with that user's password, in one line.", "none"}, applyMailPasswordFile},
        {{"mail-from", "ADDRESS", "Who mail is from, like Box office <box@example.org>.", "none"}, applyMailFrom},
        {{"mail-reply-to", "ADDRESS", "Where answers to mail go.", "to the sender"}, applyMailReplyTo},
        {{"fetch-private", "yes|no", "Whether showtimes may be fetched from this computer and from private networks, too.", "no"}, flag(&ServerConfig::fetchPrivate)},
        {{"demo", "yes|no", "The data are for trying out: print the demo users at start.", "no"}, flag(&ServerConfig::demo)},
    };
    return table;
}

Error wrong(const QString &what)
{
    return {.code = ErrorCode::InvalidParams, .detail = what};
}

QSslKey readKey(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray pem = file.readAll();
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Ec, QSsl::Rsa}) {
        if (QSslKey key(pem, algorithm); !key.isNull())
            return key;
    }
    return {};
}

} // namespace

const QList<Setting> &settings()
{
    static const QList<Setting> list = [] {
        QList<Setting> all;
        for (const SettingRow &row : rows())
            all.append(row.setting);
        return all;
    }();
    return list;
}

Result<ServerConfig> makeConfig(const QHash<QString, QString> &values)
{
    ServerConfig config;
    for (const SettingRow &row : rows()) {
        const QString name = QLatin1StringView(row.setting.name);
        const auto value = values.constFind(name);
        if (value == values.constEnd())
            continue;
        if (const QString fault = row.apply(config, *value); !fault.isEmpty()) {
            // A database URL may hold a password, and who mixes keys up a secret one.
            const QString shown = name == u"database" || name == u"stripe-publishable-key" ? QString() : QStringLiteral(" \"%1\"").arg(*value);
            return Error {.code = ErrorCode::InvalidParams, .detail = name + shown + QStringLiteral(": ") + fault};
        }
    }
    if (config.data.isEmpty())
        config.data = defaultDataFolder();
    if (config.database.engine == storage::Engine::Sqlite && config.database.path.isEmpty())
        config.database.path = config.data + QStringLiteral("/parterre.db");
    return config;
}

Result<std::optional<QSslConfiguration>> tlsForServing(const ServerConfig &config)
{
    if (config.tlsCertificate.isEmpty() != config.tlsKey.isEmpty())
        return wrong(QStringLiteral("tls-certificate and tls-key go together"));
    if (config.tlsCertificate.isEmpty()) {
        if (config.address.isLoopback() || config.plainOffLoopback)
            return std::optional<QSslConfiguration>();
        return wrong(QStringLiteral("listen: %1 can be reached from other computers, so it needs tls-certificate and tls-key "
                                    "(or plain-off-loopback=yes, if something in front encrypts)").arg(config.address.toString()));
    }
    const QList<QSslCertificate> chain = QSslCertificate::fromPath(config.tlsCertificate);
    if (chain.isEmpty() || chain.constFirst().isNull())
        return wrong(QStringLiteral("tls-certificate \"%1\": not a PEM certificate").arg(config.tlsCertificate));
    const QSslKey key = readKey(config.tlsKey);
    if (key.isNull())
        return wrong(QStringLiteral("tls-key \"%1\": not a PEM private key without passphrase, EC or RSA").arg(config.tlsKey));
    if (chain.constFirst().publicKey().algorithm() != key.algorithm() || chain.constFirst().publicKey().length() != key.length())
        return wrong(QStringLiteral("tls-key \"%1\": not the key of the certificate").arg(config.tlsKey));

    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificateChain(chain);
    tls.setPrivateKey(key);
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyNone); // clients have no certificates
    QList<QSslCipher> ciphers;
    for (const QSslCipher &cipher : QSslConfiguration::supportedCiphers()) {
        // Authenticated encryption with a key exchange that keeps past traffic secret.
        const QString name = cipher.name();
        const bool isAead = name.contains(u"GCM") || name.contains(u"CHACHA20");
        if (isAead && (name.startsWith(u"TLS_") || name.startsWith(u"ECDHE-")) && !name.contains(u"PSK"))
            ciphers.append(cipher);
    }
    tls.setCiphers(ciphers);
    return std::optional(tls);
}

Result<QByteArray> secretIn(const char *setting, const QString &path)
{
    QFile file(path);
    constexpr qint64 kLongest = 1024;
    const QByteArray secret = file.open(QIODevice::ReadOnly) ? file.read(kLongest).trimmed() : QByteArray();
    if (secret.isEmpty() || secret.contains('\n'))
        return wrong(QStringLiteral("%1 \"%2\": expected one line with the secret").arg(QLatin1StringView(setting), path));
    return secret;
}

Result<std::optional<payments::StripeAccount>> stripeAccountOf(const ServerConfig &config)
{
    if (config.stripeSecretKeyFile.isEmpty() && config.stripeWebhookSecretFile.isEmpty() && config.stripePublishableKey.isEmpty())
        return std::optional<payments::StripeAccount>();
    if (config.stripeSecretKeyFile.isEmpty() || config.stripeWebhookSecretFile.isEmpty() || config.stripePublishableKey.isEmpty() || config.online.site.isEmpty())
        return wrong(QStringLiteral("stripe-secret-key-file, stripe-webhook-secret-file, stripe-publishable-key and public-url go together"));
    if (!config.stripePublishableKey.startsWith(u"pk_"))
        return wrong(QStringLiteral("stripe-publishable-key: expected a key that begins with pk_; any other is a secret that nobody may see"));
    const Result<QByteArray> secretKey = secretIn("stripe-secret-key-file", config.stripeSecretKeyFile);
    if (!secretKey)
        return secretKey.error();
    const Result<QByteArray> webhookSecret = secretIn("stripe-webhook-secret-file", config.stripeWebhookSecretFile);
    if (!webhookSecret)
        return webhookSecret.error();
    return std::optional(payments::StripeAccount {
        .api = config.stripeApi, .secretKey = *secretKey, .webhookSecret = *webhookSecret, .publishableKey = config.stripePublishableKey});
}

QHash<QString, QString> settingsOfEnvironment()
{
    QHash<QString, QString> values;
    for (const Setting &setting : settings()) {
        const QString name = QLatin1StringView(setting.name);
        const QByteArray variable = "PARTERRE_" + name.toUpper().replace(u'-', u'_').toLatin1();
        if (qEnvironmentVariableIsSet(variable.constData()))
            values.insert(name, qEnvironmentVariable(variable.constData()));
    }
    return values;
}

Result<QHash<QString, QString>> settingsOfFile(const QString &path)
{
    if (!QFileInfo(path).isReadable())
        return Error {.code = ErrorCode::NotFound, .detail = QStringLiteral("config \"%1\": the file cannot be read").arg(path)};
    QSettings file(path, QSettings::IniFormat);
    QHash<QString, QString> values;
    for (const QString &key : file.allKeys()) {
        const QString name = key.section(u'/', 1);
        const bool known = key.startsWith(u"server/")
            && std::any_of(settings().begin(), settings().end(), [&](const Setting &setting) { return name == QLatin1StringView(setting.name); });
        if (!known)
            return Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("%1: unknown setting \"%2\"").arg(path, key)};
        // QSettings takes a comma for the end of a list entry; here it is a letter, of a password for instance.
        values.insert(name, file.value(key).toStringList().join(u','));
    }
    if (file.status() != QSettings::NoError)
        return Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("config \"%1\": not an INI file").arg(path)};
    return values;
}

QString defaultDataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/parterre");
}

} // namespace parterre::server
