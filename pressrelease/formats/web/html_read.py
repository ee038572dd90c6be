"""Reading whole pages: our own back as they were, those of wires and content systems by what they say and show.

What a page tells machines (JSON-LD, Open Graph, microdata) and what it shows people are read both; where they differ, a
finding says so, and the words people see are kept.
"""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime
from itertools import islice
from typing import Any, cast

from bs4 import BeautifulSoup, Tag

from pressrelease.anatomy import Parts, same, taken_apart
from pressrelease.anatomy.sections import sections
from pressrelease.characters import one_line
from pressrelease.errors import Problem
from pressrelease.fields.dates import NotRead, moment
from pressrelease.findings import Finding, Where
from pressrelease.formats.assembly import assembled
from pressrelease.formats.registry import Head, Reading, Source, Unreadable
from pressrelease.formats.web import html_facts as facts
from pressrelease.formats.web.html_article import article, is_furniture
from pressrelease.formats.web.html_facts import Facts, words_of
from pressrelease.formats.web.html_own import is_own, read_own
from pressrelease.markup.html import soup, story_from_html
from pressrelease.markup.html_parts import classes, href
from pressrelease.markup.speech import spoken
from pressrelease.markup.xml import encoding_named
from pressrelease.model import Contact, zone_info
from pressrelease.story import Block, Blocks, Figure, Story

_OPENING = re.compile(r"\s*(?:<!--.{0,4000}?-->\s*|<\?xml[^>]{0,200}\?>\s*)*", re.S)
_PAGE = re.compile(r"<(?:!doctype\s+html|html)\b", re.I)
_TAG = re.compile(
    r"<(?:head|body|title|meta|article|main|section|div|header|h[1-6]|p|table|ul|ol|blockquote|figure|script|style|link)\b",
    re.I,
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9._:-]{1,40})", re.I)


def recognise(head: Head) -> float:
    """Return how sure it is (0 to 1) that data with this head is a page."""
    text = head.text[:65536]
    opened = _OPENING.match(text)
    rest = text[opened.end() if opened else 0 :]
    if _PAGE.match(rest):
        return 0.95
    start = rest[:14].lower()
    if rest.startswith("<!--") or (
        start and any(whole.startswith(start) for whole in ("<!doctype html", "<html"))
    ):
        return 0.3  # the head ends before anything can be told
    if not _TAG.match(rest):
        return 0.0
    return 0.85 if re.search(r"<(?:body|head|article|main)\b", rest[:20_000], re.I) else 0.6


def read(source: Source) -> Reading:
    """Return the release a page holds; raise Unreadable where it holds no headline and no text."""
    text, findings = _text(source)
    page = soup(text)
    if is_own(page):
        release, told = read_own(page)
        return Reading(release, "html", 1.0, (*findings, *told))
    return _foreign(page, source, findings)


def _text(source: Source) -> tuple[str, tuple[Finding, ...]]:
    """Return the page as text: by its byte order mark, as UTF-8 where it is that, else in the charset it names."""
    raw = source.raw
    if isinstance(raw, bytes) and not raw.startswith(
        (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\0\0\xfe\xff")
    ):
        named = _CHARSET.search(raw[:8192])
        if named:
            name = encoding_named(named.group(1).decode("ascii"))
            try:
                raw.decode("utf-8")
            except UnicodeDecodeError:
                if name != "utf-8":
                    return Source(raw.decode(name, "replace"), source.file).text()
    return source.text()


def _foreign(page: BeautifulSoup, source: Source, findings: tuple[Finding, ...]) -> Reading:
    told = [facts.linked_data(page), facts.marked(page), facts.meta(page)]
    body, sure = article(page)
    known = facts.merged(*told, facts.shown(body))
    base = _base(page, known)
    story, odd = story_from_html(body, base=base, leave_out=is_furniture)
    if not story and known.body:
        story = Story(cast(Blocks, known.body))
    headline = _headline(page, body, known, story)
    if not headline:
        raise Unreadable(
            Problem("a page without a headline", Where(source.file), expected="a heading, or a title")
        )
    language = (
        known.language if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*", known.language) else "und"
    )
    zone = source.newsroom.time_zone if source.newsroom else ""
    parts = taken_apart(story, headline, known.subheadline or _subheadline(page), language, zone=zone)
    if not parts.contacts:
        parts.contacts = _contacts_beside(page, body, parts.blocks, language)
    spoken_story, marks = spoken(Story(tuple(parts.blocks)), language)
    values, doubts = _values(known, parts, base, source)
    values |= {"headline": headline, "story": spoken_story, "language": language}
    filled = {k: v for k, v in values.items() if v not in ("", None, [], (), {})}
    release, dropped = assembled(filled, what="a page")
    said = (*findings, *odd, *parts.findings, *marks, *doubts, *_conflicts(told, headline), *dropped)
    if not spoken_story:
        said += (Finding("no-text", "warning", "no text of an article was found on the page"),)
    if told[0]:
        sure = max(sure, 0.95)
    elif told[1]:
        sure = max(sure, 0.85)
    elif facts.is_article(page):
        sure = max(sure, 0.8)
    return Reading(release, "html", sure if spoken_story else min(sure, 0.3), said)


_CONTACTS = re.compile(
    r"(?:bw-release-contact|(?:press|media|news|release|article)[-_]?contacts?|presse[-_]?kontakte?|contacts?[-_]presse)",
    re.I,
)


def _contacts_beside(page: BeautifulSoup, body: Tag, story: list[Block], language: str) -> list[Contact]:
    """Return the contacts of a block beside the article's body, where it holds nothing but contacts."""
    for tag in page.find_all(class_=_CONTACTS, limit=10):
        inside = any(p is body for p in tag.parents) or any(p is tag for p in body.parents)
        if not inside and any(_CONTACTS.fullmatch(c) for c in classes(tag)):
            found = sections([*story, *story_from_html(tag)[0].blocks], language)
            if found.contacts and found.story == story:
                return found.contacts
    return []


def _base(page: BeautifulSoup, known: Facts) -> str:
    """Return what relative addresses on the page are against, or an empty string where nobody can tell."""
    own = known.url if known.url.lower().startswith(("http://", "https://")) else ""
    tag = page.find("base", href=True)
    given = href(tag.get("href"), own, ("http", "https")) if isinstance(tag, Tag) else ""
    return given if given.lower().startswith("http") else own


def _headline(page: BeautifulSoup, body: Tag, known: Facts, story: Story) -> str:
    """Return the headline people see: the article's own h1, else the page's, else what the page says of itself."""
    inside = [words_of(t) for t in body.find_all("h1", limit=6)]
    outside = [words_of(t) for t in page.find_all("h1", limit=6) if not _is_the_sites(t)]
    seen = [text for text in inside + outside if text]
    agreed = next((text for text in seen if same(text, known.headline)), "")
    title = page.find("title")
    words = words_of(title) if isinstance(title, Tag) else ""
    first = next((one_line(t) for t in story.text.split("\n") if one_line(t)), "")
    return agreed or next(iter(seen), "") or known.headline or words or first[:200]


def _is_the_sites(tag: Tag) -> bool:
    """Return whether a heading names the site: in a header of the page, not of the article."""
    within = {parent.name for parent in islice(tag.parents, 30)}
    return "header" in within and within.isdisjoint(("article", "main"))


def _subheadline(page: BeautifulSoup) -> str:
    known = re.compile(
        r"\A(?:sub-?(?:title|headline|head|heading)|dek|standfirst|article__subtitle|entry-subtitle)\Z", re.I
    )
    tag = page.find(class_=known)
    text = words_of(tag) if isinstance(tag, Tag) else ""
    return text if len(text) < 400 else ""


def _values(known: Facts, parts: Parts, base: str, source: Source) -> tuple[dict[str, Any], list[Finding]]:
    doubts: list[Finding] = []
    url = href(known.url, base, ("http", "https"))
    values: dict[str, Any] = {
        **parts.values(),
        "summary": known.summary,
        "byline": ", ".join(a for a in known.authors if a != known.publisher.get("name"))[:300],
        "publisher": known.publisher,
        "url": url if url.startswith("http") else "",
        "keywords": known.keywords,
        "subjects": [{"name": known.section}] if known.section else [],
        "assets": _assets(known, parts, base),
        "translations": _translations(known, base, url),
        "rights": _rights(known),
        "id": known.identifier if re.match(r"(?:urn|tag|https?):", known.identifier) else "",
    }
    for name in ("published", "updated", "expires"):
        values[name] = _moment(getattr(known, name), name, source, doubts)
    return values, doubts


def _moment(text: str, name: str, source: Source, doubts: list[Finding]) -> dt.datetime | None:
    if not text:
        return None
    found = _read_moment(text)
    where = Where(source.file, field=name)
    if found is None:
        doubts.append(Finding("date-unread", "warning", f"{name}: {text[:60]!r} is no moment", where))
        return None
    if isinstance(found, dt.datetime) and found.tzinfo is not None:
        return found
    zone = zone_info(source.newsroom.time_zone) if source.newsroom is not None else None
    if zone is None:
        message = f"{name}: {text[:60]!r} has no zone, so no moment can be told"
        doubts.append(
            Finding("moment-without-zone", "warning", message, where, "set `time_zone` of the newsroom")
        )
        return None
    whole = found if isinstance(found, dt.datetime) else dt.datetime.combine(found, dt.time())
    offset = whole.replace(tzinfo=zone).utcoffset()
    return whole.replace(tzinfo=dt.timezone(offset) if offset is not None else dt.UTC)


def _read_moment(text: str) -> dt.date | dt.datetime | None:
    try:
        found = dt.datetime.fromisoformat(text)
        return found.date() if re.fullmatch(r"[\d-]{8,10}", text) else found
    except ValueError:
        pass  # not ISO 8601: as mail writes it, or as people do
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    try:
        return moment(text[:80])
    except (NotRead, ValueError, OverflowError):
        return None


def _assets(known: Facts, parts: Parts, base: str) -> list[dict[str, Any]]:
    """Return the page's pictures that do not stand in the text: a lead picture shown to networks and search engines."""
    standing = {_stem(b.src) for b in parts.blocks if isinstance(b, Figure)}
    found: list[dict[str, Any]] = []
    for image in known.images[:10]:
        src = href(image.get("href"), base, ("http", "https"))
        if not src or _stem(src) in standing:
            continue
        standing.add(_stem(src))
        file: dict[str, Any] = {"href": src}
        for side in ("width", "height"):
            if re.fullmatch(r"[1-9]\d{0,5}", image.get(side, "")):
                file[side] = int(image[side])
        told = {k: image[k] for k in ("alt", "caption", "credit", "rights") if image.get(k)}
        found.append({"renditions": [file], "role": "main" if not found else "gallery", **told})
    return found


def _stem(src: str) -> str:
    """Return what two sizes of one picture share: no query, no `-300x200`."""
    return re.sub(r"-\d{2,4}x\d{2,4}(?=\.\w+\Z)", "", re.split(r"[?#]", src, maxsplit=1)[0])


def _translations(known: Facts, base: str, url: str) -> list[dict[str, str]]:
    own = known.language.split("-")[0].lower()
    found: dict[str, dict[str, str]] = {}
    for language, address in known.translations[:60]:
        target = href(address, base, ("http", "https"))
        if (
            language.lower() == "x-default"
            or not target
            or target == url
            or language.split("-")[0].lower() == own
        ):
            continue
        if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*", language):
            found.setdefault(language.lower(), {"language": language, "href": target})
    return list(found.values())


def _rights(known: Facts) -> dict[str, Any] | None:
    told: dict[str, Any] = {"holder": known.holder}
    if re.fullmatch(r"(?:19|[2-9]\d)\d\d", known.year):
        told["year"] = int(known.year)
    licence = href(known.licence, "", ("http", "https"))
    if licence.startswith("http"):
        told["licence"] = licence
    told = {k: v for k, v in told.items() if v}
    return told or None


def _conflicts(told: list[Facts], headline: str) -> list[Finding]:
    """Say where the page tells machines something else than people, or one machine something else than another."""
    found: list[Finding] = []
    linked, marked, meta = told
    for who, source in (("JSON-LD", linked), ("microdata", marked)):
        if source.headline and not same(source.headline, headline):
            message = f"{who} gives another headline: {source.headline[:120]!r}"
            found.append(Finding("metadata-differs", "warning", message, Where(field="headline")))
    for name in ("published", "url"):
        every = (("JSON-LD", linked), ("microdata", marked), ("meta", meta))
        values: dict[str, str] = {
            who: getattr(source, name) for who, source in every if getattr(source, name)
        }
        if len({_comparable(name, v) for v in values.values()}) > 1:
            message = "the page says different things: " + ", ".join(
                f"{w} {v[:80]!r}" for w, v in values.items()
            )
            found.append(Finding("metadata-differs", "warning", message, Where(field=name)))
    return found


def _comparable(name: str, value: str) -> object:
    if name == "url":
        return re.sub(r"\Ahttps?://(?:www\.)?|/\Z", "", value.split("#")[0]) if "://" in value else ""
    found = _read_moment(value)
    # One source often names the day only, or forgets the zone: that is less, not different.
    return found.date().isoformat() if isinstance(found, dt.datetime) else str(found)
