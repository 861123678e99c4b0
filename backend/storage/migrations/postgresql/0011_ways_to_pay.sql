-- Other ways to pay than cash, and what is noted of them. Of a card only its last four digits are ever here.

ALTER TABLE payments
    DROP CONSTRAINT payments_kind_check,
    ADD CONSTRAINT payments_kind_check CHECK (kind IN ('cash', 'card', 'invoice', 'complimentary')),
    ADD COLUMN reference text,
    ADD COLUMN brand text,
    ADD COLUMN last_four text CHECK (length(last_four) = 4),
    ADD COLUMN payer text,
    ADD COLUMN reason text,
    ADD COLUMN refunded_payment uuid,
    ADD CHECK (refunded_payment IS NULL OR direction = 'refund'),
    ADD CHECK (kind NOT IN ('card', 'invoice') OR direction = 'payment' OR refunded_payment IS NOT NULL),
    ADD CHECK (kind <> 'card' OR reference IS NOT NULL)
