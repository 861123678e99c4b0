-- Which of these tickets are in.
-- name: standing_among
SELECT c.ticket
FROM unnest(CAST(:ticket AS text[])) AS r (ticket)
JOIN checkins c ON c.ticket = r.ticket
WHERE c.undone IS NULL
