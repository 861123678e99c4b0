-- Oldest first.
-- name: of_booking
SELECT n.id, n.text, n.at, a.name AS author
FROM booking_notes n
JOIN accounts a ON a.id = n.author
WHERE n.booking = :booking
ORDER BY n.at, n.id

-- name: get
SELECT n.booking, n.text, n.at, a.name AS author
FROM booking_notes n
JOIN accounts a ON a.id = n.author
WHERE n.id = :id

-- name: count
SELECT count(*) AS notes
FROM booking_notes
WHERE booking = :booking

-- name: insert
INSERT INTO booking_notes (id, booking, text, at, author)
VALUES (:id, :booking, :text, :at, :author)
