"""Strict judges of the byte formats, made from what is known of them; they know nothing of the writers."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

import pressrelease as pr
from pressrelease.formats.losses import leaves

NOW = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
AS_SET = re.compile(r"(^|\.)(layout|style)(\.|$)")

# --- IPTC 7901 -------------------------------------------------------------------------------------------------------

HEADER_7901 = re.compile(rb"[A-Za-z]{3}\d{3,4} [1-6](?: [A-Za-z]{1,3})? \d{1,5} {1,2}[ -~]{0,50}")
DATE_7901 = re.compile(rb"[0-3]\d[0-2]\d[0-5]\d (?:GMT )?[A-Z][a-z]{2} \d\d ?")
_FRAME_7901 = re.compile(
    rb"(?:\x7f\x7f\r\n\x7f)?\x01(?P<header>[^\r\n]*)\r\n\n(?P<slug>[^\r\n]*)\r\n\x02(?P<text>.*)\x03(?P<date>[^\r\n]*)"
    rb"\r\n\x7f(?:\r\n|\n)\x7f\x04",
    re.S,
)


def faults_7901(data: bytes) -> list[str]:
    """Return where a message departs from IPTC 7901's layout."""
    frame = _FRAME_7901.fullmatch(data)
    if frame is None:
        return ["not framed by SOH, STX, ETX and EOT with their line ends"]
    found = []
    if not HEADER_7901.fullmatch(frame["header"]):
        found.append(f"header {frame['header']!r}")
    if not DATE_7901.fullmatch(frame["date"]):
        found.append(f"date line {frame['date']!r}")
    if (
        not frame["slug"].endswith(b"/")
        or len(frame["slug"]) > 140
        or re.search(rb"[\x00-\x1f\x7f]", frame["slug"])
    ):
        found.append(f"keyword line {frame['slug']!r}")
    head, equals, body = frame["text"].partition(b" =\r\n")
    if not equals or not (body.startswith(b"\n") or body == b"\r\n"):
        found.append("no equals sign and empty line behind the headline")
    found += [f"headline line {line!r}" for line in _odd_lines(head + b" =", bells=True)]
    found += [
        f"text line {line!r}" for line in _odd_lines(body.replace(b"\r\n\n", b"\r\n\r\n").removeprefix(b"\n"))
    ]
    if not frame["text"].endswith(b"\r\n\r\n"):
        found.append("no empty line before the end of text")
    return found


def _odd_lines(text: bytes, *, bells: bool = False) -> Iterator[bytes]:
    allowed = rb"[\x00-\x06\x08-\x1f\x7f]" if bells else rb"[\x00-\x1f\x7f]"
    for line in text.split(b"\r\n"):
        if len(characters(line)) > 69 or re.search(allowed, line):
            yield line


def characters(line: bytes) -> str:
    """Return a line as text, whatever its charset: UTF-8 where it is, else one character a byte."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("latin-1")


# --- ANPA 1312 -------------------------------------------------------------------------------------------------------

FIRST_1312 = re.compile(rb"[a-z]\d{4}\x1f[A-Za-z-]{5}")
SECOND_1312 = re.compile(
    rb"[abdfhrsu] [a-z][\x13\x14][\x11\x12] (?:am|pm|bc|ap)-[!-;=-\]_-~]{1,21} {0,2}[A-Za-z0-9-]* {1,3}(?:\d{3,4})? +"
    rb"[01]\d-[0-3]\d \d{3,4}",
    re.I,
)
TRAILER_1312 = re.compile(rb"[A-Z]{2,4}-[A-Z]{2}-[01]\d-[0-3]\d-\d\d [0-2]\d[0-5]\dGMT<")
_FRAME_1312 = re.compile(
    rb"\x16\x16\x01(?P<first>[^\r\n]*)(?:\r\n|\n)(?P<second>[^\r\n]*)(?:\r\n|\n)\x02(?P<text>.*)\x03(?P<trailer>[^\r\n]*)"
    rb"\r\n\r\n\x0c\r\n\x04",
    re.S,
)
_LINE_1312 = re.compile(rb"\^[ -;=-\]_-~]*[<=]|\t   [ -;=-\]_-~]+")


def faults_1312(data: bytes) -> list[str]:
    """Return where a message departs from ANPA 1312's layout."""
    frame = _FRAME_1312.fullmatch(data)
    if frame is None:
        return ["not framed by SYN, SOH, STX, ETX, FF and EOT with their line ends"]
    found = []
    for name, pattern in (("first", FIRST_1312), ("second", SECOND_1312), ("trailer", TRAILER_1312)):
        if not pattern.fullmatch(frame[name]):
            found.append(f"{name} {frame[name]!r}")
    *lines, last = frame["text"].split(b"\r\n")
    if last:
        found.append("the last line has no end")
    if not lines or not re.fullmatch(rb"\^[^,<]{1,24},\d{1,5}<", lines[0]):
        found.append(f"slug line {lines[:1]!r}")
    return found + [f"text line {line!r}" for line in lines if not _LINE_1312.fullmatch(line)]


# --- a receiver ------------------------------------------------------------------------------------------------------


def superdesk_7901(data: bytes) -> dict[str, str]:
    """Return what Superdesk's stock parser of IPTC 7901 takes from a message, by the rules that its source has."""
    first, *lines = data.split(b"\n")
    header = re.match(rb"\x01([a-z]*)([0-9]*) (.) ([a-z]*) ([0-9]*)", first, re.I)
    assert header, "the header is not known"
    found = {"source": header[1].decode(), "priority": header[3].decode(), "category": header[4].decode()}
    found |= {"slugline": "", "headline": "", "body": "", "ednote": ""}
    place = "slugline"
    for line in (raw.decode("latin-1") + "\n" for raw in lines):
        if line.startswith("\x03"):
            break
        if line.startswith("\x02"):
            place, found["headline"] = "body", line[1:].rstrip("\r\n")
        elif place == "body" and "The following information is not for publication" in line:
            place = "ednote"
        else:
            found[place] += line.rstrip("/\r\n") if place == "slugline" else line
    return found


def superdesk_1312(data: bytes) -> dict[str, str]:
    """Return what Superdesk's stock parser of ANPA 1312 takes from a message, by the rules that its source has."""
    first, second, *rest = data.split(b"\n")
    assert re.match(rb"\x16\x16\x01([a-z])([0-9]{4})\x1f([a-z-]+)", first, re.I), (
        "the first line is not known"
    )
    header = re.match(
        rb"([a-z]) ([a-z])[\x13\x14][\x11\x12] (?:am-|pm-|bc-|ap-)([a-z-.0-9]+)(.*) [0-9]{1,2}-[0-9]{1,2} [0-9]{0,4}",
        second,
        re.I,
    )
    made = re.search(rb"\x03[a-z]+-[a-z]+-([0-9-]{8} [0-9]{4})GMT", rest[-4], re.I)
    text = re.match(rb"\x02(.*)\x03", b"\n".join(rest), re.S)
    assert header, "the second line is not known"
    assert made, "the trailer is not known"
    assert text, "the frame is not known"
    lines = text[1].decode("latin-1").split("\n")
    heads = [line.strip("^<= ").rstrip("\r\n^<= ") for line in lines if line.startswith("^")]
    notes = [m[1].strip() for head in heads if (m := re.search("EDITOR'S NOTE _(.*)", head))]
    return {
        "priority": header[1].decode(),
        "slugline": header[3].decode(),
        "take": header[4].decode().strip(),
        "made": made[1].decode(),
        "headline": heads[1],
        "byline": heads[-1] if heads[-1].startswith("By ") else "",
        "body": "\n".join(line.strip() for line in lines if line.startswith("\t")),
        "ednote": notes[-1] if notes else "",
    }


# --- what both are asked ---------------------------------------------------------------------------------------------


def differing(release: pr.Release, back: pr.Release) -> set[str]:
    """Return the paths in which two releases differ, how they were set aside."""
    before, after = dict(leaves(release)), dict(leaves(back))
    return {p for p in before if after.get(p) != before[p]} | {
        p for p in after if p not in before and not AS_SET.search(p)
    }


def unaccounted(changed: set[str], lost: set[str]) -> tuple[list[str], list[str]]:
    """Return what changed and no loss names, and what losses name and did not change."""

    def covered(path: str, others: set[str]) -> bool:
        return any(path == p or path.startswith(f"{p}.") or p.startswith(f"{path}.") for p in others)

    return sorted(p for p in changed if not covered(p, lost)), sorted(
        p for p in lost if not covered(p, changed)
    )


def life(release: pr.Release) -> dict[str, pr.Release]:
    """Return a release at each step of its life, as a newsroom would send it."""
    first = release.changed(status="usable", change={}, embargo=None, version=1)
    later = {"version": 2}
    lift = dt.datetime(2030, 3, 2, 9, tzinfo=dt.UTC)
    moved = {"kind": "update", "note": "The embargo has been moved."}
    lifted = {"kind": "update", "note": "The embargo has been lifted."}
    wrong = {
        "kind": "correction",
        "note": "A figure was wrong.",
        "wrong": "nine cranes",
        "right": "eight cranes",
    }
    return {
        "new": first,
        "update": first.changed(**later, change={"kind": "update", "note": "Adds the timetable."}),
        "correction": first.changed(**later, change=wrong),
        "embargoed": first.changed(embargo={"until": lift}),
        "held without a date": first.changed(embargo={}),
        "embargo moved": first.changed(
            version=2, embargo={"until": lift + dt.timedelta(days=3)}, change=moved
        ),
        "embargo lifted": first.changed(**later, change=lifted),
        "withheld": first.changed(**later, status="withheld", change={"note": "A figure is being checked."}),
        "kill": first.changed(
            **later, status="canceled", change={"kind": "kill", "note": "Sent out by mistake."}
        ),
    }
