-- Times are milliseconds since 1970 in UTC, ids lower-case text.
-- Statements are separated by empty lines. Never edit an applied migration: add the next one.

CREATE TABLE accounts (
    id text PRIMARY KEY,
    email text CONSTRAINT accounts_email_unique UNIQUE,
    name text NOT NULL,
    phone text NOT NULL,
    locale text NOT NULL,
    role text NOT NULL CHECK (role IN ('guest', 'customer', 'door', 'clerk', 'manager', 'administrator')),
    password_hash text NOT NULL,
    created integer NOT NULL,
    disabled integer NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1)),
    CHECK (email <> '')
) STRICT

CREATE TABLE auth_tokens (
    hash blob PRIMARY KEY,
    account text NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    created integer NOT NULL,
    expires integer NOT NULL,
    last_used integer NOT NULL
) STRICT

CREATE INDEX auth_tokens_by_account ON auth_tokens (account)

CREATE INDEX auth_tokens_by_expiry ON auth_tokens (expires)

CREATE TABLE setup_codes (
    hash blob PRIMARY KEY,
    created integer NOT NULL,
    expires integer NOT NULL,
    used integer
) STRICT

CREATE TABLE venues (
    id text PRIMARY KEY,
    name text NOT NULL CONSTRAINT venues_name_unique UNIQUE CHECK (name <> ''),
    address text NOT NULL,
    time_zone text NOT NULL,
    search_text text NOT NULL
) STRICT

CREATE TABLE plan_versions (
    plan text NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    venue text NOT NULL REFERENCES venues (id),
    name text NOT NULL CHECK (name <> ''),
    hash text NOT NULL,
    seats integer NOT NULL CHECK (seats >= 0),
    document text NOT NULL,
    created integer NOT NULL,
    PRIMARY KEY (plan, version)
) STRICT

CREATE INDEX plan_versions_by_venue ON plan_versions (venue, name)

CREATE TABLE events (
    id text PRIMARY KEY,
    name text NOT NULL CHECK (name <> ''),
    description text NOT NULL,
    category text NOT NULL CHECK (category IN ('movie', 'concert', 'play', 'sport', 'other')),
    state text NOT NULL CHECK (state IN ('draft', 'published', 'paused', 'cancelled')),
    venue text NOT NULL REFERENCES venues (id),
    plan text NOT NULL,
    plan_version integer NOT NULL,
    starts integer NOT NULL,
    duration_minutes integer NOT NULL CHECK (duration_minutes >= 0),
    currency text NOT NULL CHECK (length(currency) = 3),
    hold_seconds integer NOT NULL CHECK (hold_seconds > 0),
    extension_seconds integer NOT NULL CHECK (extension_seconds >= 0),
    max_extensions integer NOT NULL CHECK (max_extensions >= 0),
    max_seats integer NOT NULL CHECK (max_seats > 0),
    sales_from integer,
    sales_until integer,
    cancel_until integer,
    search_text text NOT NULL,
    FOREIGN KEY (plan, plan_version) REFERENCES plan_versions (plan, version)
) STRICT

CREATE INDEX events_by_start ON events (starts, id)

CREATE TABLE event_ticket_types (
    event text NOT NULL REFERENCES events (id),
    key text NOT NULL CHECK (key <> ''),
    position integer NOT NULL,
    name text NOT NULL,
    PRIMARY KEY (event, key),
    UNIQUE (event, position)
) STRICT

CREATE TABLE event_prices (
    event text NOT NULL,
    category text NOT NULL CHECK (category <> ''),
    ticket_type text NOT NULL,
    amount integer NOT NULL CHECK (amount >= 0),
    PRIMARY KEY (event, category, ticket_type),
    FOREIGN KEY (event, ticket_type) REFERENCES event_ticket_types (event, key)
) STRICT

CREATE TABLE bookings (
    id text PRIMARY KEY,
    reference text NOT NULL CONSTRAINT bookings_reference_unique UNIQUE CHECK (reference <> ''),
    owner text REFERENCES accounts (id),
    created_by text NOT NULL REFERENCES accounts (id),
    customer_name text NOT NULL,
    state text NOT NULL CHECK (state IN ('confirmed', 'cancelled')),
    total integer NOT NULL CHECK (total >= 0),
    currency text NOT NULL CHECK (length(currency) = 3),
    created integer NOT NULL,
    search_text text NOT NULL
) STRICT

CREATE INDEX bookings_by_creation ON bookings (created, id)

CREATE INDEX bookings_by_owner ON bookings (owner, created, id)

CREATE TABLE tickets (
    id text PRIMARY KEY,
    number text NOT NULL CONSTRAINT tickets_number_unique UNIQUE CHECK (number <> ''),
    booking text NOT NULL REFERENCES bookings (id),
    position integer NOT NULL,
    event text NOT NULL REFERENCES events (id),
    place integer NOT NULL CHECK (place >= 0),
    label text NOT NULL,
    category text NOT NULL,
    ticket_type text NOT NULL,
    price integer NOT NULL CHECK (price >= 0),
    state text NOT NULL CHECK (state IN ('valid', 'cancelled')),
    UNIQUE (booking, position)
) STRICT

-- A seat is sold at most once: whatever the servers believe, this index has the last word.
CREATE UNIQUE INDEX tickets_one_live_per_place ON tickets (event, place) WHERE state = 'valid'

CREATE INDEX tickets_by_event ON tickets (event, booking)

CREATE TABLE payments (
    id text PRIMARY KEY,
    booking text NOT NULL REFERENCES bookings (id),
    position integer NOT NULL,
    kind text NOT NULL CHECK (kind IN ('cash')),
    direction text NOT NULL CHECK (direction IN ('payment', 'refund')),
    amount integer NOT NULL CHECK (amount >= 0),
    currency text NOT NULL CHECK (length(currency) = 3),
    tendered integer CHECK (tendered >= 0),
    change integer CHECK (change >= 0),
    at integer NOT NULL,
    UNIQUE (booking, position)
) STRICT

CREATE TABLE idempotency_keys (
    actor text NOT NULL REFERENCES accounts (id),
    key text NOT NULL CHECK (key <> ''),
    operation text NOT NULL CHECK (operation IN ('checkout', 'cancel')),
    request_hash text NOT NULL,
    booking text NOT NULL REFERENCES bookings (id),
    created integer NOT NULL,
    PRIMARY KEY (actor, key)
) STRICT

CREATE INDEX idempotency_keys_by_creation ON idempotency_keys (created)

CREATE TABLE audit (
    sequence integer PRIMARY KEY,
    at integer NOT NULL,
    actor text,
    session_hash text NOT NULL,
    address text NOT NULL,
    action text NOT NULL,
    object_kind text NOT NULL,
    object_id text NOT NULL,
    before text NOT NULL,
    after text NOT NULL,
    previous_hash text NOT NULL,
    hash text NOT NULL
) STRICT

CREATE TRIGGER audit_not_updated BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'audit rows are append-only');
END

CREATE TRIGGER audit_not_deleted BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'audit rows are append-only');
END

-- The last link of the audit chain: what shows that rows were cut off its end. Locked by whoever appends.
CREATE TABLE audit_head (
    id integer PRIMARY KEY CHECK (id = 1),
    sequence integer NOT NULL,
    hash text NOT NULL
) STRICT

INSERT INTO audit_head (id, sequence, hash) VALUES (1, 0, '')

CREATE TABLE server_settings (
    key text PRIMARY KEY,
    value text NOT NULL
) STRICT

CREATE TABLE counters (
    name text PRIMARY KEY,
    value integer NOT NULL
) STRICT

INSERT INTO counters (name, value) VALUES ('ledger_epoch', 0)
