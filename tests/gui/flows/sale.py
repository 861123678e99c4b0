# SPDX-License-Identifier: GPL-3.0-or-later
"""A sale at the counter: the evenings of some days, seats, a table and standing room, paid in every way there is."""

from datetime import datetime
from zoneinfo import ZoneInfo

from flows.steps import check_out, hold, newest_booking, open_event, take_two, write_day
from programscreen import key, write


def walk(office, album):
    screen = office.serve().open_as("clerk")
    screen.says(r"^\d+ events$")
    album.keep("the evenings on sale")
    between_two_days(office, screen, album)
    cash_with_change(office, screen, album)
    area_and_table_by_card(office, screen, album)
    split_with_voucher(office, screen, album)
    invoice(office, screen, album)
    office.close_app()
    complimentary(office, office.open_as("manager"), album)


def between_two_days(office, screen, album):
    evening = datetime.fromtimestamp(office.value("SELECT starts FROM events WHERE name = 'The Tempest'") / 1000, ZoneInfo("Europe/Berlin"))
    screen.press("^From … to$")
    write_day(screen, "^First day$", evening)
    write_day(screen, "^Last day$", evening)
    screen.says("^1 event$")
    screen.says("^The Tempest", "list item")
    album.keep("the evenings from one day to another")
    screen.press("^All dates$")
    screen.says("^4 events$")


def booked(screen):
    screen.says("^Booked$")


def done(screen):
    screen.press("^Done$")
    screen.gone("^Booked$")


def payments(office):
    return [(row["kind"], row["amount"]) for row in office.rows("SELECT kind, amount FROM payments WHERE booking = ? ORDER BY position", newest_booking(office)["id"])]


def cash_with_change(office, screen, album):
    open_event(screen, "The Tempest")
    album.keep("the house of the evening")
    seats = screen.neighbours(3, "^Stalls")
    hold(screen, seats)
    screen.says("^3 seats$")
    album.keep("three seats in the cart")
    screen.click_place(seats[0])
    screen.says(r"^Give this seat back\?$")
    album.keep("whether to give one back")
    screen.press("^Give back$")
    screen.await_place(seats[0], "free")
    screen.says("^2 seats$")
    screen.choose("^Adult", "^Reduced")
    album.keep("one of the two reduced")
    check_out(screen)
    album.keep("the checkout")
    screen.fill("^Name on the booking$", "Greta Garber")
    screen.fill("^E-mail$", "greta@example.org")
    screen.fill("^Received in cash$", "200")
    album.keep("what was received in cash")
    screen.press("^Book and pay$")
    booked(screen)
    screen.says("^Change to give back: ")
    album.keep("booked, and the change to give back")
    booking = newest_booking(office)
    assert booking["customer_name"] == "Greta Garber", booking["customer_name"]
    assert payments(office) == [("cash", booking["total"])], payments(office)
    done(screen)
    album.keep("the seats are sold on the map")


def area_and_table_by_card(office, screen, album):
    open_event(screen, "Night Owls")
    album.keep("a house with tables and standing room")
    screen.click_on(screen.lines(row="^(?!Row|Table).*euro")[0])
    screen.says(r"^How many\?$")
    album.keep("how many places of standing room")
    key("ctrl+a")
    write("3")
    screen.press("^Hold 3 places$")
    screen.says("^3 seats$")
    album.keep("three places of standing room in the cart")
    table = next(name for name in screen.seats(row="^Table") if "sold whole, free" in name)
    screen.click_place(table)
    screen.await_place(table, "yours")
    album.keep("a whole table in the cart")
    check_out(screen)
    screen.press("^Card$")
    album.keep("what the card terminal says is asked for")
    screen.press("^Book and pay$")
    screen.await_name("the refusal", "^Enter the reference that the terminal printed")
    album.keep("without its reference no card payment")
    screen.fill("^Reference on the terminal", "T-4711")
    screen.fill("^Brand of the card$", "Visa")
    screen.fill("^Last four digits$", "1234")
    album.keep("the card payment filled in")
    screen.press("^Book and pay$")
    booked(screen)
    album.keep("booked by card")
    booking = newest_booking(office)
    assert payments(office) == [("card", booking["total"])], payments(office)
    done(screen)


def split_with_voucher(office, screen, album):
    take_two(screen, "Night of the Strings")
    album.keep("seats of an evening with fees")
    check_out(screen)
    screen.press("^Voucher$")
    screen.fill("^Code of the voucher$", office.secrets["voucher"])
    screen.says("is on it")
    screen.fill("^Amount$", "50")
    album.keep("part of it from a voucher")
    screen.press("^Add as a part$")
    screen.says("^Left to pay$")
    album.keep("what is left to pay")
    screen.press("^Exact$")
    album.keep("the rest in cash")
    screen.press("^Book and pay$")
    booked(screen)
    album.keep("booked with two payments")
    booking = newest_booking(office)
    assert payments(office) == [("voucher", 5000), ("cash", booking["total"] - 5000)], payments(office)
    done(screen)


def invoice(office, screen, album):
    take_two(screen, "The Tempest")
    check_out(screen)
    screen.press("^Invoice$")
    album.keep("who gets the invoice is asked for")
    screen.fill("^Reference of the invoice$", "R-2026-17")
    screen.fill("^Name and address of the payer$", "School at the Park, Parkstr. 1, Berlin")
    album.keep("the invoice filled in")
    screen.press("^Book and pay$")
    booked(screen)
    album.keep("booked on invoice")
    assert [kind for kind, _ in payments(office)] == ["invoice"], payments(office)
    done(screen)


def complimentary(office, screen, album):
    take_two(screen, "The Tempest")
    check_out(screen)
    screen.press("^Complimentary$")
    album.keep("a manager gives tickets away")
    screen.press("^Book and pay$")
    screen.says("^Say why nobody pays")
    album.keep("not without a reason")
    screen.fill("^Why it is complimentary$", "Critic of the Morning Post")
    album.keep("with the reason")
    screen.press("^Book and pay$")
    booked(screen)
    album.keep("booked as complimentary")
    assert [kind for kind, _ in payments(office)] == ["complimentary"], payments(office)
    done(screen)
