-- Of which events they are.
-- name: events_among
SELECT DISTINCT b.event
FROM blocks b
WHERE b.id = ANY (CAST(:id AS uuid[]))

-- name: insert_place
INSERT INTO block_places (event, place, block)
SELECT r.event, r.place, r.block
FROM unnest(CAST(:event AS uuid[]), CAST(:place AS integer[]), CAST(:block AS uuid[])) AS r (event, place, block)

-- Which of these places are blocked already.
-- name: places_among
SELECT p.event, p.place
FROM unnest(CAST(:event AS uuid[]), CAST(:place AS integer[])) AS r (event, place)
JOIN block_places p ON p.event = r.event AND p.place = r.place

-- Of these places those that are blocked, each with its block.
-- name: of_places
SELECT p.place, b.id, b.kind, b.reason, b.created, b.release_at, b.release_minutes, b.release_confirmed,
    a.id AS created_by, a.name AS created_by_name, a.role AS created_by_role
FROM unnest(CAST(:event AS uuid[]), CAST(:place AS integer[])) AS r (event, place)
JOIN block_places p ON p.event = r.event AND p.place = r.place
JOIN blocks b ON b.id = p.block
JOIN accounts a ON a.id = b.created_by

-- name: release_place
DELETE FROM block_places AS p
USING unnest(CAST(:block AS uuid[]), CAST(:place AS integer[])) AS r (block, place)
WHERE p.block = r.block AND p.place = r.place
RETURNING p.place
