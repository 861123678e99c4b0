-- Statements are separated by empty lines. Never edit an applied migration: add the next one.

CREATE TABLE accounts (
    id uuid PRIMARY KEY,
    email text CONSTRAINT accounts_email_unique UNIQUE,
    name text NOT NULL,
    phone text NOT NULL,
    locale text NOT NULL,
    role text NOT NULL CHECK (role IN ('guest', 'customer', 'door', 'clerk', 'manager', 'administrator')),
    password_hash text NOT NULL,
    created timestamptz NOT NULL,
    disabled boolean NOT NULL DEFAULT false,
    CHECK (email <> '')
)

CREATE TABLE auth_tokens (
    hash bytea PRIMARY KEY,
    account uuid NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    created timestamptz NOT NULL,
    expires timestamptz NOT NULL,
    last_used timestamptz NOT NULL
)

CREATE INDEX auth_tokens_by_account ON auth_tokens (account)

CREATE INDEX auth_tokens_by_expiry ON auth_tokens (expires)

CREATE TABLE setup_codes (
    hash bytea PRIMARY KEY,
    created timestamptz NOT NULL,
    expires timestamptz NOT NULL,
    used timestamptz
)

CREATE TABLE venues (
    id uuid PRIMARY KEY,
    name text NOT NULL CONSTRAINT venues_name_unique UNIQUE CHECK (name <> ''),
    address text NOT NULL,
    time_zone text NOT NULL,
    search_text text NOT NULL
)

CREATE TABLE plan_versions (
    plan uuid NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    venue uuid NOT NULL REFERENCES venues (id),
    name text NOT NULL CHECK (name <> ''),
    hash text NOT NULL,
    seats integer NOT NULL CHECK (seats >= 0),
    document text NOT NULL,
    created timestamptz NOT NULL,
    PRIMARY KEY (plan, version)
)

CREATE INDEX plan_versions_by_venue ON plan_versions (venue, name)

CREATE TABLE events (
    id uuid PRIMARY KEY,
    name text NOT NULL CHECK (name <> ''),
    description text NOT NULL,
    category text NOT NULL CHECK (category IN ('movie', 'concert', 'play', 'sport', 'other')),
    state text NOT NULL CHECK (state IN ('draft', 'published', 'paused', 'cancelled')),
    venue uuid NOT NULL REFERENCES venues (id),
    plan uuid NOT NULL,
    plan_version integer NOT NULL,
    starts timestamptz NOT NULL,
    duration_minutes integer NOT NULL CHECK (duration_minutes >= 0),
    currency text NOT NULL CHECK (length(currency) = 3),
    hold_seconds bigint NOT NULL CHECK (hold_seconds > 0),
    extension_seconds bigint NOT NULL CHECK (extension_seconds >= 0),
    max_extensions integer NOT NULL CHECK (max_extensions >= 0),
    max_seats integer NOT NULL CHECK (max_seats > 0),
    sales_from timestamptz,
    sales_until timestamptz,
    cancel_until timestamptz,
    search_text text NOT NULL,
    FOREIGN KEY (plan, plan_version) REFERENCES plan_versions (plan, version)
)

CREATE INDEX events_by_start ON events (starts, id)

CREATE TABLE event_ticket_types (
    event uuid NOT NULL REFERENCES events (id),
    key text NOT NULL CHECK (key <> ''),
    position integer NOT NULL,
    name text NOT NULL,
    PRIMARY KEY (event, key),
    UNIQUE (event, position)
)

CREATE TABLE event_prices (
    event uuid NOT NULL,
    category text NOT NULL CHECK (category <> ''),
    ticket_type text NOT NULL,
    amount bigint NOT NULL CHECK (amount >= 0),
    PRIMARY KEY (event, category, ticket_type),
    FOREIGN KEY (event, ticket_type) REFERENCES event_ticket_types (event, key)
)

CREATE TABLE bookings (
    id uuid PRIMARY KEY,
    reference text NOT NULL CONSTRAINT bookings_reference_unique UNIQUE CHECK (reference <> ''),
    owner uuid REFERENCES accounts (id),
    created_by uuid NOT NULL REFERENCES accounts (id),
    customer_name text NOT NULL,
    state text NOT NULL CHECK (state IN ('confirmed', 'cancelled')),
    total bigint NOT NULL CHECK (total >= 0),
    currency text NOT NULL CHECK (length(currency) = 3),
    created timestamptz NOT NULL,
    search_text text NOT NULL
)

CREATE INDEX bookings_by_creation ON bookings (created, id)

CREATE INDEX bookings_by_owner ON bookings (owner, created, id)

CREATE TABLE tickets (
    id uuid PRIMARY KEY,
    number text NOT NULL CONSTRAINT tickets_number_unique UNIQUE CHECK (number <> ''),
    booking uuid NOT NULL REFERENCES bookings (id),
    position integer NOT NULL,
    event uuid NOT NULL REFERENCES events (id),
    place integer NOT NULL CHECK (place >= 0),
    label text NOT NULL,
    category text NOT NULL,
    ticket_type text NOT NULL,
    price bigint NOT NULL CHECK (price >= 0),
    state text NOT NULL CHECK (state IN ('valid', 'cancelled')),
    UNIQUE (booking, position)
)

-- A seat is sold at most once: whatever the servers believe, this index has the last word.
CREATE UNIQUE INDEX tickets_one_live_per_place ON tickets (event, place) WHERE state = 'valid'

CREATE INDEX tickets_by_event ON tickets (event, booking)

CREATE TABLE payments (
    id uuid PRIMARY KEY,
    booking uuid NOT NULL REFERENCES bookings (id),
    position integer NOT NULL,
    kind text NOT NULL CHECK (kind IN ('cash')),
    direction text NOT NULL CHECK (direction IN ('payment', 'refund')),
    amount bigint NOT NULL CHECK (amount >= 0),
    currency text NOT NULL CHECK (length(currency) = 3),
    tendered bigint CHECK (tendered >= 0),
    change bigint CHECK (change >= 0),
    at timestamptz NOT NULL,
    UNIQUE (booking, position)
)

CREATE TABLE idempotency_keys (
    actor uuid NOT NULL REFERENCES accounts (id),
    key text NOT NULL CHECK (key <> ''),
    operation text NOT NULL CHECK (operation IN ('checkout', 'cancel')),
    request_hash text NOT NULL,
    booking uuid NOT NULL REFERENCES bookings (id),
    created timestamptz NOT NULL,
    PRIMARY KEY (actor, key)
)

CREATE INDEX idempotency_keys_by_creation ON idempotency_keys (created)

CREATE TABLE audit (
    sequence bigint PRIMARY KEY,
    at timestamptz NOT NULL,
    actor uuid,
    session_hash text NOT NULL,
    address text NOT NULL,
    action text NOT NULL,
    object_kind text NOT NULL,
    object_id text NOT NULL,
    before jsonb NOT NULL,
    after jsonb NOT NULL,
    previous_hash text NOT NULL,
    hash text NOT NULL
)

CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'audit rows are append-only' USING ERRCODE = 'restrict_violation';
END
$$

CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION refuse_audit_change()

CREATE TRIGGER audit_not_emptied BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change()

-- The last link of the audit chain: what shows that rows were cut off its end. Locked by whoever appends.
CREATE TABLE audit_head (
    id integer PRIMARY KEY CHECK (id = 1),
    sequence bigint NOT NULL,
    hash text NOT NULL
)

INSERT INTO audit_head (id, sequence, hash) VALUES (1, 0, '')

CREATE TABLE server_settings (
    key text PRIMARY KEY,
    value text NOT NULL
)

CREATE TABLE counters (
    name text PRIMARY KEY,
    value bigint NOT NULL
)

INSERT INTO counters (name, value) VALUES ('ledger_epoch', 0)
