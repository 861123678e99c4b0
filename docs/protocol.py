#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns the server's OpenRPC document (standard input) and the golden messages of the tests, as examples, into
docs/protocol.md (standard output); used by ./dev docs."""
import json
import pathlib
import sys

ROLES = ["anonymous", "guest", "customer", "door", "clerk", "manager", "administrator"]
EXAMPLES = pathlib.Path(__file__).resolve().parent.parent / "tests/data/protocol"
WIDTH = 118

ERROR_EXAMPLE = ('{"jsonrpc":"2.0","id":7,"error":{"code":1301,"message":"Another session holds or owns data.places; nothing was held",'
                 '"data":{"kind":"seat_taken","places":[17]}}}')

INTRO = """# The protocol

*Made by `./dev docs` from the document that `rpc.discover` answers; edit the sources in `shared/protocol`, not this page.*

{description}

One JSON object, or a batch of them, in each text frame at `ws://HOST:PORT/rpc` (`wss:` with TLS). The first message of a
connection is `session.hello`; then sign in with `auth.login`, or `auth.resume` with a token kept from before. Protocol
{protocol}, document {version}.

```
> {{"jsonrpc":"2.0","id":1,"method":"session.hello","params":{{"protocol":[1,1],"client":"example/1.0","locale":"en"}}}}
> {{"jsonrpc":"2.0","id":2,"method":"events.search","params":{{}}}}
```

Answers come in the order they are ready, not always in the order of the requests: match them by `id`. A request without an
`id` is not answered. The server sends notifications (no `id`) in between.

Reading is strict: keys that are not listed, values out of range, repeated keys and control characters are refused with
`invalid_params`. A request that is refused changes nothing.

A batch is answered when its last request is, in one message. Entries that are no requests get one error for all of them, with
the id null, and so does a batch that comes too fast: then nothing of it was done. Answers that do not fit beside the others are
replaced by `answer_too_large`: what was asked is done, ask again outside of a batch, with the same key where there is one.
Who goes on sending after hundreds of refusals is disconnected with the close code 1008.

A checkout is paid with `payment`, all of it in cash, or with `payments`, one to eight parts that are the total together; an
exchange likewise where something is due. Money goes back by the ways it came, what was paid last first: each payment by card that
something of goes back needs the terminal's reference, in `cardRefunds`, and the refund names the payment it gives back in `refunds`.
A part of a payment by voucher has its `code`, as `vouchers.issue` told it or as a person typed it; what goes back goes back to that
voucher. At the counter `refundToVoucher` names one that gets what would go back in cash.
Names, reasons and notes about bookings are refused with `invalid_params` when they may hold the number of a card.
"""


def cell(text):
    return str(text).replace("|", "\\|").replace("\n", " ")


def range_of(schema, low, high, unit):
    least, most = schema.get(low), schema.get(high)
    # The largest safe integers mean "no limit of its own".
    if most is not None and most >= 2**31 - 1:
        most = None
    if least is not None and least == most:
        return f", {least}{unit}"
    if most is not None:
        return f", {least or 0} to {most}{unit}"
    return f", {least} or more{unit}" if least else ""


def kind(schema):
    """What a value is, in words; a named shape as a link."""
    for part in schema.get("allOf", [schema]):
        if "$ref" in part:
            name = part["$ref"].rsplit("/", 1)[1]
            return f"[{name}](#{name.lower()})"
    if "enum" in schema:
        return " \\| ".join(f"`{word}`" for word in schema["enum"])
    what = schema.get("type", "any")
    if what == "array":
        size = range_of(schema, "minItems", "maxItems", "").lstrip(", ")
        return f"list {f'({size}) ' if size else ''}of {kind(schema.get('items', {}))}"
    if what == "integer":
        return "integer" + range_of(schema, "minimum", "maximum", "")
    if what == "string":
        return schema["format"] if "format" in schema else "text" + range_of(schema, "minLength", "maxLength", " characters")
    return what


def table(rows):
    """rows: (name, required, schema)"""
    lines = ["| key | what | meaning |", "|---|---|---|"]
    for name, required, schema in rows:
        mark = "" if required else " (may be absent)"
        lines.append(f"| `{name}` | {kind(schema)}{mark} | {cell(schema.get('description', ''))} |")
    return "\n".join(lines)


def properties(schema):
    required = schema.get("required", [])
    return [(name, name in required, value) for name, value in schema.get("properties", {}).items()]


def described(params):
    rows = [(p["name"], p.get("required", False), p["schema"]) for p in params]
    return table(rows) if rows else "None."


def result(schema):
    rows = properties(schema)
    if rows:
        return table(rows)
    return "Nothing: `{}`." if schema.get("additionalProperties") is False else kind(schema)


def laid_out(value, indent=""):
    """JSON on one line where it fits, else one line an entry."""
    line = json.dumps(value, ensure_ascii=False)
    if len(indent) + len(line) <= WIDTH or not isinstance(value, (dict, list)) or not value:
        return line
    deeper = indent + "  "
    if isinstance(value, dict):
        entries = [f"{json.dumps(key)}: {laid_out(entry, deeper)}" for key, entry in value.items()]
        return "{\n" + ",\n".join(deeper + entry for entry in entries) + "\n" + indent + "}"
    return "[\n" + ",\n".join(deeper + laid_out(entry, deeper) for entry in value) + "\n" + indent + "]"


def example(name):
    """The golden messages, with every key there is: `>` what a client sends, `<` what it gets."""
    lines = []
    for mark, part in (("> ", "params"), ("< ", "result")):
        file = EXAMPLES / f"{name}.{part}.json"
        if file.exists():
            content = laid_out(json.loads(file.read_text(encoding="utf-8")))
            lines.append(f"{mark}{part}: {content}")
    return "```\n" + "\n".join(lines) + "\n```"


def roles_table(methods):
    lines = ["| method | " + " | ".join(ROLES) + " |", "|---|" + ":-:|" * len(ROLES)]
    for method in methods:
        marks = ["x" if role in method["x-roles"] else "" for role in ROLES]
        lines.append(f"| `{method['name']}` | " + " | ".join(marks) + " |")
    return "\n".join(lines)


def roles(method):
    allowed = method["x-roles"]
    if len(allowed) == len(ROLES):
        return "everyone"
    return ", ".join(role for role in ROLES if role in allowed)


def errors(references):
    names = [reference["$ref"].rsplit("/", 1)[1] for reference in references]
    return ", ".join(f"`{name}`" for name in names) or "none of its own"


def main():
    document = json.load(sys.stdin)
    info = document["info"]
    out = [INTRO.format(description=info["description"], version=info["version"], protocol=document["x-protocol"])]

    out.append("## Limits\n\n| limit | value |\n|---|---|")
    for name, value in document["x-limits"].items():
        out.append(f"| {name} | {value} |")

    out.append("\n## Methods at a glance\n\n| method | who | what |\n|---|---|---|")
    for method in document["methods"]:
        anchor = method["name"].replace(".", "").lower()
        out.append(f"| [`{method['name']}`](#{anchor}) | {roles(method)} | {cell(method['summary'])} |")
    for sent in document["x-notifications"]:
        anchor = sent["name"].replace(".", "").lower()
        out.append(f"| [`{sent['name']}`](#{anchor}) | sent by the server | {cell(sent['summary'])} |")

    out.append("\n## Roles\n\nAnonymous: said hello, is not signed in. Guest: gave a name only. A role without a mark gets `not_permitted`, "
               "anonymous `not_signed_in`.\n\n" + roles_table(document["methods"]))

    out.append("\n## Methods")
    for method in document["methods"]:
        out.append(f"\n### {method['name']}\n\n{method['summary']}. For: {roles(method)}.\n")
        out.append(f"Params:\n\n{described(method['params'])}\n")
        out.append(f"Result:\n\n{result(method['result']['schema'])}\n")
        out.append(f"Errors: {errors(method['errors'])}.\n\n{example(method['name'])}")

    out.append("\n## Notifications")
    for sent in document["x-notifications"]:
        out.append(f"\n### {sent['name']}\n\n{sent['summary']}.\n\n{described(sent['params'])}\n\n{example(sent['name'])}")

    out.append("\n## Shapes")
    for name, schema in document["components"]["schemas"].items():
        out.append(f"\n### {name}\n\n{table(properties(schema))}")

    out.append('\n## Errors\n\n```\n' + ERROR_EXAMPLE + "\n```\n\nAn error's `data.kind` is one of these words; the number is "
               "`code`. Where they help there are also `places` (seat indexes), `event` (of the places, at a checkout), `limit`, "
               "`retryAfter` (seconds) and `detail` (English, for "
               "programmers; not for people).\n\n"
               f"Any method may answer {errors(document['x-general-errors'])}.\n\n| kind | code | meaning |\n|---|---|---|")
    known = document["components"]["errors"].items()
    for name, error in sorted(known, key=lambda item: (item[1]["code"] < 0, abs(item[1]["code"]))):
        out.append(f"| `{name}` | {error['code']} | {cell(error['message'])} |")
    print("\n".join(out))


main()
