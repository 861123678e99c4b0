// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stage.h"

#include <QHash>

namespace parterre::simulation {

// What was promised about places of people who did not come, over every crash and every server: what was said to be given free or
// taken back is (P2), the same key has the same answer (P4), a seat has one ticket (P1).
class NoShowPromises
{
public:
    explicit NoShowPromises(Stage &stage) : m_stage(stage) {}

    // `moment` of the store when the server had the request.
    void answered(const Request &request, quint64 moment, const Result<NoShowAnswer> &result, Instant now);
    // Whether the area of the request's show has as many free places as tickets are to be taken back there.
    [[nodiscard]] bool hasRoom(const Request &request, const services::OpenEvent *event) const;
    // By that server process. The area had room all the time until now.
    void latecomerAnswered(const Request &request, const services::OpenEvent *event, quint32 process, const Result<NoShowAnswer> &result);
    // After the store changed.
    void compare();
    // At the end: what was acknowledged is there, and every ticket is as the requests that are there leave it.
    void compareAtRest();

private:
    [[nodiscard]] bool isKeyOfOthers(const Request &request) const;
    void refused(const Request &request, quint64 moment, const Error &error, Instant now);

    Stage &m_stage;
    QHash<std::pair<UserId, QString>, QStringList> m_told; // by key
};

} // namespace parterre::simulation
