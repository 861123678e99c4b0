-- Two doors at once: the second gets no row, whichever server it asks.
-- name: insert
INSERT INTO checkins (id, ticket, event, at, recorded, door, offline, actor, key)
VALUES (:id, :ticket, :event, :at, :recorded, :door, :offline, :actor, :key)
ON CONFLICT DO NOTHING
RETURNING id

-- name: standing
SELECT at, door, key
FROM checkins
WHERE ticket = :ticket AND undone IS NULL

-- Which of these tickets are in.
-- name: standing_among
SELECT ticket
FROM checkins
WHERE ticket = :ticket AND undone IS NULL

-- Whoever told it: keys are random, and two people at one door are one door.
-- name: of_key
SELECT ticket, event, at, door
FROM checkins
WHERE key = :key

-- What was told before is not told anew.
-- name: insert_conflict
INSERT INTO checkin_conflicts (id, event, shown, ticket, outcome, at, door, actor, key, recorded, other_at, other_door)
VALUES (:id, :event, :shown, :ticket, :outcome, :at, :door, :actor, :key, :recorded, :other_at, :other_door)
ON CONFLICT DO NOTHING
RETURNING id

-- name: conflict_of_key
SELECT c.id, c.event, c.shown, c.ticket, c.outcome, c.at, c.door, c.recorded, c.other_at, c.other_door, a.name AS told_by,
    t.event AS ticket_event, t.label, b.customer_name, e.name AS event_name, e.starts, v.time_zone,
    (SELECT x.name FROM event_ticket_types x WHERE x.event = t.event AND x.key = t.ticket_type) AS ticket_type
FROM checkin_conflicts c
JOIN accounts a ON a.id = c.actor
LEFT JOIN tickets t ON t.number = c.ticket
LEFT JOIN bookings b ON b.id = t.booking
LEFT JOIN events e ON e.id = t.event
LEFT JOIN venues v ON v.id = e.venue
WHERE c.key = :key

-- name: conflicts_of_event
SELECT c.id, c.event, c.shown, c.ticket, c.outcome, c.at, c.door, c.recorded, c.other_at, c.other_door, a.name AS told_by,
    t.event AS ticket_event, t.label, b.customer_name, e.name AS event_name, e.starts, v.time_zone,
    (SELECT x.name FROM event_ticket_types x WHERE x.event = t.event AND x.key = t.ticket_type) AS ticket_type
FROM checkin_conflicts c
JOIN accounts a ON a.id = c.actor
LEFT JOIN tickets t ON t.number = c.ticket
LEFT JOIN bookings b ON b.id = t.booking
LEFT JOIN events e ON e.id = t.event
LEFT JOIN venues v ON v.id = e.venue
WHERE c.event = :event AND (c.recorded, c.id) < (:before_at, :before_id)
ORDER BY c.recorded DESC, c.id DESC
LIMIT :limit

-- name: count_conflicts
SELECT count(*) AS conflicts
FROM checkin_conflicts
WHERE event = :event

-- name: of_undo_key
SELECT id, ticket, event
FROM checkins
WHERE undone_by = :actor AND undo_key = :key

-- name: undo
UPDATE checkins
SET undone = :undone, undone_by = :actor, undo_reason = :reason, undo_key = :key
WHERE ticket = :ticket AND event = :event AND undone IS NULL
RETURNING id

-- name: get
SELECT c.id, c.ticket, c.event, c.at, c.door, c.offline, c.undone, c.undo_reason, t.place, t.label, b.customer_name,
    (SELECT x.name FROM event_ticket_types x WHERE x.event = t.event AND x.key = t.ticket_type) AS ticket_type
FROM checkins c
JOIN tickets t ON t.number = c.ticket
JOIN bookings b ON b.id = t.booking
WHERE c.id = :id

-- name: list_of_event
SELECT c.id, c.ticket, c.event, c.at, c.door, c.offline, c.undone, c.undo_reason, t.label, b.customer_name,
    (SELECT x.name FROM event_ticket_types x WHERE x.event = t.event AND x.key = t.ticket_type) AS ticket_type
FROM checkins c
JOIN tickets t ON t.number = c.ticket
JOIN bookings b ON b.id = t.booking
WHERE c.event = :event AND (c.at, c.id) < (:before_at, :before_id)
ORDER BY c.at DESC, c.id DESC
LIMIT :limit

-- name: attendance
SELECT (SELECT count(*) FROM checkins WHERE event = :event AND undone IS NULL) AS admitted,
    (SELECT count(*) FROM tickets WHERE event = :event AND state = 'valid')
        - (SELECT COALESCE(CAST(sum((SELECT count(*) FROM tickets t WHERE t.booking = b.id AND t.event = :event AND t.state = 'valid')) AS bigint), 0)
            FROM bookings b WHERE b.state = 'reserved')
    AS expected

-- The valid tickets of an event as a door without a connection needs them, and those whose places were given free: perhaps
-- several of a place.
-- name: door_list
SELECT listed.place, listed.number, listed.label, listed.released, c.at, c.door, b.state = 'reserved' AS unpaid,
    (SELECT x.name FROM event_ticket_types x WHERE x.event = listed.event AND x.key = listed.ticket_type) AS ticket_type,
    (SELECT coalesce(max(r.generation), 0) FROM ticket_reprints r WHERE r.ticket = listed.number) AS generation
FROM (SELECT x.event, x.place, x.number, x.label, x.ticket_type, x.booking, false AS released
        FROM tickets x WHERE x.event = :event AND x.state = 'valid' AND x.place > :after
    UNION ALL SELECT x.event, x.place, x.number, x.label, x.ticket_type, x.booking, true AS released
        FROM tickets x WHERE x.event = :event AND x.state = 'released' AND x.place > :after
    ORDER BY place
    LIMIT :limit) AS listed
JOIN bookings b ON b.id = listed.booking
LEFT JOIN checkins c ON c.ticket = listed.number AND c.undone IS NULL
ORDER BY listed.place

-- name: places_of_event
SELECT t.place
FROM checkins c
JOIN tickets t ON t.number = c.ticket
WHERE c.event = :event AND c.undone IS NULL
ORDER BY t.place
