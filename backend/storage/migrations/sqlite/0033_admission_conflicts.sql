-- What doors decided without the server and what did not stand when it was told: kept once, however often it is told. `shown` is the number of
-- a ticket, or what was shown instead of one; `ticket` is null when it is none of this house. `at` and `door`: when and where somebody was let
-- in; `other_at` and `other_door`: what stands against it.
CREATE TABLE checkin_conflicts (
    id text PRIMARY KEY,
    event text NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    shown text NOT NULL CHECK (shown <> ''),
    ticket text,
    outcome text NOT NULL CHECK (outcome IN ('already_in', 'wrong_event', 'cancelled', 'exchanged', 'reprinted', 'unpaid', 'released', 'not_of_house')),
    at integer NOT NULL,
    door text NOT NULL,
    actor text NOT NULL REFERENCES accounts (id),
    key text NOT NULL UNIQUE CHECK (key <> ''),
    recorded integer NOT NULL,
    other_at integer,
    other_door text
) STRICT

CREATE INDEX checkin_conflicts_by_event ON checkin_conflicts (event, recorded, id)

-- A key names the same admission whoever tells it. Not unique: before, each account had keys of its own.
CREATE INDEX checkins_by_key ON checkins (key)
