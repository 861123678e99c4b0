-- name: insert_all
INSERT INTO bookings (id, reference, owner, created_by, customer_name, state, total, currency, created, search_text)
SELECT r.id, r.reference, r.owner, r.created_by, r.customer_name, 'confirmed', r.total, r.currency,
    timestamptz 'epoch' + r.created * interval '1 millisecond', r.search_text
FROM unnest(CAST(:id AS uuid[]), CAST(:reference AS text[]), CAST(:owner AS uuid[]), CAST(:created_by AS uuid[]),
    CAST(:customer_name AS text[]), CAST(:total AS bigint[]), CAST(:currency AS text[]), CAST(:created AS bigint[]),
    CAST(:search_text AS text[]))
    AS r (id, reference, owner, created_by, customer_name, total, currency, created, search_text)

-- Booking references and ticket numbers that exist already.
-- name: numbers_among
SELECT b.reference AS number
FROM unnest(CAST(:number AS text[])) AS r (number)
JOIN bookings b ON b.reference = r.number
UNION ALL
SELECT t.number
FROM unnest(CAST(:number AS text[])) AS r (number)
JOIN tickets t ON t.number = r.number
