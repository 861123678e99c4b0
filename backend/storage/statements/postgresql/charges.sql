-- name: insert
INSERT INTO charges (booking, position, kind, event, amount, tax, at)
SELECT r.booking, r.position, r.kind, r.event, r.amount, r.tax, timestamptz 'epoch' + r.at * interval '1 millisecond'
FROM unnest(CAST(:booking AS uuid[]), CAST(:position AS integer[]), CAST(:kind AS text[]), CAST(:event AS uuid[]),
    CAST(:amount AS bigint[]), CAST(:tax AS bigint[]), CAST(:at AS bigint[]))
    AS r (booking, position, kind, event, amount, tax, at)

-- name: give_back
UPDATE charges AS c
SET returned = timestamptz 'epoch' + r.returned * interval '1 millisecond'
FROM unnest(CAST(:booking AS uuid[]), CAST(:event AS uuid[]), CAST(:returned AS bigint[])) AS r (booking, event, returned)
WHERE c.booking = r.booking AND c.event = r.event AND c.kind = 'booking_fee' AND c.returned IS NULL
