-- What is sent by mail. Whoever sends one has claimed it before: its number of attempts says which claim that was.

-- name: insert
INSERT INTO mails (id, booking, recipient, subject, body, file_name, attachment, state, due, created, created_by, key, request_hash)
VALUES (:id, :booking, :recipient, :subject, :body, :file_name, :attachment, 'queued', :created, :created, :created_by, :key, :request_hash)

-- name: of_key
SELECT id, request_hash
FROM mails
WHERE created_by = :created_by AND key = :key

-- name: get
SELECT m.id, m.booking, m.recipient, m.subject, m.state, m.attempts, m.due, m.problem, m.answer, m.created, m.created_by, a.name AS created_by_name, m.sent
FROM mails m
JOIN accounts a ON a.id = m.created_by
WHERE m.id = :id

-- name: waiting_of_booking
SELECT count(*) FILTER (WHERE state = 'queued') AS waiting
FROM mails
WHERE booking = :booking

-- Counted as far as it matters.
-- name: waiting
SELECT count(*) AS waiting
FROM (SELECT id FROM mails WHERE state = 'queued' ORDER BY due, id LIMIT :most) AS line

-- Newest first.
-- name: of_booking
SELECT m.id, m.booking, m.recipient, m.subject, m.state, m.attempts, m.due, m.problem, m.answer, m.created, m.created_by, a.name AS created_by_name, m.sent
FROM mails m
JOIN accounts a ON a.id = m.created_by
WHERE m.booking = :booking
ORDER BY m.created DESC, m.id DESC
LIMIT :limit

-- The one that waits longest, if it is due. The conditions stand twice, so that of two who claim at once only one gets it.
-- name: claim
UPDATE mails
SET attempts = attempts + 1, due = :leased_until
WHERE id = (SELECT id FROM mails WHERE state = 'queued' AND due <= :now ORDER BY due, id LIMIT 1)
    AND state = 'queued' AND due <= :now
RETURNING id, recipient, subject, body, file_name, attachment, attempts, created,
    NOT EXISTS (SELECT 1 FROM tickets t WHERE t.booking = mails.booking AND t.state = 'valid') AS tickets_are_void

-- Whoever sent it: it is with the mail server now.
-- name: sent
UPDATE mails
SET state = 'sent', sent = :now, due = NULL, attachment = NULL, problem = NULL, answer = NULL
WHERE id = :id AND state = 'queued'
RETURNING id

-- name: failed
UPDATE mails
SET state = 'failed', due = NULL, attachment = NULL, problem = :problem, answer = :answer
WHERE id = :id AND state = 'queued' AND attempts = :attempts
RETURNING id

-- name: postponed
UPDATE mails
SET due = :due, problem = :problem, answer = :answer
WHERE id = :id AND state = 'queued' AND attempts = :attempts
RETURNING id
