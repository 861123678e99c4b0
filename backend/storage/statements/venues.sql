-- name: insert
INSERT INTO venues (id, name, address, time_zone, search_text)
VALUES (:id, :name, :address, :time_zone, :search_text)

-- name: find_by_name
SELECT id, name, address, time_zone
FROM venues
WHERE name = :name

-- name: get
SELECT id, name, address, time_zone
FROM venues
WHERE id = :id

-- name: list
SELECT id, name, address, time_zone
FROM venues
ORDER BY search_text, id
