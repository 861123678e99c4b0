-- Booking references and ticket numbers that exist already.
-- name: numbers_among
SELECT b.reference AS number
FROM unnest(CAST(:number AS text[])) AS r (number)
JOIN bookings b ON b.reference = r.number
UNION ALL
SELECT t.number
FROM unnest(CAST(:number AS text[])) AS r (number)
JOIN tickets t ON t.number = r.number

-- Before changing it: others wait here until the transaction ends.
-- name: lock
SELECT id
FROM bookings
WHERE id = :id
FOR UPDATE
