# SPDX-License-Identifier: GPL-3.0-or-later
"""Prices of an event changed in bulk, a discount with a code, and one for groups; then what a cart makes of them."""

from flows.steps import hold, open_event, open_programme
from programscreen import key

EVENT = "The Tempest"


def walk(office, album):
    screen = office.serve().open_as("manager")
    screen.says(r"^\d+ events$")
    open_programme(screen, EVENT)
    change_in_bulk(office, screen, album)
    discounts(office, screen, album)
    in_the_cart(office, screen, album)


def highest(office):
    return office.value("SELECT max(amount) FROM event_prices p JOIN events e ON e.id = p.event WHERE e.name = ?", EVENT)


def change_in_bulk(office, screen, album):
    before = highest(office)
    screen.reach(screen.find("^Change prices$", "push button"))
    album.keep("the grid of prices")
    screen.fill("^By how much to change prices$", "10", "spin button")
    screen.press("^Change prices$")
    screen.says("Changed, not saved$")
    album.keep("all prices ten percent up")
    screen.press("^Save$")
    screen.says(r"^Saved\.$")
    office.await_value("highest price", before * 110 // 100, "SELECT max(amount) FROM event_prices p JOIN events e ON e.id = p.event WHERE e.name = ?", EVENT)


def discounts(office, screen, album):
    screen.press("^Discounts…$")
    screen.says("^A ticket gets the one discount")
    album.keep("the discounts of the house")
    screen.press("^New discount$")
    screen.fill("^Name, as customers read it$", "Newsletter")
    screen.fill("^Percent off each ticket$", "15", "spin button")
    screen.fill("^Code$", "LETTER15")
    screen.fill("^Bookings that may use it$", "100", "spin button")
    key("Tab")
    album.keep("a discount with a code")
    screen.press("^Save$")
    screen.says("^Newsletter is saved")
    screen.press("^New discount$")
    screen.fill("^Name, as customers read it$", "School classes")
    screen.choose("^Kind$", "^For groups$")
    screen.fill("^Percent off each ticket$", "40", "spin button")
    screen.fill("^From so many tickets", "4", "spin button")
    key("Tab")
    album.keep("a discount for groups")
    screen.press("^Save$")
    screen.says("^School classes is saved")
    album.keep("both are in the list")
    screen.press("^Close$")
    office.await_value("codes", 1, "SELECT count(*) FROM discounts WHERE code = 'LETTER15'")
    office.await_value("groups", 1, "SELECT count(*) FROM discounts WHERE kind = 'group'")


def in_the_cart(office, screen, album):
    open_event(screen, EVENT)
    seats = screen.neighbours(4, "^Stalls")
    hold(screen, seats[:2])
    screen.fill("^Promo code$", "LETTER15")
    key("Tab")
    screen.says("Newsletter")
    album.keep("the code takes fifteen percent off")
    hold(screen, seats[2:])
    screen.says("School classes")
    album.keep("four tickets are a group")
    screen.fill("^Promo code$", "NOSUCHCODE")
    key("Tab")
    screen.says("(?i)code")
    album.keep("a code that is none")
