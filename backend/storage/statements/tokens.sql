-- name: insert
INSERT INTO auth_tokens (hash, account, created, expires, last_used)
VALUES (:hash, :account, :created, :expires, :created)

-- name: find
SELECT account, expires, last_used
FROM auth_tokens
WHERE hash = :hash
    AND expires > :now
    AND EXISTS (SELECT 1 FROM accounts a WHERE a.id = auth_tokens.account AND NOT a.disabled)

-- name: note_use
UPDATE auth_tokens
SET last_used = :now
WHERE hash = :hash AND last_used < :now

-- name: remove
DELETE FROM auth_tokens
WHERE hash = :hash

-- name: remove_all_of
DELETE FROM auth_tokens
WHERE account = :account AND hash <> :except
RETURNING account

-- name: remove_expired
DELETE FROM auth_tokens
WHERE expires <= :now
RETURNING account
