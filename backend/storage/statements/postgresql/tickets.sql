-- Which of these places somebody owns.
-- name: live_among
SELECT t.event, t.place
FROM unnest(CAST(:event AS uuid[]), CAST(:place AS integer[])) AS r (event, place)
JOIN tickets t ON t.event = r.event AND t.place = r.place
WHERE t.state = 'valid'

-- Of each of these bookings the first ten tickets and all that nobody gave back, those first.
-- name: first_of_bookings
SELECT t.booking, t.state, t.label, e.name AS event_name, e.starts AS event_starts, v.time_zone
FROM unnest(CAST(:booking AS uuid[])) AS r (booking)
JOIN tickets t ON t.booking = r.booking
JOIN events e ON e.id = t.event
JOIN venues v ON v.id = e.venue
WHERE t.position < 10 OR t.state IN ('valid', 'released')
ORDER BY t.booking, t.state NOT IN ('valid', 'released'), t.position

-- name: give_back
UPDATE tickets AS t
SET state = r.state
FROM unnest(CAST(:booking AS uuid[]), CAST(:number AS text[]), CAST(:state AS text[])) AS r (booking, number, state)
WHERE t.booking = r.booking AND t.number = r.number AND t.state IN ('valid', 'released')

-- With their event.
-- name: cancel_with_event
UPDATE tickets AS t
SET state = 'cancelled', with_event = true
FROM unnest(CAST(:booking AS uuid[]), CAST(:event AS uuid[])) AS r (booking, event)
WHERE t.booking = r.booking AND t.event = r.event AND t.state IN ('valid', 'released')
