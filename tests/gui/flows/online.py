# SPDX-License-Identifier: GPL-3.0-or-later
"""Payments over the internet, with a stand-in for Stripe: one that is declined and paid then, one that is given up, one that
comes late and finds its seats, one whose seats are gone; and what a manager does with money that nobody knows where to put.
Customers of this house pay online or by voucher. Also what they are told of a companion's seat."""

import re
import socket

from flows.steps import check_out, hold, newest_booking, open_event, show_booking, take_two
from payersbrowser import PayersBrowser
from programscreen import key
from stripestandin import StripeStandIn

PAY_WITHIN = 2  # minutes: the least there is
TIME_OVER = 60 * (PAY_WITHIN + 2)  # seconds; seats wait a minute longer than the payer is told


def walk(office, album):
    stripe, browser = StripeStandIn(), PayersBrowser(office.data)
    office.environment |= browser.environment
    office.port = free_port()
    office.settings += ["--pay-within", str(PAY_WITHIN), "--self-service-cash", "no", *stripe.settings_for(office.data, office.port)]
    screen = office.serve().open_as("customer")
    screen.says(r"^\d+ events$")
    late, gone = at_the_bank(office, screen, browser), at_the_bank(office, screen, browser)
    paid = declined_and_paid(office, screen, album, browser)
    given_up(office, screen, album, stripe, browser)
    for booking in late, gone:
        office.await_value("the time of the payment over", "cancelled", "SELECT state FROM bookings WHERE id = ?", booking["id"], patience=TIME_OVER)
    paid_late(office, screen, album, stripe, late)
    office.close_app()
    sell_again(office, gone)
    stripe.refunds_are = "failed"
    stripe.pay(intent_of(office, gone))
    office.await_value("what became of the payment", "unmatched", "SELECT state FROM online_payments WHERE booking = ?", gone["id"])
    stripe.refund_at_desk(intent_of(office, paid), paid["total"] // 2)
    stripe.dispute(intent_of(office, late))
    office.await_value("payments to look at", 3, "SELECT count(*) FROM online_refunds WHERE state = 'unmatched'")
    stripe.refunds_are = "succeeded"
    look_after_money(office, office.open_as("manager"), album, gone)
    screen = office.open_as("customer")
    tell_the_customer(screen, album, gone)
    companion_alone(screen, album)


def free_port():
    """The server has to know where browsers reach it before it listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def intent_of(office, booking):
    return office.value("SELECT intent FROM online_payments WHERE booking = ?", booking["id"])


def begin(office, screen, browser):
    """Two seats, up to the page that opens in the browser; the booking and the page."""
    take_two(screen, "The Tempest")
    check_out(screen)
    screen.press("^Pay online$")
    screen.says("^Waiting for the payment$")
    page, booking = browser.next_page(), newest_booking(office)
    assert booking["state"] == "reserved" and booking["reference"] in browser.read(page), booking["reference"]
    return booking, page


def at_the_bank(office, screen, browser):
    """Whose bank takes its time. The payer does something else meanwhile."""
    booking, page = begin(office, screen, browser)
    browser.pay(page, "ctoken_processing")
    key("Escape")
    screen.gone("^Waiting for the payment$")
    return booking


def declined_and_paid(office, screen, album, browser):
    take_two(screen, "The Tempest")
    check_out(screen)
    screen.gone("^Cash$|^Received in cash$")  # which is the counter's
    album.keep("a customer may pay online")
    screen.press("^Pay online$")
    screen.says("^Waiting for the payment$")
    page, booking = browser.next_page(), newest_booking(office)
    album.keep("the payment is waited for")
    assert browser.pay(page, "ctoken_declined")["error"] == "payment_declined"
    screen.says("^The last attempt was declined")
    album.keep("the card was declined")
    browser.pay(page, "ctoken_good")
    screen.says("^Booked$")
    album.keep("paid and booked")
    office.await_value("state", "confirmed", "SELECT state FROM bookings WHERE id = ?", booking["id"])
    paid = [(row["kind"], row["amount"]) for row in office.rows("SELECT kind, amount FROM payments WHERE booking = ?", booking["id"])]
    assert paid == [("online", booking["total"])], paid
    screen.press("^Done$")
    screen.gone("^Booked$")
    return booking


def given_up(office, screen, album, stripe, browser):
    booking, _ = begin(office, screen, browser)
    screen.press("^Give up$")
    screen.says("^Not paid$")
    album.keep("given up and the seats are free")
    office.await_value("state", "cancelled", "SELECT state FROM bookings WHERE id = ?", booking["id"])
    assert stripe.intents[intent_of(office, booking)]["status"] == "canceled"
    screen.press("^Close$")
    screen.gone("^Not paid$")


def paid_late(office, screen, album, stripe, booking):
    show_booking(screen, booking["reference"])
    screen.says("^Cancelled$")
    album.keep("the time was over before the bank had done")
    stripe.pay(intent_of(office, booking))
    office.await_value("state", "confirmed", "SELECT state FROM bookings WHERE id = ?", booking["id"])
    screen.says("^Confirmed$")
    album.keep("paid late and the same seats again")
    office.await_value("tickets", 2, "SELECT count(*) FROM tickets WHERE booking = ? AND state = 'valid'", booking["id"])


def sell_again(office, booking):
    """The seats that fell free, at the counter."""
    screen = office.open_as("clerk")
    screen.says(r"^\d+ events$")
    open_event(screen, "The Tempest")
    hold(screen, [place_of(row["label"]) for row in office.rows("SELECT label FROM tickets WHERE booking = ? ORDER BY position", booking["id"])])
    check_out(screen)
    screen.press("^Book and pay$")
    screen.says("^Booked$")
    office.close_app()


def place_of(label):
    """As the map says it: “Stalls B 13” is “Stalls row B seat 13”."""
    section, row, seat = label.rsplit(" ", 2)
    return f"{section} row {row} seat {seat}"


def look_after_money(office, screen, album, gone):
    key("ctrl+2")
    screen.says("^Payments that somebody has to look at$")
    album.keep("payments that somebody has to look at")
    screen.press("^Refund again$")
    office.await_value("what became of the refund", "refunded", "SELECT state FROM online_payments WHERE booking = ?", gone["id"])
    screen.gone("^Refund again$")
    album.keep("refunded again")
    screen.press("^Settled$")
    screen.says("^Say what was done")
    album.keep("settled not without saying how")
    screen.fill("^How it was settled otherwise$", "The payer keeps one ticket; agreed by phone")
    screen.press("^Settled$")
    office.await_value("payments to look at", 1, "SELECT count(*) FROM online_refunds WHERE state = 'unmatched'")
    album.keep("one is left")
    office.close_app()


def tell_the_customer(screen, album, gone):
    screen.says(r"^\d+ events$")
    show_booking(screen, gone["reference"])
    screen.says("arrived after the seats were gone and went back the way it came")
    album.keep("the customer whose seats were gone")


def companion_alone(screen, album):
    """Not without the wheelchair place that it belongs to; the two together are nothing to speak of."""
    open_event(screen, "The Tempest")
    companion, wheelchair = free_pair(screen)
    hold(screen, [companion])
    check_out(screen)
    screen.says(f"^Seat .* is kept for the companion of {wheelchair}")
    album.keep("a companion's seat alone")
    screen.press("^Pay online$")
    screen.says(f"^Seat .* is kept for the companion of {wheelchair}")
    key("Escape")
    screen.gone("^Book these seats$")
    hold(screen, [place_of(wheelchair)])
    check_out(screen)
    screen.find("^Pay online$", "push button", enabled=True)
    screen.gone("is kept for the companion of")
    album.keep("together with its wheelchair place")


def free_pair(screen):
    """A companion's seat as the map says it, and the label of its wheelchair place."""
    seats = screen.seats()
    free = {name.split(",")[0] for name in seats if re.search(", free(,|$)", name)}
    for name in seats:
        found = re.search(", free, companion of ([^,]+)", name)
        if found and place_of(found.group(1)) in free:
            return name, found.group(1)
    raise AssertionError("no free wheelchair place with its companion's seat")
