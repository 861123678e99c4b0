-- A picture stands once, however many events have it: all dates of a series do. SQLite drops columns of a condition by making the
-- table anew.

CREATE TABLE posters (
    hash text PRIMARY KEY CHECK (length(hash) = 64),
    format text NOT NULL CHECK (format IN ('png', 'jpeg')),
    width integer NOT NULL CHECK (width > 0),
    height integer NOT NULL CHECK (height > 0),
    bytes blob NOT NULL CHECK (length(bytes) <= 163840)
) STRICT

INSERT INTO posters (hash, format, width, height, bytes)
SELECT hash, format, width, height, bytes
FROM event_posters
WHERE true
ON CONFLICT (hash) DO NOTHING

CREATE TABLE new_event_posters (
    event text PRIMARY KEY REFERENCES events (id),
    hash text NOT NULL REFERENCES posters (hash)
) STRICT, WITHOUT ROWID

INSERT INTO new_event_posters (event, hash)
SELECT event, hash
FROM event_posters

DROP TABLE event_posters

ALTER TABLE new_event_posters RENAME TO event_posters

CREATE INDEX event_posters_by_hash ON event_posters (hash)
