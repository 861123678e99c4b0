-- name: insert_all
INSERT INTO audit (sequence, at, actor, session_hash, address, action, object_kind, object_id, before, after, previous_hash, hash)
SELECT value ->> 'sequence', value ->> 'at', value ->> 'actor', value ->> 'session_hash', value ->> 'address', value ->> 'action',
    value ->> 'object_kind', value ->> 'object_id', value ->> 'before', value ->> 'after', value ->> 'previous_hash', value ->> 'hash'
FROM json_each(:rows)
