-- name: insert
INSERT INTO accounts (id, email, name, phone, locale, role, password_hash, created, disabled)
VALUES (:id, :email, :name, :phone, :locale, :role, :password_hash, :created, :disabled)

-- name: find_by_email
SELECT id, email, name, phone, locale, role, password_hash, created, disabled
FROM accounts
WHERE email = :email

-- name: find_by_id
SELECT id, email, name, phone, locale, role, password_hash, created, disabled
FROM accounts
WHERE id = :id

-- name: update_profile
UPDATE accounts
SET name = :name, email = :email, phone = :phone, locale = :locale
WHERE id = :id

-- name: update_password
UPDATE accounts
SET password_hash = :password_hash
WHERE id = :id

-- name: set_role
UPDATE accounts
SET role = :role
WHERE id = :id

-- name: set_disabled
UPDATE accounts
SET disabled = :disabled
WHERE id = :id

-- name: administrators
SELECT count(*) AS administrators
FROM accounts
WHERE role = 'administrator' AND NOT disabled

-- name: list
SELECT id, email, name, phone, locale, role, password_hash, created, disabled
FROM accounts
WHERE :with_guests OR role <> 'guest'
ORDER BY created, id
