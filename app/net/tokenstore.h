// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace parterre::net {

// Where sign-in tokens are kept between runs of the app: one per server and account. Never a plain file. Answers
// come later than the question, and not at all once the context died.
class TokenStore : public QObject
{
    Q_OBJECT

public:
    using ReadHandler = std::function<void(const std::optional<QString> &token)>;
    using QObject::QObject;

    virtual void read(const QString &server, const QString &account, QObject *context, ReadHandler handler) = 0;
    virtual void write(const QString &server, const QString &account, const QString &token) = 0;
    virtual void remove(const QString &server, const QString &account) = 0;
    // Whether what is written outlives the program.
    [[nodiscard]] virtual bool persistent() const = 0;

Q_SIGNALS:
    void persistentChanged();
};

// Forgets with the program. What the app falls back to, and what tests use.
class MemoryTokenStore final : public TokenStore
{
    Q_OBJECT

public:
    using TokenStore::TokenStore;

    void read(const QString &server, const QString &account, QObject *context, ReadHandler handler) override;
    void write(const QString &server, const QString &account, const QString &token) override;
    void remove(const QString &server, const QString &account) override;
    [[nodiscard]] bool persistent() const override { return false; }
    [[nodiscard]] bool isEmpty() const { return m_tokens.isEmpty(); }

private:
    QHash<std::pair<QString, QString>, QString> m_tokens;
};

} // namespace parterre::net
