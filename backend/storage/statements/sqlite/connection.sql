-- Run in this order on every new connection, then checked: a setting that did not take is a refusal to start.

-- direct: setup_1
PRAGMA busy_timeout = 5000

-- direct: setup_2
PRAGMA journal_mode = WAL

-- direct: setup_3
PRAGMA synchronous = FULL

-- direct: setup_4
PRAGMA foreign_keys = ON

-- name: check
SELECT 'journal_mode' AS setting, journal_mode AS value, journal_mode = 'wal' AS ok FROM pragma_journal_mode
UNION ALL
SELECT 'synchronous', synchronous, synchronous = 2 FROM pragma_synchronous
UNION ALL
SELECT 'foreign_keys', foreign_keys, foreign_keys = 1 FROM pragma_foreign_keys
