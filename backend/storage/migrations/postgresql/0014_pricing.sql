-- Discounts, and what is charged besides the prices of an event. Shares and rates are in hundredths of a percent.

CREATE TABLE discounts (
    id uuid PRIMARY KEY,
    name text NOT NULL CHECK (name <> ''),
    kind text NOT NULL CHECK (kind IN ('code', 'group', 'early_bird', 'bundle')),
    share integer NOT NULL CHECK (share BETWEEN 0 AND 10000),
    amount bigint CHECK (amount > 0),
    currency text CHECK (length(currency) = 3),
    series uuid REFERENCES series (id),
    event uuid REFERENCES events (id) ON DELETE CASCADE,
    valid_from timestamptz,
    valid_until timestamptz,
    code text,
    code_key text CONSTRAINT discounts_code_unique UNIQUE,
    max_uses integer CHECK (max_uses > 0),
    max_tickets integer CHECK (max_tickets > 0),
    min_tickets integer CHECK (min_tickets > 0),
    first_tickets integer CHECK (first_tickets > 0),
    min_events integer CHECK (min_events > 0),
    uses integer NOT NULL DEFAULT 0 CHECK (uses >= 0),
    version integer NOT NULL CHECK (version > 0),
    CHECK ((amount IS NULL) = (currency IS NULL)),
    CHECK ((code IS NULL) = (code_key IS NULL))
)

CREATE INDEX discounts_by_event ON discounts (event)

-- Ticket types and categories that a discount is for, and of what its bundles are made.
CREATE TABLE discount_keys (
    discount uuid NOT NULL REFERENCES discounts (id) ON DELETE CASCADE,
    role text NOT NULL CHECK (role IN ('ticket_type', 'category', 'part')),
    position integer NOT NULL,
    key text NOT NULL CHECK (key <> ''),
    tickets integer CHECK (tickets > 0),
    PRIMARY KEY (discount, role, position)
)

-- Which bookings used a code.
CREATE TABLE discount_uses (
    discount uuid NOT NULL REFERENCES discounts (id) ON DELETE CASCADE,
    booking uuid NOT NULL,
    PRIMARY KEY (booking, discount)
)

CREATE INDEX discount_uses_by_discount ON discount_uses (discount)

ALTER TABLE events ADD COLUMN ticket_fee bigint NOT NULL DEFAULT 0 CHECK (ticket_fee >= 0)

ALTER TABLE events ADD COLUMN booking_fee bigint NOT NULL DEFAULT 0 CHECK (booking_fee >= 0)

ALTER TABLE events ADD COLUMN tax_rate integer NOT NULL DEFAULT 0 CHECK (tax_rate >= 0)

ALTER TABLE events ADD COLUMN fee_tax_rate integer NOT NULL DEFAULT 0 CHECK (fee_tax_rate >= 0)

ALTER TABLE events ADD COLUMN tax_mode text NOT NULL DEFAULT 'included' CHECK (tax_mode IN ('included', 'added'))

ALTER TABLE events ADD COLUMN cancel_fee bigint NOT NULL DEFAULT 0 CHECK (cancel_fee >= 0)

ALTER TABLE events ADD COLUMN cancel_share integer NOT NULL DEFAULT 0 CHECK (cancel_share BETWEEN 0 AND 10000)

-- What the price is made of, where something was taken off or added: all of these or none, but for the name.
ALTER TABLE tickets ADD COLUMN base bigint CHECK (base >= 0)

ALTER TABLE tickets ADD COLUMN discount bigint CHECK (discount >= 0)

ALTER TABLE tickets ADD COLUMN discount_name text

ALTER TABLE tickets ADD COLUMN fee bigint CHECK (fee >= 0)

ALTER TABLE tickets ADD COLUMN tax bigint CHECK (tax >= 0)

-- What bookings cost besides their tickets. What was returned is owed since, or was paid back.
CREATE TABLE charges (
    booking uuid NOT NULL,
    position integer NOT NULL,
    kind text NOT NULL CHECK (kind IN ('booking_fee', 'cancel_fee')),
    event uuid NOT NULL,
    amount bigint NOT NULL CHECK (amount > 0),
    tax bigint NOT NULL CHECK (tax >= 0 AND tax <= amount),
    at timestamptz NOT NULL,
    returned timestamptz,
    PRIMARY KEY (booking, position)
)

CREATE TRIGGER charges_kept BEFORE DELETE OR TRUNCATE ON charges FOR EACH STATEMENT EXECUTE FUNCTION refuse_deletion()

-- What was given back of an event, in the order of the bookings' tickets: rows are wider now, and sorting them is not for nothing.
DROP INDEX tickets_given_back_by_event

CREATE INDEX tickets_given_back_by_event ON tickets (event, booking, position) WHERE state <> 'valid'
