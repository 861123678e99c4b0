// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/postercache.h"

#include "shared/core/inpool.h"
#include "shared/domain/poster.h"

#include <QDateTime>
#include <QLoggingCategory>
#include <QRegularExpression>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace parterre::net {

namespace {

Q_LOGGING_CATEGORY(lcPosters, "parterre.net.posters", QtWarningMsg)

constexpr int kKibInMemory = 16 * 1024;
constexpr qsizetype kLongestQueue = 48;
// Half of what the server lets a visitor ask for who has not signed in.
constexpr double kBurst = 12;
constexpr double kPerSecond = 5;

// The hash names a file, so it has to be one.
bool isHash(const QString &hash)
{
    static const QRegularExpression pattern(u"\\A[0-9a-f]{64}\\z"_s);
    return pattern.match(hash).hasMatch();
}

bool isPoster(const QByteArray &file, const QString &hash)
{
    const Result<Poster> poster = readPoster(file);
    return poster && poster->hash == hash;
}

std::optional<QByteArray> readFile(const QString &path, const QString &hash)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray content = file.read(kMaxPosterBytes + 1);
    if (isPoster(content, hash))
        return content;
    qCWarning(lcPosters) << "damaged poster is fetched anew:" << path;
    file.close();
    QFile::remove(path);
    return std::nullopt;
}

// The oldest go when there are too many.
void trim(const QDir &folder)
{
    qint64 bytes = 0;
    for (const QFileInfo &file : folder.entryInfoList({u"*.poster"_s}, QDir::Files, QDir::Time)) {
        bytes += file.size();
        if (bytes > PosterCache::kMostBytesOnDisk)
            QFile::remove(file.filePath());
    }
}

void writeFile(const QDir &folder, const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        qCWarning(lcPosters) << "cannot keep a poster:" << path << file.errorString();
    else
        trim(folder);
}

} // namespace

PosterCache::PosterCache(Connection &connection, const Clock &clock, const QString &folder, QObject *parent)
    : QObject(parent), m_connection(connection), m_clock(clock), m_folder(folder), m_recent(kKibInMemory), m_allowance(kBurst), m_allowanceAt(clock.steadyNow())
{
    m_folder.mkpath(u"."_s);
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &PosterCache::askNext);
}

void PosterCache::fetch(const Owner &owner, const QString &hash, QObject *context, Handler handler)
{
    const bool underWay = m_waiters.contains(hash);
    m_waiters[hash].append({context, std::move(handler)});
    if (underWay)
        return;
    if (!isHash(hash)) {
        const Error error {.code = ErrorCode::BadAnswer, .detail = u"a poster without a proper hash"_s};
        QMetaObject::invokeMethod(this, [this, hash, error] { deliver(hash, error); }, Qt::QueuedConnection);
    } else if (const QByteArray *file = m_recent.object(hash)) {
        QMetaObject::invokeMethod(this, [this, hash, known = *file] { deliver(hash, known); }, Qt::QueuedConnection);
    } else {
        inPool(this, [path = pathOf(hash), hash] { return readFile(path, hash); }, [this, owner, hash](const std::optional<QByteArray> &known) {
            if (!known)
                return enqueue({.owner = owner, .hash = hash});
            keep(hash, *known);
            deliver(hash, *known);
        });
    }
}

void PosterCache::enqueue(const Wanted &wanted)
{
    m_queue.append(wanted);
    if (m_queue.size() > kLongestQueue)
        deliver(m_queue.takeFirst().hash, Error {.code = ErrorCode::Overloaded});
    askNext();
}

void PosterCache::askNext()
{
    if (m_asking || m_queue.isEmpty() || m_pause.isActive())
        return;
    const Tick now = m_clock.steadyNow();
    m_allowance = std::min(kBurst, m_allowance + kPerSecond * std::chrono::duration<double>(now - m_allowanceAt).count());
    m_allowanceAt = now;
    if (m_allowance < 1) {
        m_pause.start(std::chrono::milliseconds(static_cast<int>(1'000 / kPerSecond)));
        return;
    }
    m_allowance -= 1;
    ask(m_queue.takeLast());
}

void PosterCache::ask(const Wanted &wanted)
{
    m_asking = true;
    const auto taken = [this, hash = wanted.hash](const Result<protocol::EventsPosterResult> &answer) { take(hash, answer); };
    if (const auto *venue = std::get_if<VenueId>(&wanted.owner))
        m_connection.call<protocol::VenuesLogo>({.venue = *venue}, this, taken);
    else
        m_connection.call<protocol::EventsPoster>({.event = std::get<EventId>(wanted.owner)}, this, taken);
}

void PosterCache::take(const QString &hash, const Result<protocol::EventsPosterResult> &answer)
{
    m_asking = false;
    if (!answer) {
        deliver(hash, answer.error());
    } else if (const QByteArray file = QByteArray::fromBase64(answer->data); isPoster(file, hash)) {
        keep(hash, file);
        inPool([folder = m_folder, path = pathOf(hash), file] { return writeFile(folder, path, file), true; });
        deliver(hash, file);
    } else {
        // Another one by now, which the next listing names; or damaged.
        deliver(hash, Error {.code = answer->hash == hash ? ErrorCode::BadAnswer : ErrorCode::NotFound});
    }
    askNext();
}

void PosterCache::keep(const QString &hash, const QByteArray &file)
{
    m_recent.insert(hash, new QByteArray(file), static_cast<int>(file.size() / 1024 + 1));
}

void PosterCache::deliver(const QString &hash, const Result<QByteArray> &file)
{
    const QList<Waiter> waiters = m_waiters.take(hash);
    for (const Waiter &waiter : waiters) {
        if (waiter.context)
            waiter.handler(file);
    }
}

} // namespace parterre::net
