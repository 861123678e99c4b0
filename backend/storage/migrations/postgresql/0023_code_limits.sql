-- No code is used more often than it may be: where its limit was lowered since, that is what was used. And what was given back
-- is remembered: a booking whose money comes late may have it again.

UPDATE discounts
SET max_uses = uses
WHERE uses > max_uses

ALTER TABLE discounts ADD CONSTRAINT discounts_within_limit CHECK (max_uses IS NULL OR uses <= max_uses)

ALTER TABLE discount_uses ADD COLUMN given_back boolean NOT NULL DEFAULT false
