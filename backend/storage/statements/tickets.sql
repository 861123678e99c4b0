-- name: of_booking
SELECT t.id, t.number, t.event, t.place, t.label, t.category, t.ticket_type, t.price, t.state, t.base, t.discount, t.discount_name, t.fee, t.tax,
    b.currency, e.fee_tax_rate, CASE WHEN e.state = 'cancelled' OR b.state = 'reserved' THEN 0 ELSE e.cancel_fee END AS cancel_fee,
    CASE WHEN e.state = 'cancelled' OR b.state = 'reserved' THEN 0 ELSE e.cancel_share END AS cancel_share
FROM tickets t
JOIN bookings b ON b.id = t.booking
JOIN events e ON e.id = t.event
WHERE t.booking = :booking
ORDER BY t.position

-- name: live_of_event
SELECT place, ticket_type
FROM tickets
WHERE event = :event AND state = 'valid'
ORDER BY place

-- name: give_back
UPDATE tickets
SET state = :state
WHERE booking = :booking AND number = :number AND state IN ('valid', 'released')

-- With its event.
-- name: cancel_with_event
UPDATE tickets
SET state = 'cancelled', with_event = true
WHERE booking = :booking AND event = :event AND state IN ('valid', 'released')

-- The bookings of some tickets of an event that nobody gave back: an index for those that are valid and those whose places were
-- given free.
-- name: bookings_of_event
SELECT booking, place
FROM tickets
WHERE event = :event AND state = 'valid'
UNION ALL
SELECT booking, place
FROM tickets
WHERE event = :event AND state = 'released'
ORDER BY place
LIMIT :limit

-- Places of a booking that are not its own any more and that nobody has bought since.
-- name: freed_by
SELECT t.event, t.place
FROM tickets t
WHERE t.booking = :booking
    AND NOT EXISTS (SELECT 1 FROM tickets u WHERE u.event = t.event AND u.place = t.place AND u.state = 'valid')
ORDER BY t.event, t.place

-- Which of these places somebody owns.
-- name: live_among
SELECT event, place
FROM tickets
WHERE event = :event AND place = :place AND state = 'valid'

-- Which of these places nobody can be given: somebody owns them, or they are killed.
-- name: not_for_sale_among
SELECT event, place
FROM tickets
WHERE event = :event AND place = :place AND state = 'valid'
UNION
SELECT p.event, p.place
FROM block_places p
JOIN blocks b ON b.id = p.block
WHERE p.event = :event AND p.place = :place AND b.kind = 'killed'

-- Of each of these bookings the first ten tickets and all that nobody gave back, those first.
-- name: first_of_bookings
SELECT t.booking, t.state, t.label, e.name AS event_name, e.starts AS event_starts, v.time_zone
FROM tickets t
JOIN events e ON e.id = t.event
JOIN venues v ON v.id = e.venue
WHERE t.booking = :booking AND (t.position < 10 OR t.state IN ('valid', 'released'))
ORDER BY t.state NOT IN ('valid', 'released'), t.position

-- name: find
SELECT t.id, t.number, t.event, t.place, t.label, t.category, t.ticket_type, t.price, t.state, t.base, t.discount, t.discount_name, t.fee, t.tax, b.currency,
    t.booking, b.owner, b.customer_name,
    b.state = 'reserved' AS reserved,
    EXISTS (SELECT 1 FROM events e WHERE e.id = t.event AND e.state = 'cancelled') AS event_cancelled,
    (SELECT c.at FROM no_shows n JOIN no_show_changes c ON c.actor = n.released_by AND c.key = n.release_key
        WHERE n.ticket = t.number AND n.restored_by IS NULL) AS released
FROM tickets t
JOIN bookings b ON b.id = t.booking
WHERE t.number = :number
