-- Seats that the house keeps from sale: held back for staff to sell, or killed. They become free by a rule, or when somebody
-- releases them.

CREATE TABLE blocks (
    id text PRIMARY KEY,
    event text NOT NULL REFERENCES events (id),
    kind text NOT NULL CHECK (kind IN ('held_back', 'killed')),
    reason text NOT NULL CHECK (reason <> ''),
    created integer NOT NULL,
    created_by text NOT NULL REFERENCES accounts (id),
    release_at integer,
    release_minutes integer CHECK (release_minutes >= 0),
    release_confirmed integer NOT NULL CHECK (release_confirmed IN (0, 1)),
    CHECK (release_at IS NULL OR release_minutes IS NULL)
) STRICT, WITHOUT ROWID

CREATE INDEX blocks_by_event ON blocks (event, created, id)

-- A seat is in one block at most.
CREATE TABLE block_places (
    event text NOT NULL REFERENCES events (id),
    place integer NOT NULL CHECK (place >= 0),
    block text NOT NULL REFERENCES blocks (id),
    PRIMARY KEY (event, place)
) STRICT, WITHOUT ROWID

CREATE INDEX block_places_by_block ON block_places (block, place)

-- Whoever sells a seat that was held back, and however: it is in no block after that.
CREATE TRIGGER tickets_leave_block AFTER INSERT ON tickets
BEGIN
    DELETE FROM block_places WHERE event = NEW.event AND place = NEW.place;
END
