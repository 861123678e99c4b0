-- Idempotency keys: what a client called its request, and the booking that came of it.

-- name: find
SELECT operation, request_hash, booking
FROM idempotency_keys
WHERE actor = :actor AND key = :key

-- name: insert
INSERT INTO idempotency_keys (actor, key, operation, request_hash, booking, created)
VALUES (:actor, :key, :operation, :request_hash, :booking, :created)

-- name: remove_before
DELETE FROM idempotency_keys
WHERE created < :time
RETURNING key

-- name: find_all
SELECT actor, key, operation, request_hash, booking
FROM idempotency_keys
WHERE actor = :actor AND key = :key
