"""The line of facts, and what a release is about: topics, places, people, organisations, rights, related documents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from markupsafe import Markup, escape

from pressrelease.formats.web.marks import marked, moment_element
from pressrelease.formats.web.reach import PHONES, email, envelope, number, securities, tickers, web
from pressrelease.model import Organisation, Release, Subject
from pressrelease.outline import copyright_line
from pressrelease.vocabulary import subject_words
from pressrelease.wording import wording


def facts(release: Release, zone: str, story_words: str, *, withdrawn: bool = False) -> Iterator[Markup]:
    """Yield the facts of the line beneath the headline: who, where, when, which version, how long to read."""
    language = release.language
    w = wording(language)
    if withdrawn:
        if release.published:
            yield moment_element(release.published, language, zone)
        return
    if release.byline:
        yield marked(release.byline, "byline")
    if release.dateline and release.dateline.places:
        yield escape(" / ".join(p.name for p in release.dateline.places))
    if release.published:
        yield moment_element(release.published, language, zone)
    if release.updated and release.updated != release.published:
        yield moment_element(release.updated, language, zone, w.words["updated_on"])
    if release.version > 1:
        yield escape(w("version", number=release.version))
    if release.expires:
        yield moment_element(release.expires, language, zone, w.words["not_after"])
    if story_words:
        yield escape(w("reading_time", minutes=reading_minutes(story_words)))


_DENSE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def reading_minutes(text: str) -> int:
    """Return how many minutes `text` takes at 220 words a minute (500 characters where words are not parted)."""
    dense = 0 if text.isascii() else len(_DENSE.findall(text))
    return max(1, round(len(text.split()) / 220 + dense / 500))


def about(release: Release) -> Iterator[tuple[str, tuple[Markup, ...]]]:
    """Yield what the release is about, term by term, with listings and identifiers."""
    w = wording(release.language)
    rows: list[tuple[str, Iterable[Markup]]] = [
        ("topics", (_subject(s, f"subjects.{i}", release.language) for i, s in enumerate(release.subjects))),
        ("keywords", (marked(k, f"keywords.{i}") for i, k in enumerate(release.keywords))),
        (
            "places",
            (_named(p, f"places.{i}", "name", "region", "country") for i, p in enumerate(release.places)),
        ),
        (
            "people",
            (_named(p, f"people.{i}", "name", "role", "organisation") for i, p in enumerate(release.people)),
        ),
        (
            "organisations",
            (_organisation(o, f"organisations.{i}", w) for i, o in enumerate(release.organisations)),
        ),
        ("publisher", (_organisation(o, "publisher", w) for o in (release.publisher,) if o)),
        ("slugline", (marked(s, "slugline") for s in (release.slugline,) if s)),
        ("genre", (escape(s) for s in (release.genre,) if s)),
        ("identifier", (escape(s) for s in (release.id,) if s)),
    ]
    for key, entries in rows:
        if found := tuple(entries):
            yield w(key), found


def _subject(subject: Subject, path: str, language: str) -> Markup:
    """Return a subject as a reader knows it; a code that nobody here knows stands for itself."""
    if subject.name:
        return marked(subject.name, f"{path}.name")
    name, tag = subject_words(subject, language)
    if name and tag != language.partition("-")[0]:
        return Markup('<span lang="{}">{}</span>').format(tag, name)
    return escape(name or subject.code)


def _named(part: Any, path: str, *names: str) -> Markup:
    return Markup(", ").join(marked(getattr(part, n), f"{path}.{n}") for n in names if getattr(part, n))


def _organisation(o: Organisation, path: str, w: Any) -> Markup:
    """Return an organisation on one line, everything that is known of it."""
    names = Markup(", ").join(
        marked(getattr(o, n), f"{path}.{n}") for n in ("name", "legal_name") if getattr(o, n)
    )
    pieces = [Markup(" ").join([names, *tickers(o, path)])]
    pieces += envelope(o.address, f"{path}.address") if o.address else []
    for i, phone in enumerate(o.phones):
        at = f"{path}.phones.{i}"
        label = marked(phone.label, f"{at}.label") if phone.label else escape(w(PHONES[phone.kind]))
        pieces.append(label + " " + number(phone, f"{at}.number"))
    pieces += [email(e, f"{path}.emails.{i}") for i, e in enumerate(o.emails)]
    pieces += [web(o.web, f"{path}.web")] if o.web else []
    pieces += [marked(o.register_entry, f"{path}.register_entry")] if o.register_entry else []
    pieces += [escape(w("vat_id")) + " " + marked(o.vat_id, f"{path}.vat_id")] if o.vat_id else []
    return Markup(", ").join([*pieces, *securities(o, path)])


def rights_lines(release: Release) -> Iterator[Markup]:
    """Yield the lines that say who owns the text and what may be done with it."""
    rights = release.rights
    if rights is None:
        return
    w = wording(release.language)
    if line := copyright_line(release):
        yield marked(line, "rights.notice") if rights.notice else escape(line)
    for paragraph in filter(None, rights.usage_terms.split("\n\n")):
        yield marked(paragraph, "rights.usage_terms")
    if rights.licence:
        yield escape(w("licence")) + ": " + _address(rights.licence, "rights.licence")
    if rights.data_mining:
        yield escape(w(f"data_mining_{rights.data_mining}"))
    if rights.data_mining_policy:
        yield (
            escape(w("data_mining_policy"))
            + ": "
            + _address(rights.data_mining_policy, "rights.data_mining_policy")
        )


def _address(href: str, path: str) -> Markup:
    return Markup('<a href="{0}" dir="ltr" data-field-href="{1}">{0}</a>').format(href, path)


def related(release: Release) -> Iterator[Markup]:
    """Yield the related documents; what is no address (a release's id) is named, not linked."""
    for i, r in enumerate(release.related):
        at = f"related.{i}"
        if re.match(r"(?i)(?:https?|mailto|tel):|[./]|[\w-]+[/.]", r.href):
            title = marked(r.title, f"{at}.title") if r.title else escape(r.href)
            yield Markup('<a href="{}" data-field-href="{}.href">{}</a>').format(r.href, at, title)
        elif r.title:
            yield marked(r.title, f"{at}.title") + Markup(" ({})").format(marked(r.href, f"{at}.href"))
        else:
            yield marked(r.href, f"{at}.href")
