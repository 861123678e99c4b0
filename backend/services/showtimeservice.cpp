// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/showtimeservice.h"

#include "backend/calendar/showtimefile.h"
#include "backend/services/eventdirectory.h"
#include "backend/services/sessionservice.h"
#include "backend/services/uploadservice.h"
#include "backend/storage/storage.h"
#include "shared/core/inpool.h"

#include <algorithm>

namespace parterre::services {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::minutes kPreviewLife {30};
constexpr std::chrono::hours kPageLife {7 * 24}; // then it is read, changed or not

QList<EventId> eventsOf(const QList<ShowtimeEntry> &entries, const QStringList &uids, std::optional<ShowtimeState> state)
{
    const QSet<QString> chosen(uids.begin(), uids.end());
    QList<EventId> events;
    for (const ShowtimeEntry &entry : entries) {
        if (entry.event && chosen.contains(entry.uid) && (!state || entry.state == *state))
            events.append(*entry.event);
    }
    return events;
}

// As a look would find it that comes after the run: what it made is there.
ShowtimeCounts afterwards(const ShowtimeRun &run)
{
    ShowtimeCounts counts = run.counts;
    counts.fresh -= run.created;
    counts.unchanged += run.created;
    return counts;
}

} // namespace

ShowtimeService::ShowtimeService(EventDirectory &events, SessionService &sessions, UploadService &uploads, PageFetcher &pages, storage::Storage &storage, const Clock &clock,
                                 Scheduler &scheduler, IdGenerator &ids, QObject *parent)
    : QObject(parent), m_events(events), m_uploads(uploads), m_pages(pages), m_storage(storage), m_clock(clock), m_ids(ids), m_expiry(scheduler.makeAlarm([this] { onExpiry(); }))
{
    connect(&sessions, &SessionService::userChanged, this, [this](const Session &session) { m_kept.remove(session.id); });
}

void ShowtimeService::sources(Done<QList<ShowtimeSource>> done)
{
    m_storage.read(this, [](storage::Database &database) { return storage::ShowtimeRepository(database).sources(); }, std::move(done));
}

void ShowtimeService::save(const Caller &caller, const ShowtimeSourceId &source, qint32 version, const ShowtimeSourceDefinition &wanted, Done<ShowtimeSource> done)
{
    if (!wanted.like) {
        done(Error {.code = ErrorCode::NotFound, .detail = u"definition.template: there has to be one"_s});
        return;
    }
    if (!wanted.url && wanted.schedule != ShowtimeSchedule::Never) {
        done(Error {.code = ErrorCode::NotFound, .detail = u"definition.url: there is nothing to look at by itself"_s});
        return;
    }
    if (const Result<void> allowed = wanted.url ? m_pages.check(*wanted.url) : Result<void>(); !allowed) {
        done(allowed.error());
        return;
    }
    m_storage.write(this, [source, version, wanted, audit = caller.audit(m_clock.utcNow())](storage::Database &database) {
        return storage::ShowtimeRepository(database).save(source, version, wanted, audit);
    }, std::move(done));
}

void ShowtimeService::remove(const Caller &caller, const ShowtimeSourceId &source, qint32 version, Done<void> done)
{
    m_storage.write(this, [source, version, audit = caller.audit(m_clock.utcNow())](storage::Database &database) {
        return storage::ShowtimeRepository(database).remove(source, version, audit);
    }, std::move(done));
}

void ShowtimeService::preview(const Caller &caller, const ShowtimeSourceId &source, const std::optional<UploadId> &upload, Done<ShowtimePreview> done)
{
    const auto found = [this, source, session = caller.session, done](const Result<ShowtimeFinding> &finding) {
        ShowtimeRun run {.at = m_clock.utcNow()};
        if (finding)
            run.counts = finding->comparison.counts;
        else
            run.error = errorKind(finding.error().code);
        // Who reads the sources after the answer finds this look there.
        note(source, run, [this, session, finding, done] { done(finding ? Result<ShowtimePreview>(keep(session, *finding)) : finding.error()); });
    };
    const auto read = [this, source, found](const Result<QByteArray> &file) {
        if (file)
            look(source, *file, found);
        else
            found(file.error());
    };
    if (upload)
        read(m_uploads.file(caller, *upload));
    else
        fetch(source, read);
}

Result<QList<ShowtimeEntry>> ShowtimeService::entries(const Caller &caller, const ShowtimePreviewId &preview) const
{
    const Kept *kept = find(caller.session, preview);
    return kept ? Result<QList<ShowtimeEntry>>(kept->finding.comparison.entries) : ErrorCode::PreviewGone;
}

void ShowtimeService::apply(const Caller &caller, const ShowtimePreviewId &preview, const QList<qint32> &chosen, bool publish, Done<QList<ShowtimeOutcome>> done)
{
    const Kept *kept = find(caller.session, preview);
    if (!kept) {
        done(ErrorCode::PreviewGone);
        return;
    }
    const QList<ShowtimeEntry> &entries = kept->finding.comparison.entries;
    const auto order = std::make_shared<ShowtimeOrder>(ShowtimeOrder {.reading = kept->finding.reading, .publish = publish});
    for (const qint32 position : chosen) {
        if (position >= entries.size() || order->uids.contains(entries[position].uid)) {
            done(Error {.code = ErrorCode::InvalidParams, .detail = u"params.chosen: %1 is no entry, or named before"_s.arg(position)});
            return;
        }
        order->uids.append(entries[position].uid);
    }
    const auto audit = caller.audit(m_clock.utcNow());
    restNext(order, eventsOf(entries, order->uids, ShowtimeState::Gone),
             [this, finding = kept->finding, order, audit, done = std::move(done)] { write(finding, order, audit, done); });
}

void ShowtimeService::run(const ShowtimeSource &source, Done<ShowtimeRun> done)
{
    const auto noted = [this, id = source.id, done = std::move(done)](const Result<ShowtimeRun> &result) {
        const ShowtimeRun run = result ? *result : ShowtimeRun {.at = m_clock.utcNow(), .error = errorKind(result.error().code)};
        note(id, run, [done, run] { done(run); });
    };
    if (!source.definition.url || !source.definition.like) {
        noted(source.definition.url ? ErrorCode::TemplateGone : ErrorCode::NotFound);
        return;
    }
    m_storage.read(this, [source](storage::Database &database) { return storage::ShowtimeRepository(database).page(source.id); },
                   [this, source, noted](const Result<std::optional<storage::ReadPage>> &known) {
        if (!known) {
            noted(known.error());
            return;
        }
        // What went wrong is tried again; and now and then all of it, since time goes on: rules of dates reach farther by now.
        const bool isDone = *known && source.lastRun && !source.lastRun->error && (*known)->at + kPageLife > m_clock.utcNow();
        m_pages.fetch(*source.definition.url, isDone ? (*known)->marks : PageMarks(), [this, source, noted](const Result<FetchedPage> &page) {
            if (!page)
                noted(page.error());
            else if (page->unchanged)
                noted(ShowtimeRun {.at = m_clock.utcNow(), .counts = afterwards(*source.lastRun)});
            else
                judge(source, *page, noted);
        });
    });
}

void ShowtimeService::judge(const ShowtimeSource &source, const FetchedPage &page, const Done<ShowtimeRun> &done)
{
    look(source.id, page.content, [this, source, marks = page.marks, done](const Result<ShowtimeFinding> &finding) {
        if (!finding) {
            done(finding.error());
            return;
        }
        const ShowtimeRun run {.at = m_clock.utcNow(), .counts = finding->comparison.counts};
        const auto order = std::make_shared<ShowtimeOrder>(ShowtimeOrder {.reading = finding->reading});
        for (const ShowtimeEntry &entry : finding->comparison.entries) {
            if (entry.state == ShowtimeState::New && order->uids.size() < ShowtimeLimits::kChosen)
                order->uids.append(entry.uid);
        }
        if (finding->ground.source.definition.mode == ShowtimeMode::Look || order->uids.isEmpty()) {
            notePage(source, marks);
            done(run);
            return;
        }
        const bool isAll = order->uids.size() == run.counts.fresh;
        write(*finding, order, {.at = m_clock.utcNow()}, [this, source, marks, isAll, run, done](const Result<QList<ShowtimeOutcome>> &outcomes) {
            if (!outcomes) {
                done(outcomes.error());
                return;
            }
            if (isAll)
                notePage(source, marks);
            ShowtimeRun with = run;
            with.created = static_cast<qint32>(std::count_if(outcomes->begin(), outcomes->end(), [](const ShowtimeOutcome &outcome) { return outcome.deed == ShowtimeDeed::Created; }));
            done(with);
        });
    });
}

void ShowtimeService::look(const ShowtimeSourceId &source, const QByteArray &file, const Done<ShowtimeFinding> &done)
{
    m_storage.read(this, [source](storage::Database &database) { return readShowtimeGround(database, source); }, [this, file, done](const Result<ShowtimeGround> &ground) {
        if (!ground) {
            done(ground.error());
            return;
        }
        const Instant now = m_clock.utcNow();
        const auto read = [file, format = ground->source.definition.format, zone = ground->zone, now] { return calendar::readShowtimes(file, format, zone, now); };
        inPool(this, read, [this, ground = *ground, now, done](const Result<ShowtimeReading> &reading) {
            if (!reading) {
                done(reading.error());
                return;
            }
            m_storage.read(this, [ground, reading = *reading, now](storage::Database &database) -> Result<ShowtimeFinding> {
                const auto known = storage::ShowtimeRepository(database).known(ground.source.id);
                if (!known)
                    return known.error();
                return ShowtimeFinding {.ground = ground, .reading = reading, .comparison = compareShowtimes(reading, ground, *known, now)};
            }, done);
        });
    });
}

void ShowtimeService::fetch(const ShowtimeSourceId &source, const Done<QByteArray> &done)
{
    m_storage.read(this, [source](storage::Database &database) { return storage::ShowtimeRepository(database).source(source); }, [this, done](const Result<ShowtimeSource> &known) {
        if (!known)
            done(known.error());
        else if (!known->definition.url)
            done(Error {.code = ErrorCode::NotFound, .detail = u"the source has no address: a file has to be uploaded"_s});
        else
            // All of it, whoever read it before: there may be something to take over still.
            m_pages.fetch(*known->definition.url, {}, [done](const Result<FetchedPage> &page) { done(page ? Result<QByteArray>(page->content) : page.error()); });
    });
}

ShowtimePreview ShowtimeService::keep(const SessionId &session, const ShowtimeFinding &finding)
{
    const Kept kept {.id = m_ids.make<ShowtimePreviewId>(), .finding = finding, .until = m_clock.steadyNow() + kPreviewLife};
    m_kept.insert(session, kept);
    onExpiry();
    return {.id = kept.id, .timeZone = finding.ground.timeZone, .comparison = finding.comparison};
}

const ShowtimeService::Kept *ShowtimeService::find(const SessionId &session, const ShowtimePreviewId &preview) const
{
    const auto kept = m_kept.constFind(session);
    return kept != m_kept.constEnd() && kept->id == preview && m_clock.steadyNow() < kept->until ? &*kept : nullptr;
}

// Whatever becomes of it: what people see of it is out of date at worst.
void ShowtimeService::note(const ShowtimeSourceId &source, const ShowtimeRun &run, const std::function<void()> &then)
{
    m_storage.write(this, [source, run](storage::Database &database) { return storage::ShowtimeRepository(database).noteRun(source, run); }, [then](const Result<void> &) { then(); });
}

// Without a mark nothing can be asked for.
void ShowtimeService::notePage(const ShowtimeSource &source, const PageMarks &marks)
{
    if (marks.etag.isEmpty() && marks.modified.isEmpty())
        return;
    m_storage.write(this, [source, page = storage::ReadPage {.marks = marks, .at = m_clock.utcNow()}](storage::Database &database) {
        return storage::ShowtimeRepository(database).notePage(source.id, source.version, page);
    }, [](const Result<void> &) {});
}

void ShowtimeService::restNext(const std::shared_ptr<ShowtimeOrder> &order, QList<EventId> gone, const std::function<void()> &then)
{
    if (gone.isEmpty()) {
        then();
        return;
    }
    const EventId event = gone.takeLast();
    m_events.open(event, [this, order, gone, then, event](const Result<OpenEvent *> &open) {
        if (open && (*open)->isUntouched() && (*open)->ledger().count(SeatState::Blocked) == 0) {
            (*open)->rest();
            order->deletable.insert(event);
        }
        restNext(order, gone, then);
    });
}

void ShowtimeService::write(const ShowtimeFinding &finding, const std::shared_ptr<ShowtimeOrder> &order, const storage::AuditContext &audit,
                            const Done<QList<ShowtimeOutcome>> &done)
{
    m_storage.write(this, [ground = finding.ground, order, audit](storage::Database &database) { return applyShowtimes(database, ground, *order, audit); },
                    [this, order, touched = eventsOf(finding.comparison.entries, order->uids, {}), done](const Result<AppliedShowtimes> &written) {
                        settle(*order, touched, written, done);
                    });
}

// Who asked hears of it after it is in force.
void ShowtimeService::settle(const ShowtimeOrder &order, const QList<EventId> &touched, const Result<AppliedShowtimes> &written, const Done<QList<ShowtimeOutcome>> &done)
{
    if (!written && written.error().code == ErrorCode::OutcomeUnknown) {
        for (const EventId &event : touched) {
            m_events.takeFromStore(event, [this, event, rests = order.deletable.contains(event)] {
                if (rests)
                    wake(event);
            });
        }
        done(written.error());
        return;
    }
    if (!written) {
        for (const EventId &event : order.deletable)
            wake(event);
        done(written.error());
        return;
    }
    for (const Event &event : written->changed)
        m_events.take(event, nullptr);
    QSet<EventId> stays;
    for (const ShowtimeOutcome &outcome : written->outcomes) {
        if (outcome.event)
            stays.insert(*outcome.event);
    }
    for (const EventId &event : order.deletable) {
        if (stays.contains(event))
            wake(event);
        else
            m_events.forget(event);
    }
    done(written->outcomes);
}

void ShowtimeService::wake(const EventId &event)
{
    if (OpenEvent *open = m_events.find(event))
        open->wake();
}

void ShowtimeService::onExpiry()
{
    const Tick now = m_clock.steadyNow();
    Tick next = Tick::max();
    m_kept.removeIf([&](const QHash<SessionId, Kept>::iterator &kept) { return kept->until <= now; });
    for (const Kept &kept : std::as_const(m_kept))
        next = std::min(next, kept.until);
    if (m_kept.isEmpty())
        m_expiry->stop();
    else
        m_expiry->start(std::chrono::ceil<std::chrono::milliseconds>(next - now));
}

} // namespace parterre::services
