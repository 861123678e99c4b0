# SPDX-License-Identifier: GPL-3.0-or-later
"""What is done to a booking after it was sold: tickets cancelled and exchanged, money given back, with a fee and without,
reservations paid, prolonged and given free, another contact, notes, the tickets again by mail, and what a customer does alone."""

from desktopsession import wait_for
from flows.steps import check_out, hold, house_time, newest_booking, sell_two, show_booking, take_two, write_time
from lettersink import LetterSink
from programscreen import key


def walk(office, album):
    letters = LetterSink()
    office.settings += ["--self-service-cash", "yes", "--mail-host", "127.0.0.1", "--mail-port", str(letters.port), "--mail-security", "none", "--mail-from", "Box office <box@example.org>"]
    screen = office.serve().open_as("clerk")
    screen.says(r"^\d+ events$")
    cancel_one_ticket(office, screen, album)
    exchange_to_another_date(office, screen, album)
    exchange_for_cheaper_seats(office, screen, album)
    contact_note_and_mail(office, screen, album, letters)
    refund_to_the_card(office, screen, album)
    reservation_paid(office, screen, album)
    reservation_given_free(office, screen, album)
    office.close_app()
    waive_the_fee(office, office.open_as("manager"), album)
    office.close_app()
    cancelled_by_the_customer(office, office.open_as("customer"), album)


def cancel_one_ticket(office, screen, album):
    sell_two(screen, "Night of the Strings")
    booking = newest_booking(office)
    show_booking(screen, booking["reference"])
    album.keep("a booking of two tickets")
    label = ticket_labels(office, booking)[0]
    screen.tick(f"^{label}$")
    screen.press("^Cancel 1 ticket…$")
    screen.says("^Cancel 1 ticket of booking")
    album.keep("what is paid back, and the fee that stays")
    screen.press("^Cancel the ticket$")
    screen.says("its seat is free again")
    album.keep("one ticket is cancelled")
    office.await_value("cancelled tickets", 1, "SELECT count(*) FROM tickets WHERE booking = ? AND state = 'cancelled'", booking["id"])
    office.await_value("refunds in cash", 1, "SELECT count(*) FROM payments WHERE booking = ? AND direction = 'refund' AND kind = 'cash'", booking["id"])


def ticket_labels(office, booking):
    return [row["label"] for row in office.rows("SELECT label FROM tickets WHERE booking = ? AND state = 'valid' ORDER BY position", booking["id"])]


def exchange_to_another_date(office, screen, album):
    sell_two(screen, "The Tempest")
    booking = newest_booking(office)
    show_booking(screen, booking["reference"])
    screen.press("^Exchange…$")
    screen.says(f"^Exchange of {booking['reference']}$")
    album.keep("the exchange begins on the map of the evening")
    take_two(screen, "Night of the Strings")
    screen.says("^To pay$|^To give back$")
    album.keep("seats of another evening and the difference")
    screen.press("^Exchange$")
    screen.says("^Exchange for these seats$")
    album.keep("the checkout of the exchange")
    screen.click("^Exchange$", "push button")
    screen.says("^Exchanged$")
    album.keep("exchanged in one step")
    screen.press("^Done$")
    office.await_value("exchanged tickets", 2, "SELECT count(*) FROM tickets WHERE booking = ? AND state = 'exchanged'", booking["id"])
    office.await_value("new tickets", 2, "SELECT count(*) FROM tickets WHERE booking = ? AND state = 'valid'", booking["id"])


def exchange_for_cheaper_seats(office, screen, album):
    """Of the same evening and of another category; the difference goes back in cash."""
    sell_two(screen, "The Tempest")
    booking = newest_booking(office)
    show_booking(screen, booking["reference"])
    screen.press("^Exchange…$")
    screen.says(f"^Exchange of {booking['reference']}$")
    screen.map()
    hold(screen, screen.neighbours(2, "^Dress circle"))
    screen.says("^To give back$")
    album.keep("seats of another category for less")
    screen.press("^Exchange$")
    screen.says("^Exchange for these seats$")
    album.keep("what goes back for the difference")
    screen.click("^Exchange$", "push button")
    screen.says("^Exchanged$")
    screen.says("^Money to give back: ")
    album.keep("exchanged and the money to give back")
    screen.press("^Done$")
    less = booking["total"] - newest_booking(office)["total"]
    assert less > 0, less
    office.await_value("difference given back in cash", less, "SELECT amount FROM payments WHERE booking = ? AND direction = 'refund' AND kind = 'cash'", booking["id"])


def contact_note_and_mail(office, screen, album, letters):
    booking = newest_booking(office)
    show_booking(screen, booking["reference"])
    screen.press("^Change the contact$")
    screen.says(f"^Whom booking {booking['reference']} is for$")
    screen.fill("^Name on the booking$", "Marlene Dietrich")
    screen.fill("^E-mail$", "marlene@example")
    screen.fill("^Phone$", "030 901820")
    screen.says("^Enter an address such as")
    album.keep("an address that cannot be")
    screen.fill("^E-mail$", "marlene@example.org")
    album.keep("another contact")
    screen.press("^Save$")
    screen.says("marlene@example.org")
    album.keep("the contact is changed")
    office.await_value("name", "Marlene Dietrich", "SELECT customer_name FROM bookings WHERE id = ?", booking["id"])
    screen.fill("^New note$", "Comes with a guide dog.")
    screen.press("^Write it down$")
    screen.says("^Comes with a guide dog")
    album.keep("a note on the booking")
    screen.press("^Send by mail…$")
    screen.says(f"^Tickets of booking {booking['reference']} by mail")
    album.keep("the tickets by mail")
    screen.press("^Send$")
    screen.says("^The tickets are on their way to")
    wait_for("the letter", lambda: letters.letters)
    assert b"marlene@example.org" in letters.letters[0] and b"application/pdf" in letters.letters[0]
    album.keep("the mail is on its way")
    screen.press("^Close$")
    screen.press("^Send by mail…$")
    screen.says("^Sent ")
    album.keep("what was sent before")
    screen.press("^Close$")


def refund_to_the_card(office, screen, album):
    take_two(screen, "The Tempest")
    check_out(screen)
    screen.press("^Card$")
    screen.fill("^Reference on the terminal", "T-100")
    screen.press("^Book and pay$")
    screen.says("^Booked$")
    screen.press("^Done$")
    booking = newest_booking(office)
    show_booking(screen, booking["reference"])
    screen.press("^Cancel this booking…$")
    screen.says("^Cancel booking")
    album.keep("a booking paid by card goes back to the card")
    screen.press("^Cancel the booking$")
    screen.says("^Refund it at the terminal")
    album.keep("not without the reference of the refund")
    screen.fill("^Reference on the terminal", "T-101")
    screen.press("^Cancel the booking$")
    screen.says("is cancelled; its seats are free again")
    album.keep("the booking is cancelled and paid back")
    office.await_value("state", "cancelled", "SELECT state FROM bookings WHERE id = ?", booking["id"])


def begin_reservation(screen):
    take_two(screen, "The Tempest")
    check_out(screen)
    screen.fill("^Name on the booking$", "Klaus Kinski")
    screen.tick("^Reserve, to be paid until$")


def finish_reservation(office, screen):
    screen.press("^Reserve$")
    screen.says("^Reserved$")
    return newest_booking(office)


def reservation_paid(office, screen, album):
    begin_reservation(screen)
    album.keep("a reservation with a date")
    booking = finish_reservation(office, screen)
    album.keep("reserved")
    screen.press("^Done$")
    key("ctrl+2")
    screen.press("^Reservations$")
    screen.says("reservations$|to be paid$")
    screen.click(booking["reference"], "list item")
    screen.says("^Reserved until")
    album.keep("the reservations")
    screen.press("^Change the date…$")
    screen.says("^To be paid until$")
    write_time(screen, "^To be paid until$", house_time(minutes=20))  # the evening may begin in an hour
    album.keep("another date")
    screen.press("^Change the date$")
    screen.says("has another date")
    album.keep("the reservation has another date")
    assert newest_booking(office)["pay_until"] < booking["pay_until"]
    screen.press("^Take the payment…$")
    screen.says("^Take the payment$")
    screen.fill("^Received in cash$", "200")
    album.keep("the payment")
    screen.press("^It is paid$")
    screen.says("is paid. Its tickets can be printed now")
    album.keep("paid")
    office.await_value("state", "confirmed", "SELECT state FROM bookings WHERE id = ?", booking["id"])


def reservation_given_free(office, screen, album):
    begin_reservation(screen)
    booking = finish_reservation(office, screen)
    screen.press("^Done$")
    show_booking(screen, booking["reference"])
    screen.press("^Release…$")
    screen.says("^Release reservation")
    album.keep("whether to give the reservation free")
    screen.press("^Release the seats$")
    screen.says("are free again")
    album.keep("the reservation is free")
    office.await_value("state", "cancelled", "SELECT state FROM bookings WHERE id = ?", booking["id"])


def waive_the_fee(office, screen, album):
    screen.says(r"^\d+ events$")
    sell_two(screen, "Night of the Strings")
    booking = newest_booking(office)
    show_booking(screen, booking["reference"])
    screen.press("^Cancel this booking…$")
    screen.says("^Cancel booking")
    album.keep("a manager is asked about the fee")
    screen.fill("^Waive the fee of", "The singer was ill")
    album.keep("the fee is waived for a reason")
    screen.press("^Cancel the booking$")
    screen.says("is cancelled; its seats are free again")
    album.keep("all but the booking fee goes back")
    fee = office.value("SELECT sum(amount) FROM charges WHERE booking = ? AND kind = 'booking_fee'", booking["id"])
    office.await_value("money given back", booking["total"] - fee, "SELECT sum(amount) FROM payments WHERE booking = ? AND direction = 'refund'", booking["id"])


def cancelled_by_the_customer(office, screen, album):
    screen.says(r"^\d+ events$")
    sell_two(screen, "The Tempest")
    booking = newest_booking(office)
    show_booking(screen, booking["reference"])
    album.keep("a customer and a booking of their own")
    screen.press("^Cancel this booking…$")
    screen.says("^Cancel booking")
    album.keep("what the customer is asked")
    screen.press("^Cancel the booking$")
    screen.says("is cancelled; its seats are free again")
    album.keep("the customer has cancelled")
    office.await_value("state", "cancelled", "SELECT state FROM bookings WHERE id = ?", booking["id"])
