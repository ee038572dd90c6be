"""A release and its parts: values in the field's own terms, immutable, checked when they are made.

Moments are aware datetimes; a date or time whose zone is unknown stays apart (`Dateline`). Strings are never None:
empty means absent. A part that was read keeps how it was set in a `layout` (labels, separators and order, see
`pressrelease.patterns`), so that it can be printed back letter for letter without a copy of its text.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self, TypeAlias
from zoneinfo import ZoneInfo

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    PlainValidator,
    ValidationError,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from pressrelease.characters import illegal, one_line, paragraphs
from pressrelease.errors import PressReleaseError, Problem, shown
from pressrelease.findings import Where
from pressrelease.story import InvalidStory, Quoted, Story, address, from_data, to_data, with_quotes

if TYPE_CHECKING:
    from pydantic._internal._model_construction import ModelMetaclass
else:
    ModelMetaclass = type(BaseModel)


class InvalidRelease(PressReleaseError):
    """Values that cannot make a release (or a part of one); every problem at once, each with its field path."""


# --- building blocks of the fields ------------------------------------------------------------------------------------


def _wrong(problem: str, expected: str = "", advice: str = "") -> PydanticCustomError:
    return PydanticCustomError(
        "pressrelease", "{problem}", {"problem": problem, "expected": expected, "advice": advice}
    )


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise _wrong(
            "not a text", "a text", "put it in quotes" if isinstance(value, (int, float, bool)) else ""
        )
    bad = illegal(value)
    if bad:
        raise _wrong(
            f"holds U+{ord(bad):04X}, a character that no document may hold",
            "text without control characters and lone surrogates",
        )
    return value


def _language(value: str) -> str:
    if not re.fullmatch(r"[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*", value):
        raise _wrong("not a language tag", "a BCP 47 tag such as en, de-AT or zh-Hant")
    first, *rest = value.split("-")
    return "-".join(
        [
            first.lower(),
            *(p.upper() if len(p) == 2 else p.title() if len(p) == 4 else p.lower() for p in rest),
        ]
    )


def _absolute(value: str) -> str:
    if value and not re.match(r"https?://[^/\s?#]+", value, re.I):
        raise _wrong("not a web address", "an absolute URL such as https://example.org/news")
    return _href(value)


def _href(value: str) -> str:
    if not value:
        return value
    try:
        return address(value)
    except InvalidStory as error:
        raise _wrong(error.problem, error.expected, error.advice) from None


def _filled(value: str) -> str:
    if not value:
        raise _wrong("empty", "a text")
    return value


def _email(value: str) -> str:
    if not re.fullmatch(r"[^\s@<>]+@[^\s@<>]+", value):
        raise _wrong("not an e-mail address", "an address such as press@example.org")
    return value


def _zone(value: str) -> str:
    if value and not re.fullmatch(r"[+-](?:[01][0-9]|2[0-3]):[0-5][0-9]", value):
        try:
            ZoneInfo(value)
        except (ValueError, OSError, LookupError):
            raise _wrong(
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


def _slug(value: str) -> str:
    if value and not re.fullmatch(r"\w(?:[\w.-]{0,118}\w)?", value):
        raise _wrong("not a slug", "letters, digits, hyphens and underscores, at most 120, no slash")
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
        raise _wrong("nested too deeply", "at most 40 levels")
    if isinstance(value, Mapping):
        return (
            value
            if isinstance(value, Frozen)
            else Frozen({k: _frozen(v, depth + 1) for k, v in value.items()})
        )
    if isinstance(value, (list, tuple)):
        return tuple(_frozen(v, depth + 1) for v in value)
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        raise _wrong("not a number that JSON knows", "a finite number")
    if isinstance(value, str):
        return _text(value)
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, (dt.date, dt.time)):
        return value.isoformat()
    raise _wrong("not plain data", "text, numbers, lists and mappings")


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
        raise _wrong(f"{place}{first.problem}{found}", first.expected, first.advice) from None


def _extra(value: Any) -> Frozen:
    if not isinstance(value, Mapping):
        raise _wrong("not a mapping", "a mapping of names to plain data")
    for key in value:
        _text(key)
    return value if isinstance(value, Frozen) else Frozen(value)


_STORY_SCHEMA = {
    "description": "The body: plain text (an empty line parts paragraphs), or a list of blocks.",
    "oneOf": [{"type": "string"}, {"type": "array", "items": {"type": ["string", "object"]}}],
}
RawText = Annotated[str, BeforeValidator(_text)]
Line = Annotated[RawText, AfterValidator(one_line)]
Words = Annotated[Line, AfterValidator(_filled)]
Prose = Annotated[RawText, AfterValidator(lambda text: "\n\n".join(paragraphs(text)))]
Pattern = Annotated[RawText, AfterValidator(lambda text: text.replace("\r\n", "\n"))]
Url = Annotated[Line, AfterValidator(_absolute)]
Href = Annotated[Line, AfterValidator(_href)]
Email = Annotated[Line, AfterValidator(_email)]
Language = Annotated[Line, AfterValidator(_language)]
Zone = Annotated[Line, AfterValidator(_zone)]
Slug = Annotated[Line, AfterValidator(_slug)]


def _not_a_number(value: Any) -> Any:
    # pydantic reads a number as seconds since 1970; in front matter it is a slip of the pen.
    if isinstance(value, (int, float)):
        raise _wrong("a number is no moment", "a date or moment such as 2026-03-02T09:00+01:00")
    return one_line(value) if isinstance(value, str) else value


Day = Annotated[dt.date, BeforeValidator(_not_a_number)]
Clock = Annotated[dt.time, BeforeValidator(_not_a_number)]
Moment = Annotated[AwareDatetime, BeforeValidator(_not_a_number)]
Count = Annotated[int, Field(ge=1, le=10**9, strict=True)]
StoryField = Annotated[
    Story, PlainValidator(_story), PlainSerializer(to_data, return_type=list), WithJsonSchema(_STORY_SCHEMA)
]
ExtraField = Annotated[
    Frozen,
    PlainValidator(_extra),
    PlainSerializer(thawed, return_type=dict),
    WithJsonSchema({"type": "object"}),
]


class _Checked(ModelMetaclass):
    """Make a direct call raise the library's own error; nested parts are still checked together, all at once."""

    if not TYPE_CHECKING:

        def __call__(cls, *args: Any, **values: Any) -> Any:
            try:
                return super().__call__(*args, **values)
            except ValidationError as error:
                raise InvalidRelease(*problems(error)) from None


class Part(BaseModel, metaclass=_Checked):
    """Any part of a release: frozen, no unknown field, equal when all fields are."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, allow_inf_nan=False)

    def changed(self, **values: Any) -> Self:
        """Return the same with `values` changed, checked like new."""
        return type(self)(**{**{n: getattr(self, n) for n in type(self).model_fields}, **values})


def problems(error: ValidationError, prefix: str = "") -> tuple[Problem, ...]:
    """Return what pydantic found wrong as problems with field paths, in its order."""
    return tuple(_problem(dict(e), prefix) for e in error.errors(include_url=False))


def _problem(e: dict[str, Any], prefix: str) -> Problem:
    path = ".".join(str(p) for p in e["loc"] if not str(p).startswith("function-"))
    where = Where(field=f"{prefix}{path}")
    context = e.get("ctx", {})
    match e["type"]:
        case "pressrelease":
            found = "" if e["input"] in ("", None) else shown(e["input"])
            return Problem(context["problem"], where, found, context["expected"], context["advice"])
        case "missing":
            return Problem("missing", where, expected=f"a {path.rpartition('.')[2].replace('_', ' ')}")
        case "extra_forbidden":
            return Problem("no such field", where, shown(path.rpartition(".")[2]))
        case "timezone_aware":
            return Problem(
                "a moment without a zone", where, shown(e["input"]), "a zone, such as 2026-03-02T09:00+01:00"
            )
        case "literal_error":
            return Problem("not one of the known words", where, shown(e["input"]), context["expected"])
        case "date_from_datetime_parsing" | "date_parsing" | "date_type" | "date_from_datetime_inexact":
            return Problem("not a date", where, shown(e["input"]), "a date such as 2026-03-02")
        case "datetime_from_date_parsing" | "datetime_parsing" | "datetime_type":
            return Problem(
                "not a moment", where, shown(e["input"]), "a moment such as 2026-03-02T09:00+01:00"
            )
        case "time_parsing" | "time_type":
            return Problem("not a time", where, shown(e["input"]), "a time such as 09:30")
        case "model_type" | "model_attributes_type":
            return Problem("not a mapping", where, shown(e["input"]), "a mapping of fields")
        case "tuple_type":
            return Problem("not a list", where, shown(e["input"]), "a list")
        case _:
            message = str(e["msg"])
            return Problem(message[:1].lower() + message[1:], where, shown(e["input"]))


# --- parts ------------------------------------------------------------------------------------------------------------


class Place(Part):
    """A place, as a dateline or a topic names it."""

    name: Words
    """The place's own name, `New York`."""
    region: Line = ""
    """State, province or Land: `Oregon`."""
    country: Line = ""
    """ISO 3166-1 alpha-2 code, or a name where the code is unknown."""
    uri: Line = ""
    """An identifier elsewhere, such as a GeoNames or Wikidata URI."""
    latitude: Annotated[float, Field(ge=-90, le=90)] | None = None
    """Degrees north."""
    longitude: Annotated[float, Field(ge=-180, le=180)] | None = None
    """Degrees east."""


class Dateline(Part):
    """Where and when a release opens, and for whom: `Lisbon, 14.09.2026, 10:30 Time` … `KBN NEWS -`.

    The date is the one printed; it has no zone of its own. `moment()` is aware, and exists only where a zone is known.
    """

    places: tuple[Place, ...] = ()
    """One or several."""
    date: Day | None = None
    """The day, when day, month and year are known."""
    time: Clock | None = None
    """Local time of day."""
    zone: Zone = ""
    """IANA name or offset of `time`; empty: unknown."""
    zone_printed: Line = ""
    """The zone as printed, also where it is none (`Time`)."""
    date_printed: Line = ""
    """A date as printed that is no whole date (`March 5`, without a year)."""
    credit: Line = ""
    """The agency's credit: `KBN NEWS`, `AP`, `ots`."""
    style: Line = ""
    """Name of the style it was read in or is to be printed in (`ap`, `gna`; see `pressrelease.datelines`)."""
    layout: Pattern = ""
    """How it was set, where that differs from its style."""

    @model_validator(mode="after")
    def _time_is_local(self) -> Dateline:
        if self.time is not None and self.time.tzinfo is not None:
            raise _wrong("a time with an offset", "a local time, its zone in `zone`")
        return self

    def moment(self, default_zone: str = "") -> dt.datetime | None:
        """Return date and time (midnight where no time is printed) as an aware moment, or None.

        `default_zone` stands in where no zone is known, as the newsroom's `time_zone` does.
        """
        zone = zone_info(self.zone or default_zone)
        if self.date is None or zone is None:
            return None
        return dt.datetime.combine(self.date, self.time or dt.time(), zone)


class Embargo(Part):
    """Hold a release back until a moment."""

    until: Moment | None = None
    """The lift; none: no known end, the release is held."""
    binding: bool = True
    """A rule; false: advice to receivers."""
    printed: Line = ""
    """The line as it was printed."""

    def holds(self, now: dt.datetime) -> bool:
        """Return whether the release is still held at `now` (aware)."""
        return self.until is None or now < self.until


class Phone(Part):
    """A telephone or facsimile number."""

    number: Words
    """The number as printed."""
    label: Line = ""
    """Its printed label: `Local`, `Tel.`."""
    kind: Literal["voice", "fax", "mobile"] = "voice"
    """What answers."""


class Address(Part):
    """A postal address."""

    street: Line = ""
    """Street and number."""
    lines: tuple[Words, ...] = ()
    """Further lines: suite, floor, building."""
    city: Line = ""
    """Town."""
    region: Line = ""
    """State or province."""
    postcode: Line = ""
    """Postal or ZIP code."""
    country: Line = ""
    """Country as printed, or its ISO 3166-1 alpha-2 code."""
    layout: Pattern = ""
    """How it was set: `{street}, {lines.0} {city}, {region} {postcode}, {country}`."""


class Ticker(Part):
    """A listing: `NYSE: ABC`."""

    exchange: Line = ""
    """Exchange as printed, or its ISO 10383 code."""
    symbol: Words
    """The symbol there."""


class Organisation(Part):
    """A company, agency, authority: as publisher, as provider, or as one the release is about."""

    name: Line = ""
    """The name it goes by."""
    legal_name: Line = ""
    """The registered name."""
    address: Address | None = None
    """Postal address."""
    phones: tuple[Phone, ...] = ()
    """Telephone and facsimile numbers, in order."""
    emails: tuple[Email, ...] = ()
    """E-mail addresses, in order."""
    web: Line = ""
    """Web address as printed, with or without a scheme."""
    register_entry: Line = ""
    """Register and number: `HRB 12345, Amtsgericht Hamburg`."""
    vat_id: Line = ""
    """VAT identification number."""
    tickers: tuple[Ticker, ...] = ()
    """Listings."""
    isin: Line = ""
    """ISO 6166 securities number."""
    lei: Line = ""
    """ISO 17442 legal entity identifier."""
    uri: Line = ""
    """An identifier elsewhere, such as a Wikidata URI."""
    logo: Href = ""
    """Address of its logo."""
    layout: Pattern = ""
    """How it was set: `{legal_name} {address} {phones.0.number} {phones.0.label} …`."""

    @model_validator(mode="after")
    def _has_a_name(self) -> Organisation:
        if not self.name and not self.legal_name:
            raise _wrong("an organisation without a name", "`name` or `legal_name`")
        return self

    @property
    def title(self) -> str:
        """The name to print: its own, else the registered one."""
        return self.name or self.legal_name


class Person(Part):
    """A person the release is about."""

    name: Words
    """Name as printed."""
    role: Line = ""
    """Position."""
    organisation: Line = ""
    """Whose."""
    uri: Line = ""
    """An identifier elsewhere."""


class Contact(Part):
    """Whom a desk may ask."""

    name: Line = ""
    """Person or team."""
    role: Line = ""
    """Position."""
    organisation: Line = ""
    """Whose."""
    phones: tuple[Phone, ...] = ()
    """Numbers, in order."""
    emails: tuple[Email, ...] = ()
    """E-mail addresses, in order."""
    web: Line = ""
    """Web address as printed."""
    address: Address | None = None
    """Postal address."""
    note: Line = ""
    """Hours, languages, what for."""
    heading: Line = ""
    """The heading as printed: `Media contact:`."""
    for_editors: bool = False
    """Not for publication: only formats with a place for editors carry it."""
    layout: Pattern = ""
    """How it was set."""


class Boilerplate(Part):
    """What an organisation says about itself at the end of each release."""

    heading: Line = ""
    """`About Example Corp`."""
    story: StoryField = Story()
    """The text."""


NoticeKind: TypeAlias = Literal[
    "provider",
    "editorial-responsibility",
    "liability",
    "advertising",
    "forward-looking",
    "inside-information",
    "copyright",
    "data-mining",
    "right-of-reply",
    "ai-disclosure",
    "origin",
    "note-to-editors",
    "other",
]


class Notice(Part):
    """Words that say who answers for the text, under which law, or what to beware of; verbatim once read.

    `provider` is the imprint: its body is the release's `provider`. `origin` is the tail of a wire (`SOURCE Example`).
    """

    kind: NoticeKind = "other"
    """What it is."""
    heading: Line = ""
    """The line above it as printed: `Exemption from liability:`."""
    label: Line = ""
    """The label within it: `V.i.S.d.P.`."""
    citation: Line = ""
    """The norm it cites, as printed."""
    text: Prose = ""
    """Its words; an empty line parts paragraphs."""
    person: Line = ""
    """Who answers."""
    organisation: Line = ""
    """For whom."""
    jurisdiction: Line = ""
    """Whose law: ISO 3166-1 alpha-2, or EU."""
    layout: Pattern = ""
    """How it was set: `{label} & {citation}: {person} - {organisation}`."""


class Subject(Part):
    """What the release is about, by code or by name."""

    name: Line = ""
    """In the release's language."""
    code: Line = ""
    """With its scheme: `medtop:04000000` (IPTC Media Topics), `subj:04000000` (Subject Codes), or a house's own."""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        if isinstance(value, str):
            bare = one_line(value)
            if re.fullmatch(r"\d{8}", bare):
                return {"code": f"medtop:{bare}"}
            return {"code": bare} if re.fullmatch(r"[a-z][\w-]*:\S+", bare) else {"name": bare}
        return value

    @model_validator(mode="after")
    def _names_something(self) -> Subject:
        if not self.name and not self.code:
            raise _wrong("a subject without name and code", "`name`, `code` or both")
        return self


class Rendition(Part):
    """One file of an asset."""

    href: Annotated[Href, AfterValidator(_filled)]
    """Address, absolute or relative to the release."""
    name: Line = ""
    """Which one: `web`, `print`, `thumbnail`."""
    media_type: Line = ""
    """`image/jpeg`; empty: by the address's suffix."""
    width: Count | None = None
    """Pixels."""
    height: Count | None = None
    """Pixels."""
    duration: Annotated[float, Field(gt=0)] | None = None
    """Seconds."""
    size: Count | None = None
    """Bytes."""


class Asset(Part):
    """A picture, film, sound or document that comes with the release."""

    renditions: tuple[Rendition, ...] = Field(min_length=1)
    """Its files, the best for the web first."""
    role: Line = "main"
    """`main` (the lead picture), `gallery`, `logo`, `document` …"""
    id: Line = ""
    """Its own identifier."""
    title: Line = ""
    """Title of a document or film."""
    alt: Line = ""
    """What it shows, for whom cannot see it."""
    caption: Prose = ""
    """What is printed beneath."""
    credit: Line = ""
    """Photographer, agency."""
    rights: Line = ""
    """Copyright line."""

    @model_validator(mode="before")
    @classmethod
    def _from_file(cls, value: Any) -> Any:
        if isinstance(value, str):
            return {"renditions": ({"href": value},)}
        if isinstance(value, Mapping) and "renditions" not in value and ("href" in value or "src" in value):
            names = {"href", "src", "name", "media_type", "width", "height", "duration", "size"}
            file = {("href" if k == "src" else k): v for k, v in value.items() if k in names}
            return {**{k: v for k, v in value.items() if k not in names}, "renditions": (file,)}
        return value


class Related(Part):
    """Another document that belongs beside this one."""

    href: Annotated[Href, AfterValidator(_filled)]
    """Its address."""
    title: Line = ""
    """Its title."""
    rel: Line = "related"
    """How it belongs: `related`, `previous`, `background` …"""


class Translation(Part):
    """The same release in another language."""

    language: Language
    """Of the translation."""
    href: Href = ""
    """Its address."""
    id: Line = ""
    """Its own id."""
    title: Line = ""
    """Its headline."""
    version: Count | None = None
    """The version of this release that it translates."""


class Rights(Part):
    """Who owns the text and what may be done with it."""

    holder: Line = ""
    """Copyright holder."""
    year: Annotated[int, Field(ge=1900, le=9999, strict=True)] | None = None
    """Copyright year."""
    notice: Line = ""
    """The copyright line as printed."""
    usage_terms: Prose = ""
    """What may be done with it, in words."""
    licence: Url = ""
    """Address of the licence."""
    data_mining: Literal["", "reserved", "allowed"] = ""
    """Text and data mining (Art. 4 DSM Directive): reserved, allowed, or nothing said."""
    data_mining_policy: Url = ""
    """Address of the policy."""


class Change(Part):
    """What this version is against the earlier one."""

    kind: Literal["new", "update", "correction", "kill"] = "new"
    """New, an update, a correction, or a kill (a mandatory withdrawal). Where only words say it: wrong and right make a
    correction, a note makes an update."""
    note: Prose = ""
    """What changed, in words that may be published."""
    wrong: Line = ""
    """What the earlier version said."""
    right: Line = ""
    """What is right."""
    at: Moment | None = None
    """When."""

    @model_validator(mode="before")
    @classmethod
    def _kind_from_its_words(cls, value: Any) -> Any:
        # What says that something changed is not new; read otherwise, its words would be printed nowhere.
        if isinstance(value, Mapping) and value.get("kind", "new") == "new":
            if value.get("wrong") or value.get("right"):
                return {**value, "kind": "correction"}
            if value.get("note"):
                return {**value, "kind": "update"}
        return value


class Slot(Part):
    """One thing of a printed text, where it stood."""

    what: Words
    """Path of what stands here (`headline`, `notices.0`, `story`), or `mark` for words that are none of the release's
    (`###`, `FOR IMMEDIATE RELEASE`), which stand in `label`. `story.3` goes on with the story's fourth block, and stops
    where a later slot goes on; so do `notices.0.1` and `boilerplates.0.1` with their second paragraphs."""
    label: Line = ""
    """The line above it as printed, where no field holds that: `Article online:`."""
    gap: Annotated[int, Field(ge=0, le=99)] = 2
    """Line ends before it."""
    label_gap: Annotated[int, Field(ge=0, le=99)] = 2
    """Line ends between label (or heading) and content; 0: on one line, a space between."""
    inner: Annotated[int, Field(ge=0, le=99)] = 0
    """Line ends between its own pieces: paragraphs, items of a list; 0: as usual (2, in a list 1)."""
    wrap: Annotated[int, Field(ge=0, le=999)] = 0
    """Columns at which its lines were wrapped; 0: not wrapped."""
    marker: Pattern = ""
    """What opens each item of a list, its spaces included: `• `, `{n}. `; empty: as usual."""


class Layout(Part):
    """How a text was set as a whole: the order of its parts, their labels, its line ends. No words of the release."""

    style: Line = ""
    """The text format it belongs to: `gna-text`."""
    slots: tuple[Slot, ...] = ()
    """Its parts in order."""
    newline: Literal["\n", "\r\n", "\r"] = "\n"
    """Its line end."""
    end: Annotated[int, Field(ge=0, le=99)] = 1
    """Line ends after the last part."""


Status: TypeAlias = Literal["usable", "withheld", "canceled"]


class Release(Part):
    """A press release: one structured value, the source of every format.

    `Release(headline="…", quotes=[…])` is as good a source as a file: `quotes` (mappings or `Quoted`, with text,
    speaker, role, organisation) find their place in the story (see `pressrelease.story.with_quotes`).
    Raises InvalidRelease with every problem at once.
    """

    headline: Words
    """The headline."""
    subheadline: Line = ""
    """The line beneath it."""
    id: Line = ""
    """What identifies it in every version and format: a URL, a URN, a tag URI."""
    version: Count = 1
    """Counts up with each published change."""
    status: Status = "usable"
    """IPTC publishing status: usable, withheld, canceled."""
    change: Change = Change()
    """What this version is against the earlier one."""
    language: Language = "und"
    """BCP 47 tag; `und`: unknown."""
    slug: Slug = ""
    """Its name in addresses; `load` takes the file's."""
    slugline: Line = ""
    """The desk's keyword line: `Harbour/Opening`."""
    byline: Line = ""
    """Who wrote it."""
    summary: Prose = ""
    """An abstract."""
    dateline: Dateline | None = None
    """Where and when it opens."""
    story: StoryField = Story()
    """The body."""
    boilerplates: tuple[Boilerplate, ...] = ()
    """About the organisations behind it."""
    contacts: tuple[Contact, ...] = ()
    """Whom a desk may ask."""
    notices: tuple[Notice, ...] = ()
    """Who answers for it, and what to beware of; in order."""
    publisher: Organisation | None = None
    """Whose release it is."""
    provider: Organisation | None = None
    """The service that distributes it."""
    url: Url = ""
    """Canonical address."""
    embargo: Embargo | None = None
    """Held back until."""
    published: Moment | None = None
    """When it was, or will be, published."""
    updated: Moment | None = None
    """When this version was made."""
    expires: Moment | None = None
    """When it is no longer to be used."""
    subjects: tuple[Subject, ...] = ()
    """What it is about, by code or name."""
    keywords: tuple[Words, ...] = ()
    """Free keywords, tags."""
    places: tuple[Place, ...] = ()
    """Places it is about."""
    people: tuple[Person, ...] = ()
    """People it is about."""
    organisations: tuple[Organisation, ...] = ()
    """Organisations it is about, with their listings."""
    assets: tuple[Asset, ...] = ()
    """Pictures, films, documents."""
    related: tuple[Related, ...] = ()
    """What belongs beside it."""
    translations: tuple[Translation, ...] = ()
    """The same in other languages."""
    rights: Rights | None = None
    """Who owns it, what may be done with it."""
    urgency: Annotated[int, Field(ge=1, le=9, strict=True)] | None = None
    """1 (most urgent) to 9."""
    genre: Line = ""
    """What kind of text: `press-release` where nothing else is said."""
    editor_note: Prose = ""
    """For editors only: never published."""
    aliases: tuple[Slug, ...] = ()
    """Slugs it had before."""
    extra: ExtraField = Frozen()
    """What others keep here, by names with a prefix (`acme:budget`); kept through every lossless format."""
    layout: Layout | None = None
    """How the text it was read from had been set."""

    @model_validator(mode="before")
    @classmethod
    def _quotes_into_the_story(cls, value: Any) -> Any:
        if not isinstance(value, Mapping) or "quotes" not in value:
            return value
        rest = {k: v for k, v in value.items() if k != "quotes"}
        try:
            story, _ = with_quotes(from_data(rest.get("story", ())), quoted(value["quotes"]))
        except InvalidStory as error:
            raise _wrong(str(error)) from None
        return {**rest, "story": story}

    @property
    def quotes(self) -> tuple[Quoted, ...]:
        """The quotes of the story, with their speakers; derived, never kept twice."""
        return self.story.quotes

    @property
    def _out(self) -> dt.datetime | None:
        """When it comes out: as stated, else with the day of its dateline (in UTC where no zone is known)."""
        return self.published or (self.dateline.moment("+00:00") if self.dateline else None)

    def is_public(self, now: dt.datetime) -> bool:
        """Return whether the public may see it at `now` (aware): usable, published, not held, not expired."""
        return (
            self.status == "usable"
            and self.change.kind != "kill"
            and (self.embargo is None or not self.embargo.holds(now))
            and (self._out is None or self._out <= now)
            and (self.expires is None or now < self.expires)
        )

    def was_withdrawn(self, now: dt.datetime) -> bool:
        """Return whether it had been out before `now` and is canceled: what feeds and pages have to withdraw."""
        return (
            (self.status == "canceled" or self.change.kind == "kill")
            and (self.embargo is None or not self.embargo.holds(now))
            and (self._out is None or self._out <= now)
        )

    def next_change(self, now: dt.datetime) -> dt.datetime | None:
        """Return the next moment after `now` at which `is_public` may answer otherwise by itself, or None."""
        lift = self.embargo.until if self.embargo else None
        moments = [m for m in (lift, self._out, self.expires) if m is not None and m > now]
        return min(moments, default=None)


def quoted(values: Any) -> tuple[Quoted, ...]:
    """Return `values` (mappings or `Quoted`) as quotes; raise InvalidStory where one has no text or odd fields."""
    if not isinstance(values, (list, tuple)):
        raise InvalidStory(Problem("not a list", Where(field="quotes"), shown(values), "a list of quotes"))
    found = []
    for i, value in enumerate(values):
        if isinstance(value, Quoted):
            found.append(value)
            continue
        where = Where(field=f"quotes.{i}")
        names = ("text", "speaker", "role", "organisation")
        if not isinstance(value, Mapping) or not value.get("text"):
            raise InvalidStory(
                Problem("a quote without text", where, shown(value), f"a mapping with {', '.join(names)}")
            )
        odd = [k for k in value if k not in names]
        if odd or not all(isinstance(v, str) for v in value.values()):
            raise InvalidStory(
                Problem("not a quote", where, shown(odd or value), f"texts named {', '.join(names)}")
            )
        found.append(Quoted(**value))
    return tuple(found)
