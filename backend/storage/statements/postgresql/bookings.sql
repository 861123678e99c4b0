-- name: insert_all
INSERT INTO bookings (id, reference, owner, created_by, customer_name, state, total, currency, created, search_text)
SELECT r.id, r.reference, r.owner, r.created_by, r.customer_name, 'confirmed', r.total, r.currency,
    timestamptz 'epoch' + r.created * interval '1 millisecond', r.search_text
FROM json_to_recordset(CAST(:rows AS json)) AS r (id uuid, reference text, owner uuid, created_by uuid,
    customer_name text, total bigint, currency text, created bigint, search_text text)

-- Booking references and ticket numbers that exist already.
-- name: numbers_among
SELECT b.reference AS number
FROM json_to_recordset(CAST(:rows AS json)) AS r (number text)
JOIN bookings b ON b.reference = r.number
UNION ALL
SELECT t.number
FROM json_to_recordset(CAST(:rows AS json)) AS r (number text)
JOIN tickets t ON t.number = r.number
