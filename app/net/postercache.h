// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/connection.h"
#include "shared/core/clock.h"
#include "shared/protocol/logos.h"

#include <QCache>
#include <QDir>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <variant>

namespace parterre::net {

// The files of posters and logos, which never change for their hash: from memory, else from disk, else from the server. What is
// damaged is fetched anew. Asks the server for one at a time and at a measured pace, so that scrolling through a long
// listing keeps nothing else waiting; what was asked for last comes first. Bounded in memory and on disk.
class PosterCache final : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<void(const Result<QByteArray> &)>;
    using Owner = std::variant<EventId, VenueId>; // of a poster, of a logo

    // `folder` is made when needed; without a place to write the cache works in memory.
    PosterCache(Connection &connection, const Clock &clock, const QString &folder, QObject *parent = nullptr);

    // The file with this hash, the owner's. The handler is called once, later than this call, unless its context
    // dies first. Overloaded: so much else was asked for meanwhile that this one was given up.
    void fetch(const Owner &owner, const QString &hash, QObject *context, Handler handler);

    static constexpr qint64 kMostBytesOnDisk = 48 * 1024 * 1024;

private:
    struct Wanted {
        Owner owner = {};
        QString hash = {};
    };
    struct Waiter {
        QPointer<QObject> context;
        Handler handler;
    };

    [[nodiscard]] QString pathOf(const QString &hash) const { return m_folder.filePath(hash + QStringLiteral(".poster")); }
    void enqueue(const Wanted &wanted);
    void askNext();
    void ask(const Wanted &wanted);
    void take(const QString &hash, const Result<protocol::EventsPosterResult> &answer);
    void keep(const QString &hash, const QByteArray &file);
    void deliver(const QString &hash, const Result<QByteArray> &file);

    Connection &m_connection;
    const Clock &m_clock;
    QDir m_folder;
    QCache<QString, QByteArray> m_recent;    // by hash; costs are KiB
    QHash<QString, QList<Waiter>> m_waiters; // by hash
    QList<Wanted> m_queue;                   // for the server, newest last
    bool m_asking = false;
    double m_allowance;                      // requests that may go at once
    Tick m_allowanceAt;
    QTimer m_pause;
};

} // namespace parterre::net
