-- name: newest_version
SELECT COALESCE(max(version), 0) AS version
FROM plan_versions
WHERE plan = :plan

-- name: others_named
SELECT plan
FROM plan_versions
WHERE venue = :venue AND name = :name AND plan <> :plan
LIMIT 1

-- name: set_hall
INSERT INTO plan_halls (plan, hall)
VALUES (:plan, :hall)
ON CONFLICT (plan) DO UPDATE SET hall = excluded.hall

-- name: remove_hall
DELETE FROM plan_halls
WHERE plan = :plan

-- name: insert_version
INSERT INTO plan_versions (plan, version, venue, name, hash, seats, document, created, design)
VALUES (:plan, :version, :venue, :name, :hash, :seats, :document, :created, :design)

-- name: add_design
UPDATE plan_versions
SET design = :design
WHERE plan = :plan AND version = :version AND design IS NULL
RETURNING version

-- name: design_part
SELECT d.hash, length(d.document) AS bytes, substr(d.document, :first, :count) AS part
FROM plan_versions p
JOIN plan_designs d ON d.hash = p.design
WHERE p.plan = :plan AND p.version = :version

-- name: document
SELECT p.plan, p.version, p.venue, p.name, p.hash, p.seats, p.document, (SELECT h.hall FROM plan_halls h WHERE h.plan = p.plan) AS hall
FROM plan_versions p
WHERE p.plan = :plan AND p.version = :version

-- name: summary
SELECT p.plan, p.version, p.name, p.hash, p.seats, (SELECT h.hall FROM plan_halls h WHERE h.plan = p.plan) AS hall
FROM plan_versions p
WHERE p.plan = :plan AND p.version = :version

-- name: newest
SELECT p.plan, p.version, p.name, p.hash, p.seats, (SELECT h.hall FROM plan_halls h WHERE h.plan = p.plan) AS hall
FROM plan_versions p
WHERE p.plan = :plan
ORDER BY p.version DESC
LIMIT 1

-- All versions have the same.
-- name: venue
SELECT venue
FROM plan_versions
WHERE plan = :plan
LIMIT 1

-- name: versions
SELECT plan, version, hash, seats, created, design IS NOT NULL AS has_design
FROM plan_versions
WHERE plan = :plan AND version < :before
ORDER BY version DESC
LIMIT :limit

-- name: find_by_name
SELECT p.plan, p.version, p.name, p.hash, p.seats, (SELECT h.hall FROM plan_halls h WHERE h.plan = p.plan) AS hall
FROM plan_versions p
WHERE p.venue = :venue AND p.name = :name
ORDER BY p.version DESC
LIMIT 1

-- The newest version of each plan, of one venue or of all.
-- name: newest_of_venues
SELECT p.venue, p.plan, p.version, p.name, p.hash, p.seats, (SELECT h.hall FROM plan_halls h WHERE h.plan = p.plan) AS hall
FROM plan_versions p
WHERE p.version = (SELECT max(q.version) FROM plan_versions q WHERE q.plan = p.plan)
    AND (:every_venue OR p.venue = :venue)
ORDER BY p.name, p.plan
