// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDesktopServices>
#include <QList>
#include <QObject>
#include <QUrl>

namespace parterre::testing {

// Takes the place of the browser for pages over HTTP, as long as it lives.
class StandInBrowser : public QObject
{
    Q_OBJECT
public:
    StandInBrowser() { QDesktopServices::setUrlHandler(QStringLiteral("http"), this, "open"); }
    ~StandInBrowser() override { QDesktopServices::unsetUrlHandler(QStringLiteral("http")); }
    Q_DISABLE_COPY_MOVE(StandInBrowser)

    QList<QUrl> pages; // oldest first

public Q_SLOTS:
    void open(const QUrl &page) { pages.append(page); }
};

} // namespace parterre::testing
