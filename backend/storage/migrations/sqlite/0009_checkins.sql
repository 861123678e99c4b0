-- Who came in with which ticket. `at` is when it happened, `recorded` when the server heard of it.
CREATE TABLE checkins (
    id text PRIMARY KEY,
    ticket text NOT NULL,
    event text NOT NULL REFERENCES events (id),
    at integer NOT NULL,
    recorded integer NOT NULL,
    door text NOT NULL,
    offline integer NOT NULL CHECK (offline IN (0, 1)),
    actor text NOT NULL REFERENCES accounts (id),
    key text NOT NULL CHECK (key <> ''),
    undone integer,
    undone_by text REFERENCES accounts (id),
    undo_reason text,
    undo_key text,
    UNIQUE (actor, key),
    UNIQUE (undone_by, undo_key)
) STRICT

-- A ticket admits once: whatever two doors believe at the same moment, this index has the last word.
CREATE UNIQUE INDEX checkins_one_per_ticket ON checkins (ticket) WHERE undone IS NULL

CREATE INDEX checkins_by_event ON checkins (event, at, id)
