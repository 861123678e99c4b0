# SPDX-License-Identifier: GPL-3.0-or-later
"""Stripe, as its API reference describes PaymentIntents, refunds and signed events, as far as the house's server uses them.
Answers on threads of its own, which end with the program. What happens to an intent is told to the house at once."""

import hashlib
import hmac
import itertools
import json
import os
import re
import threading
import time
import urllib.parse
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

SECRET_KEY, PUBLISHABLE_KEY, WEBHOOK_SECRET = "sk_test_walk", "pk_test_walk", "whsec_walk"


class Refused(Exception):
    def __init__(self, code, status=400, **further):
        super().__init__(code)
        self.status = status
        self.body = {"error": {"type": "card_error" if status == 402 else "invalid_request_error", "code": code, "message": code, **further}}


class Call(BaseHTTPRequestHandler):
    def do_GET(self):
        self.answer({})

    def do_POST(self):
        form = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        self.answer(dict(urllib.parse.parse_qsl(form, keep_blank_values=True)))

    def answer(self, fields):
        try:
            if self.headers["Authorization"] != f"Bearer {SECRET_KEY}":
                raise Refused("invalid_api_key", 401)
            status, body = 200, self.server.perform(self.command, self.path, fields, self.headers.get("Idempotency-Key"))
        except Refused as refused:
            status, body = refused.status, refused.body
        said = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

    def log_message(self, *_):
        pass


class StripeStandIn(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Call)
        self.intents, self.refunds, self.answers = {}, {}, {}
        self.refunds_are = "succeeded"  # those that are made from now on
        self.numbers = itertools.count(1)
        self.lock = threading.RLock()
        self.house = None
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def settings_for(self, folder, port):
        """What a server on that port is started with to take payments here."""
        self.house = f"http://127.0.0.1:{port}"
        settings = ["--public-url", self.house, "--stripe-api", f"http://127.0.0.1:{self.server_address[1]}", "--stripe-publishable-key", PUBLISHABLE_KEY]
        for name, secret in (("secret-key", SECRET_KEY), ("webhook-secret", WEBHOOK_SECRET)):
            path = os.path.join(folder, name)
            with open(path, "w", encoding="utf-8") as file:
                file.write(secret)
            os.chmod(path, 0o600)
            settings += [f"--stripe-{name}-file", path]
        return settings

    # What the house asks for.

    def perform(self, method, address, fields, key):
        path, _, query = address.partition("?")
        with self.lock:
            if key in self.answers:
                return self.answers[key]
            answer = self.dispatch(method, path, fields, urllib.parse.parse_qs(query))
            if key:
                self.answers[key] = answer
            return answer

    def dispatch(self, method, path, fields, query):
        found = re.fullmatch(r"/v1/(payment_intents|refunds)(?:/(\w+))?(?:/(confirm|cancel))?", path)
        if not found:
            raise Refused("resource_missing", 404)
        objects, name, verb = found.groups()
        if objects == "refunds" and not name:
            return self.refund(fields) if method == "POST" else self.refunds_of(query["payment_intent"][0])
        if not name:
            return self.create(fields)
        known = self.intents if objects == "payment_intents" else self.refunds
        if name not in known:
            raise Refused("resource_missing", 404)
        if verb == "confirm":
            return self.confirm(name, fields["confirmation_token"])
        if verb == "cancel":
            return self.cancel(name)
        return dict(known[name])

    def new_id(self, kind):
        return f"{kind}_{next(self.numbers)}"

    def create(self, fields):
        name = self.new_id("pi")
        marks = {key[len("metadata["):-1]: value for key, value in fields.items() if key.startswith("metadata[")}
        self.intents[name] = {"id": name, "object": "payment_intent", "amount": int(fields["amount"]), "amount_received": 0, "currency": fields["currency"],
                              "status": "requires_payment_method", "client_secret": f"{name}_secret", "last_payment_error": None, "metadata": marks}
        return dict(self.intents[name])

    def confirm(self, name, token):
        """What the payer typed is in the token: here it says by its name what the bank makes of it."""
        if self.intents[name]["status"] != "requires_payment_method":
            raise Refused("payment_intent_unexpected_state", payment_intent=dict(self.intents[name]))
        if "declined" in token:
            self.change(name, "payment_failed", last_payment_error={"type": "card_error", "code": "card_declined", "decline_code": "insufficient_funds"})
            raise Refused("card_declined", 402, decline_code="insufficient_funds")
        if "processing" in token:
            return self.change(name, "processing", status="processing")
        return self.pay(name)

    def cancel(self, name):
        if self.intents[name]["status"] != "requires_payment_method":
            raise Refused("payment_intent_unexpected_state", payment_intent=dict(self.intents[name]))
        return self.change(name, "canceled", status="canceled")

    def refund(self, fields):
        of = self.intents[fields["payment_intent"]]
        back = sum(refund["amount"] for refund in self.refunds_of(of["id"])["data"] if refund["status"] != "failed")
        if of["status"] != "succeeded" or int(fields["amount"]) > of["amount_received"] - back:
            raise Refused("charge_already_refunded")
        name = self.new_id("re")
        marks = {key[len("metadata["):-1]: value for key, value in fields.items() if key.startswith("metadata[")}
        self.refunds[name] = {"id": name, "object": "refund", "amount": int(fields["amount"]), "currency": of["currency"], "payment_intent": of["id"],
                              "status": self.refunds_are, "metadata": marks}
        if self.refunds_are == "failed":
            self.refunds[name]["failure_reason"] = "expired_or_canceled_card"
        self.tell(f"refund.{'failed' if self.refunds_are == 'failed' else 'created'}", self.refunds[name])
        return dict(self.refunds[name])

    def refunds_of(self, intent):
        return {"object": "list", "has_more": False, "data": [dict(refund) for refund in self.refunds.values() if refund["payment_intent"] == intent]}

    # What the bank does, or somebody at Stripe's own desk.

    def pay(self, name):
        with self.lock:
            return self.change(name, "succeeded", status="succeeded", amount_received=self.intents[name]["amount"])

    def refund_at_desk(self, name, amount):
        with self.lock:
            refund = {"id": self.new_id("re"), "object": "refund", "amount": amount, "currency": self.intents[name]["currency"], "payment_intent": name,
                      "status": "succeeded", "metadata": {}}
            self.refunds[refund["id"]] = refund
            self.tell("refund.created", refund)

    def dispute(self, name):
        with self.lock:
            of = self.intents[name]
            self.tell("charge.dispute.created", {"id": self.new_id("dp"), "object": "dispute", "amount": of["amount"], "currency": of["currency"],
                                                 "payment_intent": name, "reason": "fraudulent", "status": "needs_response"})

    def change(self, name, event, **changes):
        self.intents[name].update(changes)
        self.tell(f"payment_intent.{event}", self.intents[name])
        return dict(self.intents[name])

    def tell(self, kind, about):
        """After the call is answered, as Stripe does: the house must not wait for itself."""
        event = json.dumps({"id": self.new_id("evt"), "object": "event", "type": kind, "data": {"object": dict(about)}}).encode()
        threading.Thread(target=self.deliver, args=[event], daemon=True).start()

    def deliver(self, event):
        seconds = str(int(time.time()))
        signature = hmac.new(WEBHOOK_SECRET.encode(), seconds.encode() + b"." + event, hashlib.sha256).hexdigest()
        request = urllib.request.Request(f"{self.house}/webhooks/stripe", data=event, headers={"Content-Type": "application/json", "Stripe-Signature": f"t={seconds},v1={signature}"})
        with urllib.request.urlopen(request, timeout=20) as answer:
            answer.read()
