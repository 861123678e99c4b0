# SPDX-License-Identifier: GPL-3.0-or-later
"""A program as somebody sees and uses it who knows nothing of its inside: what its windows say by the accessibility bus, a
mouse that goes to where a thing is on the screen, and a keyboard."""

import re
import subprocess

from desktopsession import Atspi, children, wait_for

ACTIVE, CHECKED, ENABLED, FOCUSED, SHOWING = (getattr(Atspi.StateType, name) for name in ("ACTIVE", "CHECKED", "ENABLED", "FOCUSED", "SHOWING"))
MAP = "Seat map"


def key(*names):
    subprocess.run(["xdotool", "key", "--clearmodifiers", *names], check=True)


def write(text):
    subprocess.run(["xdotool", "type", "--delay", "20", text], check=True)


def plain(name):
    """Without the marks that keep foreign text in its own direction."""
    return (name or "").translate({0x2066: None, 0x2068: None, 0x2069: None, 0x200e: None, 0xa0: " ", 0x202f: " "})


def name_of(accessible):
    return plain(accessible.get_name())


def has(accessible, state):
    return accessible.get_state_set().contains(state)


class Gone(Exception):
    """What was on the screen a moment ago, before a list was read again."""


def extents(accessible):
    component = accessible.get_component_iface()
    place = component and component.get_extents(Atspi.CoordType.SCREEN)
    if not place or place.width <= 0:
        raise Gone(accessible)
    return place


def middle(accessible):
    place = extents(accessible)
    return place.x + place.width // 2, place.y + place.height // 2


def settled_middle(accessible):
    """Where it is once it has come to rest: windows that open are moved, and lists that change move what is below them."""
    seen = []

    def rests():
        seen.append(middle(accessible))
        return len(seen) > 2 and seen[-1] == seen[-2] == seen[-3]
    wait_for("what is to be clicked coming to rest", rests)
    return seen[-1]


def is_within(point, place):
    return place.x <= point[0] < place.x + place.width and place.y <= point[1] < place.y + place.height


def shown_below(parent):
    """What is shown below it. Not the single places of a house: they are hundreds, and have a way of their own."""
    for child in children(parent):
        if child is None or not has(child, SHOWING):
            continue
        yield child
        if child.get_name() != MAP:
            yield from shown_below(child)


def called(accessible, role):
    """Its name; of what drops down, which Qt names by the entry that is chosen, also its labels."""
    if role != "combo box":
        return [name_of(accessible)]
    labels = [r for r in accessible.get_relation_set() if r.get_relation_type() == Atspi.RelationType.LABELLED_BY]
    return [name_of(accessible), *(name_of(r.get_target(i)) for r in labels for i in range(r.get_n_targets()))]


class Screen:
    """What a program shows, as screen readers hear it, and what a hand does with it."""

    def __init__(self, application):
        self.application = application

    # What is there.

    def windows(self):
        """The one in front first: what lies behind a dialog may have the same words."""
        windows = [window for window in children(self.application) if window is not None and has(window, SHOWING)]
        return sorted(windows, key=lambda window: not has(window, ACTIVE))

    def visible(self, role=None):
        for window in self.windows():
            for accessible in [window, *shown_below(window)]:
                if role is None or accessible.get_role_name() == role:
                    yield accessible

    def names(self, role=None):
        return [name_of(a) for a in self.visible(role)]

    def look_for(self, pattern, role=None, enabled=False, which=0):
        """The `which`th thing with such a name that is shown now, or None."""
        found = [a for a in self.visible(role) if any(re.search(pattern, name) for name in called(a, role)) and (not enabled or has(a, ENABLED))]
        return found[which] if len(found) > which else None

    def find(self, pattern, role=None, enabled=False, which=0):
        try:
            return wait_for(f"“{pattern}” on the screen", lambda: self.look_for(pattern, role, enabled, which))
        except AssertionError as error:
            raise AssertionError(f"{error}; there is: {self.shown()}") from None

    def shown(self):
        return "; ".join(name for name in self.names() if name)

    def says(self, pattern, role=None):
        """Waits for such words, and returns them."""
        return name_of(self.find(pattern, role))

    def await_name(self, what, pattern, role=None):
        return wait_for(what, lambda: next((name for name in self.names(role) if re.search(pattern, name)), None))

    def gone(self, pattern, role=None):
        wait_for(f"“{pattern}” gone", lambda: self.look_for(pattern, role) is None)

    def await_focus(self, what, pattern):
        def focused():
            for accessible in self.visible():
                if has(accessible, FOCUSED) and re.search(pattern, name_of(accessible)):
                    return name_of(accessible)
            return None
        return wait_for(what, focused)

    # What a hand does.

    def click(self, pattern, role=None, times=1, which=0):
        self.click_found(lambda: self.find(pattern, role, enabled=True, which=which), times)

    def click_found(self, find, times=1):
        def clicked():
            try:
                self.click_on(find(), times)
            except Gone:
                return False
            return True
        wait_for("a click on it", clicked)

    def click_on(self, accessible, times=1):
        x, y = self.reach(accessible)
        subprocess.run(["xdotool", "mousemove", str(x), str(y), "click", "--repeat", str(times), "--delay", "40", "1"], check=True)

    def reach(self, accessible):
        """Turns the wheel over whatever hides it, and returns where it is then."""
        for _ in range(60):
            point = settled_middle(accessible)
            pane = self.hiding(accessible, point)
            if pane is None:
                return point
            place = extents(pane)
            wheel = "5" if point[1] >= place.y + place.height else "4"
            x, y = middle(pane)
            # At the edge, where no list or number takes the wheel for itself.
            subprocess.run(["xdotool", "mousemove", str(place.x + 3), str(y), "click", wheel], check=True)
        raise AssertionError(f"“{name_of(accessible)}” cannot be scrolled to")

    @staticmethod
    def hiding(accessible, point):
        above = accessible.get_parent()
        # What drops down lies over everything.
        while above is not None and above.get_role() not in (Atspi.Role.APPLICATION, Atspi.Role.COMBO_BOX):
            if not is_within(point, extents(above)):
                return above
            above = above.get_parent()
        return None

    def press(self, pattern, which=0):
        """A button: a word beside it may be the same."""
        def button():
            return next((found for role in ("push button", "toggle button", "check box", "radio button")
                         for found in [self.look_for(pattern, role, enabled=True, which=which)] if found), None)
        try:
            self.click_found(lambda: wait_for(f"a button “{pattern}”", button))
        except AssertionError as error:
            raise AssertionError(f"{error}; there is: {self.shown()}") from None

    def tick(self, pattern, which=0):
        box = self.find(pattern, "check box", enabled=True, which=which)
        was = has(box, CHECKED)
        self.click_on(box)
        wait_for(f"“{pattern}” ticked", lambda: has(box, CHECKED) != was)

    def fill(self, pattern, text, role="text", which=0):
        """Writes into a field instead of what is there."""
        self.click(pattern, role, which=which)
        key("ctrl+a")
        if text:
            write(text)
        else:
            key("Delete")

    def choose(self, pattern, item):
        """An entry of a list that drops down, found by its label or by the entry that is chosen now."""
        self.click(pattern, "combo box")
        self.click(item, "list item")

    # The house.

    def map(self):
        return self.find(f"^{MAP}$")

    def lines(self, section="", row=""):
        """The rows, tables and areas of the map that is shown."""
        return [line for part in children(self.map()) if re.search(section, name_of(part)) for line in children(part) if re.search(row, name_of(line))]

    def seats(self, section="", row=""):
        """The names of seats on the map."""
        return [name_of(seat) for line in self.lines(section, row) for seat in children(line)]

    def neighbours(self, count, section="", row="^Row", right_of=0):
        """So many free seats beside each other, with room at both sides, so that none is left alone."""
        def run():
            for line in self.lines(section, row):
                free = []
                for seat in children(line):
                    good = re.search(", free(, on the aisle)?$", name_of(seat)) and extents(seat).x > right_of
                    free = [*free, name_of(seat)] if good else []
                    if len(free) == count + 4:
                        return free[2:2 + count]
            return None
        return wait_for(f"{count} free seats beside each other", run)

    def place(self, name):
        """A seat or an area by how its name begins; what follows changes with its state."""
        spoken = name.split(",")[0]
        words = re.match(r"(?P<section>.*) (?P<kind>row|table) (?P<label>\S+) seat ", spoken)
        where = (f"^{re.escape(words['section'])},", f"^{words['kind'].capitalize()} {re.escape(words['label'])},") if words else ("", f"^{re.escape(spoken)},")

        def find():
            lines = self.lines(*where)
            return next((a for a in (lines if not words else [seat for line in lines for seat in children(line)]) if name_of(a).split(",")[0] == spoken), None)
        return wait_for(f"{spoken} on the map", find)

    def click_place(self, name):
        self.click_found(lambda: self.place(name))

    def await_place(self, name, state):
        return wait_for(f"{name}: {state}", lambda: re.search(state, name_of(self.place(name))))
