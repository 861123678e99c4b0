// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/pagefetcher.h"

#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QUrl>

namespace parterre::server {

// Fetches pages that people name, and nothing that only this computer can reach: the address that a name leads to is looked
// up first, judged, and the connection is made to just that one, so that a name cannot lead elsewhere a moment later. The same for
// each redirection. Bounded in time, size and number. Lives on the house thread.
class UrlFetcher : public QObject, public services::PageFetcher
{
    Q_OBJECT
public:
    struct Limits {
        bool privateAddresses = false;  // whether this computer and its network may be asked, too
        std::chrono::milliseconds time {8'000}; // less than a client waits
        qint64 bytes = 0;
        int redirections = 5;
        int atOnce = 4;
    };

    explicit UrlFetcher(const Limits &limits, QObject *parent = nullptr);

    [[nodiscard]] Result<void> check(const QString &url) const override;
    void fetch(const QString &url, const PageMarks &known, services::Done<services::FetchedPage> done) override;

private:
    class Download;

    [[nodiscard]] Result<void> check(const QUrl &url) const;

    const Limits m_limits;
    QNetworkAccessManager m_network;
    int m_running = 0;
};

// Whether everybody can reach it: neither this computer's nor a private network's, nor one for special use.
[[nodiscard]] bool isPublic(const QHostAddress &address);

} // namespace parterre::server
