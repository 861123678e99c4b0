-- name: put
INSERT INTO event_posters (event, hash, format, width, height, bytes)
VALUES (:event, :hash, :format, :width, :height, :bytes)
ON CONFLICT (event) DO UPDATE
SET hash = excluded.hash, format = excluded.format, width = excluded.width, height = excluded.height, bytes = excluded.bytes

-- name: remove
DELETE FROM event_posters
WHERE event = :event
RETURNING hash

-- name: get
SELECT e.state, x.hash, x.format, x.width, x.height, x.bytes
FROM events e
JOIN event_posters x ON x.event = e.id
WHERE e.id = :event
