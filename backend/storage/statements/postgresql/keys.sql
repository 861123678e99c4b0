-- name: insert_all
INSERT INTO idempotency_keys (actor, key, operation, request_hash, booking, created)
SELECT r.actor, r.key, 'checkout', r.request_hash, r.booking, timestamptz 'epoch' + r.created * interval '1 millisecond'
FROM unnest(CAST(:actor AS uuid[]), CAST(:key AS text[]), CAST(:request_hash AS text[]), CAST(:booking AS uuid[]),
    CAST(:created AS bigint[]))
    AS r (actor, key, request_hash, booking, created)

-- name: find_all
SELECT k.actor, k.key, k.operation, k.request_hash, k.booking
FROM unnest(CAST(:actor AS uuid[]), CAST(:key AS text[])) AS r (actor, key)
JOIN idempotency_keys k ON k.actor = r.actor AND k.key = r.key
