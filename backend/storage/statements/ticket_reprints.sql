-- name: of_booking
SELECT r.ticket, max(r.generation) AS generation
FROM tickets t
JOIN ticket_reprints r ON r.ticket = t.number
WHERE t.booking = :booking
GROUP BY r.ticket

-- name: newest
SELECT generation, at
FROM ticket_reprints
WHERE ticket = :ticket
ORDER BY generation DESC
LIMIT 1

-- name: of_key
SELECT ticket, generation
FROM ticket_reprints
WHERE actor = :actor AND key = :key

-- name: insert
INSERT INTO ticket_reprints (ticket, generation, actor, key, at)
VALUES (:ticket, :generation, :actor, :key, :at)
