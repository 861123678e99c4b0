-- name: insert_all
INSERT INTO tickets (id, number, booking, position, event, place, label, category, ticket_type, price, state)
SELECT r.id, r.number, r.booking, r.position, r.event, r.place, r.label, r.category, r.ticket_type, r.price, 'valid'
FROM unnest(CAST(:id AS uuid[]), CAST(:number AS text[]), CAST(:booking AS uuid[]), CAST(:position AS integer[]),
    CAST(:event AS uuid[]), CAST(:place AS integer[]), CAST(:label AS text[]), CAST(:category AS text[]),
    CAST(:ticket_type AS text[]), CAST(:price AS bigint[]))
    AS r (id, number, booking, position, event, place, label, category, ticket_type, price)

-- Which of these places somebody owns.
-- name: live_among
SELECT t.event, t.place
FROM unnest(CAST(:event AS uuid[]), CAST(:place AS integer[])) AS r (event, place)
JOIN tickets t ON t.event = r.event AND t.place = r.place
WHERE t.state = 'valid'

-- The first ten tickets of each of these bookings.
-- name: first_of_bookings
SELECT t.booking, t.label, e.name AS event_name, e.starts AS event_starts, v.time_zone
FROM unnest(CAST(:booking AS uuid[])) AS r (booking)
JOIN tickets t ON t.booking = r.booking
JOIN events e ON e.id = t.event
JOIN venues v ON v.id = e.venue
WHERE t.position < 10
ORDER BY t.booking, t.position
