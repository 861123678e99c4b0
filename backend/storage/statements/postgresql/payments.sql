-- name: insert_all
INSERT INTO payments (id, booking, position, kind, direction, amount, currency, tendered, change, at)
SELECT r.id, r.booking, r.position, r.kind, r.direction, r.amount, r.currency, r.tendered, r.change,
    timestamptz 'epoch' + r.at * interval '1 millisecond'
FROM json_to_recordset(CAST(:rows AS json)) AS r (id uuid, booking uuid, position integer, kind text, direction text,
    amount bigint, currency text, tendered bigint, change bigint, at bigint)
