"""An ANPA 1312 message taken apart, by its control bytes or by what is left of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from pressrelease.characters import cleaned, one_line
from pressrelease.errors import Problem
from pressrelease.findings import Finding
from pressrelease.formats.registry import Unreadable
from pressrelease.formats.wire.wiretext.lettering import detected
from pressrelease.formats.wire.wiretext.stream import EOT, ETX, SOH, STX

_MOST_LINES = 100_000
_FILLER = " \t\r\n\0\a\x7f\x16\x0c"
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
"""What no word holds."""
_SLUG = re.compile(r"\S.{0,80},\s?\d{1,5}|(?:AM|PM|BC|AP)-\S.{0,80}")


@dataclass(slots=True)
class Slots:
    """A message taken apart: its slots as text, and what was odd about them."""

    first: str = ""
    second: str = ""
    text: str = ""
    trailer: str = ""
    findings: list[Finding] = field(default_factory=list)
    leftovers: list[str] = field(default_factory=list)

    def tell(self, code: str, message: str, severity: Any = "info") -> None:
        """Report a departure from the standard's form."""
        self.findings.append(Finding(code, severity, message))


def taken_apart(raw: str | bytes, sent_in: str = "") -> Slots:
    """Return the slots of a message, by its control bytes or by what is left of them.

    `sent_in` is the charset that its sender is known for.
    """
    slots = Slots()
    text = raw if isinstance(raw, str) else _decoded(raw, sent_in, slots)
    if text.count(SOH) > 1:
        raise Unreadable(
            Problem(
                "several messages",
                found=str(text.count(SOH)),
                expected="one",
                advice="read them with `parse_all`, or take the stream apart with the format's `split`",
            )
        )
    text = re.sub("(?<!\r)\r+\n", "\n", text).replace("\r", "\n")
    if text.count("\n") > _MOST_LINES:
        raise Unreadable(Problem("too many lines for a release", expected=f"at most {_MOST_LINES:,}"))
    before, soh, rest = text.partition(SOH)
    if not soh:
        before, rest = "", text
        slots.tell("no-start", "there is no start of header")
    _left(slots, before)
    above, etx, below = rest.partition(ETX)
    if not etx:
        above, _, after = rest.partition(EOT)
        slots.tell("no-end", "there is no end of text")
    else:
        trailer, _, after = below.partition(EOT)
        slots.trailer = one_line(CONTROL.sub("", trailer)).rstrip("<").strip()
    _left(slots, after)
    _above(slots, above)
    return slots


def _decoded(data: bytes, sent_in: str, slots: Slots) -> str:
    if data.isascii():
        return data.decode("ascii")
    found = detected(data, sent_in)
    slots.tell("charset", f"more than ASCII; read as {found.name}")
    return found.decode(data).replace("\ufffd", "")


def _left(slots: Slots, text: str) -> None:
    words = one_line(cleaned(CONTROL.sub(" ", text.strip(_FILLER))))
    if words:
        slots.tell("text-outside", "text stands outside the message")
        slots.leftovers.append(words)


def _above(slots: Slots, above: str) -> None:
    """Part both lines of the header from the text."""
    header, stx, text = above.partition(STX)
    if not stx:
        slots.tell("no-text-start", "there is no start of text")
        lines = above.lstrip("\n").split("\n", 2)
        header, text = "\n".join(lines[:2]), "\n".join(lines[2:])
    lines = [line for line in header.split("\n") if line.strip()]
    slots.first, slots.second = [*lines, "", ""][:2]
    slots.leftovers += [one_line(CONTROL.sub(" ", line)) for line in lines[2:]]
    first, _, rest = text.lstrip("\n").partition("\n")
    slug = _SLUG.fullmatch(first.strip().removeprefix("^").removesuffix("<"))
    slots.text = rest if slug and first.lstrip().startswith("^") else text
