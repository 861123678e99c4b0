-- The rows of sales, one after another.

-- name: insert_booking
INSERT INTO bookings (id, reference, owner, created_by, customer_name, email, phone, state, total, currency, created, pay_until, search_text)
VALUES (:booking_id, :booking_reference, :booking_owner, :booking_created_by, :booking_customer_name, :booking_email, :booking_phone, :booking_state, :booking_total,
    :booking_currency, :booking_created, :booking_pay_until, :booking_search_text)

-- name: insert_ticket
INSERT INTO tickets (id, number, booking, position, event, place, label, category, ticket_type, price, state,
    base, discount, discount_name, fee, tax)
VALUES (:ticket_id, :ticket_number, :ticket_booking, :ticket_position, :ticket_event, :ticket_place, :ticket_label, :ticket_category,
    :ticket_ticket_type, :ticket_price, 'valid', :ticket_base, :ticket_discount, :ticket_discount_name, :ticket_fee, :ticket_tax)

-- name: insert_payment
INSERT INTO payments (id, booking, position, kind, direction, amount, currency, tendered, change, reference, brand, last_four, payer, reason, at)
VALUES (:payment_id, :payment_booking, :payment_position, :payment_kind, :payment_direction, :payment_amount, :payment_currency,
    :payment_tendered, :payment_change, :payment_reference, :payment_brand, :payment_last_four, :payment_payer, :payment_reason,
    :payment_at)

-- name: insert_key
INSERT INTO idempotency_keys (actor, key, operation, request_hash, booking, created)
VALUES (:key_actor, :key_key, :key_operation, :key_request_hash, :key_booking, :key_created)
