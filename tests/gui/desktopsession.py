# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop of its own for a test that looks at a program from outside: a screen in memory, a window manager, a session
bus and the accessibility bus on it. All of it ends with the test."""

import faulthandler
import os
import signal
import subprocess
import sys
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 30  # seconds for one thing to come about


def wait_for(what, condition, patience=PATIENCE):
    """Lets events come in until the condition has a value, and returns it."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        try:
            value = condition()
        except GLib.GError:  # what it looked at has just gone
            value = None
        if value:
            return value
        while GLib.MainContext.default().iteration(False):
            pass
        time.sleep(0.01)
    raise AssertionError(f"never: {what}")


def expect(what, actual, expected):
    if actual != expected:
        raise AssertionError(f"{what}: {actual!r} instead of {expected!r}")
    print(f"{what}: {actual!r}", flush=True)


def children(parent):
    return [parent.get_child_at_index(i) for i in range(parent.get_child_count())]


def descendants(parent):
    for child in children(parent):
        if child is not None:
            yield child
            yield from descendants(child)


def application_of(pid):
    desktop = Atspi.get_desktop(0)
    return wait_for("the program among the accessible ones", lambda: next((a for a in children(desktop) if a and a.get_process_id() == pid), None))


class Desktop:
    """With a screen and a window manager, for programs started through it."""

    def __init__(self, listen=None, kinds=()):
        read, write = os.pipe()
        screen = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x960x24", "-nolisten", "tcp"], pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        self.started = [screen]
        os.environ["DISPLAY"] = ":" + os.read(read, 16).decode().strip()
        running = os.path.join(os.environ["XDG_RUNTIME_DIR"], "openbox")
        self.start(["openbox", "--startup", f"touch {running}"], stderr=subprocess.DEVNULL)
        wait_for("the window manager", lambda: os.path.exists(running))
        # Before any program, as screen readers are: Qt 6.4 asks who listens when it comes to the bus, and misses those
        # that come between its asking and its own listening for news.
        Atspi.init()
        self.listener = Atspi.EventListener.new(listen or (lambda event: None))
        for kind in kinds:
            self.listener.register(kind)
        os.environ.update(QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1")

    def start(self, command, **how):
        self.started.append(subprocess.Popen(command, **how))
        return self.started[-1]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for process in reversed(self.started):
            if process.poll() is None:
                process.terminate()
                process.wait(PATIENCE)


def in_session(arguments, longest):
    """The calling script again in a session of its own, which ends with it whatever happens; returns what it exited with."""
    with tempfile.TemporaryDirectory() as folder:
        # The accessibility bus listens in the runtime folder, which the session bus that starts it has to know: in a
        # common one, tests that run at the same time would take it from each other.
        session = subprocess.Popen(["dbus-run-session", "--", sys.executable, sys.argv[0], *arguments, "within"],
                                   env={**os.environ, "XDG_RUNTIME_DIR": folder}, start_new_session=True)
        try:
            return session.wait(longest)
        finally:
            try:
                os.killpg(session.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass


def main(play, longest=3 * PATIENCE):
    """Calls `play` with the script's arguments in a session of its own, and exits with 0 when it came to its end; it hangs
    when that takes longer than so many seconds."""
    arguments = sys.argv[1:]
    if arguments[-1:] != ["within"]:
        # Of some thousand sessions three hung, for a cause that was not found: a hang gets a second chance, a wrong answer
        # none.
        try:
            sys.exit(in_session(arguments, longest))
        except subprocess.TimeoutExpired:
            print("the session hung; once more", flush=True)
        sys.exit(in_session(arguments, longest))
    faulthandler.dump_traceback_later(longest * 5 / 6)  # shows where it hangs
    play(*arguments[:-1])
    faulthandler.cancel_dump_traceback_later()
