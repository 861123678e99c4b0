-- Who comes late to an area gets any place that is free there: which one a ticket gave free, and which one it got back, is not told by
-- the ticket any more.

ALTER TABLE no_shows
    ADD COLUMN place integer CHECK (place >= 0),
    ADD COLUMN restored_place integer CHECK (restored_place >= 0)

UPDATE no_shows AS n
SET place = t.place, restored_place = CASE WHEN n.restored_by IS NOT NULL THEN t.place END
FROM tickets t
WHERE t.number = n.ticket

ALTER TABLE no_shows
    ALTER COLUMN place SET NOT NULL,
    ADD CONSTRAINT no_shows_restored_somewhere CHECK ((restored_by IS NULL) = (restored_place IS NULL))
