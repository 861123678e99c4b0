-- name: insert_all
INSERT INTO tickets (id, number, booking, position, event, place, label, category, ticket_type, price, state)
SELECT value ->> 'id', value ->> 'number', value ->> 'booking', value ->> 'position', value ->> 'event', value ->> 'place',
    value ->> 'label', value ->> 'category', value ->> 'ticket_type', value ->> 'price', 'valid'
FROM json_each(:rows)

-- Which of these places somebody owns.
-- name: live_among
SELECT t.event, t.place
FROM json_each(:rows) r
CROSS JOIN tickets t ON t.event = r.value ->> 'event' AND t.place = r.value ->> 'place'
WHERE t.state = 'valid'

-- The first ten tickets of each of these bookings.
-- name: first_of_bookings
SELECT t.booking, t.label, e.name AS event_name, e.starts AS event_starts, v.time_zone
FROM json_each(:rows) r
CROSS JOIN tickets t ON t.booking = r.value ->> 'booking'
JOIN events e ON e.id = t.event
JOIN venues v ON v.id = e.venue
WHERE t.position < 10
ORDER BY t.booking, t.position
