# SPDX-License-Identifier: GPL-3.0-or-later
"""The demo house, served by the real server, and the real app on it: for scripts that use both from outside."""

import os
import re
import sqlite3
import subprocess

from desktopsession import PATIENCE, application_of, wait_for
from programscreen import ACTIVE, Screen, has


def end(process):
    if process.poll() is None:
        process.terminate()
        process.wait(PATIENCE)


class BoxOffice:
    """A demo house in a folder of its own. What was sold is read from its database, never written."""

    def __init__(self, desktop, server, app, data, settings=()):
        self.desktop, self.server, self.app, self.data = desktop, server, app, data
        self.settings = list(settings)
        self.environment = {}  # of the app, besides the script's own
        self.port = 0
        self.process = None
        self.programs = []
        subprocess.run([server, "demo", "create", "--data", data], check=True, stdout=subprocess.DEVNULL)
        with open(os.path.join(data, "demo-users.txt"), encoding="utf-8") as users:
            self.secrets = {words[0]: words[-1] for words in map(str.split, users) if words}

    def serve(self):
        """Starts the server; after a stop, where it was."""
        self.process = self.desktop.start([self.server, "serve", "--data", self.data, "--listen", f"127.0.0.1:{self.port}", *self.settings],
                                          stdout=subprocess.PIPE, text=True)
        for line in self.process.stdout:
            found = re.search(r"127\.0\.0\.1:(\d+)", line)
            if found:
                self.port = int(found.group(1))
                return self
        raise AssertionError("the server says no port")

    def stop(self):
        if self.process:
            end(self.process)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for program in self.programs:
            end(program)
        self.stop()

    def open_as(self, role, size="1240x900", port=None):
        """The app, signed in as the demo's user of that role; what it shows. By another port, where one stands between."""
        program = self.desktop.start([self.app, "--server", f"ws://127.0.0.1:{port or self.port}", "--settings", os.path.join(self.data, f"{role}.ini"),
                                      "--language", "en", "--size", size, "--user", f"{role}@demo.example"],
                                     env={**os.environ, **self.environment, "PARTERRE_PASSWORD": self.secrets[role]})
        self.programs.append(program)
        screen = Screen(application_of(program.pid))
        wait_for("its window in front", lambda: any(has(window, ACTIVE) for window in screen.windows()))
        return screen

    def close_app(self):
        end(self.programs.pop())

    def rows(self, statement, *values):
        with sqlite3.connect(f"file:{os.path.join(self.data, 'parterre.db')}?mode=ro", uri=True) as connection:
            connection.row_factory = sqlite3.Row
            return connection.execute(statement, values).fetchall()

    def value(self, statement, *values):
        found = self.rows(statement, *values)
        return found[0][0] if found else None

    def await_value(self, what, expected, statement, *values, patience=PATIENCE):
        wait_for(f"{what} in the database: {expected!r}", lambda: self.value(statement, *values) == expected, patience)
