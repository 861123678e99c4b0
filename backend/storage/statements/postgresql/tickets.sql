-- Which of these places somebody owns.
-- name: live_among
SELECT t.event, t.place
FROM unnest(CAST(:event AS uuid[]), CAST(:place AS integer[])) AS r (event, place)
JOIN tickets t ON t.event = r.event AND t.place = r.place
WHERE t.state = 'valid'

-- Which of these places nobody can be given: somebody owns them, or they are killed.
-- name: not_for_sale_among
WITH asked AS (
    SELECT r.event, r.place
    FROM unnest(CAST(:event AS uuid[]), CAST(:place AS integer[])) AS r (event, place)
)
SELECT t.event, t.place
FROM asked a
JOIN tickets t ON t.event = a.event AND t.place = a.place
WHERE t.state = 'valid'
UNION
SELECT p.event, p.place
FROM asked a
JOIN block_places p ON p.event = a.event AND p.place = a.place
JOIN blocks b ON b.id = p.block
WHERE b.kind = 'killed'

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
