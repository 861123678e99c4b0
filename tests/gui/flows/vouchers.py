# SPDX-License-Identifier: GPL-3.0-or-later
"""Vouchers: one is sold, corrected, and blocked."""

from programscreen import key


def walk(office, album):
    screen = office.serve().open_as("manager")
    screen.says(r"^\d+ events$")
    key("ctrl+4")
    screen.says("^Sell a voucher…$")
    album.keep("the vouchers")
    screen.press("^Sell a voucher…$")
    screen.says("^Worth$")
    screen.fill("^Worth$", "75")
    screen.fill("^Note for the house$", "For the raffle")
    album.keep("a voucher is sold")
    screen.press("^Sell$")
    screen.says("^Voucher sold$")
    album.keep("its code, shown this once")
    screen.press("^Done$")
    screen.click("For the raffle", "list item")
    screen.says("^Issued")
    album.keep("what is on it")
    screen.press("^Correct…$")
    screen.fill("^Amount$", "5")
    screen.fill("^Reason$", "Sold for a promised 80")
    album.keep("corrected with a reason")
    screen.press("^Correct it$")
    screen.says("is changed")
    office.await_value("balance", 8000, "SELECT balance FROM vouchers WHERE note = 'For the raffle'")
    album.keep("eighty are on it")
    screen.press("^Block…$")
    screen.fill("^Reason$", "Reported stolen")
    screen.press("^Block the voucher$")
    screen.says("is changed")
    album.keep("blocked")
