-- Bookings that are not paid yet, and until when they are to be. SQLite changes a condition by making the table anew.

CREATE TABLE new_bookings (
    id text PRIMARY KEY,
    reference text NOT NULL CONSTRAINT bookings_reference_unique UNIQUE CHECK (reference <> ''),
    owner text,
    created_by text NOT NULL,
    customer_name text NOT NULL,
    state text NOT NULL CHECK (state IN ('reserved', 'confirmed', 'cancelled')),
    total integer NOT NULL CHECK (total >= 0),
    currency text NOT NULL CHECK (length(currency) = 3),
    created integer NOT NULL,
    pay_until integer,
    search_text text NOT NULL,
    CHECK ((state = 'reserved') = (pay_until IS NOT NULL))
) STRICT

INSERT INTO new_bookings (id, reference, owner, created_by, customer_name, state, total, currency, created, search_text)
SELECT id, reference, owner, created_by, customer_name, state, total, currency, created, search_text
FROM bookings

DROP TABLE bookings

ALTER TABLE new_bookings RENAME TO bookings

CREATE INDEX bookings_by_creation ON bookings (created, id)

CREATE INDEX bookings_by_owner ON bookings (owner, created, id)

-- What falls free next.
CREATE INDEX bookings_by_pay_until ON bookings (pay_until, id) WHERE state = 'reserved'

CREATE TRIGGER bookings_kept BEFORE DELETE ON bookings
BEGIN
    SELECT RAISE(ABORT, 'bookings are kept: money refers to them');
END

-- The words for what a key was used for are the code's alone from here on.
CREATE TABLE new_idempotency_keys (
    actor text NOT NULL,
    key text NOT NULL CHECK (key <> ''),
    operation text NOT NULL CHECK (operation <> ''),
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

ALTER TABLE events ADD COLUMN reservation_release_minutes integer NOT NULL DEFAULT 30 CHECK (reservation_release_minutes >= 0)
