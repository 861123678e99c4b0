-- Who comes late to an area gets any place that is free there: which one a ticket gave free, and which one it got back, is not told by
-- the ticket any more. SQLite adds a column that is never empty by making the table anew.

CREATE TABLE new_no_shows (
    ticket text NOT NULL,
    released_by text NOT NULL,
    release_key text NOT NULL,
    place integer NOT NULL CHECK (place >= 0),
    restored_by text,
    restore_key text,
    restored_place integer CHECK (restored_place >= 0),
    PRIMARY KEY (released_by, release_key, ticket),
    FOREIGN KEY (released_by, release_key) REFERENCES no_show_changes (actor, key),
    FOREIGN KEY (restored_by, restore_key) REFERENCES no_show_changes (actor, key),
    CHECK ((restored_by IS NULL) = (restore_key IS NULL)),
    CHECK ((restored_by IS NULL) = (restored_place IS NULL))
) STRICT, WITHOUT ROWID

INSERT INTO new_no_shows (ticket, released_by, release_key, place, restored_by, restore_key, restored_place)
SELECT n.ticket, n.released_by, n.release_key, t.place, n.restored_by, n.restore_key, CASE WHEN n.restored_by IS NOT NULL THEN t.place END
FROM no_shows n
JOIN tickets t ON t.number = n.ticket

DROP TABLE no_shows

ALTER TABLE new_no_shows RENAME TO no_shows

-- A ticket's place is given free once, until that is taken back.
CREATE UNIQUE INDEX no_shows_one_per_ticket ON no_shows (ticket) WHERE restored_by IS NULL

CREATE INDEX no_shows_by_restore ON no_shows (restored_by, restore_key)
