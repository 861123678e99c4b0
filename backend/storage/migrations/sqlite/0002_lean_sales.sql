-- A sale puts its booking, tickets, payments and key down together, for an event and an account that the server has open.
-- Foreign keys between them looked up again what had just been written. They keep rows from losing what they refer to: here
-- that is never deleted, and deleting refused. Tables that are found by their first columns are kept in that order.

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
    state text NOT NULL CHECK (state IN ('valid', 'cancelled')),
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
CREATE INDEX tickets_cancelled_by_event ON tickets (event, booking) WHERE state = 'cancelled'

CREATE TABLE new_payments (
    id text NOT NULL,
    booking text NOT NULL,
    position integer NOT NULL,
    kind text NOT NULL CHECK (kind IN ('cash')),
    direction text NOT NULL CHECK (direction IN ('payment', 'refund')),
    amount integer NOT NULL CHECK (amount >= 0),
    currency text NOT NULL CHECK (length(currency) = 3),
    tendered integer CHECK (tendered >= 0),
    change integer CHECK (change >= 0),
    at integer NOT NULL,
    PRIMARY KEY (booking, position)
) STRICT, WITHOUT ROWID

INSERT INTO new_payments (id, booking, position, kind, direction, amount, currency, tendered, change, at)
SELECT id, booking, position, kind, direction, amount, currency, tendered, change, at
FROM payments

DROP TABLE payments

ALTER TABLE new_payments RENAME TO payments

CREATE TABLE new_idempotency_keys (
    actor text NOT NULL,
    key text NOT NULL CHECK (key <> ''),
    operation text NOT NULL CHECK (operation IN ('checkout', 'cancel')),
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

CREATE TABLE new_bookings (
    id text PRIMARY KEY,
    reference text NOT NULL CONSTRAINT bookings_reference_unique UNIQUE CHECK (reference <> ''),
    owner text,
    created_by text NOT NULL,
    customer_name text NOT NULL,
    state text NOT NULL CHECK (state IN ('confirmed', 'cancelled')),
    total integer NOT NULL CHECK (total >= 0),
    currency text NOT NULL CHECK (length(currency) = 3),
    created integer NOT NULL,
    search_text text NOT NULL
) STRICT

INSERT INTO new_bookings (id, reference, owner, created_by, customer_name, state, total, currency, created, search_text)
SELECT id, reference, owner, created_by, customer_name, state, total, currency, created, search_text
FROM bookings

DROP TABLE bookings

ALTER TABLE new_bookings RENAME TO bookings

CREATE INDEX bookings_by_creation ON bookings (created, id)

CREATE INDEX bookings_by_owner ON bookings (owner, created, id)

CREATE TRIGGER accounts_kept BEFORE DELETE ON accounts
BEGIN
    SELECT RAISE(ABORT, 'accounts are kept: money refers to them');
END

CREATE TRIGGER events_kept BEFORE DELETE ON events
BEGIN
    SELECT RAISE(ABORT, 'events are kept: money refers to them');
END

CREATE TRIGGER bookings_kept BEFORE DELETE ON bookings
BEGIN
    SELECT RAISE(ABORT, 'bookings are kept: money refers to them');
END

CREATE TRIGGER tickets_kept BEFORE DELETE ON tickets
BEGIN
    SELECT RAISE(ABORT, 'tickets are kept: money refers to them');
END

CREATE TRIGGER payments_kept BEFORE DELETE ON payments
BEGIN
    SELECT RAISE(ABORT, 'payments are kept: money refers to them');
END
