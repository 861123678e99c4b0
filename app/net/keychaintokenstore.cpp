// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/keychaintokenstore.h"

#include <QLoggingCategory>
#include <QPointer>

#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace parterre::net {

namespace {

Q_LOGGING_CATEGORY(lcTokens, "parterre.net.tokens", QtWarningMsg)

// Jobs delete themselves when done.
template<class Job>
Job *makeJob(const QString &key)
{
    auto *job = new Job(u"parterre"_s);
    job->setInsecureFallback(false);
    job->setKey(key);
    return job;
}

QString keyOf(const QString &server, const QString &account)
{
    return server + u' ' + account;
}

} // namespace

KeychainTokenStore::KeychainTokenStore(QObject *parent) : TokenStore(parent)
{
    auto *probe = makeJob<QKeychain::ReadPasswordJob>(u"probe"_s);
    connect(probe, &QKeychain::Job::finished, this, [this](QKeychain::Job *job) { note(*job); });
    probe->start();
}

void KeychainTokenStore::read(const QString &server, const QString &account, QObject *context, ReadHandler handler)
{
    auto *job = makeJob<QKeychain::ReadPasswordJob>(keyOf(server, account));
    const auto answered = [this, job, server, account, context = QPointer<QObject>(context), handler = std::move(handler)] {
        note(*job);
        if (!context)
            return;
        if (job->error() == QKeychain::NoError)
            handler(job->textData());
        else
            m_memory.read(server, account, context, handler);
    };
    connect(job, &QKeychain::Job::finished, this, answered);
    job->start();
}

void KeychainTokenStore::write(const QString &server, const QString &account, const QString &token)
{
    m_memory.write(server, account, token);
    auto *job = makeJob<QKeychain::WritePasswordJob>(keyOf(server, account));
    job->setTextData(token);
    connect(job, &QKeychain::Job::finished, this, [this, job] { note(*job); });
    job->start();
}

void KeychainTokenStore::remove(const QString &server, const QString &account)
{
    m_memory.remove(server, account);
    auto *job = makeJob<QKeychain::DeletePasswordJob>(keyOf(server, account));
    connect(job, &QKeychain::Job::finished, this, [this, job] { note(*job); });
    job->start();
}

void KeychainTokenStore::note(const QKeychain::Job &job)
{
    const bool works = job.error() == QKeychain::NoError || job.error() == QKeychain::EntryNotFound;
    if (!works)
        qCInfo(lcTokens) << "key store:" << job.error() << job.errorString();
    if (works == m_persistent)
        return;
    m_persistent = works;
    Q_EMIT persistentChanged();
}

} // namespace parterre::net
