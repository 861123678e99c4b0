-- Whether it is cancelled, until the transaction ends: cancelling it waits for that.
-- name: keep_state
SELECT state
FROM events
WHERE id = :id
FOR SHARE
