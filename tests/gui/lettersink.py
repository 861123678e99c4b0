# SPDX-License-Identifier: GPL-3.0-or-later
"""A mail server of this computer that takes every letter and keeps it. Enough of RFC 5321 for the house's server; it
answers on a thread of its own, which ends with the program."""

import socketserver
import threading


class Session(socketserver.StreamRequestHandler):
    def handle(self):
        self.say("220 here")
        for line in self.rfile:
            verb = line[:4].upper().strip()
            if verb == b"QUIT":
                return self.say("221 good bye")
            if verb == b"DATA":
                self.say("354 go on")
                self.server.letters.append(self.letter())
            self.say("250 yes")

    def letter(self):
        lines = []
        for line in self.rfile:
            if line.rstrip() == b".":
                break
            lines.append(line)
        return b"".join(lines)

    def say(self, words):
        self.wfile.write(words.encode() + b"\r\n")


class LetterSink(socketserver.ThreadingTCPServer):
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Session)
        self.letters = []
        self.port = self.server_address[1]
        threading.Thread(target=self.serve_forever, daemon=True).start()
