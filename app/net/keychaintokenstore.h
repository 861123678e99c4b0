// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/tokenstore.h"

namespace QKeychain {
class Job;
}

namespace parterre::net {

// Tokens in the desktop's key store (Secret Service, KWallet, macOS Keychain, Windows Credential Store). Where there
// is none, or it is locked, tokens are kept in memory only and persistent() turns false.
class KeychainTokenStore final : public TokenStore
{
    Q_OBJECT

public:
    // Asks the key store at once whether it is there.
    explicit KeychainTokenStore(QObject *parent = nullptr);

    void read(const QString &server, const QString &account, QObject *context, ReadHandler handler) override;
    void write(const QString &server, const QString &account, const QString &token) override;
    void remove(const QString &server, const QString &account) override;
    [[nodiscard]] bool persistent() const override { return m_persistent; }

private:
    void note(const QKeychain::Job &job);

    MemoryTokenStore m_memory;
    bool m_persistent = true; // until the key store says otherwise
};

} // namespace parterre::net
