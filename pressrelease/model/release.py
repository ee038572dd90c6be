"""The release itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Field, model_validator

from pressrelease.errors import Problem, shown
from pressrelease.findings import Where
from pressrelease.model.layout import Layout
from pressrelease.model.life import Life
from pressrelease.model.matter import Asset, Boilerplate, Notice, Related, Subject, Translation
from pressrelease.model.opening import Dateline, Embargo, Place
from pressrelease.model.part import Part
from pressrelease.model.parties import Contact, Organisation, Person
from pressrelease.model.terms import Change, Rights
from pressrelease.model.values import (
    Count,
    ExtraField,
    Frozen,
    Language,
    Line,
    Moment,
    Prose,
    ReasonsField,
    Slug,
    StoryField,
    Url,
    Words,
    wrong,
)
from pressrelease.story import InvalidStory, Quoted, Story, from_data, with_quotes

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
    excuses: ReasonsField = Frozen()
    """Rules that it may break, by id, each with the reason (`pressrelease check`)."""
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
            raise wrong(str(error)) from None
        return {**rest, "story": story}

    @property
    def quotes(self) -> tuple[Quoted, ...]:
        """The quotes of the story, with their speakers; derived, never kept twice."""
        return self.story.quotes

    @property
    def comes_out(self) -> dt.datetime | None:
        """When it comes out: as stated, else with the day of its dateline (in UTC where no zone is known)."""
        return self.published or (self.dateline.moment("+00:00") if self.dateline else None)

    @property
    def life(self) -> Life:
        """The facts that decide when the public may see it."""
        return Life(
            status=self.status,
            killed=self.change.kind == "kill",
            held=self.embargo is not None and self.embargo.until is None,
            lift=self.embargo.until if self.embargo else None,
            comes_out=self.comes_out,
            expires=self.expires,
        )

    def is_public(self, now: dt.datetime) -> bool:
        """Return whether the public may see it at `now` (aware): usable, published, not held, not expired."""
        return self.life.is_public(now)

    def was_withdrawn(self, now: dt.datetime) -> bool:
        """Return whether it had been out before `now` and is canceled: what feeds and pages have to withdraw."""
        return self.life.was_withdrawn(now)

    def next_change(self, now: dt.datetime) -> dt.datetime | None:
        """Return the next moment after `now` at which what the public sees of it changes by itself, or None.

        That is when `is_public` or `was_withdrawn` answers otherwise: not a publication that an embargo outlasts.
        """
        return self.life.next_change(now)


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
