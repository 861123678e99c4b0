-- name: insert_all
INSERT INTO tickets (id, number, booking, position, event, place, label, category, ticket_type, price, state)
SELECT r.id, r.number, r.booking, r.position, r.event, r.place, r.label, r.category, r.ticket_type, r.price, 'valid'
FROM json_to_recordset(CAST(:rows AS json)) AS r (id uuid, number text, booking uuid, position integer, event uuid,
    place integer, label text, category text, ticket_type text, price bigint)

-- Which of these places somebody owns.
-- name: live_among
SELECT t.event, t.place
FROM json_to_recordset(CAST(:rows AS json)) AS r (event uuid, place integer)
JOIN tickets t ON t.event = r.event AND t.place = r.place
WHERE t.state = 'valid'

-- The first ten tickets of each of these bookings.
-- name: first_of_bookings
SELECT t.booking, t.label, e.name AS event_name, e.starts AS event_starts, v.time_zone
FROM json_to_recordset(CAST(:rows AS json)) AS r (booking uuid)
JOIN tickets t ON t.booking = r.booking
JOIN events e ON e.id = t.event
JOIN venues v ON v.id = e.venue
WHERE t.position < 10
ORDER BY t.booking, t.position
