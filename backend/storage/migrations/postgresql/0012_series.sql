-- Events that were made together, by a rule of dates, and what they were made with: a repetition is known by its hash.

CREATE TABLE series (
    id uuid PRIMARY KEY,
    rule text NOT NULL,
    first_start text NOT NULL,
    request_hash text NOT NULL,
    created timestamptz NOT NULL,
    created_by uuid NOT NULL REFERENCES accounts (id)
)

ALTER TABLE events ADD COLUMN series uuid REFERENCES series (id)

CREATE INDEX events_by_series ON events (series, starts, id)

-- What is in a hall at a time.
CREATE INDEX events_by_plan ON events (plan, starts, id)
