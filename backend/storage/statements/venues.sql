-- name: insert
INSERT INTO venues (id, name, address, time_zone, search_text)
VALUES (:id, :name, :address, :time_zone, :search_text)

-- name: update
UPDATE venues
SET name = :name, address = :address, time_zone = :time_zone, search_text = :search_text, version = version + 1
WHERE id = :id AND version = :version
RETURNING version

-- name: delete
DELETE FROM venues
WHERE id = :id AND version = :version
RETURNING version

-- Its events have plans of it.
-- name: is_used
SELECT EXISTS (SELECT 1 FROM plan_versions p WHERE p.venue = :venue)
    OR EXISTS (SELECT 1 FROM drafts d WHERE d.venue = :venue) AS used

-- name: find_by_name
SELECT id, name, address, time_zone, version,
    (SELECT x.hash FROM venue_logos x WHERE x.venue = venues.id) AS logo
FROM venues
WHERE name = :name

-- name: get
SELECT id, name, address, time_zone, version,
    (SELECT x.hash FROM venue_logos x WHERE x.venue = venues.id) AS logo
FROM venues
WHERE id = :id

-- name: list
SELECT id, name, address, time_zone, version,
    (SELECT x.hash FROM venue_logos x WHERE x.venue = venues.id) AS logo
FROM venues
ORDER BY search_text, id
