-- What is owed for tickets of cancelled events. `insert` takes a RowSet: one row here, arrays on PostgreSQL.

-- name: insert
INSERT INTO refunds (event, booking, amount, currency, tickets, owed)
VALUES (:event, :booking, :amount, :currency, :tickets, :owed)

-- name: of_booking
SELECT r.event, e.name AS event_name, e.cancel_reason, r.amount, r.currency, r.owed, r.paid
FROM refunds r
JOIN events e ON e.id = r.event
WHERE r.booking = :booking
ORDER BY r.owed, r.event

-- The booking is locked: nobody else pays it meanwhile.
-- name: pay
UPDATE refunds
SET paid = :paid, payment = :payment
WHERE event = :event AND booking = :booking AND paid IS NULL

-- In the order of their bookings, which is that of time.
-- name: list_of_event
SELECT r.booking, b.reference, b.customer_name, r.amount, r.currency, r.paid
FROM refunds r
JOIN bookings b ON b.id = r.booking
WHERE r.event = :event AND r.booking > :after
ORDER BY r.booking
LIMIT :limit

-- Seats of the bookings after one and up to another.
-- name: labels_of_event
SELECT t.booking, t.label
FROM tickets t
WHERE t.event = :event AND t.state <> 'valid' AND t.with_event AND t.booking > :after AND t.booking <= :last
ORDER BY t.booking, t.position

-- All ways that these bookings were paid, the first one first.
-- name: ways_of_event
SELECT p.booking, p.kind, min(p.position) AS first_position
FROM refunds r
JOIN payments p ON p.booking = r.booking AND p.direction = 'payment'
WHERE r.event = :event AND r.booking > :after AND r.booking <= :last
GROUP BY p.booking, p.kind
ORDER BY p.booking, first_position

-- name: totals_of_event
SELECT r.currency, count(*) AS bookings, CAST(sum(r.tickets) AS bigint) AS tickets,
    CAST(sum(CASE WHEN r.paid IS NULL THEN r.amount ELSE 0 END) AS bigint) AS owed,
    CAST(sum(CASE WHEN r.paid IS NULL THEN 0 ELSE r.amount END) AS bigint) AS paid
FROM refunds r
WHERE r.event = :event
GROUP BY r.currency
ORDER BY r.currency

-- Of what is only reserved nothing was paid, so nothing is owed.
-- name: sales_of_event
SELECT s.currency, count(*) AS bookings, CAST(sum(s.tickets) AS bigint) AS tickets, CAST(sum(s.amount) AS bigint) AS amount,
    count(CASE s.state WHEN 'reserved' THEN 1 END) AS reservations, CAST(sum(CASE s.state WHEN 'reserved' THEN s.tickets ELSE 0 END) AS bigint) AS reserved_tickets
FROM (
    SELECT b.currency, b.state, count(*) AS tickets,
        CASE WHEN b.state = 'reserved' THEN 0 ELSE sum(kept.price) + COALESCE((SELECT sum(c.amount) FROM charges c
            WHERE c.booking = kept.booking AND c.event = :event AND c.kind = 'booking_fee' AND c.returned IS NULL), 0) END AS amount
    FROM (SELECT x.booking, x.price FROM tickets x WHERE x.event = :event AND x.state = 'valid'
        UNION ALL SELECT x.booking, x.price FROM tickets x WHERE x.event = :event AND x.state = 'released') AS kept
    JOIN bookings b ON b.id = kept.booking
    GROUP BY b.currency, b.state, kept.booking) AS s
GROUP BY s.currency
ORDER BY s.currency

-- The same of all dates of a series from one on, as events.cancellable_of_series has them.
-- name: sales_of_series
WITH dates AS NOT MATERIALIZED (
    SELECT e.id
    FROM events e
    WHERE e.series = :series AND e.starts >= :from AND e.state IN ('published', 'paused')
)
SELECT s.currency, count(*) AS bookings, CAST(sum(s.tickets) AS bigint) AS tickets, CAST(sum(s.amount) AS bigint) AS amount,
    count(CASE s.state WHEN 'reserved' THEN 1 END) AS reservations, CAST(sum(CASE s.state WHEN 'reserved' THEN s.tickets ELSE 0 END) AS bigint) AS reserved_tickets
FROM (
    SELECT b.currency, b.state, count(*) AS tickets,
        CASE WHEN b.state = 'reserved' THEN 0 ELSE sum(kept.price) + COALESCE((SELECT sum(c.amount) FROM charges c
            WHERE c.booking = kept.booking AND c.kind = 'booking_fee' AND c.returned IS NULL AND c.event IN (SELECT d.id FROM dates d)), 0) END AS amount
    FROM (SELECT x.booking, x.price FROM dates d JOIN tickets x ON x.event = d.id AND x.state = 'valid'
        UNION ALL SELECT x.booking, x.price FROM dates d JOIN tickets x ON x.event = d.id AND x.state = 'released') AS kept
    JOIN bookings b ON b.id = kept.booking
    GROUP BY b.currency, b.state, kept.booking) AS s
GROUP BY s.currency
ORDER BY s.currency
