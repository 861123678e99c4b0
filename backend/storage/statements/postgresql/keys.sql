-- name: insert_all
INSERT INTO idempotency_keys (actor, key, operation, request_hash, booking, created)
SELECT r.actor, r.key, 'checkout', r.request_hash, r.booking, timestamptz 'epoch' + r.created * interval '1 millisecond'
FROM json_to_recordset(CAST(:rows AS json)) AS r (actor uuid, key text, request_hash text, booking uuid, created bigint)

-- name: find_all
SELECT k.actor, k.key, k.operation, k.request_hash, k.booking
FROM json_to_recordset(CAST(:rows AS json)) AS r (actor uuid, key text)
JOIN idempotency_keys k ON k.actor = r.actor AND k.key = r.key
