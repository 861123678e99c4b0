// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/pagefetcher.h"
#include "backend/services/scheduler.h"
#include "backend/services/showtimeediting.h"

#include <QObject>

namespace parterre::storage {
class Storage;
}

namespace parterre::services {

class EventDirectory;
class SessionService;
class UploadService;

// What was found at a source.
struct ShowtimeFinding {
    ShowtimeGround ground = {};
    ShowtimeReading reading = {};
    ShowtimeComparison comparison = {};
};

struct ShowtimePreview {
    ShowtimePreviewId id = {};
    QString timeZone = {};
    ShowtimeComparison comparison = {};
};

// Programmes of others: where they are, what they say that this house has not, and taking that over. What a session has looked at
// is kept for it, so that it takes over what it has seen and nothing else. Lives on the house thread; files are read on the common
// pool.
class ShowtimeService : public QObject
{
    Q_OBJECT
public:
    // All of them outlive it.
    ShowtimeService(EventDirectory &events, SessionService &sessions, UploadService &uploads, PageFetcher &pages, storage::Storage &storage, const Clock &clock,
                    Scheduler &scheduler, IdGenerator &ids, QObject *parent = nullptr);

    void sources(Done<QList<ShowtimeSource>> done);
    // As ShowtimeRepository::save(); UrlNotAllowed. NotFound: it would look for a file by itself, or has no template.
    void save(const Caller &caller, const ShowtimeSourceId &source, qint32 version, const ShowtimeSourceDefinition &wanted, Done<ShowtimeSource> done);
    void remove(const Caller &caller, const ShowtimeSourceId &source, qint32 version, Done<void> done);

    // NotFound: no such source, or neither an address nor this upload. TemplateGone, FileInvalid, FileTooLarge; as PageFetcher.
    void preview(const Caller &caller, const ShowtimeSourceId &source, const std::optional<UploadId> &upload, Done<ShowtimePreview> done);
    // All of it. PreviewGone: the session has another by now, or none.
    [[nodiscard]] Result<QList<ShowtimeEntry>> entries(const Caller &caller, const ShowtimePreviewId &preview) const;
    // In force as soon as it is stored. PreviewGone; InvalidParams: there is no such entry. Otherwise as applyShowtimes().
    void apply(const Caller &caller, const ShowtimePreviewId &preview, const QList<qint32> &chosen, bool publish, Done<QList<ShowtimeOutcome>> done);

    // What the server does by itself: fetches the source, makes drafts of what is new if it is told to, and notes what came of it. A page
    // that has not changed since was done with.
    void run(const ShowtimeSource &source, Done<ShowtimeRun> done);

private:
    struct Kept {
        ShowtimePreviewId id = {};
        ShowtimeFinding finding = {};
        Tick until = {};
    };

    void look(const ShowtimeSourceId &source, const QByteArray &file, const Done<ShowtimeFinding> &done);
    void fetch(const ShowtimeSourceId &source, const Done<QByteArray> &done);
    void judge(const ShowtimeSource &source, const FetchedPage &page, const Done<ShowtimeRun> &done);
    void notePage(const ShowtimeSource &source, const PageMarks &marks);
    [[nodiscard]] ShowtimePreview keep(const SessionId &session, const ShowtimeFinding &finding);
    [[nodiscard]] const Kept *find(const SessionId &session, const ShowtimePreviewId &preview) const;
    void note(const ShowtimeSourceId &source, const ShowtimeRun &run, const std::function<void()> &then);
    // Those of `gone` of which no seat is held or blocked rest meanwhile, and are in the order then.
    void restNext(const std::shared_ptr<ShowtimeOrder> &order, QList<EventId> gone, const std::function<void()> &then);
    void write(const ShowtimeFinding &finding, const std::shared_ptr<ShowtimeOrder> &order, const storage::AuditContext &audit, const Done<QList<ShowtimeOutcome>> &done);
    void settle(const ShowtimeOrder &order, const QList<EventId> &touched, const Result<AppliedShowtimes> &written, const Done<QList<ShowtimeOutcome>> &done);
    void wake(const EventId &event);
    void onExpiry();

    EventDirectory &m_events;
    UploadService &m_uploads;
    PageFetcher &m_pages;
    storage::Storage &m_storage;
    const Clock &m_clock;
    IdGenerator &m_ids;
    QHash<SessionId, Kept> m_kept;
    std::unique_ptr<Alarm> m_expiry;
};

} // namespace parterre::services
