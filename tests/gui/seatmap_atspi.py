#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses the seat map as a screen reader does, from another process: finds a seat by its name, reads it, focuses and
presses it. Takes the program that shows the map (atspidesk)."""

import subprocess

from desktopsession import PATIENCE, Atspi, Desktop, application_of, children, descendants, expect, main, wait_for

SEATS = 400

events = []


def states(accessible):
    return accessible.get_state_set()


def heard(kind, name):
    return any(event_kind == kind and event_name.startswith(name) for event_kind, event_name in events)


def on_event(event):
    if event.detail1:
        events.append((event.type, event.source.get_name() or ""))


def check(pid):
    application = application_of(pid)
    # The doors have one, too, on a page that is not shown.
    house = next(a for a in descendants(application) if a.get_name() == "Seat map" and states(a).contains(Atspi.StateType.SHOWING))
    expect("map", house.get_role_name(), "panel")
    assert house.get_description().startswith(f"{SEATS} seat(s) free"), house.get_description()

    sections = children(house)
    expect("sections", [a.get_name() for a in sections], [f"Stalls, {SEATS} of {SEATS} free"])
    rows = children(sections[0])
    expect("rows", [rows[0].get_name(), rows[-1].get_name(), len(rows)], ["Row A, 20 of 20 free", "Row T, 20 of 20 free", 20])
    seats = {a.get_name(): a for row in rows for a in children(row)}
    expect("seats", len(seats), SEATS)
    assert "Stalls row F seat 12, 12.50 to 25 euro, free" in seats, list(seats)[112]

    seat = seats["Stalls row A seat 12, 40 euro, free"]
    expect("role", seat.get_role(), Atspi.Role.CHECK_BOX)
    expect("index", [seat.get_index_in_parent(), seat.get_parent() == rows[0]], [11, True])
    free = states(seat)
    expect("state", [free.contains(s) for s in (Atspi.StateType.ENABLED, Atspi.StateType.FOCUSABLE, Atspi.StateType.SHOWING, Atspi.StateType.CHECKED, Atspi.StateType.FOCUSED)],
           [True, True, True, False, False])
    place = seat.get_component_iface().get_extents(Atspi.CoordType.SCREEN)
    found = house.get_component_iface().get_accessible_at_point(place.x + place.width // 2, place.y + place.height // 2, Atspi.CoordType.SCREEN)
    expect("under its middle", found.get_name(), seat.get_name())

    assert seat.get_component_iface().grab_focus()
    wait_for("the focus on the seat", lambda: states(seat).contains(Atspi.StateType.FOCUSED))
    wait_for("the focus event", lambda: heard("object:state-changed:focused", "Stalls row A seat 12"))

    action = seat.get_action_iface()
    expect("actions", [action.get_action_name(i) for i in range(action.get_n_actions())], ["Press", "Toggle", "SetFocus"])
    assert action.do_action(0)
    wait_for("the seat held", lambda: states(seat).contains(Atspi.StateType.CHECKED))
    assert seat.get_name().startswith("Stalls row A seat 12, 40 euro, yours until "), seat.get_name()
    wait_for("the event of its checking", lambda: heard("object:state-changed:checked", "Stalls row A seat 12"))
    expect("row", rows[0].get_name(), "Row A, 19 of 20 free")
    assert action.do_action(0)
    wait_for("the seat given back", lambda: seat.get_name() == "Stalls row A seat 12, 40 euro, free")
    assert not states(seat).contains(Atspi.StateType.CHECKED)


def play(program):
    with Desktop(on_event, ("object:state-changed:focused", "object:state-changed:checked")) as desktop:
        desk = desktop.start([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        expect("program", desk.stdout.readline().strip(), "ready")
        check(desk.pid)
        desk.stdin.close()
        expect("exit", desk.wait(PATIENCE), 0)


main(play)
