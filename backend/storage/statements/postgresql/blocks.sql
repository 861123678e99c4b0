-- Nobody gives places of the event an owner until this is over, and who just did is seen: see tickets_leave_block.
-- name: lock_places
SELECT 1 AS locked FROM (SELECT pg_advisory_xact_lock(lock_of_places(CAST(:event AS uuid)))) AS waited

-- name: insert_place
INSERT INTO block_places (event, place, block)
SELECT r.event, r.place, r.block
FROM unnest(CAST(:event AS uuid[]), CAST(:place AS integer[]), CAST(:block AS uuid[])) AS r (event, place, block)

-- Which of these places are blocked already.
-- name: places_among
SELECT p.event, p.place
FROM unnest(CAST(:event AS uuid[]), CAST(:place AS integer[])) AS r (event, place)
JOIN block_places p ON p.event = r.event AND p.place = r.place

-- name: release_place
DELETE FROM block_places AS p
USING unnest(CAST(:block AS uuid[]), CAST(:place AS integer[])) AS r (block, place)
WHERE p.block = r.block AND p.place = r.place
RETURNING p.place
