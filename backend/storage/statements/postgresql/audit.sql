-- name: lock_head
SELECT sequence, hash
FROM audit_head
WHERE id = 1
FOR UPDATE

-- Many rows, an array for each column, and the head that they lead to.
-- name: append_all
WITH appended AS (
    INSERT INTO audit (sequence, at, actor, session_hash, address, action, object_kind, object_id, before, after,
        previous_hash, hash)
    SELECT r.sequence, timestamptz 'epoch' + r.at * interval '1 millisecond', r.actor, r.session_hash, r.address, r.action,
        r.object_kind, r.object_id, r.before, r.after, r.previous_hash, r.hash
    FROM unnest(CAST(:sequence AS bigint[]), CAST(:at AS bigint[]), CAST(:actor AS uuid[]),
        CAST(:session_hash AS text[]), CAST(:address AS text[]), CAST(:action AS text[]),
        CAST(:object_kind AS text[]), CAST(:object_id AS text[]), CAST(:before AS jsonb[]), CAST(:after AS jsonb[]),
        CAST(:previous_hash AS text[]), CAST(:hash AS text[]))
        AS r (sequence, at, actor, session_hash, address, action, object_kind, object_id, before, after,
        previous_hash, hash)
)
UPDATE audit_head
SET sequence = :last_sequence, hash = :last_hash
WHERE id = 1
