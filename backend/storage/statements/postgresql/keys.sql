-- name: find_all
SELECT k.actor, k.key, k.operation, k.request_hash, k.booking
FROM unnest(CAST(:actor AS uuid[]), CAST(:key AS text[])) AS r (actor, key)
JOIN idempotency_keys k ON k.actor = r.actor AND k.key = r.key
