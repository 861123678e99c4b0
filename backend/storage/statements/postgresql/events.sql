-- How they stand, until the transaction ends: changing them waits for that.
-- name: keep_state
SELECT e.id, e.state
FROM events e
WHERE e.id = ANY (CAST(:id AS uuid[]))
ORDER BY e.id
FOR SHARE

-- Before changing them: others wait here until the transaction ends. Who only refers to one does not.
-- name: lock
SELECT e.id
FROM events e
WHERE e.id = ANY (CAST(:id AS uuid[]))
ORDER BY e.id
FOR NO KEY UPDATE

-- Nobody else gives places of theirs an owner, or blocks them, until the transaction ends, and who just did is seen: see
-- tickets_leave_block.
-- name: lock_places
SELECT 1 AS locked
FROM (
    SELECT pg_advisory_xact_lock(lock_of_places(e.event))
    FROM (SELECT DISTINCT r.event FROM unnest(CAST(:event AS uuid[])) AS r (event) ORDER BY r.event) e
) AS waited

-- Which of these are not sold now, or are gone.
-- name: closed_among
SELECT r.event
FROM (SELECT DISTINCT u.event FROM unnest(CAST(:event AS uuid[])) AS u (event)) r
WHERE NOT EXISTS (SELECT 1 FROM events e WHERE e.id = r.event AND e.state = 'published')
