// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/repositories/showtimerepository.h"

#include "backend/storage/database.h"
#include "backend/storage/enumtext.h"
#include "backend/storage/repositories/auditrepository.h"

#include <array>

namespace parterre::storage {

using namespace Qt::StringLiterals;

namespace {

// In the order they are written; append only.
constexpr std::array kCounts {&ShowtimeCounts::fresh,     &ShowtimeCounts::changed, &ShowtimeCounts::kept,      &ShowtimeCounts::gone,
                              &ShowtimeCounts::unchanged, &ShowtimeCounts::deleted, &ShowtimeCounts::elsewhere, &ShowtimeCounts::problems};

QString countsText(const ShowtimeCounts &counts)
{
    QStringList numbers;
    for (const auto member : kCounts)
        numbers.append(QString::number(counts.*member));
    return numbers.join(u' ');
}

ShowtimeCounts countsFrom(const QString &text)
{
    ShowtimeCounts counts;
    const QStringList numbers = text.split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < qMin(numbers.size(), qsizetype(kCounts.size())); ++i)
        counts.*kCounts.at(static_cast<std::size_t>(i)) = numbers[i].toInt();
    return counts;
}

// Whether a look finds what it found before.
bool readsTheSame(const ShowtimeSourceDefinition &one, const ShowtimeSourceDefinition &other)
{
    return one.url == other.url && one.format == other.format && one.hall == other.hall && one.like == other.like;
}

ShowtimeSource sourceFromRow(const Row &row)
{
    ShowtimeSource source {.id = row.id<ShowtimeSourceId>("id"_L1),
                           .definition = {.name = row.text("name"_L1),
                                          .format = fromText<ShowtimeFormat>(row.text("format"_L1)),
                                          .url = row.maybeText("url"_L1),
                                          .hall = row.text("hall"_L1),
                                          .schedule = fromText<ShowtimeSchedule>(row.text("schedule"_L1)),
                                          .mode = fromText<ShowtimeMode>(row.text("mode"_L1))},
                           .version = row.int32("version"_L1)};
    if (!row.isNull("template"_L1))
        source.definition.like = row.id<EventId>("template"_L1);
    if (const std::optional<Instant> at = row.maybeInstant("run_at"_L1))
        source.lastRun = {.at = *at, .counts = countsFrom(row.text("run_counts"_L1)), .created = row.int32("run_created"_L1), .error = row.maybeText("run_error"_L1)};
    return source;
}

QJsonObject auditOf(const ShowtimeSourceDefinition &source)
{
    return {{u"name"_s, source.name},
            {u"format"_s, QString(toText(source.format))},
            {u"url"_s, source.url.value_or(QString())},
            {u"hall"_s, source.hall},
            {u"template"_s, source.like ? source.like->toString() : QString()},
            {u"schedule"_s, QString(toText(source.schedule))},
            {u"mode"_s, QString(toText(source.mode))}};
}

Error staleError(const ShowtimeSource &source)
{
    return {.code = ErrorCode::StaleVersion, .detail = u"the source is version %1"_s.arg(source.version)};
}

} // namespace

Result<QList<ShowtimeSource>> ShowtimeRepository::sources()
{
    const Result<Rows> rows = m_database.run("showtimes.sources"_L1, {});
    if (!rows)
        return rows.error();
    QList<ShowtimeSource> sources;
    for (const Row &row : *rows)
        sources.append(sourceFromRow(row));
    return sources;
}

Result<ShowtimeSource> ShowtimeRepository::source(const ShowtimeSourceId &id)
{
    const Result<Rows> rows = m_database.run("showtimes.source"_L1, {{"id"_L1, id}});
    if (!rows)
        return rows.error();
    return rows->empty() ? Result<ShowtimeSource>(ErrorCode::NotFound, u"there is no such source"_s) : sourceFromRow(rows->front());
}

Result<ShowtimeSource> ShowtimeRepository::save(const ShowtimeSourceId &id, qint32 version, const ShowtimeSourceDefinition &wanted, const AuditContext &audit)
{
    const Result<ShowtimeSource> before = source(id);
    if (!before && (before.error().code != ErrorCode::NotFound || version > 0))
        return before.error();
    if (before && before->definition == wanted)
        return before;
    Bindings bindings {{"id"_L1, id},
                       {"name"_L1, wanted.name},
                       {"format"_L1, toText(wanted.format)},
                       {"url"_L1, wanted.url},
                       {"hall"_L1, wanted.hall},
                       {"template"_L1, wanted.like},
                       {"schedule"_L1, toText(wanted.schedule)},
                       {"mode"_L1, toText(wanted.mode)},
                       {"changed"_L1, audit.at},
                       {"changed_by"_L1, audit.actor}};
    if (version > 0)
        bindings.emplace_back("version"_L1, version);
    const Result<Rows> saved = m_database.run(version > 0 ? "showtimes.update_source"_L1 : "showtimes.insert_source"_L1, bindings);
    if (!saved)
        return saved.error();
    if (saved->empty())
        return before ? staleError(*before) : Error {.code = ErrorCode::StaleVersion, .detail = u"there is such a source already"_s};
    if (before && !readsTheSame(before->definition, wanted)) {
        if (const Result<Rows> forgotten = m_database.run("showtimes.forget_run"_L1, {{"id"_L1, id}}); !forgotten)
            return forgotten.error();
    }
    AuditEvent event {.context = audit, .action = u"showtimes.source_saved"_s, .objectKind = u"showtime_source"_s, .objectId = id.toString(), .after = auditOf(wanted)};
    if (before)
        event.before = auditOf(before->definition);
    if (const Result<void> noted = AuditRepository(m_database).append(event); !noted)
        return noted.error();
    return source(id);
}

Result<void> ShowtimeRepository::remove(const ShowtimeSourceId &id, qint32 version, const AuditContext &audit)
{
    const Result<ShowtimeSource> before = source(id);
    if (!before)
        return before.error();
    const Result<Rows> removed = m_database.run("showtimes.remove_source"_L1, {{"id"_L1, id}, {"version"_L1, version}});
    if (!removed)
        return removed.error();
    if (removed->empty())
        return staleError(*before);
    return AuditRepository(m_database)
        .append({.context = audit,
                 .action = u"showtimes.source_removed"_s,
                 .objectKind = u"showtime_source"_s,
                 .objectId = id.toString(),
                 .before = auditOf(before->definition)});
}

Result<void> ShowtimeRepository::claim(const ShowtimeSourceId &id)
{
    const Result<Rows> claimed = m_database.run("showtimes.claim_source"_L1, {{"id"_L1, id}});
    if (!claimed)
        return claimed.error();
    return claimed->empty() ? Result<void>(ErrorCode::NotFound, u"there is no such source"_s) : Result<void>();
}

Result<void> ShowtimeRepository::noteRun(const ShowtimeSourceId &id, const ShowtimeRun &run)
{
    const Result<Rows> noted = m_database.run("showtimes.note_run"_L1, {{"id"_L1, id},
                                                                       {"at"_L1, run.at},
                                                                       {"counts"_L1, countsText(run.counts)},
                                                                       {"created"_L1, run.created},
                                                                       {"error"_L1, run.error}});
    return noted ? Result<void>() : noted.error();
}

Result<std::optional<ReadPage>> ShowtimeRepository::page(const ShowtimeSourceId &id)
{
    const Result<Rows> rows = m_database.run("showtimes.page_of_source"_L1, {{"id"_L1, id}});
    if (!rows)
        return rows.error();
    if (rows->empty())
        return std::optional<ReadPage>();
    const Row &row = rows->front();
    return std::optional(ReadPage {.marks = {.url = row.text("page_url"_L1), .etag = row.text("page_etag"_L1), .modified = row.text("page_modified"_L1)}, .at = row.instant("page_read"_L1)});
}

Result<void> ShowtimeRepository::notePage(const ShowtimeSourceId &id, qint32 version, const ReadPage &page)
{
    const Result<Rows> noted = m_database.run("showtimes.note_page"_L1, {{"id"_L1, id},
                                                                        {"version"_L1, version},
                                                                        {"page_url"_L1, page.marks.url},
                                                                        {"page_etag"_L1, page.marks.etag},
                                                                        {"page_modified"_L1, page.marks.modified},
                                                                        {"page_read"_L1, page.at}});
    return noted ? Result<void>() : noted.error();
}

Result<QList<KnownShowtime>> ShowtimeRepository::known(const ShowtimeSourceId &source)
{
    const Result<Rows> rows = m_database.run("showtimes.of_source"_L1, {{"source"_L1, source}});
    if (!rows)
        return rows.error();
    QList<KnownShowtime> known;
    for (const Row &row : *rows) {
        known.append({.uid = row.text("uid"_L1),
                      .event = row.isNull("event"_L1) ? std::nullopt : std::optional(row.id<EventId>("event"_L1)),
                      .written = {.name = row.text("name"_L1),
                                  .description = row.text("description"_L1),
                                  .category = fromText<EventCategory>(row.text("category"_L1)),
                                  .start = row.instant("starts"_L1),
                                  .durationMinutes = row.int32("duration_minutes"_L1)}});
        if (!row.isNull("sequence"_L1))
            known.last().sequence = row.int32("sequence"_L1);
        if (!known.constLast().event)
            continue;
        known.last().state = fromText<EventState>(row.text("event_state"_L1));
        known.last().house = {.name = row.text("event_name"_L1),
                              .description = row.text("event_description"_L1),
                              .category = fromText<EventCategory>(row.text("event_category"_L1)),
                              .start = row.instant("event_starts"_L1),
                              .durationMinutes = row.int32("event_duration_minutes"_L1)};
    }
    return known;
}

Result<void> ShowtimeRepository::keep(const ShowtimeSourceId &source, const KnownShowtime &showtime)
{
    const ShowtimeFacts &facts = showtime.written;
    const Result<Rows> kept = m_database.run("showtimes.keep"_L1, {{"source"_L1, source},
                                                                  {"uid"_L1, showtime.uid},
                                                                  {"event"_L1, showtime.event},
                                                                  {"name"_L1, facts.name},
                                                                  {"description"_L1, facts.description},
                                                                  {"category"_L1, toText(facts.category)},
                                                                  {"starts"_L1, facts.start},
                                                                  {"duration_minutes"_L1, facts.durationMinutes},
                                                                  {"sequence"_L1, showtime.sequence}});
    return kept ? Result<void>() : kept.error();
}

Result<void> ShowtimeRepository::forget(const ShowtimeSourceId &source, const QString &uid)
{
    const Result<Rows> forgotten = m_database.run("showtimes.forget"_L1, {{"source"_L1, source}, {"uid"_L1, uid}});
    return forgotten ? Result<void>() : forgotten.error();
}

} // namespace parterre::storage
