-- Who came in with which ticket. `at` is when it happened, `recorded` when the server heard of it.
CREATE TABLE checkins (
    id uuid PRIMARY KEY,
    ticket text NOT NULL,
    event uuid NOT NULL REFERENCES events (id),
    at timestamptz NOT NULL,
    recorded timestamptz NOT NULL,
    door text NOT NULL,
    offline boolean NOT NULL,
    actor uuid NOT NULL REFERENCES accounts (id),
    key text NOT NULL CHECK (key <> ''),
    undone timestamptz,
    undone_by uuid REFERENCES accounts (id),
    undo_reason text,
    undo_key text,
    UNIQUE (actor, key),
    UNIQUE (undone_by, undo_key)
)

-- A ticket admits once: whatever two doors believe at the same moment, this index has the last word.
CREATE UNIQUE INDEX checkins_one_per_ticket ON checkins (ticket) WHERE undone IS NULL

CREATE INDEX checkins_by_event ON checkins (event, at, id)
