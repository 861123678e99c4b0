-- Sources of showtimes may be made at the server's console, by nobody who is signed in. `page_…`: how the server of an address
-- called the state of the page that was read there last by itself, and all of it done. `sequence`: how new what was taken over was,
-- where the source says so. SQLite changes a condition by making the table anew, with what refers to it.

CREATE TABLE new_showtime_sources (
    id text PRIMARY KEY,
    name text NOT NULL CHECK (name <> ''),
    format text NOT NULL CHECK (format IN ('auto', 'calendar', 'csv', 'json')),
    url text CHECK (url <> ''),
    hall text NOT NULL,
    template text REFERENCES events (id) ON DELETE SET NULL,
    schedule text NOT NULL CHECK (schedule IN ('never', 'hourly', 'daily')),
    mode text NOT NULL CHECK (mode IN ('look', 'create')),
    version integer NOT NULL CHECK (version > 0),
    changed integer NOT NULL,
    changed_by text REFERENCES accounts (id),
    run_at integer,
    run_counts text NOT NULL,
    run_created integer NOT NULL,
    run_error text,
    page_url text,
    page_etag text,
    page_modified text,
    page_read integer,
    CHECK (url IS NOT NULL OR schedule = 'never')
) STRICT, WITHOUT ROWID

INSERT INTO new_showtime_sources (id, name, format, url, hall, template, schedule, mode, version, changed, changed_by, run_at, run_counts, run_created, run_error)
SELECT id, name, format, url, hall, template, schedule, mode, version, changed, changed_by, run_at, run_counts, run_created, run_error
FROM showtime_sources

CREATE TABLE new_showtimes (
    source text NOT NULL REFERENCES new_showtime_sources (id) ON DELETE CASCADE,
    uid text NOT NULL CHECK (uid <> ''),
    event text REFERENCES events (id) ON DELETE SET NULL,
    name text NOT NULL,
    description text NOT NULL,
    category text NOT NULL CHECK (category IN ('movie', 'concert', 'play', 'sport', 'other')),
    starts integer NOT NULL,
    duration_minutes integer NOT NULL,
    sequence integer,
    PRIMARY KEY (source, uid)
) STRICT, WITHOUT ROWID

INSERT INTO new_showtimes (source, uid, event, name, description, category, starts, duration_minutes)
SELECT source, uid, event, name, description, category, starts, duration_minutes
FROM showtimes

DROP TABLE showtimes

DROP TABLE showtime_sources

ALTER TABLE new_showtime_sources RENAME TO showtime_sources

ALTER TABLE new_showtimes RENAME TO showtimes

CREATE INDEX showtime_sources_by_template ON showtime_sources (template)

CREATE INDEX showtimes_by_event ON showtimes (event)
