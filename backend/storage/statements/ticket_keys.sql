-- Servers that start together on a new house agree on one key.
-- name: insert_first
INSERT INTO ticket_keys (id, public_key, secret_key, created)
VALUES (1, :public_key, :secret_key, :created)
ON CONFLICT (id) DO NOTHING
RETURNING id

-- name: list
SELECT id, public_key, secret_key
FROM ticket_keys
ORDER BY id
