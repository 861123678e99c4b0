-- Tickets whose people did not come and whose places were given free: their price stays, their place may be sold again. Those that
-- were given free before stay as they are written down: cancelled, for a fee of all that they cost.

ALTER TABLE tickets
    DROP COLUMN released,
    DROP CONSTRAINT tickets_state_check,
    ADD CONSTRAINT tickets_state_check CHECK (state IN ('valid', 'cancelled', 'exchanged', 'released'))

CREATE INDEX tickets_released_by_event ON tickets (event, place) WHERE state = 'released'

-- Who gave places free, or took that back, and under which key it was asked for.
CREATE TABLE no_show_changes (
    actor uuid NOT NULL REFERENCES accounts (id),
    key text NOT NULL CHECK (key <> ''),
    operation text NOT NULL CHECK (operation IN ('release', 'restore')),
    request_hash text NOT NULL,
    event uuid NOT NULL REFERENCES events (id),
    reason text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (actor, key)
)

CREATE TABLE no_shows (
    ticket text NOT NULL,
    released_by uuid NOT NULL,
    release_key text NOT NULL,
    restored_by uuid,
    restore_key text,
    PRIMARY KEY (released_by, release_key, ticket),
    FOREIGN KEY (released_by, release_key) REFERENCES no_show_changes (actor, key),
    FOREIGN KEY (restored_by, restore_key) REFERENCES no_show_changes (actor, key),
    CHECK ((restored_by IS NULL) = (restore_key IS NULL))
)

-- A ticket's place is given free once, until that is taken back.
CREATE UNIQUE INDEX no_shows_one_per_ticket ON no_shows (ticket) WHERE restored_by IS NULL

CREATE INDEX no_shows_by_restore ON no_shows (restored_by, restore_key)
