-- name: sources
SELECT id, name, format, url, hall, template, schedule, mode, version, run_at, run_counts, run_created, run_error
FROM showtime_sources
ORDER BY name, id

-- name: source
SELECT id, name, format, url, hall, template, schedule, mode, version, run_at, run_counts, run_created, run_error
FROM showtime_sources
WHERE id = :id

-- name: insert_source
INSERT INTO showtime_sources (id, name, format, url, hall, template, schedule, mode, version, changed, changed_by, run_counts, run_created)
VALUES (:id, :name, :format, :url, :hall, :template, :schedule, :mode, 1, :changed, :changed_by, '', 0)
ON CONFLICT DO NOTHING
RETURNING version

-- name: update_source
UPDATE showtime_sources
SET name = :name, format = :format, url = :url, hall = :hall, template = :template, schedule = :schedule, mode = :mode,
    version = version + 1, changed = :changed, changed_by = :changed_by, page_url = NULL, page_etag = NULL, page_modified = NULL, page_read = NULL
WHERE id = :id AND version = :version
RETURNING version

-- name: remove_source
DELETE FROM showtime_sources
WHERE id = :id AND version = :version
RETURNING id

-- Whoever else takes over from it waits until the transaction ends. What was found on its page before is no more what is to be done.
-- name: claim_source
UPDATE showtime_sources
SET page_url = NULL, page_etag = NULL, page_modified = NULL, page_read = NULL
WHERE id = :id
RETURNING version

-- name: note_run
UPDATE showtime_sources
SET run_at = :at, run_counts = :counts, run_created = :created, run_error = :error
WHERE id = :id

-- Of what it is no more.
-- name: forget_run
UPDATE showtime_sources
SET run_at = NULL, run_counts = '', run_created = 0, run_error = NULL
WHERE id = :id

-- name: page_of_source
SELECT page_url, page_etag, page_modified, page_read
FROM showtime_sources
WHERE id = :id AND page_read IS NOT NULL

-- A page of an address that the source has no more is none of it.
-- name: note_page
UPDATE showtime_sources
SET page_url = :page_url, page_etag = :page_etag, page_modified = :page_modified, page_read = :page_read
WHERE id = :id AND version = :version

-- name: of_source
SELECT s.uid, s.event, s.name, s.description, s.category, s.starts, s.duration_minutes, s.sequence, e.state AS event_state, e.name AS event_name,
    e.description AS event_description, e.category AS event_category, e.starts AS event_starts, e.duration_minutes AS event_duration_minutes
FROM showtimes s
LEFT JOIN events e ON e.id = s.event
WHERE s.source = :source
ORDER BY s.uid

-- name: keep
INSERT INTO showtimes (source, uid, event, name, description, category, starts, duration_minutes, sequence)
VALUES (:source, :uid, :event, :name, :description, :category, :starts, :duration_minutes, :sequence)
ON CONFLICT (source, uid) DO UPDATE
SET event = excluded.event, name = excluded.name, description = excluded.description, category = excluded.category,
    starts = excluded.starts, duration_minutes = excluded.duration_minutes, sequence = excluded.sequence
RETURNING uid

-- name: forget
DELETE FROM showtimes
WHERE source = :source AND uid = :uid
RETURNING uid
