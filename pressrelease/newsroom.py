"""A newsroom as data: what `newsroom.toml` says. The verbs over it (build, deliver) live upstairs."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Annotated, Any, Literal, Self, TypeVar
from urllib.parse import quote

from pydantic import AfterValidator, Field, ValidationError, field_validator, model_validator

from pressrelease.clock import utc_now as utc_now
from pressrelease.errors import PressReleaseError, Problem, near
from pressrelease.findings import SEVERITIES, Severity, Where
from pressrelease.imprint import Imprint
from pressrelease.machines import Security, Terms
from pressrelease.model import (
    Boilerplate,
    Contact,
    Frozen,
    Notice,
    Organisation,
    Part,
    Release,
    Rights,
    names_at,
    problems,
)
from pressrelease.model.values import ExtraField, Language, Line, Prose, Url, Words, Zone, wrong
from pressrelease.senders import Sender
from pressrelease.toml_faults import toml_fault

P = TypeVar("P", bound=Part)
FILE_NAME = "newsroom.toml"


def folder_of(slug: str) -> str:
    """Return the folder of the page of the release named `slug`: a translation's slug ends in its language.

    It lies in the edition of that language, whose address is in small letters.

    >>> folder_of("merger"), folder_of("merger.de"), folder_of("merger.de-AT")
    ('merger', 'de/merger', 'de-at/merger')
    """
    name, _, language = slug.rpartition(".")
    return (
        f"{language.lower()}/{name}"
        if name and re.fullmatch(r"[a-z]{2,3}(-[A-Za-z]{2,4})?", language)
        else slug
    )


class InvalidNewsroom(PressReleaseError):
    """A `newsroom.toml` that cannot be used; every problem at once, each with file, line and field."""


class Feeds(Part):
    """`[feeds]`: what the newsroom's feeds hold."""

    content: Literal["full", "summary"] = "full"
    """The whole release in each item, or its summary."""
    size: Annotated[int, Field(ge=1, le=1000, strict=True)] = 50
    """Newest releases in a feed."""
    topic_size: Annotated[int, Field(ge=1, le=1000, strict=True)] = 10
    """Newest releases in the feed of a topic."""
    hub: Url = ""
    """WebSub hub (W3C WebSub) to be named in the feeds."""


class Links(Part):
    """`[links]`: how links to other sites are marked in text that others publish."""

    rel: Line = "nofollow sponsored"
    """`rel` of links in fragments and feed items; a search engine counts unmarked ones in releases as link spam."""
    rel_own: Line = ""
    """`rel` of links on the newsroom's own pages."""


def _colour(value: str) -> str:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
        raise wrong("not a colour", "# and six digits, such as #0a5566")
    return value


class Look(Part):
    """`[theme]`: colours and faces of the pages and of the cards that other sites show."""

    accent: Annotated[Line, AfterValidator(_colour)] = "#8a1c1c"
    """The one accent colour, as #rrggbb."""
    logo: Line = ""
    """File of the logo, below the newsroom's folder: `assets/logo.svg`; or an address."""
    serif: Annotated[Line, Field(pattern=r"^[\w ,'\"-]*$")] = ""
    """Faces for headlines and story, before the built-in stack."""
    sans: Annotated[Line, Field(pattern=r"^[\w ,'\"-]*$")] = ""
    """Faces for labels and navigation, before the built-in stack."""
    card_fonts: tuple[Words, ...] = ()
    """Font files for the cards of releases, below the newsroom's folder: `assets/Kestrel-Bold.ttf`. The first that has
    all letters of a text sets it; else a face of the machine does."""


OUTPUTS = (
    *(
        "pages",
        "renditions",
        "cards",
        "feeds",
        "sitemap",
        "archive",
        "topics",
        "places",
        "people",
        "topic-feeds",
    ),
    *("contacts", "imprint", "corrections", "redirects", "search"),
    *("press-kit", "terms", "twins", "security"),
)
"""What a site may hold, by name (`[site] outputs`)."""
IN_PAGES = (
    *("renditions", "cards", "archive", "topics", "places", "people", "contacts", "imprint", "corrections"),
    *("redirects", "search", "terms"),
)
"""Those that are pages in the look of the others, or shown in them."""


class Site(Part):
    """`[site]`: what `build` makes."""

    outputs: tuple[Words, ...] = OUTPUTS
    """What the site holds, by name; default: all there is."""
    formats: tuple[Words, ...] = ("markdown", "plain", "json", "nitf", "newsml-g2")
    """Formats offered beside each page, by name."""
    description: Line = ""
    """One sentence about the newsroom."""
    per_page: Annotated[int, Field(ge=1, le=500, strict=True)] = 20
    """Releases on a list page; the first one holds them and what no full page holds yet."""
    elsewhere: tuple[Words, ...] = ()
    """Globs of addresses below `base_url` that another program serves, such as `about/*`."""

    @field_validator("outputs")
    @classmethod
    def _known_outputs(cls, names: tuple[str, ...]) -> tuple[str, ...]:
        for name in names:
            if name not in OUTPUTS:
                raise wrong(f"no output is called {name}", near(name, OUTPUTS) or ", ".join(OUTPUTS))
        if not names:
            raise wrong("a site that holds nothing", "names of outputs", "take it out to have all there is")
        if "pages" not in names and (lost := [name for name in names if name in IN_PAGES]):
            raise wrong(f"no pages to lead to {' and '.join(lost)}", '"pages" among them', 'add "pages"')
        return names


def _weights(value: Frozen) -> Frozen:
    odd = next((v for v in value.values() if v not in SEVERITIES), None)
    if odd is not None:
        raise wrong("no such severity", f"one of {', '.join(SEVERITIES)}")
    return value


Weights = Annotated[ExtraField, AfterValidator(_weights)]
"""What rules weigh: id to severity."""


class Checks(Part):
    """`[check]`: how the house has its releases judged (`pressrelease check`)."""

    profile: Words = "newsroom"
    """Whose limits hold: `newsroom`, or a wire such as `prnewswire`."""
    fail_on: Severity = "error"
    """The least severity at which `pressrelease check` ends with status 1."""
    gate: Literal["", "info", "warning", "error"] = ""
    """The least severity at which a public release stops a build; nothing: no build stops."""
    on: tuple[Words, ...] = ()
    """Rules to run beside those of the profile, by id."""
    off: tuple[Words, ...] = ()
    """Rules not to run, by id."""
    severity: Weights = Frozen()
    """What a rule weighs in this house: `time-without-zone = "warning"`."""
    names: tuple[Words, ...] = ()
    """Names of people, products and organisations as the house spells them."""
    options: ExtraField = Frozen()
    """Options of rules, a table each: `[check.options.headline-length]`."""


class Newsroom(Part):
    """The house that publishes: `title`, `base_url` and `[publisher] name` are all it must say.

    Its defaults join a release when it is rendered (`completed`), never when it is loaded.
    """

    title: Words
    """Name of the newsroom."""
    base_url: Annotated[Url, AfterValidator(lambda url: url.rstrip("/") + "/")]
    """Absolute address under which the site lies."""
    publisher: Organisation
    """Whose newsroom it is."""
    provider: Organisation | None = None
    """The service that distributes, where that is another."""
    language: Language = "en"
    """Language of the pages, and of a release that names none."""
    languages: tuple[Language, ...] = ()
    """Further languages."""
    time_zone: Zone = ""
    """IANA zone of times that name none."""
    tag_date: Annotated[Line, Field(pattern=r"^\d{4}(-\d\d){0,2}$")] = "2026"
    """A date on which the house held the domain of `base_url`: part of the tag URIs (RFC 4151) that identify releases
    without an id of their own. Never change it: it would make every such release a new one."""
    credit: Line = ""
    """Agency credit of datelines that name none."""
    dateline_style: Line = ""
    """Named style of datelines that name none."""
    contacts: tuple[Contact, ...] = ()
    """Contacts of releases that name none."""
    boilerplates: tuple[Boilerplate, ...] = ()
    """Boilerplates of releases that bring none."""
    notices: tuple[Notice, ...] = ()
    """Notices of releases that bring none of their kind."""
    rights: Rights | None = None
    """Rights of releases that name none."""
    imprint: Imprint | None = None
    """What the law's notices say of the house; none: it prints only those it wrote itself."""
    editor_note: Prose = ""
    """For editors only, where a release says nothing."""
    sources: tuple[Words, ...] = ()
    """Globs of release files below the folder; empty: every release file."""
    senders: tuple[Sender, ...] = ()
    """Habits of those whose releases it receives."""
    feeds: Feeds = Feeds()
    """What the feeds hold."""
    terms: Terms | None = None
    """What machines may do with what it publishes; none: as `rights` says."""
    security: Security | None = None
    """Whom to tell of a fault in the site's security."""
    links: Links = Links()
    """How links are marked."""
    theme: Look = Look()
    """Colours and faces."""
    site: Site = Site()
    """What `build` makes."""
    check: Checks = Checks()
    """How releases are judged."""
    root: Path | None = Field(default=None, exclude=True)
    """The folder it was loaded from; none for one made in code."""

    @model_validator(mode="after")
    def _address_has_a_path_only(self) -> Self:
        if re.search(r"[?#]", self.base_url):
            raise ValueError("base_url has a query or a fragment")
        return self

    @classmethod
    def load(cls, path: str | Path) -> Self:
        """Read `path`, a `newsroom.toml` or the folder it lies in; raise InvalidNewsroom with every problem."""
        file = Path(path)
        if file.is_dir():
            file = file / FILE_NAME
        try:
            data = file.read_bytes()
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise InvalidNewsroom(
                Problem(
                    f"cannot be read ({reason})",
                    Where(file=str(file)),
                    expected=f"a UTF-8 text file {FILE_NAME}",
                    advice="`pressrelease new FOLDER` starts a newsroom folder",
                )
            ) from None
        try:
            # Some editors put a mark before UTF-8, which TOML does not know.
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            found = f"the byte {data[error.start]:02X}"
            advice = "save it as UTF-8 in your editor"
            raise InvalidNewsroom(
                Problem("not UTF-8", Where(str(file), line), found, "UTF-8", advice)
            ) from None
        return cls.parse(text, file=str(file), root=file.parent)

    @classmethod
    def parse(cls, text: str, *, file: str = FILE_NAME, root: Path | None = None) -> Self:
        """Read the text of a `newsroom.toml`; raise InvalidNewsroom with every problem, each with its line."""
        try:
            data: dict[str, Any] = tomllib.loads(text)
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            raise InvalidNewsroom(toml_fault(error, text, file=file)) from None
        data.pop("root", None)
        try:
            return cls.model_validate({**data, "root": root})
        except ValidationError as error:
            found = problems(error)
        raise InvalidNewsroom(*(_located(p, text, file) for p in found))

    def completed(self, release: Release) -> Release:
        """Return `release` with what it leaves to the house: publisher, contacts, credit, moment of publication."""
        dateline = release.dateline
        if dateline is not None:
            dateline = _with(
                dateline,
                credit=dateline.credit or self.credit,
                style=dateline.style or self.dateline_style,
            )
        kinds = {n.kind for n in release.notices}
        return _with(
            release,
            id=release.id or release.url or self.tag(release.slug),
            url=release.url or (self.address(release.slug) if release.slug else ""),
            language=self.language if release.language == "und" else release.language,
            dateline=dateline,
            published=release.published or (dateline.moment(self.time_zone) if dateline else None),
            publisher=release.publisher or self.publisher,
            provider=release.provider or self.provider,
            contacts=release.contacts or self.contacts,
            boilerplates=release.boilerplates or self.boilerplates,
            notices=(*release.notices, *(n for n in self.notices if n.kind not in kinds)),
            rights=release.rights or self.rights,
            editor_note=release.editor_note or self.editor_note,
        )

    def placed(self, where: Where) -> Where:
        """Return the place of one of its fields with file and line; as it is where it was made in code."""
        file = (self.root or Path()) / FILE_NAME
        try:
            text = file.read_text("utf-8") if self.root else ""
        except (OSError, UnicodeDecodeError):
            text = ""  # what was read is there no more: the field is told without its line
        return replace(where, file=str(file), line=_line_of(where.field, text)) if text else where

    @property
    def public(self) -> Self:
        """The same house without what it says to editors only."""
        contacts = tuple(contact for contact in self.contacts if not contact.for_editors)
        return _with(self, editor_note="", contacts=contacts)

    def tag(self, slug: str) -> str:
        """Return the tag URI (RFC 4151) that identifies the release named `slug`; empty without a slug."""
        host, _, path = self.base_url.split("://", 1)[1].partition("/")
        return f"tag:{host.partition(':')[0].lower()},{self.tag_date}:{path}{slug}" if slug else ""

    def address(self, slug: str) -> str:
        """Return the absolute URI of the page of the release `slug`: letters are encoded (RFC 3986)."""
        return f"{self.base_url}{quote(folder_of(slug))}/"


def _with(part: P, **values: Any) -> P:
    changed = {n: v for n, v in values.items() if getattr(part, n) != v}
    # Both sides were checked when they were made: a copy needs no second look.
    return part.model_copy(update=changed) if changed else part


def _located(problem: Problem, text: str, file: str) -> Problem:
    """Give a problem its line, and advice where no such field is."""
    field = problem.where.field
    advice = problem.advice
    if problem.problem == "no such field":
        *outer, last = (k for k in field.split(".") if not k.isdigit())
        advice = near(last, names_at(Newsroom, outer))
    where = Where(file, _line_of(field, text), field=field)
    return Problem(problem.problem, where, problem.found, problem.expected, advice)


def _line_of(field: str, text: str) -> int | None:
    """Return the line of a field: that of the last key of its path that stands in the file."""
    line = None
    path = field.split(".")
    lines = text.splitlines()
    start = 0
    for depth, (key, following) in enumerate(zip(path, [*path[1:], ""], strict=True)):
        if key.isdigit():
            continue
        head = re.compile(
            rf"\s*\[+\s*(?:[\w.\"-]+\.)?{re.escape(key)}\s*\]+|\s*[\"']?{re.escape(key)}[\"']?\s*="
        )
        found = (n for n in range(start, len(lines)) if head.match(lines[n]))
        # Of several tables of one name (`[[senders]]`) the problem names one.
        wanted = list(islice(found, int(following) + 1 if following.isdigit() else 1))
        if wanted:
            line = start = wanted[-1]
        elif depth == 0:
            break
    return None if line is None else line + 1
