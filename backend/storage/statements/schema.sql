-- What the migrator keeps about itself.

-- direct: create_table
CREATE TABLE IF NOT EXISTS schema_migrations (
    number integer PRIMARY KEY,
    name text NOT NULL,
    checksum text NOT NULL,
    applied integer NOT NULL
) STRICT

-- name: applied
SELECT number, name, checksum FROM schema_migrations ORDER BY number

-- name: record
INSERT INTO schema_migrations (number, name, checksum, applied) VALUES (:number, :name, :checksum, :applied)

-- name: lock
SELECT 1 AS locked
