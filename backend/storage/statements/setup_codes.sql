-- name: void_unused
DELETE FROM setup_codes
WHERE used IS NULL

-- name: insert
INSERT INTO setup_codes (hash, created, expires)
VALUES (:hash, :created, :expires)

-- name: redeem
UPDATE setup_codes
SET used = :now
WHERE hash = :hash AND used IS NULL AND expires > :now
RETURNING used
