"""A release out of an item of any feed: what can be told is told, what is wrong becomes a finding."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from bs4 import BeautifulSoup

from pressrelease.anatomy import taken_apart
from pressrelease.characters import one_line
from pressrelease.errors import PressReleaseError, Problem, shown
from pressrelease.findings import Finding
from pressrelease.formats.feed._categories import SCHEMES, Category, from_categories
from pressrelease.formats.feed._dates import moment
from pressrelease.formats.feed._items import EPOCH, opening
from pressrelease.formats.feed._raw import Raw
from pressrelease.formats.feed._raw_assets import assets_of
from pressrelease.formats.feed._raw_links import links_of
from pressrelease.formats.feed._rights import rights_of
from pressrelease.formats.feed._sections import Body, own_body
from pressrelease.formats.registry import Reading, Source, Unreadable
from pressrelease.markup.html import story_from_html
from pressrelease.model import InvalidRelease, Release
from pressrelease.story import Story, from_data

_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,200}>|&#?\w{1,31};")
_TAG = re.compile(r"[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*")
MAX_TEXT = 2_000_000
"""Characters of one item's body."""


def readings(raws: Iterable[Raw], source: Source) -> Iterator[Reading]:
    """Yield a Reading of each item. One that cannot be read is a finding of its neighbour; all of them: Unreadable."""
    held: Reading | None = None
    failed: list[Finding] = []
    ids: set[str] = set()
    for raw in raws:
        try:
            reading = _reading(raw, source)
        except PressReleaseError as error:
            failed += [*raw.findings, *(_bad(problem, raw) for problem in error.problems)]
            continue
        reading = _unlike(reading, ids, raw)
        if held is not None:
            yield held
        held, failed = replace(reading, findings=(*failed, *reading.findings)), []
    if held is not None:
        yield replace(held, findings=(*held.findings, *failed))
    elif failed:
        raise Unreadable(*(Problem(f.message, f.where) for f in failed if f.severity == "error"))


def _bad(problem: Problem, raw: Raw) -> Finding:
    found = f": found {problem.found}" if problem.found else ""
    message = f"an item that cannot be read: {problem.problem}{found}"
    return Finding("bad-item", "error", message, raw.where, problem.advice)


def _unlike(reading: Reading, ids: set[str], raw: Raw) -> Reading:
    identity = reading.release.id
    if identity and identity in ids:
        finding = Finding("duplicate-id", "warning", f"two items with one id {shown(identity)}", raw.where)
        reading = replace(reading, findings=(*reading.findings, finding))
    ids.add(identity)
    return reading


def _reading(raw: Raw, source: Source) -> Reading:
    note = _Notes(raw)
    zone = source.newsroom.time_zone if source.newsroom else ""
    values: dict[str, Any] = {"id": one_line(raw.id), "language": _language(raw, note)}
    leftovers: list[str] = []
    title = _title(raw)
    body = _body(raw, title, zone, values, note, leftovers)
    values["headline"] = title or _first_words(raw, body, note)
    if raw.url.lower().startswith(("http://", "https://")):
        values["url"] = one_line(raw.url)
    elif raw.url:
        note("bad-address", f"not a web address: {shown(raw.url)}")
    if not values["id"]:
        values["id"] = values.get("url", "")
        note("no-id", "an item without an id" + ("; its address identifies it" if values["id"] else ""))
    _moments(raw, values, zone, note)
    _people(raw, values)
    known = raw.categories if raw.ours else map(_known, raw.categories)
    values["subjects"], values["keywords"] = from_categories(known)
    values["assets"] = assets_of(raw, body.shown)
    values["related"], values["translations"], licence = links_of(raw)
    values["rights"] = rights_of(one_line(raw.rights), body.usage_terms, licence)
    release = _release(values, note)
    return Reading(
        release,
        confidence=1.0 if raw.ours else 0.8,
        findings=tuple(raw.findings),
        leftovers=tuple(filter(None, leftovers)),
    )


class _Notes:
    """Collect findings about one item."""

    def __init__(self, raw: Raw) -> None:
        self._raw = raw

    def __call__(self, code: str, message: str) -> None:
        self._raw.findings.append(Finding(code, "warning", message, self._raw.where))


def _release(values: dict[str, Any], note: _Notes) -> Release:
    try:
        return Release(**values)
    except InvalidRelease as error:
        fields = {p.where.field.split(".")[0] for p in error.problems}
        if "headline" in fields:
            raise
        for problem in error.problems:
            note("left-out", f"{problem.where.field} left out: {problem.problem}: found {problem.found}")
        return Release(**{name: value for name, value in values.items() if name not in fields})


def _language(raw: Raw, note: _Notes) -> str:
    tag = raw.language.strip().replace("_", "-")
    if not tag:
        return "und"
    if not _TAG.fullmatch(tag):
        note("bad-language", f"not a language tag: {shown(tag)}")
        return "und"
    return tag


def _title(raw: Raw) -> str:
    return one_line(_unmarked(raw.title[:10_000]) if raw.title_html else raw.title)


def _first_words(raw: Raw, body: Body, note: _Notes) -> str:
    words = one_line(body.summary or opening(body.story) or body.story.text)
    if not words:
        raise InvalidRelease(Problem("an item without title and text", raw.where))
    note("no-headline", "an item without a title; its first words stand for it")
    first = re.match(r".{20,100}?[.!?…](?= |$)", words)
    return first.group() if first else words[:100].rpartition(" ")[0] or words[:100]


def _unmarked(text: str) -> str:
    return BeautifulSoup(text, "html.parser").get_text() if _MARKUP.search(text) else text


def _moments(raw: Raw, values: dict[str, Any], zone: str, note: _Notes) -> None:
    for name in ("published", "updated"):
        found, wrong = moment(getattr(raw, name), zone)
        if wrong:
            note("bad-date", f"{name}: {wrong}: {shown(getattr(raw, name))}")
        if found is not None:
            values[name] = found
    if values.get("updated") in (values.get("published"), EPOCH):
        values.pop("updated", None)


def _people(raw: Raw, values: dict[str, Any]) -> None:
    author, publisher = one_line(raw.author), one_line(raw.publisher)
    if publisher:
        values["publisher"] = {"name": publisher}
    if author and author != publisher:
        values["byline"] = author


def _known(c: Category) -> Category:
    """Return a category of the wild: a code where its scheme is one we know, else the words readers see."""
    return (
        c
        if any(c.scheme.rstrip("/") == s.rstrip("/") for s in SCHEMES.values())
        else Category(c.label or c.term)
    )


# --- the body ---------------------------------------------------------------------------------------------------------


def _body(
    raw: Raw, title: str, zone: str, values: dict[str, Any], note: _Notes, leftovers: list[str]
) -> Body:
    for name in ("content", "summary"):
        if len(getattr(raw, name)) > MAX_TEXT:
            note("too-long", f"the {name} was cut at {MAX_TEXT:,} characters")
            setattr(raw, name, getattr(raw, name)[:MAX_TEXT])
    html = raw.content if raw.content and raw.content_html else raw.summary if raw.summary_html else ""
    language = values["language"]
    body = own_body(html, language) or _foreign(raw, title, language, zone)
    raw.findings += body.findings
    leftovers += body.leftovers
    if body.full:
        body.summary = _summary(raw, body.story)
    values |= {
        "story": body.story,
        "summary": body.summary,
        "subheadline": body.subheadline,
        "dateline": body.dateline,
        "boilerplates": tuple(body.boilerplates),
        "contacts": tuple(body.contacts),
        "notices": tuple(body.notices),
        "provider": body.provider,
        "organisations": tuple(body.organisations),
        "embargo": body.embargo,
    }
    if body.change:
        values["change"] = body.change
    return body


def _summary(raw: Raw, story: Story) -> str:
    """Return the summary, unless it only says again how the story opens."""
    if not raw.content:
        return ""
    text = story_from_html(raw.summary)[0].text if raw.summary_html else raw.summary
    same = {opening(story), one_line(story.text)}
    return "" if one_line(text) in same else text


def _foreign(raw: Raw, headline: str, language: str, zone: str) -> Body:
    text, is_html = (raw.content, raw.content_html) if raw.content else (raw.summary, raw.summary_html)
    if is_html:
        story, findings = story_from_html(text, base=raw.url or raw.base)
    else:
        story, findings = from_data(text), ()
    parts = taken_apart(story, headline, "", language, zone=zone)
    body = Body(story=Story(tuple(parts.blocks)), findings=[*findings, *parts.findings])
    for name, value in parts.values().items():
        setattr(body, name, value)
    return body
