-- Before it is changed, or given to another event: others wait here until the transaction ends.
-- name: lock_of_event
SELECT x.hash, length(p.bytes) AS size
FROM event_posters x
JOIN posters p ON p.hash = x.hash
WHERE x.event = :event
FOR UPDATE

-- As lock_of_event.
-- name: lock_of_venue
SELECT x.hash, length(p.bytes) AS size
FROM venue_logos x
JOIN posters p ON p.hash = x.hash
WHERE x.venue = :venue
FOR UPDATE
