-- No code is used more often than it may be: where its limit was lowered since, that is what was used. And what was given back
-- is remembered: a booking whose money comes late may have it again. SQLite changes a condition by making the table anew, and
-- those that refer to it before.

CREATE TABLE new_discounts (
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
    CHECK ((code IS NULL) = (code_key IS NULL)),
    CONSTRAINT discounts_within_limit CHECK (max_uses IS NULL OR uses <= max_uses)
) STRICT, WITHOUT ROWID

INSERT INTO new_discounts (id, name, kind, share, amount, currency, series, event, valid_from, valid_until, code, code_key, max_uses, max_tickets,
    min_tickets, first_tickets, min_events, uses, version)
SELECT id, name, kind, share, amount, currency, series, event, valid_from, valid_until, code, code_key, CASE WHEN uses > max_uses THEN uses ELSE max_uses END,
    max_tickets, min_tickets, first_tickets, min_events, uses, version
FROM discounts

CREATE TABLE new_discount_keys (
    discount text NOT NULL REFERENCES new_discounts (id) ON DELETE CASCADE,
    role text NOT NULL CHECK (role IN ('ticket_type', 'category', 'part')),
    position integer NOT NULL,
    key text NOT NULL CHECK (key <> ''),
    tickets integer CHECK (tickets > 0),
    PRIMARY KEY (discount, role, position)
) STRICT, WITHOUT ROWID

INSERT INTO new_discount_keys (discount, role, position, key, tickets)
SELECT discount, role, position, key, tickets
FROM discount_keys

CREATE TABLE new_discount_uses (
    discount text NOT NULL REFERENCES new_discounts (id) ON DELETE CASCADE,
    booking text NOT NULL,
    given_back integer NOT NULL DEFAULT 0 CHECK (given_back IN (0, 1)),
    PRIMARY KEY (booking, discount)
) STRICT, WITHOUT ROWID

INSERT INTO new_discount_uses (discount, booking)
SELECT discount, booking
FROM discount_uses

DROP TABLE discount_keys

DROP TABLE discount_uses

DROP TABLE discounts

ALTER TABLE new_discounts RENAME TO discounts

ALTER TABLE new_discount_keys RENAME TO discount_keys

ALTER TABLE new_discount_uses RENAME TO discount_uses

CREATE INDEX discounts_by_event ON discounts (event)

CREATE INDEX discount_uses_by_discount ON discount_uses (discount)
