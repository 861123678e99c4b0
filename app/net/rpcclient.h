// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"
#include "shared/protocol/envelope.h"
#include "shared/protocol/message.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QQueue>
#include <QUrl>

#include <chrono>
#include <functional>

QT_FORWARD_DECLARE_CLASS(QWebSocket)

namespace parterre::net {

inline constexpr std::chrono::milliseconds kCallTimeout {10'000};

// One WebSocket to a server and the typed JSON-RPC calls over it. It knows no method: who calls says which. Every
// handler is called exactly once, later than the call and never after its context died; with the client itself die the
// handlers still waiting. No more than the protocol's number of requests are under way, the rest waits here.
// A message that cannot be understood ends the link. TLS errors are never passed over. Lives on the thread it is
// made on, like its handlers.
class RpcClient final : public QObject
{
    Q_OBJECT

public:
    using RawHandler = std::function<void(const Result<protocol::JsonView> &)>;

    explicit RpcClient(QObject *parent = nullptr);
    ~RpcClient() override;

    // Certificates (PEM, any number) to trust besides the system's: a house's own authority.
    void setExtraAuthorities(const QByteArray &pem) { m_authorities = pem; }
    // How long open() may take until the server has agreed to speak WebSocket.
    void setOpenTimeout(std::chrono::milliseconds timeout) { m_openTimeout = timeout; }

    // Ends what was without a signal and begins anew; ends in opened() or closed().
    void open(const QUrl &url);
    // Ends the link after what was sent has gone out; closed() follows.
    void close();
    // Ends the link at once; closed(why) follows.
    void abort(const Error &why);
    [[nodiscard]] bool isOpen() const { return m_open; }

    template<class Method, class Handler>
    void call(const typename Method::Params &params, QObject *context, Handler handler, std::chrono::milliseconds timeout = kCallTimeout)
    {
        const qint64 id = ++m_lastId;
        callRaw(id, Method::kInfo.name, protocol::encodeRequest<Method>(id, params), context,
                [handler = std::move(handler)](const Result<protocol::JsonView> &answer) mutable {
                    handler(typed<typename Method::Result>(answer));
                }, timeout);
    }

    // Of several handlers for one notification each is called, in the order they came.
    template<class Notification, class Handler>
    void on(QObject *context, Handler handler)
    {
        onRaw(Notification::kInfo.name, context, [handler = std::move(handler)](protocol::JsonView json) mutable -> Result<void> {
            const auto params = protocol::readMessage<typename Notification::Params>(json, protocol::ReadMode::Tolerant);
            if (!params)
                return params.error();
            handler(*params);
            return {};
        });
    }

Q_SIGNALS:
    void opened();
    // Also when open() failed. The reason is Disconnected, or what exactly kept the link from being made.
    void closed(const parterre::Error &why);
    // Something came from the server.
    void heard();

private:
    using NotificationHandler = std::function<Result<void>(protocol::JsonView)>;
    struct Pending {
        QPointer<QObject> context;
        RawHandler handler;
        bool sent = false;
    };
    struct Waiting {
        qint64 id = 0;
        QByteArray message = {};
    };
    struct Listener {
        QPointer<QObject> context;
        NotificationHandler handler;
    };

    // Wrong in form is another failure than refused, and not the caller's.
    template<class T>
    static Result<T> typed(const Result<protocol::JsonView> &answer)
    {
        if (!answer)
            return answer.error();
        auto value = protocol::readMessage<T>(*answer, protocol::ReadMode::Tolerant);
        if (!value)
            return Error {.code = ErrorCode::BadAnswer, .detail = value.error().detail};
        return value;
    }

    void callRaw(qint64 id, const char *method, QByteArray message, QObject *context, RawHandler handler, std::chrono::milliseconds timeout);
    void onRaw(const char *method, QObject *context, NotificationHandler handler);
    void answer(qint64 id, const Result<protocol::JsonView> &result);
    void answerLater(qint64 id, const Error &error);
    void sendWaiting();
    void onConnected();
    void onTextMessage(const QString &text);
    void onNotification(const protocol::Notification &notification);
    void onSocketEnded();
    void finish(const Error &why);
    void giveUpCalls(const Error &why);
    void dropSocket();
    [[nodiscard]] Error failureToOpen() const;

    QByteArray m_authorities;
    std::chrono::milliseconds m_openTimeout = kCallTimeout;
    QWebSocket *m_socket = nullptr;
    bool m_open = false;
    QString m_tlsFault;
    qint64 m_lastId = 0;
    QHash<qint64, Pending> m_pending;
    QQueue<Waiting> m_waiting;  // not sent yet
    int m_underWay = 0;         // sent, not answered and not given up
    QHash<QByteArray, QList<Listener>> m_listeners; // by method
};

} // namespace parterre::net
