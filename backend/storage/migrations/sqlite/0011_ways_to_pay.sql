-- Other ways to pay than cash, and what is noted of them. Of a card only its last four digits are ever here. SQLite changes a
-- condition by making the table anew.

CREATE TABLE new_payments (
    id text NOT NULL,
    booking text NOT NULL,
    position integer NOT NULL,
    kind text NOT NULL CHECK (kind IN ('cash', 'card', 'invoice', 'complimentary')),
    direction text NOT NULL CHECK (direction IN ('payment', 'refund')),
    amount integer NOT NULL CHECK (amount >= 0),
    currency text NOT NULL CHECK (length(currency) = 3),
    tendered integer CHECK (tendered >= 0),
    change integer CHECK (change >= 0),
    reference text,
    brand text,
    last_four text CHECK (length(last_four) = 4),
    payer text,
    reason text,
    refunded_payment text,
    at integer NOT NULL,
    PRIMARY KEY (booking, position),
    CHECK (refunded_payment IS NULL OR direction = 'refund'),
    CHECK (kind NOT IN ('card', 'invoice') OR direction = 'payment' OR refunded_payment IS NOT NULL),
    CHECK (kind <> 'card' OR reference IS NOT NULL)
) STRICT, WITHOUT ROWID

INSERT INTO new_payments (id, booking, position, kind, direction, amount, currency, tendered, change, at)
SELECT id, booking, position, kind, direction, amount, currency, tendered, change, at
FROM payments

DROP TABLE payments

ALTER TABLE new_payments RENAME TO payments

CREATE TRIGGER payments_kept BEFORE DELETE ON payments
BEGIN
    SELECT RAISE(ABORT, 'payments are kept: money refers to them');
END
