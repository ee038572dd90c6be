"""An IPTC 7901 message as a release: the standard's form, and those that agencies really send."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from pressrelease.characters import cleaned, one_line
from pressrelease.errors import Problem
from pressrelease.findings import Finding, Where
from pressrelease.formats.assembly import assembled
from pressrelease.formats.registry import Head, Reading, Source, Unreadable
from pressrelease.formats.wire.iptc7901.header import (
    PREFIX,
    Header,
    derived,
    keyword_line,
    parsed,
    parsed_date,
)
from pressrelease.formats.wire.wiretext.blocks import Para, grouped, is_greedy, paragraph
from pressrelease.formats.wire.wiretext.lettering import STATED, detected
from pressrelease.formats.wire.wiretext.measure import columns
from pressrelease.formats.wire.wiretext.notes import opens_notes, read_notes
from pressrelease.formats.wire.wiretext.numbers import earlier_serial, initials
from pressrelease.formats.wire.wiretext.reading import Draft, Made, finished, frames, read_head, read_text
from pressrelease.formats.wire.wiretext.stream import DEL, EOT, ETX, SOH, STX
from pressrelease.model import Release, zone_info
from pressrelease.newsroom import Newsroom

_WIDTH = 69
_MOST_WIDTH = 120
_MOST_HEAD = 24
_MOST_LINES = 100_000
_FILLER = f" \t\r\n\0\a{DEL}\x16\x0c"
_FONTS = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_SIGN_OFF = re.compile(r"[a-zäöüß]{2,5}(?:[/-][a-z]{2,5})?(?: [a-zäöüß0-9]{1,5}){0,8}")
_LOOKS_LIKE = re.compile(rb"(?:[\x00\x07\x16\x7f \r\n]{0,40}\x01|\x01?)[A-Za-z]{3}\d{3,4} \d ")


def recognise(head: Head) -> float:
    """Return how sure it is that this is an IPTC 7901 message: by its header, and by its control bytes."""
    data = head.data[:400]
    if _LOOKS_LIKE.match(data) is None:
        return (
            0.85
            if re.match(rb"[\x00\x07\x7f \r\n]{0,40}\x01[^\x16\x1f]{0,200}\n[^\x02]{0,100}\x02", data)
            else 0.0
        )
    return 0.97 if b"\x01" in data[:60] else 0.6 if b"\x02" in head.data[:1000] else 0.0


@dataclass(slots=True)
class Slots:
    """A message taken apart: its slots as text, and what was odd about them."""

    header: str = ""
    keywords: str = ""
    text: str = ""
    date: str = ""
    findings: list[Finding] = field(default_factory=list)
    leftovers: list[str] = field(default_factory=list)

    def tell(self, code: str, message: str) -> None:
        """Report a departure from the standard's form."""
        self.findings.append(Finding(code, "info", message))


def read(source: Source) -> Reading:
    """Return the release that one message holds.

    Raises Unreadable for several messages in one document, and for one without a headline.
    """
    slots = taken_apart(source.raw, source.charset)
    known = parsed(slots.header)
    agencies = (known[0].source.lower(), *re.findall("[a-z]{3}", known[0].free)) if known else ()
    made = of_text(slots.text, slots.date, source.newsroom, agencies)
    release, findings = made.release, [*slots.findings, *made.findings]
    if known is None:
        slots.leftovers += [slots.header] if slots.header else []
        findings.append(Finding("odd-header", "warning", "the header has another form", Where(line=1)))
    elif not known[0].category:
        findings.append(Finding("no-category", "info", "the header names no category", Where(line=1)))
    release = with_slots(release, known[0] if known else None, slots.keywords)
    return Reading(
        release,
        confidence=0.95 if known else 0.6,
        findings=tuple(findings),
        leftovers=(*slots.leftovers, *made.leftovers),
    )


# --- slots -----------------------------------------------------------------------------------------------------------


def taken_apart(raw: str | bytes, sent_in: str = "") -> Slots:
    """Return the slots of a message: by its control bytes, or by its lines where those were lost on the way.

    `sent_in` is the charset that its sender is known for.
    """
    slots = Slots()
    data = raw if isinstance(raw, bytes) else raw.encode("utf-8", "surrogatepass")
    if data.count(b"\x01") > 1:
        raise Unreadable(
            Problem(
                "several messages",
                found=str(data.count(b"\x01")),
                expected="one",
                advice="read them with `parse_all`, or take the stream apart with the format's `split`",
            )
        )
    text = raw if isinstance(raw, str) else _decoded(raw, sent_in, slots)
    text = re.sub("(?<!\r)\r+\n", "\n", text).replace("\r", "\n")
    if text.count("\n") > _MOST_LINES:
        raise Unreadable(Problem("too many lines for a release", expected=f"at most {_MOST_LINES:,}"))
    before, soh, rest = text.partition(SOH)
    if not soh:
        before, rest = "", text
        slots.tell("no-start", "there is no start of header")
    _left(slots, before, "text-outside", "text stands before the message")
    if ETX in rest:
        above, _, trailer = rest.partition(ETX)
        date, _, after = trailer.partition(EOT)
    else:
        above, eot, after = rest.partition(EOT)
        date = ""
        slots.tell("no-end", "there is no end of text" if eot else "there is no end of text and of message")
    _left(slots, after, "text-outside", "text stands behind the message")
    if ETX in rest and DEL not in date:
        slots.tell("no-trailer", "no delete characters stand behind the date line")
    slots.date = one_line(_FONTS.sub("", date))
    _above(slots, above)
    return slots


def _left(slots: Slots, text: str, code: str, message: str) -> None:
    words = one_line(cleaned(text.strip(_FILLER)))
    if words:
        slots.tell(code, message)
        slots.leftovers.append(words)


def _decoded(data: bytes, sent_in: str, slots: Slots) -> str:
    """Return bytes as text, in the charset that they name or most likely are in: the text alone decides."""
    start, end = data.find(b"\x02"), data.rfind(b"\x03")
    inner = data[max(start, 0) : end if end > start else len(data)]
    found = detected(inner, sent_in)
    if found.name in ("windows-1252", "iso646-de") and not (sent_in or STATED.search(inner)):
        slots.findings.append(Finding("charset", "info", f"read as {found.name}"))
    text = found.decode(data)
    if "\ufffd" in text:
        slots.findings.append(
            Finding("charset", "warning", f"bytes that {found.name} does not have were left out")
        )
    return text.replace("\ufffd", "")


def _above(slots: Slots, above: str) -> None:
    """Part header and keyword line from the text."""
    header, stx, text = above.partition(STX)
    if not stx:
        slots.tell("no-text-start", "there is no start of text")
        lines = above.lstrip("\n").split("\n")
        filled = [i for i, line in enumerate(lines) if line.strip()]
        second = filled[1] if len(filled) > 1 else len(lines)
        slugged = second < len(lines) and lines[second].strip().endswith("/")
        cut = second + 1 if slugged else second
        header, text = "\n".join(lines[:cut]), "\n".join(lines[cut:])
    lines = [_FONTS.sub("", line).strip() for line in header.split("\n")]
    slots.header, *rest = lines
    words = [one_line(line) for line in rest if line]
    if stx and (len(rest) - len(words) > 3 or (words and rest[-1:] == [""] and rest[-2:-1] == [""])):
        slots.tell("empty-lines", "more empty lines than usual stand above the text")
    slots.keywords = " ".join(words[:1])
    slots.leftovers += words[1:]
    slots.text = text


# --- the text --------------------------------------------------------------------------------------------------------


def of_text(text: str, date: str, newsroom: Newsroom | None, agencies: tuple[str, ...] = ()) -> Made:
    """Return what the text between start and end says, its line ends LF or CR LF, and the date line beneath it.

    `agencies` are the letters by which the header says who sends it.
    """
    draft = Draft(zone=newsroom.time_zone if newsroom else "", agencies=agencies)
    lines = _clean(text, draft)
    head, body = _headed(lines, draft)
    width = _width(body)
    read_head(draft, head, width)
    groups = list(grouped(body, len(head) + 1))
    greedy = is_greedy([g for _, g in groups if not g[0].startswith(("|", "-", " "))], width)
    paras = [paragraph(group, number, width, greedy) for number, group in groups]
    cut = next((i for i, para in enumerate(paras) if opens_notes(para)), len(paras))
    beneath = paras[cut:]
    extra = _signed(draft, beneath if beneath else paras)
    published = paras[: min(cut, len(paras))]
    notes = read_notes(beneath, lambda line: frames(draft, line))
    read_text(draft, published, notes)
    finished(draft, notes)
    _dated(draft, date)
    if draft.remarks:
        extra["remarks"] = draft.remarks
    if draft.earlier:
        extra["earlier"] = draft.earlier
    draft.values["extra"] = {PREFIX + name: value for name, value in extra.items()}
    release, dropped = assembled(draft.values, what="a message")
    return Made(_without_usual(release), (*draft.findings, *dropped), tuple(draft.leftovers))


def _clean(text: str, draft: Draft) -> list[str]:
    """Return the lines of a text without what only machines see: font changes, bells, deletes."""
    draft.urgent = "\a" in text
    text = re.sub("(?<!\r)\r+\n", "\n", text).replace("\r", "\n").replace("\t", "    ")
    return [cleaned(_FONTS.sub("", line)).rstrip() for line in text.split("\n")]


def _headed(lines: list[str], draft: Draft) -> tuple[list[str], list[str]]:
    """Part the lines above the text from it: an equals sign ends them, else an empty line."""
    start = next((i for i, line in enumerate(lines) if line.strip()), len(lines))
    for i in range(start, min(start + _MOST_HEAD, len(lines))):
        if lines[i].endswith("="):
            return [*lines[start:i], lines[i][:-1].rstrip()], lines[i + 1 :]
    draft.tell("no-equals-sign", "no equals sign ends the headline")
    most = min(start + _MOST_HEAD, len(lines))
    end = next((i for i in range(start, most) if not lines[i].strip()), most)
    return lines[start:end], lines[end:]


def _width(lines: list[str]) -> int:
    longest = max((columns(line) for line in lines if not line.startswith("|")), default=0)
    return max(_WIDTH, min(longest, _MOST_WIDTH))


def _signed(draft: Draft, paras: list[Para]) -> dict[str, Any]:
    """Take the initials that stand by themselves beneath it all."""
    if len(paras) > 1 and _SIGN_OFF.fullmatch(paras[-1].text) and len(paras[-1].text) <= 60:
        return {"sign_off": paras.pop().text}
    return {}


def _dated(draft: Draft, line: str) -> None:
    """Let the date line say when it was published, where nothing else does."""
    found, known = parsed_date(line)
    if not known:
        if line:
            draft.leftovers.append(line)
        draft.tell("no-date-line", "no date line ends the message")
        return
    if draft.values.get("published") or draft.values.get("updated") or draft.values["change"].get("at"):
        return
    if found is not None and found.tzinfo is None:
        draft.tell("no-zone", "the date line names no zone")
        info = zone_info(draft.zone)
        found = found.replace(tzinfo=info) if info else None
    if found is not None:
        draft.values["published"] = found
    else:
        draft.leftovers.append(line)


def _without_usual(release: Release) -> Release:
    """Return a release without an earlier number that its own version already says."""
    number = earlier_serial(release)
    usual = f"{initials(release)}{number:04d}" if number else ""
    kept = {k: v for k, v in release.extra.items() if k != PREFIX + "earlier" or v != usual}
    return release if len(kept) == len(release.extra) else release.changed(extra=kept)


def with_slots(release: Release, header: Header | None, keywords: str) -> Release:
    """Return a release with what its header and keyword line say beyond what follows from it."""
    values: dict[str, Any] = {}
    extra = dict(release.extra)
    usual = derived(release)
    if header is not None:
        if release.urgency is None and header.priority != usual.priority and 1 <= header.priority <= 9:
            values["urgency"] = header.priority
        for name in ("source", "serial", "category"):
            if getattr(header, name) != getattr(usual, name):
                extra[PREFIX + name] = getattr(header, name)
        if header.free != f"{header.source} {header.serial}":
            extra[PREFIX + "free"] = header.free
    line = keywords.strip()
    if line and not release.slugline and line != keyword_line(release):
        values["slugline"] = line.strip("/ ")
    if extra != dict(release.extra):
        values["extra"] = extra
    return release.changed(**values) if values else release
