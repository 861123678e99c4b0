-- Discounts, and what is charged besides the prices of an event. Shares and rates are in hundredths of a percent.

CREATE TABLE discounts (
    id text PRIMARY KEY,
    name text NOT NULL CHECK (name <> ''),
    kind text NOT NULL CHECK (kind IN ('code', 'group', 'early_bird', 'bundle')),
    share integer NOT NULL CHECK (share BETWEEN 0 AND 10000),
    amount integer CHECK (amount > 0),
    currency text CHECK (length(currency) = 3),
    series text REFERENCES series (id),
    event text REFERENCES events (id) ON DELETE CASCADE,
    valid_from integer,
    valid_until integer,
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
) STRICT, WITHOUT ROWID

CREATE INDEX discounts_by_event ON discounts (event)

-- Ticket types and categories that a discount is for, and of what its bundles are made.
CREATE TABLE discount_keys (
    discount text NOT NULL REFERENCES discounts (id) ON DELETE CASCADE,
    role text NOT NULL CHECK (role IN ('ticket_type', 'category', 'part')),
    position integer NOT NULL,
    key text NOT NULL CHECK (key <> ''),
    tickets integer CHECK (tickets > 0),
    PRIMARY KEY (discount, role, position)
) STRICT, WITHOUT ROWID

-- Which bookings used a code.
CREATE TABLE discount_uses (
    discount text NOT NULL REFERENCES discounts (id) ON DELETE CASCADE,
    booking text NOT NULL,
    PRIMARY KEY (booking, discount)
) STRICT, WITHOUT ROWID

CREATE INDEX discount_uses_by_discount ON discount_uses (discount)

ALTER TABLE events ADD COLUMN ticket_fee integer NOT NULL DEFAULT 0 CHECK (ticket_fee >= 0)

ALTER TABLE events ADD COLUMN booking_fee integer NOT NULL DEFAULT 0 CHECK (booking_fee >= 0)

ALTER TABLE events ADD COLUMN tax_rate integer NOT NULL DEFAULT 0 CHECK (tax_rate >= 0)

ALTER TABLE events ADD COLUMN fee_tax_rate integer NOT NULL DEFAULT 0 CHECK (fee_tax_rate >= 0)

ALTER TABLE events ADD COLUMN tax_mode text NOT NULL DEFAULT 'included' CHECK (tax_mode IN ('included', 'added'))

ALTER TABLE events ADD COLUMN cancel_fee integer NOT NULL DEFAULT 0 CHECK (cancel_fee >= 0)

ALTER TABLE events ADD COLUMN cancel_share integer NOT NULL DEFAULT 0 CHECK (cancel_share BETWEEN 0 AND 10000)

-- What the price is made of, where something was taken off or added: all of these or none, but for the name.
ALTER TABLE tickets ADD COLUMN base integer CHECK (base >= 0)

ALTER TABLE tickets ADD COLUMN discount integer CHECK (discount >= 0)

ALTER TABLE tickets ADD COLUMN discount_name text

ALTER TABLE tickets ADD COLUMN fee integer CHECK (fee >= 0)

ALTER TABLE tickets ADD COLUMN tax integer CHECK (tax >= 0)

-- What bookings cost besides their tickets. What was returned is owed since, or was paid back.
CREATE TABLE charges (
    booking text NOT NULL,
    position integer NOT NULL,
    kind text NOT NULL CHECK (kind IN ('booking_fee', 'cancel_fee')),
    event text NOT NULL,
    amount integer NOT NULL CHECK (amount > 0),
    tax integer NOT NULL CHECK (tax >= 0 AND tax <= amount),
    at integer NOT NULL,
    returned integer,
    PRIMARY KEY (booking, position)
) STRICT, WITHOUT ROWID

CREATE TRIGGER charges_kept BEFORE DELETE ON charges
BEGIN
    SELECT RAISE(ABORT, 'charges are kept: money refers to them');
END
