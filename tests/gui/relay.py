# SPDX-License-Identifier: GPL-3.0-or-later
"""A cable between an app and a server that somebody can pull out. It passes on bytes on threads of its own, which end with the
program."""

import socket
import socketserver
import threading


class Link(socketserver.BaseRequestHandler):
    def handle(self):
        try:
            beyond = None if self.server.is_cut else socket.create_connection(("127.0.0.1", self.server.to))
        except OSError:
            beyond = None  # the server is not there either
        if beyond is None:
            return
        with beyond:
            self.server.links += [self.request, beyond]
            back = threading.Thread(target=pass_on, args=(beyond, self.request), daemon=True)
            back.start()
            pass_on(self.request, beyond)
            back.join()


def pass_on(source, target):
    try:
        while sent := source.recv(65536):
            target.sendall(sent)
    except OSError:
        pass  # cut meanwhile
    for end in source, target:
        shut(end)


def shut(link):
    try:
        link.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass  # it was already


class Relay(socketserver.ThreadingTCPServer):
    daemon_threads = True

    def __init__(self, to):
        super().__init__(("127.0.0.1", 0), Link)
        self.to, self.links, self.is_cut = to, [], False
        self.port = self.server_address[1]
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def cut(self):
        self.is_cut = True
        for link in self.links:
            shut(link)
        self.links.clear()

    def mend(self):
        self.is_cut = False
