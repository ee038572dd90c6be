"""Whom to reach and who answers: contacts, organisations, notices, with links that open at a touch."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from markupsafe import Markup, escape

from pressrelease.formats.web.marks import marked
from pressrelease.model import Address, Contact, Notice, Organisation, Phone
from pressrelease.wording import address_lines, notice_lines

T = TypeVar("T")
PHONES = {"voice": "phone", "fax": "fax", "mobile": "mobile"}


def number(phone: Phone, path: str) -> Markup:
    """Return a number that a touch dials; a facsimile number stays words."""
    digits = re.sub(r"[^\d+]", "", phone.number.replace("(0)", ""))
    words = marked(phone.number, path, "bdi")
    if phone.kind == "fax" or not re.fullmatch(r"\+?[0-9]{3,20}", digits):
        return words
    return Markup(f'<a href="tel:{digits}">{words}</a>')


def placed(values: Iterable[T], path: str, name: str) -> Iterator[tuple[T, str]]:
    """Yield `values`, the field `name` of what lies at `path`, each with its path."""
    return ((value, f"{path}.{name}.{i}") for i, value in enumerate(values))


def email(address: str, path: str) -> Markup:
    """Return an e-mail address that a touch writes to."""
    words = marked(address, path)
    if not re.fullmatch(r"[\w.+%-]+@[\w.-]+", address, re.A):
        return words
    target = address.replace("%", "%25")
    return Markup(f'<a href="mailto:{target}" dir="ltr">{words}</a>')


def web(printed: str, path: str) -> Markup:
    """Return a web address as printed, as a link where it can be one."""
    words = marked(printed, path)
    host = re.fullmatch(
        r"(?i)(https?://)?([a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?(?:/[\w./~%=&?#+-]*)?)", printed
    )
    if not host:
        return words
    return Markup('<a href="{}{}" dir="ltr">{}</a>').format(host.group(1) or "https://", host.group(2), words)


def envelope(address: Address, path: str) -> list[Markup]:
    """Return an address as the lines of an envelope, its parts marked."""
    keys = {
        "street": "street",
        "city": "city",
        "region": "region",
        "postcode": "postcode",
        "country": "country",
    }
    lines = []
    rest = [(f"{path}.{k}", getattr(address, k)) for k in keys if getattr(address, k)]
    rest += [(f"{path}.lines.{i}", line) for i, line in enumerate(address.lines)]
    for line in address_lines(address):
        lines.append(_marked_parts(line, rest))
    return lines


def _marked_parts(line: str, parts: list[tuple[str, str]]) -> Markup:
    """Mark in `line` the first standing of each of `parts` not yet used, longest first; used ones leave the list."""
    spots: list[tuple[int, int, str]] = []
    for path, words in sorted(parts, key=lambda p: -len(p[1])):
        at = _free(line, words, spots)
        if at >= 0:
            spots.append((at, at + len(words), path))
            parts.remove((path, words))
    out, end = Markup(), 0
    for start, stop, path in sorted(spots):
        out += escape(line[end:start]) + marked(line[start:stop], path)
        end = stop
    return out + escape(line[end:])


def _free(line: str, words: str, spots: list[tuple[int, int, str]]) -> int:
    """Return where `words` stand in `line` as a whole part (between separators) that no spot holds, or -1."""
    for match in re.finditer(r"(?<![^\s,])" + re.escape(words) + r"(?![^\s,])", line):
        if all(match.end() <= start or match.start() >= stop for start, stop, _ in spots):
            return match.start()
    return -1


@dataclass(frozen=True, slots=True)
class ContactView:
    """A contact with its place."""

    path: str
    contact: Contact
    heading: str


@dataclass(frozen=True, slots=True)
class NoticeView:
    """A notice as its words stand, set by its own layout; its parts marked."""

    path: str
    kind: str
    heading: str
    own_heading: bool
    lines: tuple[Markup, ...]
    provider: Organisation | None = None


def notice_markup(notice: Notice, path: str, language: str) -> tuple[Markup, ...]:
    """Return the paragraphs of a notice: the words that every other format prints, their parts marked."""
    names = ("label", "citation", "person", "organisation")
    twin = {n: str(marked(getattr(notice, n), f"{path}.{n}")) for n in names if getattr(notice, n)}
    text = "\n\n".join(str(marked(p, f"{path}.text")) for p in notice.text.split("\n\n") if p)
    # The same words as everywhere, set by the same function; only its values come as elements, its layout escaped.
    dressed = notice.model_copy(update={**twin, "text": text, "layout": str(escape(notice.layout))})
    return tuple(Markup(line) for line in notice_lines(dressed, None, language))


def tickers(o: Organisation, path: str) -> Iterator[Markup]:
    """Yield the listings of an organisation, each as it stands behind the name: `(NYSE: ABC)`."""
    for i, t in enumerate(o.tickers):
        at = f"{path}.tickers.{i}"
        exchange = marked(t.exchange, f"{at}.exchange") + ": " if t.exchange else Markup()
        yield Markup("(") + exchange + marked(t.symbol, f"{at}.symbol") + ")"


def listings(o: Organisation, path: str) -> Iterator[Markup]:
    """Yield the listings and securities numbers of an organisation."""
    yield from tickers(o, path)
    yield from securities(o, path)


def securities(o: Organisation, path: str) -> Iterator[Markup]:
    """Yield the securities numbers of an organisation."""
    for label, name in (("ISIN", "isin"), ("LEI", "lei")):
        if getattr(o, name):
            yield Markup(label + " ") + marked(getattr(o, name), f"{path}.{name}")
