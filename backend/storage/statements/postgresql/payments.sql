-- name: insert_all
INSERT INTO payments (id, booking, position, kind, direction, amount, currency, tendered, change, at)
SELECT r.id, r.booking, r.position, r.kind, r.direction, r.amount, r.currency, r.tendered, r.change,
    timestamptz 'epoch' + r.at * interval '1 millisecond'
FROM unnest(CAST(:id AS uuid[]), CAST(:booking AS uuid[]), CAST(:position AS integer[]), CAST(:kind AS text[]),
    CAST(:direction AS text[]), CAST(:amount AS bigint[]), CAST(:currency AS text[]), CAST(:tendered AS bigint[]),
    CAST(:change AS bigint[]), CAST(:at AS bigint[]))
    AS r (id, booking, position, kind, direction, amount, currency, tendered, change, at)
