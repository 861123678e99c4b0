// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/history/historychecker.h"
#include "tests/history/recorder.h"
#include "tests/support/seatmirror.h"
#include "tests/support/testhouse.h"

namespace parterre::history {

// A short story in a house inside the test: visitors ask one after the other, everything is written down as in a run
// against the real program, and the same checks judge it.
class Scene {
public:
    using Seats = std::vector<SeatNote>;

    enum class Evening { Long, Hasty }; // holds of ten minutes, or of one second

    class Visitor {
    public:
        Visitor(Scene &scene, std::unique_ptr<testing::WireClient> client);

        // The seats as they were answered; each with the version it had before when it was refused.
        Seats hold(const QList<qint32> &places);
        Seats extend(const Seats &seats) { return ask(Kind::Extend, seats).seats; }
        void release(const Seats &seats) { ask(Kind::Release, seats); }
        // The booking's id; empty when it was refused.
        QString confirm(const Seats &seats, qint64 key);
        void cancel(const QString &booking, const Seats &seats);
        // All seats.
        std::vector<SeatState> read();
        void leave();
        void vanish();
        // What a map that is kept by changes shows of these seats.
        void watch(const testing::SeatMirror &mirror, const QList<qint32> &places);

        // In two steps, with something in between.
        qint64 beginConfirm(const Seats &seats, qint64 key);
        QString endConfirm(qint64 request);
        [[nodiscard]] bool ping();

        [[nodiscard]] testing::WireClient &client() { return *m_client; }
        [[nodiscard]] bool wasGranted() const { return m_last == Outcome::Ok; }

    private:
        struct Asked {
            Operation operation;
            Seats seats;
            testing::WireReply reply;
        };

        Asked begin(Kind kind, const Seats &seats, qint64 key, const QString &booking) const;
        void finish(Asked &asked);
        Asked ask(Kind kind, const Seats &seats, qint64 key = 0, const QString &booking = {});

        Scene &m_scene;
        std::unique_ptr<testing::WireClient> m_client;
        quint32 m_session;
        Outcome m_last = Outcome::Unknown;
        Asked m_begun;
    };

    Scene(const storage::DatabaseConfig &database, Evening evening);

    [[nodiscard]] Visitor visitor();
    [[nodiscard]] qint64 newKey() { return m_recorder.newKey(); }
    void restart();
    // Until the moment, or the condition.
    void await(
        Moment moment, const std::function<bool()> &condition = [] { return false; }) const;
    // Compares what was told so far with the database.
    void compare();
    // The end of the story: everything that was broken.
    [[nodiscard]] Violations judge();

    [[nodiscard]] const EventId &event() const { return m_event; }
    [[nodiscard]] const testing::TestHouse &house() const { return m_house; }

private:
    testing::TestHouse m_house;
    const EventId m_event;
    Recorder m_recorder;
    Violations m_found;
};

} // namespace parterre::history
