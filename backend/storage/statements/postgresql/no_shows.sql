-- How these tickets of an event stand. Once their bookings are locked that stays so.
-- name: tickets_among
SELECT t.number, t.booking, t.place, t.label, t.state, b.state = 'reserved' AS reserved,
    EXISTS (SELECT 1 FROM checkins c WHERE c.ticket = t.number AND c.undone IS NULL) AS admitted
FROM unnest(CAST(:number AS text[]), CAST(:event AS uuid[])) AS r (number, event)
JOIN tickets t ON t.number = r.number AND t.event = r.event
JOIN bookings b ON b.id = t.booking

-- name: release_ticket
UPDATE tickets AS t
SET state = 'released'
FROM unnest(CAST(:booking AS uuid[]), CAST(:number AS text[])) AS r (booking, number)
WHERE t.booking = r.booking AND t.number = r.number AND t.state = 'valid'

-- At its place of before, or in its area at another.
-- name: restore_ticket
UPDATE tickets AS t
SET state = 'valid', place = r.place, label = r.label
FROM unnest(CAST(:booking AS uuid[]), CAST(:number AS text[]), CAST(:place AS integer[]), CAST(:label AS text[])) AS r (booking, number, place, label)
WHERE t.booking = r.booking AND t.number = r.number AND t.state = 'released'

-- name: insert
INSERT INTO no_shows (ticket, released_by, release_key, place)
SELECT r.ticket, r.actor, r.key, r.place
FROM unnest(CAST(:ticket AS text[]), CAST(:actor AS uuid[]), CAST(:key AS text[]), CAST(:place AS integer[])) AS r (ticket, actor, key, place)

-- name: mark_restored
UPDATE no_shows AS n
SET restored_by = r.actor, restore_key = r.key, restored_place = r.place
FROM unnest(CAST(:ticket AS text[]), CAST(:actor AS uuid[]), CAST(:key AS text[]), CAST(:place AS integer[])) AS r (ticket, actor, key, place)
WHERE n.ticket = r.ticket AND n.restored_by IS NULL
