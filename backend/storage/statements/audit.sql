-- name: head
SELECT sequence, hash
FROM audit_head
WHERE id = 1

-- Before appending: others wait here until the transaction ends.
-- name: lock_head
SELECT sequence, hash
FROM audit_head
WHERE id = 1

-- name: list
SELECT sequence, at, actor, session_hash, address, action, object_kind, object_id, before, after, previous_hash, hash
FROM audit
WHERE sequence > :after_sequence
ORDER BY sequence
LIMIT :limit
