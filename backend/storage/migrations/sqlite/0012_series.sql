-- Events that were made together, by a rule of dates, and what they were made with: a repetition is known by its hash.

CREATE TABLE series (
    id text PRIMARY KEY,
    rule text NOT NULL,
    first_start text NOT NULL,
    request_hash text NOT NULL,
    created integer NOT NULL,
    created_by text NOT NULL REFERENCES accounts (id)
) STRICT, WITHOUT ROWID

ALTER TABLE events ADD COLUMN series text REFERENCES series (id)

CREATE INDEX events_by_series ON events (series, starts, id)

-- What is in a hall at a time.
CREATE INDEX events_by_plan ON events (plan, starts, id)
