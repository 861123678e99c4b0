-- A booking may be tried to be paid over the internet more than once, one attempt after another, and an attempt that comes to its
-- end need not be the end of the reservation. What goes back at the provider itself is written down beside what is owed. SQLite
-- drops a condition by making the table anew; what refers to it goes along.

CREATE TABLE new_online_payments (
    id text PRIMARY KEY,
    booking text,
    actor text,
    provider text NOT NULL CHECK (provider IN ('stripe')),
    intent text UNIQUE,
    page text UNIQUE,
    amount integer NOT NULL CHECK (amount > 0),
    currency text NOT NULL CHECK (length(currency) = 3),
    state text NOT NULL CHECK (state IN ('creating', 'pending', 'succeeded', 'failed', 'cancelled', 'refunding', 'refunded', 'unmatched', 'settled')),
    pay_until integer NOT NULL,
    ends_booking integer NOT NULL DEFAULT 1 CHECK (ends_booking IN (0, 1)),
    withdrawn integer NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
    attempts integer NOT NULL DEFAULT 0,
    next_look integer,
    decline text,
    created integer NOT NULL,
    CHECK ((booking IS NULL) = (page IS NULL)),
    CHECK (intent IS NOT NULL OR state IN ('creating', 'failed', 'cancelled'))
) STRICT

INSERT INTO new_online_payments (id, booking, actor, provider, intent, page, amount, currency, state, pay_until, withdrawn, attempts, next_look, decline, created)
SELECT id, booking, actor, provider, intent, page, amount, currency, state, pay_until, withdrawn, attempts, next_look, decline, created
FROM online_payments

CREATE TABLE new_online_refunds (
    id text PRIMARY KEY,
    payment text NOT NULL REFERENCES new_online_payments (id),
    amount integer NOT NULL CHECK (amount > 0),
    currency text NOT NULL CHECK (length(currency) = 3),
    kind text NOT NULL DEFAULT 'owed' CHECK (kind IN ('owed', 'refunded_elsewhere', 'disputed')),
    state text NOT NULL CHECK (state IN ('refunding', 'refunded', 'unmatched', 'settled')),
    round integer NOT NULL DEFAULT 0,
    refund text,
    attempts integer NOT NULL DEFAULT 0,
    next_look integer,
    problem text,
    created integer NOT NULL
) STRICT

INSERT INTO new_online_refunds (id, payment, amount, currency, state, round, refund, attempts, next_look, problem, created)
SELECT id, payment, amount, currency, state, round, refund, attempts, next_look, problem, created
FROM online_refunds

DROP TABLE online_refunds

DROP TABLE online_payments

ALTER TABLE new_online_payments RENAME TO online_payments

ALTER TABLE new_online_refunds RENAME TO online_refunds

CREATE INDEX online_payments_by_look ON online_payments (next_look) WHERE next_look IS NOT NULL

CREATE INDEX online_payments_by_booking ON online_payments (booking, created, id)

-- Whatever two requests believe, a booking is paid by one attempt at a time.
CREATE UNIQUE INDEX online_payments_one_open ON online_payments (booking) WHERE state IN ('creating', 'pending') AND NOT withdrawn

CREATE INDEX online_refunds_by_look ON online_refunds (next_look) WHERE next_look IS NOT NULL

CREATE INDEX online_refunds_unmatched ON online_refunds (created, id) WHERE state = 'unmatched'

CREATE INDEX online_refunds_by_payment ON online_refunds (payment)

CREATE TRIGGER online_payments_kept BEFORE DELETE ON online_payments
BEGIN
    SELECT RAISE(ABORT, 'online payments are kept: they are money');
END

CREATE TRIGGER online_refunds_kept BEFORE DELETE ON online_refunds
BEGIN
    SELECT RAISE(ABORT, 'online refunds are kept: they are money');
END
