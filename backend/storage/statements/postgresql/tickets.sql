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
