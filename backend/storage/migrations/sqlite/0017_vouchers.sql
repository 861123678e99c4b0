-- Vouchers: money that the house owes to whoever has the code. Of a code its hash is kept, and its end, for people.

CREATE TABLE vouchers (
    id text PRIMARY KEY,
    code_hash text NOT NULL UNIQUE,
    last_four text NOT NULL CHECK (length(last_four) = 4),
    currency text NOT NULL CHECK (length(currency) = 3),
    balance integer NOT NULL CHECK (balance >= 0),
    state text NOT NULL CHECK (state IN ('active', 'blocked')),
    issued integer NOT NULL,
    issued_by text NOT NULL REFERENCES accounts (id),
    expires integer,
    note text,
    search_text text NOT NULL
) STRICT, WITHOUT ROWID

CREATE INDEX vouchers_by_issue ON vouchers (issued, id)

-- Their sum is the balance. What sales refer to is looked at by verify.
CREATE TABLE voucher_movements (
    voucher text NOT NULL REFERENCES vouchers (id),
    position integer NOT NULL,
    kind text NOT NULL CHECK (kind IN ('issue', 'payment', 'refund', 'adjustment')),
    amount integer NOT NULL,
    at integer NOT NULL,
    actor text NOT NULL REFERENCES accounts (id),
    booking text,
    payment text,
    reason text,
    PRIMARY KEY (voucher, position),
    CHECK (kind NOT IN ('issue', 'refund') OR amount >= 0),
    CHECK (kind <> 'payment' OR amount <= 0),
    CHECK ((kind IN ('payment', 'refund')) = (booking IS NOT NULL AND payment IS NOT NULL)),
    CHECK (kind <> 'adjustment' OR reason IS NOT NULL)
) STRICT, WITHOUT ROWID

CREATE UNIQUE INDEX voucher_movements_one_per_payment ON voucher_movements (payment) WHERE payment IS NOT NULL

-- What people paid for vouchers: money that is owed to them until they spend it, and no payment of any booking.
CREATE TABLE voucher_payments (
    id text NOT NULL,
    voucher text NOT NULL REFERENCES vouchers (id),
    position integer NOT NULL,
    kind text NOT NULL CHECK (kind IN ('cash', 'card', 'invoice', 'complimentary', 'online')),
    amount integer NOT NULL CHECK (amount >= 0),
    currency text NOT NULL CHECK (length(currency) = 3),
    tendered integer CHECK (tendered >= 0),
    change integer CHECK (change >= 0),
    reference text,
    brand text,
    last_four text CHECK (length(last_four) = 4),
    payer text,
    reason text,
    at integer NOT NULL,
    PRIMARY KEY (voucher, position),
    CHECK (kind NOT IN ('card', 'online') OR reference IS NOT NULL)
) STRICT, WITHOUT ROWID

-- Of a voucher that was just issued the code is here, so that a repetition is answered, and goes with the key.
CREATE TABLE voucher_keys (
    actor text NOT NULL REFERENCES accounts (id),
    key text NOT NULL CHECK (key <> ''),
    request_hash text NOT NULL,
    voucher text NOT NULL REFERENCES vouchers (id),
    code text,
    created integer NOT NULL,
    PRIMARY KEY (actor, key)
) STRICT

CREATE INDEX voucher_keys_by_creation ON voucher_keys (created)

CREATE TRIGGER vouchers_kept BEFORE DELETE ON vouchers
BEGIN
    SELECT RAISE(ABORT, 'vouchers are kept: money refers to them');
END

CREATE TRIGGER voucher_movements_kept BEFORE DELETE ON voucher_movements
BEGIN
    SELECT RAISE(ABORT, 'movements of vouchers are kept: they are money');
END

CREATE TRIGGER voucher_payments_kept BEFORE DELETE ON voucher_payments
BEGIN
    SELECT RAISE(ABORT, 'payments are kept: money refers to them');
END

-- SQLite changes a condition by making the table anew.
CREATE TABLE new_payments (
    id text NOT NULL,
    booking text NOT NULL,
    position integer NOT NULL,
    kind text NOT NULL CHECK (kind IN ('cash', 'card', 'invoice', 'complimentary', 'voucher', 'online')),
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
    CHECK (kind NOT IN ('card', 'invoice', 'voucher', 'online') OR direction = 'payment' OR refunded_payment IS NOT NULL),
    CHECK (kind NOT IN ('card', 'online') OR reference IS NOT NULL),
    CHECK (kind <> 'voucher' OR last_four IS NOT NULL)
) STRICT, WITHOUT ROWID

INSERT INTO new_payments (id, booking, position, kind, direction, amount, currency, tendered, change, reference, brand, last_four, payer,
    reason, refunded_payment, at)
SELECT id, booking, position, kind, direction, amount, currency, tendered, change, reference, brand, last_four, payer, reason,
    refunded_payment, at
FROM payments

DROP TABLE payments

ALTER TABLE new_payments RENAME TO payments

CREATE TRIGGER payments_kept BEFORE DELETE ON payments
BEGIN
    SELECT RAISE(ABORT, 'payments are kept: money refers to them');
END
