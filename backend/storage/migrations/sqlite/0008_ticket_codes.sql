-- What tickets are signed with: the newest signs, all of them check.
CREATE TABLE ticket_keys (
    id integer PRIMARY KEY CHECK (id BETWEEN 1 AND 65535),
    public_key blob NOT NULL CHECK (length(public_key) = 32),
    secret_key blob NOT NULL CHECK (length(secret_key) = 64),
    created integer NOT NULL
) STRICT

-- A ticket's first code needs no row. Each row makes the codes before it void; the primary key lets nobody count twice.
CREATE TABLE ticket_reprints (
    ticket text NOT NULL,
    generation integer NOT NULL CHECK (generation BETWEEN 1 AND 65535),
    actor text NOT NULL REFERENCES accounts (id),
    key text NOT NULL CHECK (key <> ''),
    at integer NOT NULL,
    PRIMARY KEY (ticket, generation),
    UNIQUE (actor, key)
) STRICT, WITHOUT ROWID
