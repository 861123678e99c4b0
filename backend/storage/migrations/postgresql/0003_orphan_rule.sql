ALTER TABLE events ADD COLUMN orphan_rule text NOT NULL DEFAULT 'off' CHECK (orphan_rule IN ('off', 'warn', 'block'))
