-- What is paid over the internet: a row before the provider hears of it, and what became of it. Without a booking: money
-- that nobody here knows of.

CREATE TABLE online_payments (
    id uuid PRIMARY KEY,
    booking uuid UNIQUE,
    actor uuid,
    provider text NOT NULL CHECK (provider IN ('stripe')),
    intent text UNIQUE,
    page text UNIQUE,
    amount bigint NOT NULL CHECK (amount > 0),
    currency text NOT NULL CHECK (length(currency) = 3),
    state text NOT NULL CHECK (state IN ('creating', 'pending', 'succeeded', 'failed', 'cancelled', 'refunding', 'refunded', 'unmatched', 'settled')),
    pay_until timestamptz NOT NULL,
    withdrawn boolean NOT NULL DEFAULT false,
    attempts integer NOT NULL DEFAULT 0,
    next_look timestamptz,
    decline text,
    created timestamptz NOT NULL,
    CHECK ((booking IS NULL) = (page IS NULL)),
    CHECK (intent IS NOT NULL OR state IN ('creating', 'failed', 'cancelled'))
)

CREATE INDEX online_payments_by_look ON online_payments (next_look) WHERE next_look IS NOT NULL

-- Money on its way back through the provider: of tickets that were cancelled, then it is a payment of the booking, too, with
-- the same id; or of what could not be booked.
CREATE TABLE online_refunds (
    id uuid PRIMARY KEY,
    payment uuid NOT NULL REFERENCES online_payments (id),
    amount bigint NOT NULL CHECK (amount > 0),
    currency text NOT NULL CHECK (length(currency) = 3),
    state text NOT NULL CHECK (state IN ('refunding', 'refunded', 'unmatched', 'settled')),
    round integer NOT NULL DEFAULT 0,
    refund text,
    attempts integer NOT NULL DEFAULT 0,
    next_look timestamptz,
    problem text,
    created timestamptz NOT NULL
)

CREATE INDEX online_refunds_by_look ON online_refunds (next_look) WHERE next_look IS NOT NULL

CREATE INDEX online_refunds_unmatched ON online_refunds (created, id) WHERE state = 'unmatched'

CREATE INDEX online_refunds_by_payment ON online_refunds (payment)

CREATE TRIGGER online_payments_kept BEFORE DELETE OR TRUNCATE ON online_payments FOR EACH STATEMENT EXECUTE FUNCTION refuse_deletion()

CREATE TRIGGER online_refunds_kept BEFORE DELETE OR TRUNCATE ON online_refunds FOR EACH STATEMENT EXECUTE FUNCTION refuse_deletion()
