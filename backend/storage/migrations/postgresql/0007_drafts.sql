CREATE TABLE drafts (
    id uuid PRIMARY KEY,
    venue uuid NOT NULL REFERENCES venues (id),
    name text NOT NULL CHECK (name <> ''),
    revision integer NOT NULL CHECK (revision > 0),
    base_plan uuid,
    base_version integer,
    changed timestamptz NOT NULL,
    changed_by uuid NOT NULL REFERENCES accounts (id),
    hash text NOT NULL CHECK (length(hash) = 64),
    document bytea NOT NULL CHECK (length(document) <= 33554432),
    FOREIGN KEY (base_plan, base_version) REFERENCES plan_versions (plan, version)
)

-- What versions of plans were published from. One that is named by several is kept once.
CREATE TABLE plan_designs (
    hash text PRIMARY KEY CHECK (length(hash) = 64),
    document bytea NOT NULL
)

ALTER TABLE plan_versions ADD COLUMN design text REFERENCES plan_designs (hash)
