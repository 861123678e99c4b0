-- What is paid over the internet: a row before the provider hears of it, and what became of it. Without a booking: money
-- that nobody here knows of.

CREATE TABLE online_payments (
    id text PRIMARY KEY,
    booking text UNIQUE,
    actor text,
    provider text NOT NULL CHECK (provider IN ('stripe')),
    intent text UNIQUE,
    page text UNIQUE,
    amount integer NOT NULL CHECK (amount > 0),
    currency text NOT NULL CHECK (length(currency) = 3),
    state text NOT NULL CHECK (state IN ('creating', 'pending', 'succeeded', 'failed', 'cancelled', 'refunding', 'refunded', 'unmatched', 'settled')),
    pay_until integer NOT NULL,
    withdrawn integer NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
    attempts integer NOT NULL DEFAULT 0,
    next_look integer,
    decline text,
    created integer NOT NULL,
    CHECK ((booking IS NULL) = (page IS NULL)),
    CHECK (intent IS NOT NULL OR state IN ('creating', 'failed', 'cancelled'))
) STRICT

CREATE INDEX online_payments_by_look ON online_payments (next_look) WHERE next_look IS NOT NULL

-- Money on its way back through the provider: of tickets that were cancelled, then it is a payment of the booking, too, with
-- the same id; or of what could not be booked.
CREATE TABLE online_refunds (
    id text PRIMARY KEY,
    payment text NOT NULL REFERENCES online_payments (id),
    amount integer NOT NULL CHECK (amount > 0),
    currency text NOT NULL CHECK (length(currency) = 3),
    state text NOT NULL CHECK (state IN ('refunding', 'refunded', 'unmatched', 'settled')),
    round integer NOT NULL DEFAULT 0,
    refund text,
    attempts integer NOT NULL DEFAULT 0,
    next_look integer,
    problem text,
    created integer NOT NULL
) STRICT

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
