// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/commands.h"
#include "backend/server/offline.h"
#include "backend/services/accountservice.h"
#include "backend/storage/repositories/tokenrepository.h"

namespace parterre::server {

namespace {

int listUsers(storage::Database &database)
{
    const Result<QList<storage::Account>> accounts = storage::AccountRepository(database).list();
    if (!accounts)
        return fail(accounts.error());
    for (const storage::Account &account : *accounts)
        say(QStringLiteral("%1  %2  %3").arg(roleName(account.user.role), -14).arg(account.profile.email, account.user.name));
    return 0;
}

int setRole(storage::Database &database, const Clock &clock, const QString &email, const QString &roleWord)
{
    const auto normalized = services::normalizedEmail(email);
    const auto role = roleFromName(roleWord);
    if (!normalized)
        return fail({.code = ErrorCode::InvalidParams, .detail = QStringLiteral("user role: \"%1\" is no e-mail address").arg(email)});
    if (!role || !kAccounts.testFlag(*role))
        return fail({.code = ErrorCode::InvalidParams, .detail = QStringLiteral("user role: \"%1\" is none of customer, door, clerk, manager, administrator").arg(roleWord)});
    const Result<qint64> withdrawn = database.transact([&]() -> Result<qint64> {
        storage::AccountRepository accounts(database);
        const Result<storage::Account> account = accounts.findByEmail(*normalized);
        if (!account)
            return Error {.code = ErrorCode::NotFound, .detail = QStringLiteral("nobody has registered as %1").arg(*normalized)};
        if (const auto set = accounts.setRole(account->user.id, *role, consoleAudit(clock)); !set)
            return set.error();
        return storage::TokenRepository(database).removeAllOf(account->user.id);
    });
    if (!withdrawn)
        return fail(withdrawn.error());
    say(QStringLiteral("%1 is %2 from the next sign-in on; sign-ins withdrawn: %3. A connection that is open keeps the old role until it "
                       "ends; restart the server to end it now.")
            .arg(*normalized, roleName(*role)).arg(*withdrawn));
    return 0;
}

} // namespace

int userCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("role EMAIL ROLE: what an account may do: customer, door, clerk, manager or administrator.\nlist: the accounts."));
    parser.addPositionalArgument(QStringLiteral("action"), QStringLiteral("role or list"));
    addSettings(parser, {QStringLiteral("data"), QStringLiteral("database")});
    if (const auto status = parse(parser, QStringLiteral("user"), arguments))
        return *status;
    const Result<ServerConfig> config = readConfig(parser);
    if (!config)
        return fail(config.error());
    const QStringList words = parser.positionalArguments();
    const bool isRole = words.value(0) == u"role" && words.size() == 3;
    if (!isRole && words != QStringList {QStringLiteral("list")})
        return fail({.code = ErrorCode::InvalidParams, .detail = QStringLiteral("user: expected role EMAIL ROLE, or list")});
    const SystemClock clock;
    auto database = openDatabase(*config, clock);
    if (!database)
        return fail(database.error());
    return isRole ? setRole(**database, clock, words[1], words[2]) : listUsers(**database);
}

} // namespace parterre::server
