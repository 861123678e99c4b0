-- Pictures that announce events, and logos of venues: each stands once in posters, and event_posters and venue_logos say who has it.

-- Kept, if it is not there. An update even then: until the transaction ends nobody takes it away as one that nobody has.
-- name: keep
INSERT INTO posters (hash, format, width, height, bytes)
VALUES (:hash, :format, :width, :height, :bytes)
ON CONFLICT (hash) DO UPDATE
SET format = excluded.format

-- name: give
INSERT INTO event_posters (event, hash)
VALUES (:event, :hash)
ON CONFLICT (event) DO UPDATE
SET hash = excluded.hash

-- Before it is changed, or given to another event: others wait here until the transaction ends.
-- name: lock_of_event
SELECT x.hash, length(p.bytes) AS size
FROM event_posters x
JOIN posters p ON p.hash = x.hash
WHERE x.event = :event

-- name: take
DELETE FROM event_posters
WHERE event = :event

-- name: give_venue
INSERT INTO venue_logos (venue, hash)
VALUES (:venue, :hash)
ON CONFLICT (venue) DO UPDATE
SET hash = excluded.hash

-- As lock_of_event.
-- name: lock_of_venue
SELECT x.hash, length(p.bytes) AS size
FROM venue_logos x
JOIN posters p ON p.hash = x.hash
WHERE x.venue = :venue

-- name: take_from_venue
DELETE FROM venue_logos
WHERE venue = :venue

-- It is locked: nobody gives it to an event or a venue meanwhile.
-- name: forget_unused
DELETE FROM posters
WHERE hash = :hash
    AND NOT EXISTS (SELECT 1 FROM event_posters x WHERE x.hash = posters.hash)
    AND NOT EXISTS (SELECT 1 FROM venue_logos l WHERE l.hash = posters.hash)

-- name: get
SELECT e.state, p.hash, p.format, p.width, p.height, p.bytes
FROM events e
JOIN event_posters x ON x.event = e.id
JOIN posters p ON p.hash = x.hash
WHERE e.id = :event

-- name: get_of_venue
SELECT p.hash, p.format, p.width, p.height, p.bytes
FROM venue_logos x
JOIN posters p ON p.hash = x.hash
WHERE x.venue = :venue
