-- What is sent to people by mail. A row is there before anybody tries, and says what became of it; the attachment stays only
-- as long as it may have to be sent. Who sends a mail sets `due` to when another may, should nothing be heard of it.

CREATE TABLE mails (
    id uuid PRIMARY KEY,
    booking uuid NOT NULL,
    recipient text NOT NULL CHECK (recipient <> ''),
    subject text NOT NULL CHECK (subject <> ''),
    body text NOT NULL,
    file_name text NOT NULL CHECK (file_name <> ''),
    attachment bytea CHECK (length(attachment) <= 5242880),
    state text NOT NULL CHECK (state IN ('queued', 'sent', 'failed')),
    attempts integer NOT NULL DEFAULT 0,
    due timestamptz,
    problem text CHECK (problem IN ('unreachable', 'insecure', 'sign_in_refused', 'recipient_refused', 'refused', 'booking_cancelled')),
    answer text,
    created timestamptz NOT NULL,
    created_by uuid NOT NULL REFERENCES accounts (id),
    key text NOT NULL CHECK (key <> ''),
    request_hash bytea NOT NULL CHECK (length(request_hash) = 32),
    sent timestamptz,
    UNIQUE (created_by, key),
    CHECK ((state = 'queued') = (attachment IS NOT NULL)),
    CHECK ((state = 'queued') = (due IS NOT NULL)),
    CHECK ((state = 'sent') = (sent IS NOT NULL))
)

CREATE INDEX mails_due ON mails (due, id) WHERE state = 'queued'

CREATE INDEX mails_by_booking ON mails (booking, created, id)
