// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/eventmodel.h"
#include "shared/protocol/seats.h"

namespace parterre {

// Looks for the best seats of the open event and offers them one after another, until one offer is taken. When somebody
// else is quicker, it offers what the server found instead; when an offer is spoiled while it is looked at, it looks again.
class SeatFinderModel final : public QObject
{
    Q_OBJECT

public:
    enum class State { Idle, Looking, Offering, NothingFound, Failed };
    Q_ENUM(State)

    struct Wish {
        qint32 size = 2;
        qint32 wheelchairs = 0;
        QString category = {}; // key; any when empty
        bool heldBack = false; // for staff: also of what the house holds back

        friend bool operator==(const Wish &, const Wish &) = default;
    };

    // All of them outlive the model.
    SeatFinderModel(SessionModel &session, CartModel &cart, EventModel &event, QObject *parent = nullptr);

    void look(const Wish &wish);
    // Forgets offers and questions under way.
    void clear();
    // Shows the next offer, or one before; around the ends.
    void step(int by);
    void setCurrent(int offer);
    // Asks for the seats of the current offer. They are in the cart then, or others are offered, or holdFailed() of the
    // event says why not.
    void take();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const Wish &wish() const { return m_wish; }
    [[nodiscard]] const QList<protocol::SuggestedSeats> &offers() const { return m_offers; }
    [[nodiscard]] int current() const { return m_current; }
    // Of the current offer; empty without one.
    [[nodiscard]] QList<qint32> seats() const;
    // Somebody else got what was asked for, and these come instead.
    [[nodiscard]] bool isInstead() const { return m_instead; }
    [[nodiscard]] bool isTaking() const { return !m_taking.isEmpty(); }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; } // while Failed

Q_SIGNALS:
    // State, offers, or which of them is current.
    void changed();
    void taken(const QList<qint32> &seats);

private:
    void onSuggested(const Result<protocol::SeatsSuggestResult> &answer);
    void onHoldFailed(const Error &error);
    void onSeatsChanged(const QList<qint32> &seats);
    void setState(State state, const QList<protocol::SuggestedSeats> &offers = {}, bool instead = false);
    [[nodiscard]] std::optional<Money> priceOf(const QList<qint32> &seats) const;

    SessionModel &m_session;
    EventModel &m_event;
    State m_state = State::Idle;
    Wish m_wish;
    QList<protocol::SuggestedSeats> m_offers;
    int m_current = 0;
    bool m_instead = false;
    QList<qint32> m_taking;
    std::optional<Error> m_error;
    quint64 m_question = 0; // answers of an older one are dropped
};

} // namespace parterre
