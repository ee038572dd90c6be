"""A mapping of fields, as front matter, YAML and JSON have them, to a Release."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin

from pydantic import ValidationError

from pressrelease.errors import Problem, shown
from pressrelease.fields import dates
from pressrelease.fields.names import OF_GENERATORS, QUOTE_NAMES, STATUS, normal, target
from pressrelease.fields.reader import Nothing, Reader, TextReader, plain_story
from pressrelease.fields.shapes import shapes
from pressrelease.findings import Finding
from pressrelease.model import Dateline, Embargo, InvalidRelease, Release, defaults, problems
from pressrelease.newsroom import Newsroom
from pressrelease.story import InvalidStory, Quoted, Story, from_data, with_quotes
from pressrelease.vocabulary import is_language, language_named

_YES = {
    **dict.fromkeys(("true", "yes", "on", "1"), True),
    **dict.fromkeys(("false", "no", "off", "0", ""), False),
}
_SAID = re.compile(r"^\s*(?:embargo(?:ed)?|until|till|bis|sperrfrist)[:\s]+", re.I)


def release_from_fields(
    data: Mapping[Any, Any],
    *,
    lines: Mapping[str, int] | None = None,
    body: Story | None = None,
    newsroom: Newsroom | None = None,
    text: TextReader = plain_story,
) -> tuple[Release, tuple[Finding, ...]]:
    """Return the release that `data` describes, and what was noticed on the way.

    Names are the model's or their aliases (`pressrelease.fields.names`). `lines` gives the line of each path, `body`
    the story where it stands outside the fields, `text` reads a story that is given as a text (plain paragraphs, or
    Markdown). Raises InvalidRelease with every problem, in the order of the document, each under the name it has there.
    An embargo without a zone, or one that cannot be read, holds the release and is a finding.
    """
    if not isinstance(data, Mapping):
        raise InvalidRelease(Problem("not a release", found=shown(data), expected="a mapping of fields"))
    reader = _ReleaseReader({} if lines is None else lines, newsroom, text)
    values = reader.release(data)
    if body is not None:
        if values.get("story"):
            reader.wrong(reader.as_written("story"), "a story beside the body", advice="keep one of them")
        values["story"] = body
    return reader.made(values), tuple(reader.findings)


def headline_in(data: Mapping[Any, Any]) -> str | None:
    """Return the headline that `data` names, by whatever name, or None."""
    for key, value in data.items():
        if isinstance(key, str) and target(Release, key) == "headline" and value is not None:
            return str(value)
    return None


class _ReleaseReader(Reader):
    """Settle the fields of a release: those of generators too, and those that set several at once."""

    def __init__(self, lines: Mapping[str, int], newsroom: Newsroom | None, text: TextReader) -> None:
        super().__init__(lines, newsroom.time_zone if newsroom else "", text)
        self.base = newsroom.base_url if newsroom else ""
        self.quotes: tuple[Any, str] | None = None
        self.kept: dict[str, Any] = {}

    def release(self, data: Mapping[Any, Any]) -> dict[str, Any]:
        """Return the values of the model's fields."""
        out: dict[str, Any] = {}
        names: dict[str, str] = {}
        # The model's own names first: an alias that says something else then yields.
        own = defaults(Release)
        own_first = sorted(data.items(), key=lambda item: item[0] not in own)
        for key, value in own_first:
            if value is None:
                continue
            name = normal(key) if isinstance(key, str) else ""
            handle = getattr(self, f"_{name}", None) if name in _HANDLERS else None
            if handle is not None:
                handle(out, value, str(key))
            elif (field := target(Release, key) if isinstance(key, str) else "") != "":
                self.field(out, names, field, value, str(key))
            elif name in OF_GENERATORS:
                self.keep(str(key), value)
            else:
                self.unknown(Release, key, str(key))
        if self.kept:
            self.notice(
                "kept-in-extra",
                "info",
                f"fields that only a generator understands are kept in extra: {', '.join(self.kept)}",
                next(iter(self.kept)),
            )
            extra = out.get("extra", {})
            if isinstance(extra, Mapping):
                out["extra"] = {**{f"generator:{k}": v for k, v in self.kept.items()}, **extra}
        return out

    def field(self, out: dict[str, Any], names: dict[str, str], name: str, value: Any, key: str) -> None:
        """Put a value into its field; `dateline.places` lies in a part."""
        if "." in name:
            _, inner = name.split(".")
            dateline = out.setdefault("dateline", {})
            if isinstance(dateline, dict):
                self.into(
                    dateline, dict.fromkeys(dateline, "dateline"), Dateline, inner, value, "dateline", key
                )
            return
        change = _CHANGES.get(name)
        if change is not None:
            value = change(self, value, key)
            if value is Nothing:
                return
        if name in out and name in names and not shapes(Release)[name].many:
            if self.value(shapes(Release)[name], value, name, key) != out[name]:
                self.keep(key, value)
            return
        self.into(out, names, Release, name, value, "", key)

    def keep(self, key: str, value: Any) -> None:
        """Keep what the model has no place for."""
        self.kept[key] = value

    def made(self, values: dict[str, Any]) -> Release:
        """Return the release; raise InvalidRelease with every problem, those of the model's checks among them."""
        release = None
        wrong = {p.where.field for p in self.problems}
        try:
            values = self.with_quotes(values)
            release = Release.model_validate(values)
        except ValidationError as error:
            for problem in problems(error):
                written = self.as_written(problem.where.field)
                if written not in wrong:
                    self.problems.append(replace(_advised(problem), where=self.where(written)))
        if release is None or self.problems:
            raise InvalidRelease(*sorted(self.problems, key=lambda p: p.where.line or 0))
        return release

    def with_quotes(self, values: dict[str, Any]) -> dict[str, Any]:
        """Return `values` with the quotes that stand beside the story woven into it."""
        if self.quotes is None:
            return values
        quotes, written = self.quotes
        try:
            story, missing = with_quotes(from_data(values.get("story", ())), self.quoted(quotes, written))
        except InvalidStory as error:
            self.problems.extend(replace(p, where=self.where(written)) for p in error.problems)
            return values
        for lost in missing:
            self.notice(
                "quote-not-in-story",
                "warning",
                f"{shown(lost)} stands nowhere in the story; it was added",
                written,
            )
        return {**values, "story": story}

    def quoted(self, quotes: Any, written: str) -> tuple[Quoted, ...]:
        """Return quotes given as mappings."""
        found = []
        for i, quote in enumerate(quotes if isinstance(quotes, (list, tuple)) else [quotes]):
            here = f"{written}.{i}"
            values: dict[str, str] = {}
            if not isinstance(quote, Mapping):
                self.wrong(here, "not a quote", quote, "a mapping with text, speaker, role, organisation")
                continue
            for key, value in quote.items():
                name = QUOTE_NAMES.get(normal(str(key)), "")
                if not name:
                    advice = f"known: {', '.join(dict.fromkeys(QUOTE_NAMES.values()))}"
                    self.wrong(f"{here}.{key}", "no such field", str(key), advice=advice)
                elif not isinstance(value, str):
                    self.wrong(f"{here}.{key}", "not a text", value, "a text")
                else:
                    values[name] = value
            if values.get("text"):
                found.append(Quoted(**values))
            else:
                self.wrong(here, "a quote without text", expected="a text")
        return tuple(found)

    # --- names that need a reading of their own

    def _date(self, out: dict[str, Any], value: Any, key: str) -> None:
        """Read `date`: the dateline's day, and the moment of publication where a zone is named."""
        found = value
        if isinstance(value, str):
            try:
                found = dates.moment(value)
            except dates.NotRead as reason:
                self.wrong(key, "not a date", value, dates.EXPECTED_DAY, reason.advice)
                return
        if not isinstance(found, dt.date):
            self.wrong(key, "not a date", value, dates.EXPECTED_DAY)
            return
        dateline = out.setdefault("dateline", {})
        moment = isinstance(found, dt.datetime)
        if isinstance(found, dt.datetime) and found.tzinfo:
            out.setdefault("published", found)
            self.written.setdefault("published", key)
        if isinstance(dateline, dict):
            dateline.setdefault("date", found.date() if isinstance(found, dt.datetime) else found)
            self.written.setdefault("dateline.date", key)
            if moment and isinstance(found, dt.datetime) and not found.tzinfo:
                dateline.setdefault("time", found.time())

    def _draft(self, out: dict[str, Any], value: Any, key: str) -> None:
        draft = self.flag(value, key)
        if draft and out.get("status", "usable") == "usable":
            out["status"] = "withheld"

    def _published(self, out: dict[str, Any], value: Any, key: str) -> None:
        """Read `published`: a moment, or Jekyll's true and false."""
        if isinstance(value, bool) or (isinstance(value, str) and value.lower() in ("true", "false")):
            if not self.flag(value, key) and out.get("status", "usable") == "usable":
                out["status"] = "withheld"
            return
        moment = self.moment(value, key)
        if moment is not Nothing:
            out["published"] = moment
            self.written["published"] = key

    def flag(self, value: Any, key: str) -> bool:
        """Return a yes or a no."""
        said = _YES.get(str(value).strip().lower())
        if said is None:
            self.wrong(key, "neither true nor false", value, "true or false")
        return bool(said)

    def _quotes(self, out: dict[str, Any], value: Any, key: str) -> None:
        self.quotes = (value, key)

    _quote = _quotes

    def _layout(self, out: dict[str, Any], value: Any, key: str) -> None:
        if isinstance(value, str):  # a generator's template
            self.keep(key, value)
            return
        out["layout"] = self.value(shapes(Release)["layout"], value, "layout", key)

    def _embargo(self, out: dict[str, Any], value: Any, key: str) -> None:
        """Read an embargo: whatever it says that cannot be read, it holds the release."""
        self.written["embargo"] = key
        if value is False or value == "":
            return
        if isinstance(value, Mapping):
            found = dict(value)
            until = next((k for k in found if isinstance(k, str) and target(Embargo, k) == "until"), None)
            lift = found.pop(until, None) if until is not None else None
            zones = ("zone", "time_zone", "timezone")
            zone = next((k for k in found if isinstance(k, str) and normal(k) in zones), None)
            if zone is not None:
                lift = f"{lift} {found.pop(zone)}"
            values = self.part(Embargo, found, "embargo", key)
            if lift is not None:
                values = {**self.lift(lift, f"{key}.{until}"), **values}
            out["embargo"] = values
        else:
            out["embargo"] = {} if value is True else self.lift(value, key)

    _embargoed_until = _embargo_until = _embargo

    def lift(self, value: Any, written: str) -> dict[str, Any]:
        """Return the lift of an embargo, or what was printed in its place."""
        found = value
        advice = ""
        if isinstance(value, str):
            try:
                found = dates.moment(_SAID.sub("", value))
            except dates.NotRead as reason:
                advice = reason.advice
        if isinstance(found, dt.datetime) and found.tzinfo:
            return {"until": found}
        fix = f"write it as {dates.EXPECTED_MOMENT.removeprefix('a moment such as ')}"
        if not isinstance(found, dt.date):
            reasons = f" ({advice})" if advice else ""
            message = f"the embargo {shown(value)} cannot be read{reasons}; the release is held"
            self.notice("embargo-unreadable", "warning", message, written, fix)
            return {"printed": value if isinstance(value, str) else str(value)[:200]}
        if self.zone:
            moment = self.in_newsroom(found)
            message = f"the embargo names no zone; it lifts at {moment.isoformat()}"
            fix = f"write it as {moment.isoformat(timespec='minutes')}"
            self.notice("embargo-in-newsroom-zone", "info", message, written, fix)
            return {"until": moment, "printed": _printed(value)}
        message = f"the embargo {shown(_printed(value))} names no zone; the release is held"
        if isinstance(found, dt.datetime):
            fix = f"add its zone, as in {found.isoformat(timespec='minutes')}+01:00"
        self.notice("embargo-without-zone", "warning", message, written, fix)
        return {"printed": _printed(value)}

    # --- values that others write otherwise

    def byline(self, value: Any, key: str) -> Any:
        """Return authors as one line."""
        several = value if isinstance(value, (list, tuple)) else [value]
        said = [a.get("name") if isinstance(a, Mapping) else a for a in several]
        names = [n for n in said if isinstance(n, str)]
        if len(names) < len(said):
            return value
        if any(isinstance(a, Mapping) and len(a) > 1 for a in several):
            self.keep(key, value)
        return ", ".join(names)

    def status(self, value: Any, key: str) -> Any:
        """Return the IPTC word for a status."""
        return STATUS.get(value.strip().lower(), value) if isinstance(value, str) else value

    def language(self, value: Any, key: str) -> Any:
        """Return `en_GB.UTF-8` as `en-GB`; a finding tells where no language has that code."""
        if not isinstance(value, str):
            return value
        tag = value.partition(".")[0].replace("_", "-")
        primary = tag.strip().partition("-")[0].lower()
        code = language_named(primary)
        # Three letters may be any language of ISO 639-3; two, or a word, are in the table or none.
        if code or (primary and len(primary) != 3 and not is_language(primary)):
            advice = f"write `{code}`" if code else "write its code, such as `de` or `en-GB`"
            self.notice(
                "language-unknown", "warning", f"{shown(value)} is no code of a language", key, advice
            )
        return tag

    def slugs(self, value: Any, key: str) -> Any:
        """Return the slugs of old addresses: `/2019/old/` is `old`."""
        several = value if isinstance(value, (list, tuple)) else str(value).split(",")
        return [_slug(v.strip()) if isinstance(v, str) else v for v in several]

    def url(self, value: Any, key: str) -> Any:
        """Return an address below the newsroom's as a whole one."""
        if isinstance(value, str) and re.match(r"/(?!/)", value):
            if self.base:
                return urljoin(self.base, value)
            self.keep(key, value)
            return Nothing
        return value

    def date_of(self, value: Any, key: str) -> Any:
        """Return no moment where a template left `false`."""
        return Nothing if value in (False, "") else value


_HANDLERS = frozenset((
    "date", "draft", "published", "quotes", "quote", "layout", "embargo", "embargoed_until", "embargo_until",
))  # fmt: skip
_CHANGES: Mapping[str, Any] = {
    "byline": _ReleaseReader.byline,
    "status": _ReleaseReader.status,
    "language": _ReleaseReader.language,
    "aliases": _ReleaseReader.slugs,
    "url": _ReleaseReader.url,
    "updated": _ReleaseReader.date_of,
    "expires": _ReleaseReader.date_of,
}


def _printed(value: Any) -> str:
    """Return a date or moment as it most likely stood there."""
    return value.isoformat(" ", "auto").removesuffix(":00") if isinstance(value, dt.datetime) else str(value)


def _slug(path: str) -> str:
    return re.sub(r"\.html?$", "", path.rstrip("/").rpartition("/")[2]) if "/" in path else path


_HINTS = {"headline": "write one in the field `headline` (or `title`)"}


def _advised(problem: Problem) -> Problem:
    if problem.problem in ("missing", "empty") and not problem.advice:
        return replace(problem, advice=_HINTS.get(problem.where.field, ""))
    return problem
