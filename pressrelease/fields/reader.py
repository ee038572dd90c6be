"""Fields of a document as fields of the model: names and shorthands settled, every problem kept with its place."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from pressrelease.characters import one_line
from pressrelease.errors import Problem, near, shown
from pressrelease.fields import dates
from pressrelease.fields.names import USUAL, known, normal, target
from pressrelease.fields.shapes import Shape, shapes
from pressrelease.findings import Finding, Severity, Where
from pressrelease.model import (
    Address,
    Asset,
    Boilerplate,
    Change,
    Contact,
    Dateline,
    Notice,
    Organisation,
    Part,
    Person,
    Phone,
    Place,
    Related,
    Release,
    Rendition,
    Rights,
    Subject,
    Ticker,
)
from pressrelease.story import Story

TextReader: TypeAlias = Callable[[str], tuple[Story, tuple[Finding, ...]]]
Nothing: Any = object()
"""A value that has been dealt with: as a problem, or elsewhere."""


def plain_story(text: str) -> tuple[Story, tuple[Finding, ...]]:
    """Return `text` as a story of plain paragraphs."""
    return Story(text), ()  # type: ignore[arg-type]


class Reader:
    """Settle the values of parts. Paths are the model's; `written` holds how the document calls each."""

    def __init__(self, lines: Mapping[str, int], zone: str, text: TextReader) -> None:
        self.lines = lines
        self.zone = zone
        self.text = text
        self.problems: list[Problem] = []
        self.findings: list[Finding] = []
        self.written: dict[str, str] = {}

    # --- places and complaints

    def where(self, written: str) -> Where:
        """Return the place of what the document calls `written`: its line, or that of what it stands in."""
        path = written
        while path:
            if path in self.lines:
                return Where(line=self.lines[path], field=written)
            path = path.rpartition(".")[0]
        return Where(field=written)

    def as_written(self, path: str) -> str:
        """Return what the document calls the model's `path`."""
        head, rest = path, ""
        while head and head not in self.written:
            head, _, last = head.rpartition(".")
            rest = f".{last}{rest}"
        return f"{self.written[head]}{rest}" if head else path

    def wrong(
        self, written: str, problem: str, found: Any = None, expected: str = "", advice: str = ""
    ) -> Any:
        """Keep a problem; return what stands for no value."""
        text = "" if found is None else shown(found)
        self.problems.append(Problem(problem, self.where(written), text, expected, advice))
        return Nothing

    def notice(self, code: str, severity: Severity, message: str, written: str, fix: str = "") -> None:
        """Keep a finding."""
        self.findings.append(Finding(code, severity, message, self.where(written), fix))

    # --- parts

    def part(self, kind: type[Part], data: Any, path: str, written: str) -> Any:
        """Return `data` as values of the fields of `kind`."""
        if not isinstance(data, Mapping):
            data = self.shorthand(kind, data, written)
            if data is Nothing or not isinstance(data, Mapping):
                return data
        if kind is Asset:
            data = _with_file(data)
        out: dict[str, Any] = {}
        names: dict[str, str] = {}
        for key, value in data.items():
            here = f"{written}.{key}" if written else str(key)
            name = target(kind, key) if isinstance(key, str) else ""
            if not name:
                self.unknown(kind, key, here)
            elif value is not None:
                self.into(out, names, kind, name, value, path, here)
        return out

    def into(
        self,
        out: dict[str, Any],
        names: dict[str, str],
        kind: type[Part],
        name: str,
        value: Any,
        path: str,
        here: str,
    ) -> None:
        """Put a value into field `name` of `out`; what is said twice joins a list, or is a problem."""
        shape = shapes(kind)[name]
        inner = f"{path}.{name}" if path else name
        if shape.part is Phone and (label := _label(here)) in ("fax", "facsimile", "mobile", "cell"):
            value = _of_kind(value, "mobile" if label in ("mobile", "cell") else "fax")
        if kind is Dateline and name == "date":
            value = self.printed_date(value, data_out=out)
        settled = self.value(shape, value, inner, here, len(out.get(name, ())) if shape.many else 0)
        if settled is Nothing:
            return
        if name not in out or name not in names:
            out[name] = settled
        elif shape.many and isinstance(out[name], list) and isinstance(settled, list):
            out[name] = out[name] + [v for v in settled if v not in out[name]]
        elif out[name] != settled:
            self.wrong(
                here,
                "a field that is said twice",
                _label(here),
                advice=f"{names[name]} says it too; keep one",
            )
        names[name] = here
        self.written.setdefault(inner, here)

    def unknown(self, kind: type[Part], key: Any, written: str) -> None:
        """Complain about a field that nobody knows."""
        advice = near(normal(str(key)), known(kind))
        if not advice.startswith("did you mean"):
            usual = USUAL if kind is Release else ()
            names = (*usual, *(n for n in kind.model_fields if n not in usual))
            advice = f"known: {', '.join(names)}"
        self.wrong(written, "no such field", str(key), advice=advice)

    # --- values

    def value(self, shape: Shape, value: Any, path: str, written: str, first: int = 0) -> Any:
        """Return `value` as `shape` has it; problems are kept, not raised."""
        if shape.many:
            several = self.several(shape, value)
            listed = isinstance(value, (list, tuple))
            found: list[Any] = []
            for i, v in enumerate(several):
                here = f"{written}.{i}" if listed else written
                if shape.what == "text" and (v is None or (isinstance(v, str) and not one_line(v))):
                    self.notice("empty-entry", "info", "an empty entry of a list was left out", here)
                    continue
                inner = f"{path}.{first + len(found)}"
                self.written.setdefault(inner, here)
                one = self.one(shape, v, inner, here)
                if one is not Nothing:
                    found.append(one)
            return found
        return self.one(shape, value, path, written)

    def several(self, shape: Shape, value: Any) -> list[Any]:
        """Return one thing as a list of one; `a, b` as a list of two, where words are meant."""
        if isinstance(value, (list, tuple)):
            return list(value)
        if isinstance(value, str) and (shape.what == "text" or shape.part is Subject):
            return [v for v in map(one_line, _entries(value)) if v]
        return [value]

    def one(self, shape: Shape, value: Any, path: str, written: str) -> Any:
        """Return one value as `shape` has it."""
        match shape.what:
            case "text":
                return _text(value)
            case "moment":
                return self.moment(value, written)
            case "day":
                return self.day(value, written)
            case "clock":
                return self.clock(value, written)
            case "story":
                return self.story(value, written)
            case "part" | "embargo":
                return self.part(shape.part, value, path, written) if shape.part else value
            case _:
                return value

    def story(self, value: Any, written: str) -> Any:
        """Return a story; a text is read as the document's format reads texts."""
        if not isinstance(value, str):
            return value
        story, findings = self.text(value)
        place = self.where(written)
        self.findings.extend(Finding(f.code, f.severity, f.message, place, f.fix) for f in findings)
        return story

    def day(self, value: Any, written: str) -> Any:
        """Return a date."""
        if isinstance(value, dt.datetime):
            return value.date()
        if not isinstance(value, str):
            return value
        try:
            return dates.day(value)
        except dates.NotRead as reason:
            return self.wrong(written, "not a date", value, dates.EXPECTED_DAY, reason.advice)

    def clock(self, value: Any, written: str) -> Any:
        """Return a time of day."""
        if not isinstance(value, str):
            return value
        try:
            return dates.clock(value)
        except dates.NotRead as reason:
            return self.wrong(written, "not a time", value, "a time such as 09:30", reason.advice)

    def moment(self, value: Any, written: str) -> Any:
        """Return an aware moment; one without a zone is in the newsroom's, where that is known."""
        found = value
        if isinstance(value, str):
            try:
                found = dates.moment(value)
            except dates.NotRead as reason:
                return self.wrong(written, "not a moment", value, dates.EXPECTED_MOMENT, reason.advice)
        found = self.in_newsroom(found)
        if isinstance(found, dt.date) and not (isinstance(found, dt.datetime) and found.tzinfo):
            return self.wrong(
                written,
                "a moment without a zone",
                str(value),
                "a zone, such as 2026-03-02T09:00+01:00",
                "or `time_zone` in newsroom.toml",
            )
        return found

    def in_newsroom(self, value: Any) -> Any:
        """Return a date or naive moment as an aware one in the newsroom's zone; anything else as it is."""
        if not self.zone or not isinstance(value, dt.date):
            return value
        moment = value if isinstance(value, dt.datetime) else dt.datetime.combine(value, dt.time())
        return moment if moment.tzinfo else dates.zoned(moment, self.zone)

    def printed_date(self, value: Any, data_out: dict[str, Any]) -> Any:
        """Return the day of a dateline; time and offset that stand with it go to their own fields."""
        if isinstance(value, str):
            try:
                value = dates.moment(value)
            except dates.NotRead:
                return value
        if isinstance(value, dt.datetime):
            data_out.setdefault("time", value.timetz().replace(tzinfo=None))
            if value.tzinfo is not None:
                data_out.setdefault("zone", value.isoformat()[-6:])
            return value.date()
        return value

    # --- shorthands

    def shorthand(self, kind: type[Part], value: Any, written: str) -> Any:
        """Return a part that is given as a word: a place by its name, a file by its address."""
        value = _text(value)
        if not isinstance(value, str):
            return value
        if kind in BY_WORD:
            return {BY_WORD[kind]: value}
        if kind is Asset:
            return {"renditions": [{"href": value}]}
        if kind is Contact:
            return _contact(value)
        if kind is Ticker:
            exchange, _, symbol = value.rpartition(":")
            return {"exchange": exchange.strip(" ("), "symbol": symbol.strip(" )")}
        if kind is Address:
            return {"lines": [line for line in map(one_line, value.splitlines()) if line]}
        return value


BY_WORD: Mapping[type[Part], str] = {
    Place: "name",
    Phone: "number",
    Person: "name",
    Organisation: "name",
    Boilerplate: "story",
    Notice: "text",
    Related: "href",
    Rendition: "href",
    Rights: "notice",
    Change: "kind",
}
"""The field that a word means where a part is expected."""
SHORTHANDS: frozenset[type[Part]] = frozenset({*BY_WORD, Asset, Contact, Ticker, Address, Subject})
"""Parts that may be given as a word."""


_ENTRY = re.compile(
    r'\s*(?:"([^"]{0,200})"|“([^”“]{0,200})[”“]|„([^“”]{0,200})[“”]|«([^»]{0,200})»|\'([^\',]{0,200})\')\s*(?:,|\Z)|([^,]*)(?:,|\Z)'
)


def _entries(text: str) -> Iterator[str]:
    """Yield the entries of `wind, "Gull Point, Maine"`: quotation marks hold one together and are none of it."""
    for match in _ENTRY.finditer(text):
        yield next((words for words in match.groups() if words is not None), "")


def _text(value: Any) -> Any:
    """Return whole numbers and dates as the words they were: `2026` among keywords, `2026-03-02` in a title."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value.isoformat()
    return value


def _contact(value: str) -> dict[str, Any]:
    match = re.search(r"<?([^\s@<>]+@[^\s@<>]+)>?", value)
    if not match:
        return {"name": value}
    name = one_line(value[: match.start()] + value[match.end() :]).strip(" ,;")
    return {"name": name, "emails": [match[1]]} if name else {"emails": [match[1]]}


def _with_file(data: Mapping[Any, Any]) -> Mapping[Any, Any]:
    """Return an asset whose one file's address and size stand beside its caption with the file as a rendition."""
    file = {
        k: v for k, v in data.items() if isinstance(k, str) and not target(Asset, k) and target(Rendition, k)
    }
    listed = any(target(Asset, str(k)) == "renditions" for k in data)
    if listed or not any(target(Rendition, k) == "href" for k in file):
        return data
    return {**{k: v for k, v in data.items() if k not in file}, "renditions": [file]}


def _label(written: str) -> str:
    return normal(written.rpartition(".")[2])


def _of_kind(value: Any, kind: str) -> Any:
    several = value if isinstance(value, (list, tuple)) else [value]
    return [v if isinstance(v, Mapping) else {"number": v, "kind": kind} for v in several]
