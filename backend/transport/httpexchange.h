// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/transport/http.h"
#include "backend/transport/requesthead.h"
#include "backend/transport/websocketconfig.h"
#include "shared/core/clock.h"

#include <QObject>
#include <QPointer>
#include <QTcpSocket>

namespace parterre::transport {

// One request and its answer, from behind the head to the end of the connection; there is no second one. It reads what the
// head announced and no more, and judges nothing else. Lives on its worker's thread.
class HttpExchange final : public QObject
{
    Q_OBJECT
public:
    // `socket` holds the head, unread. Takes it.
    HttpExchange(const ConnectionLimits &limits, const RequestHead &head, qsizetype headBytes, QTcpSocket *socket, const QHostAddress &address, Tick started);
    ~HttpExchange() override;

    // Why the request cannot be taken; nothing if it can. To be asked before one is made.
    [[nodiscard]] static std::optional<Refusal> judge(const RequestHead &head, const QList<HttpHandler::Offer> &offers);

    void start();
    void answer(const HttpAnswer &answer);
    [[nodiscard]] const QHostAddress &address() const { return m_address; }
    [[nodiscard]] bool overdue(Tick now) const;

Q_SIGNALS:
    // All of it has come. Emitted once.
    void requested(parterre::transport::HttpExchange *self, const parterre::transport::HttpRequest &request);
    // The connection is closed; emitted once.
    void ended(parterre::transport::HttpExchange *self);

private:
    enum class Phase : quint8 { Reading, Waiting, Answered };

    void onReadyRead();

    const ConnectionLimits &m_limits;
    const QHostAddress m_address;
    const Tick m_started;
    HttpRequest m_request;
    qsizetype m_headBytes = 0;
    qsizetype m_bodyBytes = 0;
    bool m_wantsToBeAsked = false;
    Phase m_phase = Phase::Reading;
    QPointer<QTcpSocket> m_socket;
};

} // namespace parterre::transport
