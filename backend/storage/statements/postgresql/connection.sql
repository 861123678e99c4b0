-- Run in this order on every new connection, then checked: a database that may lose commits is refused.

-- direct: setup_1
SET TIME ZONE 'UTC'

-- direct: setup_2
SET lock_timeout = '10s'

-- direct: setup_3
SET client_min_messages = warning

-- name: check
SELECT name AS setting, setting AS value,
    CASE name
        WHEN 'synchronous_commit' THEN setting <> 'off'
        WHEN 'server_version_num' THEN CAST(setting AS integer) >= 150000
        WHEN 'server_encoding' THEN setting = 'UTF8'
        ELSE setting = 'on'
    END AS ok
FROM pg_settings
WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit', 'server_version_num', 'server_encoding')
