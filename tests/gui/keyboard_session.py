#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A sale without the mouse, from outside: the real server with the demo house, the real app, a keyboard. Finds an event by
typing, looks at the offers for two and takes the second, books, and sees the booking in the history. Takes the server and
the app; what was sold is read from the database."""

import re
import tempfile

from boxoffice import BoxOffice
from desktopsession import Desktop, main, wait_for
from programscreen import key, write


def sold_after(office, before):
    """The seats of the newest booking, once there is one more."""
    if booking_count(office) == before:
        return None
    return [row["label"] for row in office.rows(
        "SELECT label FROM tickets WHERE booking = (SELECT id FROM bookings ORDER BY created DESC, id DESC LIMIT 1) ORDER BY position")]


def booking_count(office):
    return office.value("SELECT count(*) FROM bookings")


def sell(office):
    before = booking_count(office)
    screen = office.serve().open_as("clerk")
    screen.await_name("the events", r"\d+ events$")

    # Find the event.
    screen.await_focus("the focus on the search", "^Search by name or venue$")
    write("tempest")
    screen.await_name("one event", "^1 event$")
    key("Down")
    key("Return")
    screen.await_name("the map", "^Seat map$")
    screen.await_name("the finder", "^How many seats$")

    # Two seats, the second offer.
    key("alt+s")
    screen.await_focus("the focus on how many", "^How many seats$")
    write("2")
    key("Return")
    offers = wait_for("the offers", lambda: [name for name in screen.names("check box") if re.search(r"row \w+, \d+", name)] or None)
    assert len(offers) == 3, offers
    screen.await_focus("the focus on the first offer", "^" + re.escape(offers[0]) + "$")
    key("Right")
    screen.await_focus("the focus on the second offer", "^" + re.escape(offers[1]) + "$")
    key("Return")
    screen.await_name("the cart", "^2 seats$")

    # Book, and pay the exact sum.
    key("alt+b")
    screen.await_name("the checkout", "^Book these seats$")
    key("Return")
    screen.await_name("the receipt", "^Booked$")
    sold = wait_for("the booking in the database", lambda: sold_after(office, before))
    print("second offer:", offers[1], "sold:", sold, flush=True)
    row, first, last = re.search(r"row (\w+), (\d+) – (\d+)", offers[1]).groups()
    assert sorted(label.split()[-2:] for label in sold) == sorted([[row, first], [row, last]]), (offers[1], sold)
    key("Return")

    # It is in the history.
    wait_for("the receipt closed", lambda: "Booked" not in screen.names())
    key("ctrl+2")
    screen.await_name("the booking's seats", re.escape(sold[0]))
    screen.await_name("the actions for it", "Cancel this booking")


def play(server, app):
    with tempfile.TemporaryDirectory() as data, Desktop() as desktop:
        sell(BoxOffice(desktop, server, app, data))


main(play)
