// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stage.h"

namespace parterre::simulation {

// What was promised about contacts and notes: a change that was acknowledged is written, once, and nobody overwrites what he has not
// seen (I12); a note that was acknowledged is there once, and stays as it is.
class ContactPromises
{
public:
    explicit ContactPromises(Stage &stage) : m_stage(stage) {}

    // `moment` of the store when the server had the request.
    void answered(const Request &request, quint64 moment, const Result<Booking> &result);
    void noteAnswered(const Request &request, const Result<BookingNote> &result);
    void shown(const BookingId &booking, const QList<BookingNote> &notes);
    // At the end: every booking says what the changes made of it.
    void compareAtRest();

private:
    void refused(const Request &request, quint64 moment, ErrorCode code);

    Stage &m_stage;
    QList<std::pair<BookingId, QString>> m_notes; // acknowledged
};

} // namespace parterre::simulation
