-- Tickets whose people did not come and whose places were given free: their price stays, their place may be sold again. Those that
-- were given free before stay as they are written down: cancelled, for a fee of all that they cost. SQLite changes a condition by
-- making the table anew; what looks at it has to go first.

DROP TRIGGER events_kept

CREATE TABLE new_tickets (
    id text NOT NULL,
    number text NOT NULL CONSTRAINT tickets_number_unique UNIQUE CHECK (number <> ''),
    booking text NOT NULL,
    position integer NOT NULL,
    event text NOT NULL,
    place integer NOT NULL CHECK (place >= 0),
    label text NOT NULL,
    category text NOT NULL,
    ticket_type text NOT NULL,
    price integer NOT NULL CHECK (price >= 0),
    state text NOT NULL CHECK (state IN ('valid', 'cancelled', 'exchanged', 'released')),
    with_event integer NOT NULL DEFAULT 0 CHECK (with_event IN (0, 1)),
    base integer CHECK (base >= 0),
    discount integer CHECK (discount >= 0),
    discount_name text,
    fee integer CHECK (fee >= 0),
    tax integer CHECK (tax >= 0),
    PRIMARY KEY (booking, position)
) STRICT, WITHOUT ROWID

INSERT INTO new_tickets (id, number, booking, position, event, place, label, category, ticket_type, price, state, with_event,
    base, discount, discount_name, fee, tax)
SELECT id, number, booking, position, event, place, label, category, ticket_type, price, state, with_event,
    base, discount, discount_name, fee, tax
FROM tickets

DROP TABLE tickets

ALTER TABLE new_tickets RENAME TO tickets

-- A seat is sold at most once: whatever the servers believe, this index has the last word.
CREATE UNIQUE INDEX tickets_one_live_per_place ON tickets (event, place) WHERE state = 'valid'

-- The living tickets of an event stand in the index of its places.
CREATE INDEX tickets_given_back_by_event ON tickets (event, booking) WHERE state <> 'valid'

CREATE INDEX tickets_released_by_event ON tickets (event, place) WHERE state = 'released'

CREATE TRIGGER tickets_kept BEFORE DELETE ON tickets
BEGIN
    SELECT RAISE(ABORT, 'tickets are kept: money refers to them');
END

-- Whoever sells a seat that was held back, and however: it is in no block after that.
CREATE TRIGGER tickets_leave_block AFTER INSERT ON tickets
BEGIN
    DELETE FROM block_places WHERE event = NEW.event AND place = NEW.place;
END

-- An event that was never sold may go.
CREATE TRIGGER events_kept BEFORE DELETE ON events
WHEN EXISTS (SELECT 1 FROM tickets WHERE event = OLD.id AND state = 'valid')
    OR EXISTS (SELECT 1 FROM tickets WHERE event = OLD.id AND state <> 'valid')
BEGIN
    SELECT RAISE(ABORT, 'events are kept: money refers to them');
END

-- Who gave places free, or took that back, and under which key it was asked for.
CREATE TABLE no_show_changes (
    actor text NOT NULL REFERENCES accounts (id),
    key text NOT NULL CHECK (key <> ''),
    operation text NOT NULL CHECK (operation IN ('release', 'restore')),
    request_hash text NOT NULL,
    event text NOT NULL REFERENCES events (id),
    reason text NOT NULL,
    at integer NOT NULL,
    PRIMARY KEY (actor, key)
) STRICT, WITHOUT ROWID

CREATE TABLE no_shows (
    ticket text NOT NULL,
    released_by text NOT NULL,
    release_key text NOT NULL,
    restored_by text,
    restore_key text,
    PRIMARY KEY (released_by, release_key, ticket),
    FOREIGN KEY (released_by, release_key) REFERENCES no_show_changes (actor, key),
    FOREIGN KEY (restored_by, restore_key) REFERENCES no_show_changes (actor, key),
    CHECK ((restored_by IS NULL) = (restore_key IS NULL))
) STRICT, WITHOUT ROWID

-- A ticket's place is given free once, until that is taken back.
CREATE UNIQUE INDEX no_shows_one_per_ticket ON no_shows (ticket) WHERE restored_by IS NULL

CREATE INDEX no_shows_by_restore ON no_shows (restored_by, restore_key)
