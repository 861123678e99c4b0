-- direct: create_table
CREATE TABLE IF NOT EXISTS schema_migrations (
    number integer PRIMARY KEY,
    name text NOT NULL,
    checksum text NOT NULL,
    applied timestamptz NOT NULL
)

-- Servers that start together migrate one after another. The number is ours alone: the first bytes of "parterre".
-- name: lock
SELECT 1 AS locked FROM (SELECT pg_advisory_xact_lock(8097879449232634469)) AS waited
