# SPDX-License-Identifier: GPL-3.0-or-later
"""The programme: an event is made, gets a poster, is changed, published and paused, made on many dates by a rule, of which
the later ones are cancelled; and one is cancelled by itself, with what is owed to whom."""

import os
import re

from flows.steps import check_out, hold, house_time, name_file, newest_booking, open_programme, write_time
from programscreen import key, write

NAME = "An Evening with Chekhov"


def walk(office, album):
    screen = office.serve().open_as("manager")
    screen.says(r"^\d+ events$")
    open_programme(screen)
    album.keep("the programme")
    create(office, screen, album)
    announce(office, screen, album)
    change_publish_and_pause(office, screen, album)
    series(office, screen, album)
    cancel_later_dates(office, screen, album)
    cancel(office, screen, album)


def create(office, screen, album):
    screen.press("^New event$")
    screen.says("^When and where$")
    album.keep("a new event")
    screen.fill("^Name$", NAME)
    screen.fill("^Description$", "Three one-act plays, with tea from a samovar.")
    screen.choose("^Kind of event$", "^Play$")
    write_time(screen, "^Start, by the clock of the house$", house_time(days=30).replace(hour=19, minute=30))
    screen.click("^Not sold$", "table cell")
    write("42.50")
    key("Return")
    screen.says("42.50", "table cell")
    screen.press("^Copy row to all$")
    album.keep("the new event filled in")
    screen.press("^Save the draft$")
    screen.says(r"^Saved\.$")
    album.keep("the draft is saved")
    office.await_value("state", "draft", "SELECT state FROM events WHERE name = ?", NAME)


def announce(office, screen, album):
    path = os.path.join(office.data, "sunset.ppm")
    draw_sunset(path, 1500, 2100)
    screen.press("^Choose a picture…$")
    name_file(screen, "^Choose a picture for the poster$", path)
    screen.says("^The poster is set")
    album.keep("the poster is set")
    office.await_value("longer side", 1200, "SELECT max(p.width, p.height) FROM posters p JOIN event_posters x ON x.hash = p.hash JOIN events e ON e.id = x.event WHERE e.name = ?", NAME)


def draw_sunset(path, width, height):
    """A picture as people have them: larger than posters are, and of another format."""
    with open(path, "wb") as picture:
        picture.write(f"P6 {width} {height} 255\n".encode())
        for y in range(height):
            picture.write(bytes((255 * y // height, 160 * y * y // height ** 2, 120 - 100 * y // height)) * width)


def change_publish_and_pause(office, screen, album):
    screen.fill("^Duration", "105", "spin button")
    key("Tab")
    screen.says("Changed, not saved$")
    album.keep("changed and not saved")
    screen.press("^Save the draft$")
    screen.says(r"^Saved\.$")
    office.await_value("minutes", 105, "SELECT duration_minutes FROM events WHERE name = ?", NAME)
    screen.press("^Publish$")
    screen.says(r"^Published\.")
    album.keep("published")
    office.await_value("state", "published", "SELECT state FROM events WHERE name = ?", NAME)
    screen.press("^Pause sales$")
    screen.says("^Sales are paused")
    album.keep("sales are paused")
    office.await_value("state", "paused", "SELECT state FROM events WHERE name = ?", NAME)
    screen.press("^Resume sales$")
    screen.says(r"^Published\.")
    office.await_value("state", "published", "SELECT state FROM events WHERE name = ?", NAME)


def series(office, screen, album):
    screen.press("^Several dates…$")
    screen.says("^Several dates of")
    album.keep("several dates by a rule")
    screen.fill("^Number of dates$", "6", "spin button")
    key("Tab")
    screen.says("^Make 5 drafts$")
    album.keep("six dates, once a week, and one is there already")
    screen.press("^Make 5 drafts$")
    screen.says("drafts are made")
    album.keep("the dates of the series are drafts")
    assert office.value("SELECT count(*) FROM events WHERE name = ?", NAME) == 6
    assert office.value("SELECT count(DISTINCT x.hash) FROM event_posters x JOIN events e ON e.id = x.event WHERE e.name = ?", NAME) == 1


def cancel_later_dates(office, screen, album):
    """Of five dates the last three; for one of them a table is sold."""
    dates = [name for name in screen.names("list item") if name.startswith(NAME)]
    assert len(dates) == 5, dates
    screen.click(f"^{NAME}", "list item")
    screen.choose("^Only this date$", "^All dates$")
    screen.press("^Publish$")
    screen.says("^5 dates are published")
    album.keep("all dates of the series are published")
    booking = sell_table(screen, office, when_of(dates[3]))
    key("ctrl+6")
    screen.click(f"^{NAME}", "list item", which=2)
    screen.press("^Cancel event…$")
    screen.says("^Nobody has a ticket for it")
    screen.choose("^Only this date$", "^This date and all later ones of the series$")
    screen.says("^3 dates: from")
    screen.says("^Void from then on: 4 tickets of 1 booking")
    screen.fill("^Say why|^Reason$", "Illness in the company", "combo box")
    album.keep("all later dates are cancelled too")
    screen.press("^Cancel 3 dates$")
    screen.says("^3 dates are cancelled")
    album.keep("the later dates of the series are cancelled")
    states = [row["state"] for row in office.rows("SELECT state FROM events WHERE name = ? AND series IS NOT NULL ORDER BY starts", NAME)]
    assert states == ["published"] * 2 + ["cancelled"] * 3, states
    owed = [(row["booking"], row["amount"]) for row in office.rows("SELECT r.booking, r.amount FROM refunds r JOIN events e ON e.id = r.event WHERE e.name = ?", NAME)]
    assert owed == [(booking["id"], booking["total"])], owed
    screen.click(f"^{NAME}", "list item", which=3)
    screen.says("(?i)owed", "list item")
    album.keep("what is owed for one of them")


def when_of(date):
    """As the lists of events say it: “An Evening with Chekhov, Draft, Monday, January 18, 2027 · 7:30 PM CET, …”."""
    return re.search(r"\w+, \w+ \d+, \d{4}", date).group()


def sell_table(screen, office, when):
    key("ctrl+1")
    screen.fill("^Search by name or venue$", NAME)
    screen.says("^6 events$")
    screen.click(f"^{NAME}, {when}", "list item")
    screen.says("^Find the best seats$")
    hold(screen, [next(name for name in screen.seats(row="^Table") if "sold whole, free" in name)])
    check_out(screen)
    screen.press("^Book and pay$")
    screen.says("^Booked$")
    screen.press("^Done$")
    screen.gone("^Booked$")
    return newest_booking(office)


def cancel(office, screen, album):
    screen.tick("^Only this series$")
    screen.click("^Night Owls", "list item")
    screen.says("^Night Owls$")
    screen.press("^Cancel event…$")
    screen.says("^Void from then on")
    album.keep("what cancelling the event means")
    screen.fill("", "Illness in the company", "combo box")
    album.keep("why it is cancelled")
    screen.press("^Cancel the event$")
    screen.says("^The event is cancelled")
    screen.says("owed")
    album.keep("the list of refunds")
    office.await_value("state", "cancelled", "SELECT state FROM events WHERE name = 'Night Owls'")
    screen.click("(?i)owed", "list item")
    screen.press("^Pay out")
    screen.says("^Pay out .*\\?$")
    album.keep("one of them is paid out")
    screen.press("^Paid out$")
    screen.says("^Paid out to")
    album.keep("paid out")
    path = os.path.join(office.data, "refunds.csv")
    screen.press("^Save as CSV…$")
    name_file(screen, "^Save the refund list$", path)
    screen.says("^Saved as")
    album.keep("the list is saved as a table")
    assert os.path.getsize(path) > 100
