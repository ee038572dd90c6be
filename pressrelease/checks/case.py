"""What a rule is given: the release, all that it is judged by, and facts that rules share, each made once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from pressrelease.anatomy.language import guessed
from pressrelease.checks.addresses import Address, addresses
from pressrelease.checks.citations import Miscited, miscited
from pressrelease.checks.lexicon import Lexicon, lexicon
from pressrelease.checks.listings import Listing, listings
from pressrelease.checks.markets import formulas
from pressrelease.checks.passages import Passage, Texts, passages
from pressrelease.checks.profile import Profile
from pressrelease.datelines import printed
from pressrelease.markup.speech import spoken
from pressrelease.model import Release
from pressrelease.newsroom import Newsroom
from pressrelease.notices import Due, conditions, due, law_day
from pressrelease.story import Quoted


@dataclass(frozen=True)
class Case:
    """Hold a release as it would be published, and what to judge it by."""

    release: Release
    """With what it leaves to the newsroom: publisher, contacts, notices."""
    own: Release
    """As it was written, without the newsroom's defaults."""
    now: dt.datetime
    """The moment of judgment (aware)."""
    profile: Profile
    """The wire or house whose limits hold."""
    newsroom: Newsroom | None = None
    source: str = ""
    """The text it was read from; empty where it was made in code."""
    file: str = ""
    others: Sequence[Release] = ()
    """Other releases of the newsroom: earlier versions, translations."""

    verdicts: Mapping[str, bool | None] = field(default_factory=dict)
    """For a rule that runs last: whether each rule found anything; None: it did not run. They fill as rules run."""

    @cached_property
    def language(self) -> str:
        """The primary tag of its language: as declared, else by its words."""
        declared = self.release.language
        found = guessed(self.everything.text) if declared == "und" else declared
        return found.partition("-")[0]

    @property
    def lexicon(self) -> Lexicon:
        """What is known of its language; a rule that asks says by `languages` that it judges no other."""
        return lexicon(self.language)

    @cached_property
    def published(self) -> dt.datetime:
        """The moment by which frozen words are judged: that of publication, else now."""
        return self.release.comes_out or self.now

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every passage in order, from the headline to the notices."""
        dateline = self.release.dateline
        line = printed(dateline, self.release.language) if dateline else None
        return passages(self.release, f"{line.line} {line.lead}".strip() if line else "")

    def passage(self, path: str) -> Passage | None:
        """Return the passage at `path`, or None."""
        return next((p for p in self.passages if p.path == path), None)

    @cached_property
    def everything(self) -> Texts:
        """All passages as one text."""
        return Texts(self.passages)

    @cached_property
    def body(self) -> Texts:
        """The passages of the story as one text."""
        return Texts(p for p in self.passages if p.in_story)

    @cached_property
    def news(self) -> Texts:
        """Headline, subheadline, summary and story as one text: what the release itself says."""
        kinds = ("headline", "subheadline", "summary")
        return Texts(p for p in self.passages if p.in_story or p.kind in kinds)

    @cached_property
    def outside(self) -> Texts:
        """Like `news`, what is quoted left out: what the release says in its own voice."""
        return Texts(self.news.passages, outside=True)

    @cached_property
    def formulas(self) -> frozenset[str]:
        """Paths of the passages of the story that are cautions or about the house: no desk prints them as news."""
        return formulas(self.body.passages)

    @cached_property
    def words(self) -> int:
        """How many words the story has."""
        return sum(len(p.words) for p in self.body.passages)

    @cached_property
    def quotes(self) -> tuple[Quoted, ...]:
        """What is quoted in the story, in order, each with who speaks: as marked up, or between marks in its text."""
        return quotes_of(self.release, self.language)

    @cached_property
    def addresses(self) -> tuple[Address, ...]:
        """The addresses it leads to: of links, pictures and files, and those printed in its text."""
        return addresses(self.release, self.passages)

    @cached_property
    def law_day(self) -> dt.date:
        """The day whose law holds for it."""
        return law_day(self.release, self.newsroom, self.now)

    @cached_property
    def due(self) -> tuple[Due, ...]:
        """The notices that the law of that day asks for; none where the newsroom has no `[imprint]`."""
        return (
            due(self.newsroom, self.law_day, release=self.release, place="release") if self.newsroom else ()
        )

    @cached_property
    def conditions(self) -> frozenset[str]:
        """What holds of it by `when` in `[imprint]` and in its front matter: `paid`, `listed`, `ai` and others."""
        return conditions(self.newsroom, self.release)

    @cached_property
    def listings(self) -> tuple[Listing, ...]:
        """Where its issuer is listed: by its fields, its headline and its first paragraphs."""
        return listings(self.release, self.passages)

    @cached_property
    def miscited(self) -> tuple[Miscited, ...]:
        """What it cites wrongly by the law of that day."""
        return miscited(self.release, self.passages, self.law_day)

    def is_made(self, passage: Passage) -> bool:
        """Say whether `passage` is of a notice made of the facts in `newsroom.toml`, whose words nobody wrote."""
        part, number, *_ = (*passage.path.split("."), "", "")
        written = self.newsroom.completed(self.own).notices if self.newsroom else self.own.notices
        return part == "notices" and int(number) >= len(written)

    @cached_property
    def names(self) -> frozenset[str]:
        """Names that are known to be right: the newsroom's list, and who and what the release names in its fields."""
        release = self.release
        named = [p.name for p in release.people] + [o.title for o in release.organisations]
        named += [c.name for c in release.contacts] + [
            o.title for o in (release.publisher, release.provider) if o
        ]
        listed = self.newsroom.check.names if self.newsroom else ()
        return frozenset(filter(None, (*named, *listed)))


def quotes_of(release: Release, language: str) -> tuple[Quoted, ...]:
    """Return what is quoted in the story of `release`, whose language has the primary tag `language`, in order."""
    return spoken(release.story, language)[0].quotes
