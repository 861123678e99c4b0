-- Events that the house cancelled, and why.

ALTER TABLE events ADD COLUMN cancelled integer

ALTER TABLE events ADD COLUMN cancelled_by text REFERENCES accounts (id)

ALTER TABLE events ADD COLUMN cancel_reason text

-- Whether it was its event that was cancelled, and not the ticket alone.
ALTER TABLE tickets ADD COLUMN with_event integer NOT NULL DEFAULT 0 CHECK (with_event IN (0, 1))

-- What is owed to a booking for its tickets of a cancelled event, until it is paid out: then it is a payment, too.
CREATE TABLE refunds (
    event text NOT NULL REFERENCES events (id),
    booking text NOT NULL,
    amount integer NOT NULL CHECK (amount >= 0),
    currency text NOT NULL CHECK (length(currency) = 3),
    tickets integer NOT NULL CHECK (tickets > 0),
    owed integer NOT NULL,
    paid integer,
    payment text,
    PRIMARY KEY (event, booking),
    CHECK ((paid IS NULL) = (payment IS NULL))
) STRICT, WITHOUT ROWID

CREATE INDEX refunds_by_booking ON refunds (booking)

CREATE TRIGGER refunds_kept BEFORE DELETE ON refunds
BEGIN
    SELECT RAISE(ABORT, 'refunds are kept: money refers to them');
END

-- SQLite changes a condition by making the table anew.
CREATE TABLE new_idempotency_keys (
    actor text NOT NULL,
    key text NOT NULL CHECK (key <> ''),
    operation text NOT NULL CHECK (operation IN ('checkout', 'cancel', 'exchange', 'refund')),
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
