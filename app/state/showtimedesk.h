// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/filesender.h"
#include "app/state/showtimeentriesmodel.h"
#include "shared/protocol/showtimes.h"

namespace parterre {

// Programmes of others, for those who manage this one: where they are, what the server finds there, and what is taken over of it.
class ShowtimeDesk final : public QObject
{
    Q_OBJECT

public:
    enum class State { Idle, Looking, Ready, Applying }; // Ready: what was found is there

    // Both outlive it; ids make the sources' ids.
    ShowtimeDesk(SessionModel &session, IdGenerator &ids, QObject *parent = nullptr);

    // Ends in sourcesChanged() or failed().
    void refresh();
    [[nodiscard]] const QList<ShowtimeSource> &sources() const { return m_sources; }
    // A new one, or in the place of that. Ends in sourcesChanged(), with savedSource(), or failed().
    void save(const ShowtimeSourceDefinition &definition, const std::optional<ShowtimeSource> &before = {});
    void remove(const ShowtimeSource &source);
    [[nodiscard]] bool isSaving() const { return m_saving; }
    [[nodiscard]] const ShowtimeSourceId &savedSource() const { return m_saved; }

    // What is there; the file where the source has no address. Ends in Ready, or in Idle with failed() or after cancel().
    void look(const ShowtimeSourceId &source, const std::optional<QByteArray> &file = {});
    void cancel();
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] ShowtimeEntriesModel &entries() { return m_entries; }
    [[nodiscard]] const protocol::ShowtimesPreviewResult &found() const { return m_found; }

    [[nodiscard]] bool mayApply() const { return m_state == State::Ready && m_entries.chosenCount() > 0; }
    // What is chosen; new events are drafts unless they are published. Ends in applied() or failed(), however often the link breaks.
    void apply(bool publish);

Q_SIGNALS:
    void stateChanged();
    void sourcesChanged();
    void applied(const QList<parterre::ShowtimeOutcome> &outcomes);
    void failed(const parterre::Error &error);

private:
    void setState(State state);
    void onFound(const protocol::ShowtimesPreviewResult &found);
    void readEntries();
    void fail(const Error &error);

    SessionModel &m_session;
    IdGenerator &m_ids;
    FileSender m_sender;
    ShowtimeEntriesModel m_entries;
    QList<ShowtimeSource> m_sources;
    protocol::ShowtimesPreviewResult m_found;
    ShowtimeSourceId m_saved;
    State m_state = State::Idle;
    bool m_saving = false;
    quint64 m_question = 0; // counts what was asked, so that late answers are known
};

} // namespace parterre
