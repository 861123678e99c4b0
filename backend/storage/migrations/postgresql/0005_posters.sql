CREATE TABLE event_posters (
    event uuid PRIMARY KEY REFERENCES events (id),
    hash text NOT NULL CHECK (length(hash) = 64),
    format text NOT NULL CHECK (format IN ('png', 'jpeg')),
    width integer NOT NULL CHECK (width > 0),
    height integer NOT NULL CHECK (height > 0),
    bytes bytea NOT NULL CHECK (length(bytes) <= 163840)
)

-- What names are ordered by: folded as for searching, so that every database orders them alike.
ALTER TABLE events ADD COLUMN name_key text COLLATE "C" NOT NULL DEFAULT ''

UPDATE events SET name_key = trim(substr(search_text, 1, length(name)))
