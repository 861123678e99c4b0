-- Which of these places somebody owns.
-- name: live_among
SELECT t.event, t.place
FROM unnest(CAST(:event AS uuid[]), CAST(:place AS integer[])) AS r (event, place)
JOIN tickets t ON t.event = r.event AND t.place = r.place
WHERE t.state = 'valid'

-- Of each of these bookings the first ten tickets and all that are valid, those first.
-- name: first_of_bookings
SELECT t.booking, t.state, t.label, e.name AS event_name, e.starts AS event_starts, v.time_zone
FROM unnest(CAST(:booking AS uuid[])) AS r (booking)
JOIN tickets t ON t.booking = r.booking
JOIN events e ON e.id = t.event
JOIN venues v ON v.id = e.venue
WHERE t.position < 10 OR t.state = 'valid'
ORDER BY t.booking, t.state <> 'valid', t.position

-- name: give_back
UPDATE tickets AS t
SET state = r.state
FROM unnest(CAST(:booking AS uuid[]), CAST(:number AS text[]), CAST(:state AS text[])) AS r (booking, number, state)
WHERE t.booking = r.booking AND t.number = r.number AND t.state = 'valid'

-- Because nobody came.
-- name: release
UPDATE tickets AS t
SET state = 'cancelled', released = timestamptz 'epoch' + r.released * interval '1 millisecond'
FROM unnest(CAST(:booking AS uuid[]), CAST(:number AS text[]), CAST(:released AS bigint[])) AS r (booking, number, released)
WHERE t.booking = r.booking AND t.number = r.number AND t.state = 'valid'

-- name: bookings_of
SELECT t.booking
FROM unnest(CAST(:number AS text[])) AS r (number)
JOIN tickets t ON t.number = r.number

-- With their event.
-- name: cancel_with_event
UPDATE tickets AS t
SET state = 'cancelled', with_event = true
FROM unnest(CAST(:booking AS uuid[]), CAST(:event AS uuid[])) AS r (booking, event)
WHERE t.booking = r.booking AND t.event = r.event AND t.state = 'valid'
