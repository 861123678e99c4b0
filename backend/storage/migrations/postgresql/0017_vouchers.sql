-- Vouchers: money that the house owes to whoever has the code. Of a code its hash is kept, and its end, for people.

CREATE TABLE vouchers (
    id uuid PRIMARY KEY,
    code_hash text NOT NULL UNIQUE,
    last_four text NOT NULL CHECK (length(last_four) = 4),
    currency text NOT NULL CHECK (length(currency) = 3),
    balance bigint NOT NULL CHECK (balance >= 0),
    state text NOT NULL CHECK (state IN ('active', 'blocked')),
    issued timestamptz NOT NULL,
    issued_by uuid NOT NULL REFERENCES accounts (id),
    expires timestamptz,
    note text,
    search_text text NOT NULL
)

CREATE INDEX vouchers_by_issue ON vouchers (issued, id)

-- Their sum is the balance. What sales refer to is looked at by verify.
CREATE TABLE voucher_movements (
    voucher uuid NOT NULL REFERENCES vouchers (id),
    position integer NOT NULL,
    kind text NOT NULL CHECK (kind IN ('issue', 'payment', 'refund', 'adjustment')),
    amount bigint NOT NULL,
    at timestamptz NOT NULL,
    actor uuid NOT NULL REFERENCES accounts (id),
    booking uuid,
    payment uuid,
    reason text,
    PRIMARY KEY (voucher, position),
    CHECK (kind NOT IN ('issue', 'refund') OR amount >= 0),
    CHECK (kind <> 'payment' OR amount <= 0),
    CHECK ((kind IN ('payment', 'refund')) = (booking IS NOT NULL AND payment IS NOT NULL)),
    CHECK (kind <> 'adjustment' OR reason IS NOT NULL)
)

CREATE UNIQUE INDEX voucher_movements_one_per_payment ON voucher_movements (payment) WHERE payment IS NOT NULL

-- What people paid for vouchers: money that is owed to them until they spend it, and no payment of any booking.
CREATE TABLE voucher_payments (
    id uuid NOT NULL,
    voucher uuid NOT NULL REFERENCES vouchers (id),
    position integer NOT NULL,
    kind text NOT NULL CHECK (kind IN ('cash', 'card', 'invoice', 'complimentary', 'online')),
    amount bigint NOT NULL CHECK (amount >= 0),
    currency text NOT NULL CHECK (length(currency) = 3),
    tendered bigint CHECK (tendered >= 0),
    change bigint CHECK (change >= 0),
    reference text,
    brand text,
    last_four text CHECK (length(last_four) = 4),
    payer text,
    reason text,
    at timestamptz NOT NULL,
    PRIMARY KEY (voucher, position),
    CHECK (kind NOT IN ('card', 'online') OR reference IS NOT NULL)
)

-- Of a voucher that was just issued the code is here, so that a repetition is answered, and goes with the key.
CREATE TABLE voucher_keys (
    actor uuid NOT NULL REFERENCES accounts (id),
    key text NOT NULL CHECK (key <> ''),
    request_hash text NOT NULL,
    voucher uuid NOT NULL REFERENCES vouchers (id),
    code text,
    created timestamptz NOT NULL,
    PRIMARY KEY (actor, key)
)

CREATE INDEX voucher_keys_by_creation ON voucher_keys (created)

CREATE TRIGGER vouchers_kept BEFORE DELETE OR TRUNCATE ON vouchers FOR EACH STATEMENT EXECUTE FUNCTION refuse_deletion()

CREATE TRIGGER voucher_movements_kept BEFORE DELETE OR TRUNCATE ON voucher_movements FOR EACH STATEMENT EXECUTE FUNCTION refuse_deletion()

CREATE TRIGGER voucher_payments_kept BEFORE DELETE OR TRUNCATE ON voucher_payments FOR EACH STATEMENT EXECUTE FUNCTION refuse_deletion()

ALTER TABLE payments
    DROP CONSTRAINT payments_kind_check,
    ADD CONSTRAINT payments_kind_check CHECK (kind IN ('cash', 'card', 'invoice', 'complimentary', 'voucher', 'online')),
    DROP CONSTRAINT payments_check1,
    ADD CONSTRAINT payments_refund_names_payment CHECK (kind NOT IN ('card', 'invoice', 'voucher', 'online') OR direction = 'payment' OR refunded_payment IS NOT NULL),
    DROP CONSTRAINT payments_check2,
    ADD CONSTRAINT payments_reference_check CHECK (kind NOT IN ('card', 'online') OR reference IS NOT NULL),
    ADD CONSTRAINT payments_voucher_check CHECK (kind <> 'voucher' OR last_four IS NOT NULL)
