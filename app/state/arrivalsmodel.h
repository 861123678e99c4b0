// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/eventmodel.h"
#include "shared/protocol/checkins.h"

#include <QAbstractListModel>
#include <QTimer>

namespace parterre {

// The house of one event as its doors see it, live: the map with who is in, kept by the changes that the server tells, and a
// row for each section. It follows the server only while somebody looks.
class ArrivalsModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    // One section of the house.
    struct Section {
        QString name = {};
        qint32 in = 0;
        qint32 expected = 0;               // sold
        qint32 free = 0;

        friend bool operator==(const Section &, const Section &) = default;
    };

    // All of them outlive the model.
    ArrivalsModel(SessionModel &session, CartModel &cart, net::PlanCache &plans, QObject *parent = nullptr);
    ~ArrivalsModel() override;

    void setEvent(const std::optional<EventId> &event);
    void setWatching(bool watching);

    [[nodiscard]] const EventModel &event() const { return m_house; }
    [[nodiscard]] SeatMapModel &seatMap() { return m_house.seatMap(); }
    // Who is in is known, and nothing of it is missing.
    [[nodiscard]] bool isLive() const { return m_known && m_house.isLive(); }
    [[nodiscard]] Section section(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override; // the section's name

Q_SIGNALS:
    void liveChanged();
    void failed(const parterre::Error &error);

private:
    void follow();
    void leave();
    void read();
    void onRead(const EventId &event, const Result<protocol::CheckinsArrivalsResult> &answer);
    void onChanged(const protocol::CheckinsChangedParams &changed);
    void onLiveChanged();
    void showTotals();
    void setKnown(bool known);

    SessionModel &m_session;
    EventModel m_house;
    std::optional<EventId> m_event;
    QList<protocol::CheckinsChangedParams> m_early; // that wait for what they change
    QTimer m_again;
    quint64 m_reading = 0;                          // answers to earlier questions are dropped
    bool m_watching = false;
    bool m_known = false;
    int m_rows = 0;
};

} // namespace parterre
