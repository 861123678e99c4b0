-- People who did not come, and the places that were given free for that. Statements that take a RowSet are for one row here;
-- PostgreSQL has its own for arrays.

-- Who is not in, of those who paid, in the order of their places.
-- name: list_of_event
SELECT t.place, t.number, t.label, t.booking, b.reference, b.customer_name,
    (SELECT x.name FROM event_ticket_types x WHERE x.event = t.event AND x.key = t.ticket_type) AS ticket_type
FROM tickets t
JOIN bookings b ON b.id = t.booking
WHERE t.event = :event AND t.state = 'valid' AND t.place > :after AND b.state = 'confirmed'
    AND NOT EXISTS (SELECT 1 FROM checkins c WHERE c.ticket = t.number AND c.undone IS NULL)
ORDER BY t.place
LIMIT :limit

-- name: change_of_key
SELECT operation, request_hash
FROM no_show_changes
WHERE actor = :actor AND key = :key

-- name: insert_change
INSERT INTO no_show_changes (actor, key, operation, request_hash, event, reason, at)
VALUES (:actor, :key, :operation, :request_hash, :event, :reason, :at)

-- How these tickets of an event stand. Once their bookings are locked that stays so.
-- name: tickets_among
SELECT t.number, t.booking, t.place, t.label, t.state, b.state = 'reserved' AS reserved,
    EXISTS (SELECT 1 FROM checkins c WHERE c.ticket = t.number AND c.undone IS NULL) AS admitted
FROM tickets t
JOIN bookings b ON b.id = t.booking
WHERE t.number = :number AND t.event = :event

-- name: release_ticket
UPDATE tickets
SET state = 'released'
WHERE booking = :booking AND number = :number AND state = 'valid'

-- At its place of before, or in its area at another.
-- name: restore_ticket
UPDATE tickets
SET state = 'valid', place = :place, label = :label
WHERE booking = :booking AND number = :number AND state = 'released'

-- name: insert
INSERT INTO no_shows (ticket, released_by, release_key, place)
VALUES (:ticket, :actor, :key, :place)

-- name: mark_restored
UPDATE no_shows
SET restored_by = :actor, restore_key = :key, restored_place = :place
WHERE ticket = :ticket AND restored_by IS NULL

-- What a request gave free, and whether nobody has the place now.
-- name: of_release
SELECT n.ticket, n.place,
    NOT EXISTS (SELECT 1 FROM tickets u WHERE u.event = c.event AND u.place = n.place AND u.state = 'valid') AS is_free
FROM no_shows n
JOIN no_show_changes c ON c.actor = n.released_by AND c.key = n.release_key
WHERE n.released_by = :actor AND n.release_key = :key
ORDER BY n.place, n.ticket

-- name: of_restore
SELECT n.ticket, n.restored_place AS place
FROM no_shows n
WHERE n.restored_by = :actor AND n.restore_key = :key
ORDER BY n.restored_place, n.ticket

-- name: has_owner
SELECT EXISTS (SELECT 1 FROM tickets t WHERE t.event = :event AND t.place = :place AND t.state = 'valid')
    OR EXISTS (SELECT 1 FROM block_places p WHERE p.event = :event AND p.place = :place) AS owned

-- The places of an area that nobody can be given.
-- name: owned_between
SELECT t.place
FROM tickets t
WHERE t.event = :event AND t.place >= :first AND t.place < :end AND t.state = 'valid'
UNION
SELECT p.place
FROM block_places p
WHERE p.event = :event AND p.place >= :first AND p.place < :end
