-- Where showtimes come from, and when each was looked at last. `template` is the event that new ones are made like.
CREATE TABLE showtime_sources (
    id uuid PRIMARY KEY,
    name text NOT NULL CHECK (name <> ''),
    format text NOT NULL CHECK (format IN ('auto', 'calendar', 'csv', 'json')),
    url text CHECK (url <> ''),
    hall text NOT NULL,
    template uuid REFERENCES events (id) ON DELETE SET NULL,
    schedule text NOT NULL CHECK (schedule IN ('never', 'hourly', 'daily')),
    mode text NOT NULL CHECK (mode IN ('look', 'create')),
    version integer NOT NULL CHECK (version > 0),
    changed timestamptz NOT NULL,
    changed_by uuid NOT NULL REFERENCES accounts (id),
    run_at timestamptz,
    run_counts text NOT NULL,
    run_created integer NOT NULL,
    run_error text,
    CHECK (url IS NOT NULL OR schedule = 'never')
)

CREATE INDEX showtime_sources_by_template ON showtime_sources (template)

-- What was taken over, as the source had it then: that is how a change by the house is told from one by the source. No event
-- any more: the house has deleted it.
CREATE TABLE showtimes (
    source uuid NOT NULL REFERENCES showtime_sources (id) ON DELETE CASCADE,
    uid text NOT NULL CHECK (uid <> ''),
    event uuid REFERENCES events (id) ON DELETE SET NULL,
    name text NOT NULL,
    description text NOT NULL,
    category text NOT NULL CHECK (category IN ('movie', 'concert', 'play', 'sport', 'other')),
    starts timestamptz NOT NULL,
    duration_minutes integer NOT NULL,
    PRIMARY KEY (source, uid)
)

CREATE INDEX showtimes_by_event ON showtimes (event)
