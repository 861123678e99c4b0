// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/sessionmodel.h"
#include "shared/protocol/profile.h"

namespace parterre {

// What the person signed in may read and change about themselves. Empty for nobody.
class ProfileModel final : public QObject
{
    Q_OBJECT

public:
    // `session` outlives the model.
    explicit ProfileModel(SessionModel &session, QObject *parent = nullptr);

    void load();
    // What is absent stays as it is. Ends in saved() or saveFailed().
    void save(const protocol::ProfileUpdateParams &changes);

    [[nodiscard]] const std::optional<Profile> &profile() const { return m_profile; }
    [[nodiscard]] bool isBusy() const { return m_busy > 0; }

Q_SIGNALS:
    void profileChanged();
    void busyChanged();
    void loadFailed(const parterre::Error &error);
    void saved();
    void saveFailed(const parterre::Error &error);

private:
    void take(const protocol::ProfileResult &result);
    void onUserChanged();
    void setBusy(bool busy);

    SessionModel &m_session;
    std::optional<Profile> m_profile;
    std::optional<UserId> m_owner;
    int m_busy = 0;
};

} // namespace parterre
