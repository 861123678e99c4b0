-- When the seat of a ticket was given free because nobody came. What was paid for it stays with the house.

ALTER TABLE tickets ADD COLUMN released integer
