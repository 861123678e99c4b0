// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/profilemodel.h"

namespace parterre {

ProfileModel::ProfileModel(SessionModel &session, QObject *parent) : QObject(parent), m_session(session)
{
    connect(&session, &SessionModel::userChanged, this, &ProfileModel::onUserChanged);
    onUserChanged();
}

void ProfileModel::load()
{
    setBusy(true);
    m_session.connection().call<protocol::ProfileGet>({}, this, [this, owner = m_owner](const Result<protocol::ProfileResult> &answer) {
        setBusy(false);
        if (owner != m_owner)
            return;
        if (answer)
            take(*answer);
        else
            Q_EMIT loadFailed(answer.error());
    });
}

void ProfileModel::save(const protocol::ProfileUpdateParams &changes)
{
    setBusy(true);
    m_session.connection().call<protocol::ProfileUpdate>(changes, this, [this, owner = m_owner](const Result<protocol::ProfileResult> &answer) {
        setBusy(false);
        if (owner != m_owner)
            return;
        if (!answer)
            return Q_EMIT saveFailed(answer.error());
        take(*answer);
        Q_EMIT saved();
    });
}

void ProfileModel::take(const protocol::ProfileResult &result)
{
    if (m_profile != result.profile) {
        m_profile = result.profile;
        Q_EMIT profileChanged();
    }
    m_session.setUser(result.user);
}

void ProfileModel::onUserChanged()
{
    const auto owner = m_session.userId();
    if (owner == m_owner)
        return;
    m_owner = owner;
    if (!m_profile)
        return;
    m_profile.reset();
    Q_EMIT profileChanged();
}

void ProfileModel::setBusy(bool busy)
{
    m_busy += busy ? 1 : -1;
    Q_EMIT busyChanged();
}

} // namespace parterre
