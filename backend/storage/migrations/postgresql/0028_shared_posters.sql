-- A picture stands once, however many events have it: all dates of a series do. The table is made anew, so that the room of its
-- pictures is free at once.

CREATE TABLE posters (
    hash text PRIMARY KEY CHECK (length(hash) = 64),
    format text NOT NULL CHECK (format IN ('png', 'jpeg')),
    width integer NOT NULL CHECK (width > 0),
    height integer NOT NULL CHECK (height > 0),
    bytes bytea NOT NULL CHECK (length(bytes) <= 163840)
)

INSERT INTO posters (hash, format, width, height, bytes)
SELECT hash, format, width, height, bytes
FROM event_posters
ON CONFLICT (hash) DO NOTHING

CREATE TABLE new_event_posters (
    event uuid PRIMARY KEY REFERENCES events (id),
    hash text NOT NULL REFERENCES posters (hash)
)

INSERT INTO new_event_posters (event, hash)
SELECT event, hash
FROM event_posters

DROP TABLE event_posters

ALTER TABLE new_event_posters RENAME TO event_posters

ALTER TABLE event_posters RENAME CONSTRAINT new_event_posters_pkey TO event_posters_pkey

CREATE INDEX event_posters_by_hash ON event_posters (hash)
