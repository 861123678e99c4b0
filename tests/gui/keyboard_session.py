#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A sale without the mouse, from outside: the real server with the demo house, the real app, a keyboard. Finds an event by
typing, looks at the offers for two and takes the second, books, and sees the booking in the history. Takes the server and
the app; what was sold is read from the database."""

import os
import re
import sqlite3
import subprocess
import tempfile

from desktopsession import Atspi, Desktop, application_of, descendants, main, wait_for

SHOWING, FOCUSED = Atspi.StateType.SHOWING, Atspi.StateType.FOCUSED


def key(*names):
    subprocess.run(["xdotool", "key", "--clearmodifiers", *names], check=True)


def write(text):
    subprocess.run(["xdotool", "type", "--delay", "20", text], check=True)


def plain(name):
    """Without the marks that keep foreign text in its own direction."""
    return (name or "").translate({0x2068: None, 0x2069: None})


class Screen:
    """What the app shows, as screen readers hear it."""

    def __init__(self, application):
        self.application = application

    def visible(self, role=None):
        for accessible in descendants(self.application):
            states = accessible.get_state_set()
            if states.contains(SHOWING) and (role is None or accessible.get_role_name() == role):
                yield accessible

    def names(self, role=None):
        return [plain(a.get_name()) for a in self.visible(role)]

    def await_name(self, what, pattern, role=None):
        return wait_for(what, lambda: next((name for name in self.names(role) if re.search(pattern, name)), None))

    def await_focus(self, what, pattern):
        def focused():
            for accessible in self.visible():
                if accessible.get_state_set().contains(FOCUSED) and re.search(pattern, plain(accessible.get_name())):
                    return plain(accessible.get_name())
            return None
        return wait_for(what, focused)


def serve(desktop, server, data):
    subprocess.run([server, "demo", "create", "--data", data], check=True, stdout=subprocess.DEVNULL)
    process = desktop.start([server, "serve", "--data", data, "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE, text=True)
    for line in process.stdout:
        found = re.search(r"127\.0\.0\.1:(\d+)", line)
        if found:
            return int(found.group(1))
    raise AssertionError("the server says no port")


def sold_after(database, before):
    """The seats of the newest booking, once there is one more."""
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        count = connection.execute("SELECT count(*) FROM bookings").fetchone()[0]
        if count == before:
            return None
        return [row[0] for row in connection.execute(
            "SELECT label FROM tickets WHERE booking = (SELECT id FROM bookings ORDER BY created DESC, id DESC LIMIT 1) ORDER BY position")]


def booking_count(database):
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        return connection.execute("SELECT count(*) FROM bookings").fetchone()[0]


def sell(desktop, server, app, data):
    port = serve(desktop, server, data)
    with open(os.path.join(data, "demo-users.txt"), encoding="utf-8") as users:
        password = next(words[2] for words in map(str.split, users) if words[:1] == ["clerk"])
    database = next(os.path.join(data, name) for name in os.listdir(data) if name.endswith(".db") or name.endswith(".sqlite"))
    before = booking_count(database)
    program = desktop.start([app, "--server", f"ws://127.0.0.1:{port}", "--settings", os.path.join(data, "app.ini"), "--language", "en",
                             "--user", "clerk@demo.example"], env={**os.environ, "PARTERRE_PASSWORD": password})
    screen = Screen(application_of(program.pid))
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
    sold = wait_for("the booking in the database", lambda: sold_after(database, before))
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
        sell(desktop, server, app, data)


main(play)
