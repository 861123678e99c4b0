// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QUrl>
#include <QWebSocket>

#include <memory>

namespace parterre::history {

// One connection that speaks JSON-RPC, without waiting for anything.
class WireLink : public QObject {
    Q_OBJECT

public:
    void open(const QUrl &server);
    // The number that the answer will have.
    qint64 send(const char *method, const QByteArray &params);
    void flush() { m_socket->flush(); }
    // Gone without a word; nothing is told of it.
    void abort();
    [[nodiscard]] bool isOpen() const { return m_socket && m_socket->isValid(); }

Q_SIGNALS:
    void opened();
    void answered(qint64 number, const QJsonObject &message);
    void notified(const QString &method, const QJsonObject &params);
    void closed(); // by the other side, or it could not be reached

private:
    void onText(const QString &text);

    struct Later {
        void operator()(QWebSocket *socket) const { socket->deleteLater(); }
    };
    std::unique_ptr<QWebSocket, Later> m_socket;
    qint64 m_lastNumber = 0;
};

} // namespace parterre::history
