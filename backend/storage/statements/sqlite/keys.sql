-- name: insert_all
INSERT INTO idempotency_keys (actor, key, operation, request_hash, booking, created)
SELECT value ->> 'actor', value ->> 'key', 'checkout', value ->> 'request_hash', value ->> 'booking', value ->> 'created'
FROM json_each(:rows)

-- name: find_all
SELECT k.actor, k.key, k.operation, k.request_hash, k.booking
FROM json_each(:rows) r
CROSS JOIN idempotency_keys k ON k.actor = r.value ->> 'actor' AND k.key = r.value ->> 'key'
