"""An item of any version, or of a dialect, as a release.

What has a standard member is read from there; what is ours (`own.py`) holds where the two differ; the words of the
body fill in what neither says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from pressrelease.characters import one_line, paragraphs
from pressrelease.datelines import read_line
from pressrelease.errors import Problem, shown
from pressrelease.findings import Finding, Where
from pressrelease.formats.assembly import assembled, nested, over
from pressrelease.formats.bodies import Body
from pressrelease.formats.registry import Reading, Source, Unreadable
from pressrelease.formats.wire.ninjs.associations import URL
from pressrelease.formats.wire.ninjs.kept import kept_members
from pressrelease.formats.wire.ninjs.members import Members
from pressrelease.formats.wire.ninjs.own import LINKS, NOTE, ORIGIN, ROLE, own_fields_of
from pressrelease.formats.wire.ninjs.places import GENRE
from pressrelease.formats.wire.ninjs.read_associations import alternative, associated, is_medium
from pressrelease.formats.wire.ninjs.read_body import body_of
from pressrelease.formats.wire.ninjs.read_concepts import (
    concept,
    organisations,
    parties,
    people,
    places,
    subjects,
)
from pressrelease.formats.wire.ninjs.read_life import life
from pressrelease.formats.wire.ninjs.read_texts import Text, headline, subheadline, summary, texts
from pressrelease.formats.wire.ninjs.rights import rights_fields
from pressrelease.formats.wire.ninjs.uris import is_made
from pressrelease.markup.json import load_json


def read(source: Source) -> Reading:
    """Return the release that an item holds; raise Unreadable, or Malformed, where there is none."""
    text, repairs = source.text()
    loaded = load_json(text, numbered=True)
    data = loaded.data
    if not isinstance(data, Mapping):
        raise Unreadable(Problem("not a ninjs item", Where(source.file), shown(data), "an object"))
    reader = _Reader(data, source)
    release, findings, leftovers = reader.release()
    every = (*repairs, *loaded.findings, *findings)
    return Reading(
        release,
        findings=tuple(replace(f, where=replace(f.where, file=source.file)) for f in dict.fromkeys(every)),
        leftovers=leftovers,
    )


class _Reader:
    """Reads one item; `values` are fields of the release by path."""

    def __init__(self, data: Mapping[str, Any], source: Source) -> None:
        self.findings: list[Finding] = []
        self.item = Members(data, self.findings)
        self.zone = source.newsroom.time_zone if source.newsroom else ""
        self.ids = alternative(self.item.take("altids"))
        self.is_ours = isinstance(self.ids.get(ROLE), str)
        self.own: dict[str, Any] = {}
        self.beside: dict[str, Any] = {}
        if self.is_ours:
            self.own, self.beside, told = own_fields_of(self.ids.pop(ROLE))
            self.findings += told
        self.values: dict[str, Any] = {}
        self.extra: dict[str, Any] = {}

    def release(self) -> tuple[Any, list[Finding], tuple[str, ...]]:
        """Return the release, findings, and what could not be placed."""
        item, values = self.item, self.values
        item.take("standard", "$standard", "$schema", "mimetype", "charcount", "wordcount")
        if item.text("representationtype").lower() in ("partial", "incomplete"):
            item.tell("partial-item", "the item says that it is only a part of one", "representationtype")
        self.put(self.identity())
        self.put(life(item, self.zone, str(self.beside.get(ORIGIN, "")), ours=self.is_ours))
        self.put(self.words())
        for part in (subjects, people, places, organisations):
            self.put(part(item))
        self.put(parties(item, self.hidden()))
        self.put(self.rights())
        self.put(associated(item, ours=self.is_ours))
        self.put(self.located())
        bodies = [] if is_medium(item) else texts(item, "body")
        self.extra.update(({"altIds": self.ids} if self.ids else {}), **dict(kept_members(item)))
        known = {**values, **self.own}
        extra = {f"ninjs:{name}": value for name, value in self.extra.items()}
        own = self.own.get("extra")
        if isinstance(own, dict):
            extra.update(own)
        if extra:
            # No dict: its names are data, and never numbers of a list.
            known["extra"] = MappingProxyType(extra)
        body = self.body(bodies, known)
        made, told = assembled(nested(over(self.said(body), self.told(known, body))), what="an item")
        self.findings += told
        return made, self.findings, (*item.leftovers(), *body.leftovers)

    def put(self, found: Iterable[tuple[str, Any]]) -> None:
        """Take fields in, parts and lists taken apart; what is there stays."""
        for path, value in found:
            for inner, leaf in _leaves(path, value):
                self.values.setdefault(inner, leaf)

    # --- parts ------------------------------------------------------------------------------------------------------

    def identity(self) -> Iterator[tuple[str, Any]]:
        name = self.item.text("uri", "guid")
        if not name:
            self.item.tell("missing-uri", "nothing identifies this item", "uri")
        elif not (self.is_ours and is_made(name)):
            yield "id", name
        if isinstance(self.ids.get(URL), str):
            yield "url", self.ids.pop(URL)

    def words(self) -> Iterator[tuple[str, Any]]:
        item = self.item
        headlines = texts(item, "headline")
        title = one_line(item.text("title"))
        main = headline(headlines) or title or self.instead()
        yield "headline", main
        yield "subheadline", subheadline(headlines)
        yield "slugline", item.text("slugline")
        if not is_medium(item):
            yield "summary", summary(texts(item, "description"))
            yield "byline", item.text("by", "byline") or ", ".join(n for n, _ in item.objects("authors") if n)
        yield "editor_note", self.note(item.text("ednote"))
        if language := item.text("language"):
            yield "language", language.replace("_", "-")
        genre = next((concept(one, name)[0] for name, one in item.objects("genres", "genre")), "")
        yield "genre", "" if genre == GENRE else genre
        if title and title != main:
            self.extra["title"] = title

    def instead(self) -> str:
        """Return what stands in for a headline that is missing: the first words there are."""
        item = self.item
        said = (
            item.text("slugline"),
            summary(texts(item, "description")),
            *(t.plain for t in texts(item, "body")),
        )
        words = one_line(next(filter(str.strip, said), "") or item.text("uri", "guid"))
        if words:
            item.tell("missing-headline", "the item has no headline: its first words stand in", "headlines")
        return words if len(words) <= 120 else words[:120].rpartition(" ")[0] or words[:120]

    def note(self, text: str) -> str:
        told = self.beside.get(NOTE)
        if not (isinstance(told, list) and len(told) == 2 and all(type(n) is int and n >= 0 for n in told)):
            return text
        return "\n\n".join(paragraphs(text)[told[0] : told[0] + told[1]])

    def hidden(self) -> Iterator[int]:
        """Yield the numbers of contacts that are for editors only: they stand nowhere but with us."""
        for path in self.own:
            if match := re.fullmatch(r"contacts\.(\d{1,4})\.for_editors", path):
                yield int(match.group(1))

    def rights(self) -> Iterator[tuple[str, Any]]:
        item = self.item
        yield "rights.holder", item.text("copyrightholder")
        yield "rights.notice", item.text("copyrightnotice")
        yield "rights.usage_terms", item.text("usageterms")
        info = item.inner("rightsinfo")
        if info is not None:
            given = {name: info.take(name) for name in ("langid", "linkedrights", "encodedrights")}
            found = rights_fields(given, item.text("uri", "guid"))
            yield from ((f"rights.{name}", value) for name, value in found.items())
            if not found:
                names = {"langid": "langId", "linkedrights": "linkedRights", "encodedrights": "encodedRights"}
                self.extra["rightsInfo"] = {names[k]: v for k, v in given.items() if v is not None}

    def located(self) -> Iterator[tuple[str, Any]]:
        located = one_line(self.item.text("located"))
        if located and not self.is_ours:
            line = read_line(located, self.values.get("language", ""))
            sure = line is not None and line.places and line.date is None and not line.credit
            yield "dateline.places", list(line.places) if line is not None and sure else [{"name": located}]

    def body(self, bodies: list[Text], known: Mapping[str, Any]) -> Body:
        links = self.beside.get(LINKS)
        if self.is_ours:
            known = {**known, "embargo": None}  # whether there is one is known: no words have to tell
        body = body_of(
            bodies,
            headline=str(known.get("headline", "")),
            language=str(known.get("language", "")) or "und",
            zone=self.zone,
            known=known,
            ours=self.is_ours,
            links=links if isinstance(links, dict) else {},
        )
        self.findings += body.findings
        return body

    def told(self, known: Mapping[str, Any], body: Body) -> Mapping[str, Any]:
        """Return `known` without what the body tells better: a dateline, and when an embargo ends that does not say."""
        if self.is_ours:
            return known
        found = dict(known)
        if body.embargo is not None and found.get("embargo") == {}:
            found = _without(found, "embargo")
        if (dateline := body.dateline) is not None:
            if not dateline.credit and "dateline.credit" in found:
                dateline = dateline.changed(credit=found["dateline.credit"])
            found = {**_without(found, "dateline"), "dateline": dateline}
        return found

    def said(self, body: Body) -> dict[str, Any]:
        """Return the fields that the body says, by path."""
        found = body.values()
        for i, about in enumerate(body.boilerplates):
            del found[f"boilerplates.{i}"]
            found |= {f"boilerplates.{i}.heading": about.heading, f"boilerplates.{i}.story": about.story}
        if self.is_ours:
            # What is ours says all there is to say of these: their words in the body are made from it.
            return _without(found, "change", "embargo", "dateline")
        return found


def _without(values: Mapping[str, Any], *fields: str) -> dict[str, Any]:
    return {path: value for path, value in values.items() if path.partition(".")[0] not in fields}


def _leaves(path: str, value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict) and value:
        for key, inner in value.items():
            yield from _leaves(f"{path}.{key}", inner)
    elif isinstance(value, list) and value:
        for i, inner in enumerate(value):
            yield from _leaves(f"{path}.{i}", inner)
    elif value not in ("", None):
        yield path, value
