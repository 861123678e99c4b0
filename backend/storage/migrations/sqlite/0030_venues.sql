-- Venues are changed by people, who say which version they saw.

ALTER TABLE venues ADD COLUMN version integer NOT NULL DEFAULT 1 CHECK (version > 0)

-- Plans of a hall that other plans are of, too. A plan that is not here has a hall of its own, of its name.
CREATE TABLE plan_halls (
    plan text PRIMARY KEY,
    hall text NOT NULL CHECK (hall <> '')
) STRICT, WITHOUT ROWID
