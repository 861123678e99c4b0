-- Tickets given back for others. SQLite changes a condition by making the table anew.

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
    state text NOT NULL CHECK (state IN ('valid', 'cancelled', 'exchanged')),
    PRIMARY KEY (booking, position)
) STRICT, WITHOUT ROWID

INSERT INTO new_tickets (id, number, booking, position, event, place, label, category, ticket_type, price, state)
SELECT id, number, booking, position, event, place, label, category, ticket_type, price, state
FROM tickets

DROP TABLE tickets

ALTER TABLE new_tickets RENAME TO tickets

-- A seat is sold at most once: whatever the servers believe, this index has the last word.
CREATE UNIQUE INDEX tickets_one_live_per_place ON tickets (event, place) WHERE state = 'valid'

-- The living tickets of an event stand in the index of its places.
CREATE INDEX tickets_given_back_by_event ON tickets (event, booking) WHERE state <> 'valid'

CREATE TRIGGER tickets_kept BEFORE DELETE ON tickets
BEGIN
    SELECT RAISE(ABORT, 'tickets are kept: money refers to them');
END

CREATE TABLE new_idempotency_keys (
    actor text NOT NULL,
    key text NOT NULL CHECK (key <> ''),
    operation text NOT NULL CHECK (operation IN ('checkout', 'cancel', 'exchange')),
    request_hash text NOT NULL,
    booking text NOT NULL,
    created integer NOT NULL,
    PRIMARY KEY (actor, key)
) STRICT

INSERT INTO new_idempotency_keys (actor, key, operation, request_hash, booking, created)
SELECT actor, key, operation, request_hash, booking, created
FROM idempotency_keys

DROP TABLE idempotency_keys

ALTER TABLE new_idempotency_keys RENAME TO idempotency_keys

CREATE INDEX idempotency_keys_by_creation ON idempotency_keys (created)
