-- No row when there is one of this id.
-- name: insert
INSERT INTO drafts (id, venue, name, revision, base_plan, base_version, changed, changed_by, hash, document)
VALUES (:id, :venue, :name, 1, :base_plan, :base_version, :changed, :changed_by, :hash, :document)
ON CONFLICT (id) DO NOTHING
RETURNING revision

-- No row when somebody else was faster.
-- name: update
UPDATE drafts
SET name = :name, revision = revision + 1, base_plan = :base_plan, base_version = :base_version,
    changed = :changed, changed_by = :changed_by, hash = :hash, document = :document
WHERE id = :id AND venue = :venue AND revision = :expected
RETURNING revision

-- name: remove
DELETE FROM drafts
WHERE id = :id AND revision = :expected
RETURNING revision

-- name: get
SELECT d.id, d.venue, d.name, d.revision, d.base_plan, d.base_version, p.hash AS base_hash, d.changed, d.changed_by,
    a.name AS changed_by_name, d.hash, length(d.document) AS bytes
FROM drafts d
JOIN accounts a ON a.id = d.changed_by
LEFT JOIN plan_versions p ON p.plan = d.base_plan AND p.version = d.base_version
WHERE d.id = :id

-- name: list
SELECT d.id, d.venue, d.name, d.revision, d.base_plan, d.base_version, p.hash AS base_hash, d.changed, d.changed_by,
    a.name AS changed_by_name, d.hash, length(d.document) AS bytes
FROM drafts d
JOIN accounts a ON a.id = d.changed_by
LEFT JOIN plan_versions p ON p.plan = d.base_plan AND p.version = d.base_version
WHERE :every_venue OR d.venue = :venue
ORDER BY d.id

-- name: part
SELECT substr(document, :first, :count) AS part
FROM drafts
WHERE id = :id

-- Of this revision only.
-- name: keep_design
INSERT INTO plan_designs (hash, document)
SELECT hash, document
FROM drafts
WHERE id = :id AND revision = :revision
ON CONFLICT (hash) DO NOTHING
