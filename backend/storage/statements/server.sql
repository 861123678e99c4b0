-- name: next_ledger_epoch
UPDATE counters
SET value = value + 1
WHERE name = 'ledger_epoch'
RETURNING value

-- name: setting
SELECT value
FROM server_settings
WHERE key = :key

-- name: keep_setting
INSERT INTO server_settings (key, value)
VALUES (:key, :value)
ON CONFLICT (key) DO NOTHING

-- name: set_setting
INSERT INTO server_settings (key, value)
VALUES (:key, :value)
ON CONFLICT (key) DO UPDATE SET value = excluded.value
