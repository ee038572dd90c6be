"""What a field of a release may hold: types that check and settle what they are given."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BeforeValidator,
    Field,
    GetCoreSchemaHandler,
    PlainSerializer,
    PlainValidator,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from pressrelease.characters import illegal, is_mark, one_line, paragraphs
from pressrelease.errors import PressReleaseError, Problem, shown
from pressrelease.story import SCHEMES, InvalidStory, Story, address, from_data, to_data


class InvalidRelease(PressReleaseError):
    """Values that cannot make a release (or a part of one); every problem at once, each with its field path."""


def wrong(problem: str, expected: str = "", advice: str = "") -> PydanticCustomError:
    """Return what a validator raises: the problem, what was expected, what to do."""
    return PydanticCustomError(
        "pressrelease", "{problem}", {"problem": problem, "expected": expected, "advice": advice}
    )


def universal(now: dt.datetime) -> dt.datetime:
    """Return `now` in UTC; raise InvalidRelease where it has no zone: what is before another moment could not be told.

    Python compares two moments of one zone by the clock on the wall, which shows an hour twice when clocks go back.
    """
    if now.tzinfo is None:
        raise InvalidRelease(Problem("`now` has no zone", found=shown(now), expected="an aware datetime"))
    return now.astimezone(dt.UTC)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise wrong(
            "not a text", "a text", "put it in quotes" if isinstance(value, (int, float, bool)) else ""
        )
    bad = illegal(value)
    if bad:
        raise wrong(
            f"holds U+{ord(bad):04X}, a character that no document may hold",
            "text without control characters and lone surrogates",
        )
    return value


def _line(value: Any) -> str:
    return one_line(_text(value))


def _language(value: str) -> str:
    if not re.fullmatch(r"[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*", value):
        raise wrong("not a language tag", "a BCP 47 tag such as en, de-AT or zh-Hant")
    return language_tag(value)


def language_tag(value: str) -> str:
    """Return a BCP 47 tag in the case that its parts are written in.

    >>> language_tag("DE-at"), language_tag("ZH-HANT")
    ('de-AT', 'zh-Hant')
    """
    first, *rest = value.split("-")
    return "-".join(
        [
            first.lower(),
            *(p.upper() if len(p) == 2 else p.title() if len(p) == 4 else p.lower() for p in rest),
        ]
    )


def _absolute(value: str) -> str:
    if value and not re.match(r"https?://[^/\s?#]+", value, re.I):
        raise wrong("not a web address", "an absolute URL such as https://example.org/news")
    return _href(value)


def _href(value: str, schemes: Sequence[str] = SCHEMES) -> str:
    if not value:
        return value
    try:
        return address(value, schemes)
    except InvalidStory as error:
        raise wrong(error.problem, error.expected, error.advice) from None


def filled(value: str) -> str:
    """Return `value`; refuse an empty one."""
    if not value:
        raise wrong("empty", "a text")
    return value


def _email(value: str) -> str:
    if not re.fullmatch(r"[^\s@<>]+@[^\s@<>]+", value):
        raise wrong("not an e-mail address", "an address such as press@example.org")
    return value


def _zone(value: str) -> str:
    if value and not re.fullmatch(r"[+-](?:[01][0-9]|2[0-3]):[0-5][0-9]", value):
        try:
            ZoneInfo(value)
        except (ValueError, OSError, LookupError):
            raise wrong(
                "no such time zone", "an IANA name such as Europe/Berlin, or an offset such as +02:00"
            ) from None
    return value


def zone_info(zone: str) -> dt.tzinfo | None:
    """Return the zone named `zone` (IANA name or offset such as +02:00), or None for an empty name."""
    if not zone:
        return None
    if zone[0] in "+-":
        minutes = int(zone[1:3]) * 60 + int(zone[4:6])
        return dt.timezone(dt.timedelta(minutes=-minutes if zone[0] == "-" else minutes))
    return ZoneInfo(zone)


def in_zone(moment: dt.datetime, zone: str) -> dt.datetime:
    """Return an aware `moment` as clocks of `zone` show it (see `zone_info`); as it is where that is empty."""
    info = zone_info(zone)
    return moment.astimezone(info) if info else moment


MOST_SLUG_BYTES = 200
"""A file's name may have 255 bytes in UTF-8, endings included; a character has up to four."""


def _slug(value: str) -> str:
    letters = value if value.isascii() else "".join(c for c in value if not is_mark(c))
    if value and not (len(value) <= 120 and re.fullmatch(r"\w(?:[\w.-]*\w)?", letters)):
        raise wrong("not a slug", "letters, digits, hyphens and underscores, at most 120, no slash")
    if len(value.encode()) > MOST_SLUG_BYTES:
        raise wrong("a slug that is too long for a file's name", f"at most {MOST_SLUG_BYTES} bytes in UTF-8")
    return value


class Frozen(Mapping[str, Any]):
    """Hold plain data that nobody can change: mappings and lists from JSON, frozen all the way down."""

    __slots__ = ("_data",)

    def __init__(self, data: Mapping[str, Any] = {}) -> None:
        self._data = {_text(k): _frozen(v) for k, v in data.items()}

    def __getitem__(self, key: str) -> Any:
        return self._data[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._data)

    def __len__(self) -> int:
        return len(self._data)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Mapping) and self._data == Frozen(other)._data

    def __hash__(self) -> int:
        return hash(frozenset(self._data.items()))

    def __repr__(self) -> str:
        return repr(thawed(self))


def _frozen(value: Any, depth: int = 0) -> Any:
    if depth > 40:
        raise wrong("nested too deeply", "at most 40 levels")
    if isinstance(value, Mapping):
        return (
            value
            if isinstance(value, Frozen)
            else Frozen({k: _frozen(v, depth + 1) for k, v in value.items()})
        )
    if isinstance(value, (list, tuple)):
        return tuple(_frozen(v, depth + 1) for v in value)
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        raise wrong("not a number that JSON knows", "a finite number")
    if isinstance(value, str):
        return _text(value)
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, (dt.date, dt.time)):
        return value.isoformat()
    raise wrong("not plain data", "text, numbers, lists and mappings")


def thawed(value: Any) -> Any:
    """Return frozen data as the dicts and lists it was made of."""
    if isinstance(value, Mapping):
        return {k: thawed(v) for k, v in value.items()}
    return [thawed(v) for v in value] if isinstance(value, tuple) else value


def _story(value: Any) -> Story:
    try:
        return from_data(value)
    except InvalidStory as error:
        first = error.problems[0]
        place = f"{first.where.field}: " if first.where.field else ""
        found = f": found {first.found}" if first.found else ""
        raise wrong(f"{place}{first.problem}{found}", first.expected, first.advice) from None


def _extra(value: Any) -> Frozen:
    if not isinstance(value, Mapping):
        raise wrong("not a mapping", "a mapping of names to plain data")
    for key in value:
        _text(key)
    return value if isinstance(value, Frozen) else Frozen(value)


_STORY_SCHEMA = {
    "description": "The body: plain text (an empty line parts paragraphs), or a list of blocks.",
    "oneOf": [{"type": "string"}, {"type": "array", "items": {"type": ["string", "object"]}}],
}
RawText = Annotated[str, BeforeValidator(_text)]
Line = Annotated[str, BeforeValidator(_line)]
Words = Annotated[Line, AfterValidator(filled)]
Prose = Annotated[RawText, AfterValidator(lambda text: "\n\n".join(paragraphs(text)))]
Pattern = Annotated[RawText, AfterValidator(lambda text: text.replace("\r\n", "\n"))]
Url = Annotated[Line, AfterValidator(_absolute)]
Href = Annotated[Line, AfterValidator(_href)]
FileHref = Annotated[Line, AfterValidator(lambda value: _href(value, ("http", "https")))]
Email = Annotated[Line, AfterValidator(_email)]
Language = Annotated[Line, AfterValidator(_language)]
Zone = Annotated[Line, AfterValidator(_zone)]
Slug = Annotated[Line, AfterValidator(_slug)]


def _not_a_number(value: Any) -> Any:
    # pydantic reads a number as seconds since 1970; in front matter it is a slip of the pen.
    if isinstance(value, (int, float)):
        raise wrong("a number is no moment", "a date or moment such as 2026-03-02T09:00+01:00")
    return one_line(value) if isinstance(value, str) else value


Day = Annotated[dt.date, BeforeValidator(_not_a_number)]
Clock = Annotated[dt.time, BeforeValidator(_not_a_number)]
Moment = Annotated[AwareDatetime, BeforeValidator(_not_a_number)]
Count = Annotated[int, Field(ge=1, le=10**15, strict=True)]


class _Whole:
    """Give pydantic a story whole: to look into its nodes, as for PlainValidator, takes it a fifth of a second."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(_story)


StoryField = Annotated[
    Story, _Whole(), PlainSerializer(to_data, return_type=list), WithJsonSchema(_STORY_SCHEMA)
]
ExtraField = Annotated[
    Frozen,
    PlainValidator(_extra),
    PlainSerializer(thawed, return_type=dict),
    WithJsonSchema({"type": "object"}),
]


def _reasons(value: Frozen) -> Frozen:
    if not all(isinstance(reason, str) for reason in value.values()):
        raise wrong("a reason that is no text", "a mapping of names to texts")
    return Frozen({_line(name): _line(reason) for name, reason in value.items()})


ReasonsField = Annotated[ExtraField, AfterValidator(_reasons)]
"""Names, each with a line that says why."""
