CREATE TABLE drafts (
    id text PRIMARY KEY,
    venue text NOT NULL REFERENCES venues (id),
    name text NOT NULL CHECK (name <> ''),
    revision integer NOT NULL CHECK (revision > 0),
    base_plan text,
    base_version integer,
    changed integer NOT NULL,
    changed_by text NOT NULL REFERENCES accounts (id),
    hash text NOT NULL CHECK (length(hash) = 64),
    document blob NOT NULL CHECK (length(document) <= 33554432),
    FOREIGN KEY (base_plan, base_version) REFERENCES plan_versions (plan, version)
) STRICT

-- What versions of plans were published from. One that is named by several is kept once.
CREATE TABLE plan_designs (
    hash text PRIMARY KEY CHECK (length(hash) = 64),
    document blob NOT NULL
) STRICT

ALTER TABLE plan_versions ADD COLUMN design text REFERENCES plan_designs (hash)
