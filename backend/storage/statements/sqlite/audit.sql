-- name: insert_row
INSERT INTO audit (sequence, at, actor, session_hash, address, action, object_kind, object_id, before, after, previous_hash, hash)
VALUES (:sequence, :at, :actor, :session_hash, :address, :action, :object_kind, :object_id, :before, :after, :previous_hash, :hash)

-- name: set_head
UPDATE audit_head
SET sequence = :last_sequence, hash = :last_hash
WHERE id = 1
