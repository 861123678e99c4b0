// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/mailsettings.h"

#include "backend/server/serverconfig.h"
#include "shared/domain/mailaddress.h"

namespace parterre::server {

namespace {

Error wrong(const QString &what)
{
    return {.code = ErrorCode::InvalidParams, .detail = what};
}

bool isThisComputer(const QString &host)
{
    return host == u"localhost" || QHostAddress(host).isLoopback();
}

quint16 usualPort(mail::MailSecurity security)
{
    switch (security) {
    case mail::MailSecurity::Tls: return 465;
    case mail::MailSecurity::StartTls: return 587;
    case mail::MailSecurity::None: break;
    }
    return 25;
}

} // namespace

std::optional<mail::Sender> readSender(const QString &text)
{
    const QString trimmed = text.trimmed();
    const qsizetype open = trimmed.lastIndexOf(u'<');
    if (open < 0) {
        const auto address = mailAddress(trimmed);
        return address ? std::optional(mail::Sender {.address = *address}) : std::nullopt;
    }
    QString name = trimmed.left(open).trimmed();
    if (name.size() > 1 && name.startsWith(u'"') && name.endsWith(u'"'))
        name = name.mid(1, name.size() - 2);
    const auto address = trimmed.endsWith(u'>') ? mailAddress(trimmed.mid(open + 1, trimmed.size() - open - 2)) : std::nullopt;
    return address ? std::optional(mail::Sender {.address = *address, .name = name}) : std::nullopt;
}

Result<std::optional<mail::SmtpAccount>> mailAccountOf(const MailSettings &settings)
{
    if (settings.host.isEmpty()) {
        if (settings.port || settings.security || settings.from || !settings.user.isEmpty() || !settings.passwordFile.isEmpty() || !settings.replyTo.isEmpty())
            return wrong(QStringLiteral("mail-host is missing, and nothing else about mail makes sense without it"));
        return std::optional<mail::SmtpAccount>();
    }
    if (!settings.from)
        return wrong(QStringLiteral("mail-host and mail-from go together"));
    if (settings.user.isEmpty() != settings.passwordFile.isEmpty())
        return wrong(QStringLiteral("mail-user and mail-password-file go together"));
    const mail::MailSecurity security = settings.security.value_or(mail::MailSecurity::StartTls);
    if (security == mail::MailSecurity::None && !isThisComputer(settings.host))
        return wrong(QStringLiteral("mail-security: none is for a mail server on this computer; tickets and passwords could be read on the way to %1").arg(settings.host));
    mail::SmtpAccount account {.host = settings.host,
                               .port = settings.port.value_or(usualPort(security)),
                               .security = security,
                               .user = settings.user,
                               .from = *settings.from,
                               .replyTo = settings.replyTo,
                               .certificates = settings.certificates,
                               .patience = settings.patience};
    if (!settings.passwordFile.isEmpty()) {
        const Result<QByteArray> password = secretIn("mail-password-file", settings.passwordFile);
        if (!password)
            return password.error();
        account.password = *password;
    }
    return std::optional(account);
}

} // namespace parterre::server
