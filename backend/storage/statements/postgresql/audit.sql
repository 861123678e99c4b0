-- name: lock_head
SELECT sequence, hash
FROM audit_head
WHERE id = 1
FOR UPDATE

-- name: insert_all
INSERT INTO audit (sequence, at, actor, session_hash, address, action, object_kind, object_id, before, after, previous_hash, hash)
SELECT r.sequence, timestamptz 'epoch' + r.at * interval '1 millisecond', r.actor, r.session_hash, r.address, r.action,
    r.object_kind, r.object_id, r.before, r.after, r.previous_hash, r.hash
FROM json_to_recordset(CAST(:rows AS json)) AS r (sequence bigint, at bigint, actor uuid, session_hash text, address text,
    action text, object_kind text, object_id text, before jsonb, after jsonb, previous_hash text, hash text)
