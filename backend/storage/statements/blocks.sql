-- `insert_place` and `release_place` take a RowSet: one row here, arrays on PostgreSQL.

-- name: insert
INSERT INTO blocks (id, event, kind, reason, created, created_by, release_at, release_minutes, release_confirmed)
VALUES (:id, :event, :kind, :reason, :created, :created_by, :release_at, :release_minutes, :release_confirmed)

-- name: insert_place
INSERT INTO block_places (event, place, block)
VALUES (:event, :place, :block)

-- Of which events they are.
-- name: events_among
SELECT event
FROM blocks
WHERE id = :id

-- name: get
SELECT b.event, b.kind, b.reason, b.created, b.created_by, b.release_at, b.release_minutes, b.release_confirmed
FROM blocks b
WHERE b.id = :id

-- Of one event, oldest first. Those of which everything was sold have no places.
-- name: of_event
SELECT b.id, b.kind, b.reason, b.created, b.release_at, b.release_minutes, b.release_confirmed,
    a.id AS created_by, a.name AS created_by_name, a.role AS created_by_role
FROM blocks b
JOIN accounts a ON a.id = b.created_by
WHERE b.event = :event
ORDER BY b.created, b.id

-- name: places_of_event
SELECT p.block, p.place
FROM block_places p
WHERE p.event = :event
ORDER BY p.place

-- Which of these places are blocked already.
-- name: places_among
SELECT event, place
FROM block_places
WHERE event = :event AND place = :place

-- Of these places those that are blocked, each with its block.
-- name: of_places
SELECT p.place, b.id, b.kind, b.reason, b.created, b.release_at, b.release_minutes, b.release_confirmed,
    a.id AS created_by, a.name AS created_by_name, a.role AS created_by_role
FROM block_places p
JOIN blocks b ON b.id = p.block
JOIN accounts a ON a.id = b.created_by
WHERE p.event = :event AND p.place = :place

-- name: release_place
DELETE FROM block_places
WHERE block = :block AND place = :place
RETURNING place

-- name: delete_empty
DELETE FROM blocks
WHERE id = :id AND NOT EXISTS (SELECT 1 FROM block_places p WHERE p.block = blocks.id)

-- name: set_release
UPDATE blocks
SET release_at = :release_at, release_minutes = :release_minutes, release_confirmed = :release_confirmed
WHERE id = :id

-- name: any_of_event
SELECT EXISTS (SELECT 1 FROM block_places p WHERE p.event = :event) AS blocked
