-- name: insert
INSERT INTO series (id, rule, first_start, request_hash, created, created_by)
VALUES (:id, :rule, :first_start, :request_hash, :created, :created_by)

-- name: get
SELECT rule, first_start, request_hash
FROM series
WHERE id = :id
