# SPDX-License-Identifier: GPL-3.0-or-later
"""One call of the house's API, by a client that shares no code with ours: for what no screen shows, like the code that a
ticket had before."""

import asyncio
import json

import websockets


def call(office, role, method, params):
    """What the demo's user of that role is answered."""
    return asyncio.run(answer(f"ws://127.0.0.1:{office.port}/rpc", f"{role}@demo.example", office.secrets[role], method, params))


async def answer(address, email, password, method, params):
    async with websockets.connect(address) as socket:
        calls = [("session.hello", {"protocol": [1, 1], "client": "walkthroughs", "locale": "en"}), ("auth.login", {"email": email, "password": password}), (method, params)]
        for number, (name, fields) in enumerate(calls):
            await socket.send(json.dumps({"jsonrpc": "2.0", "id": number, "method": name, "params": fields}))
            reply = json.loads(await socket.recv())
            while reply.get("id") != number:
                reply = json.loads(await socket.recv())
        return reply["result"]
