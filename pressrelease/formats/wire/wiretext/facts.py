"""Facts that wire text has no slot for, a labelled line each: `Identifier: tag:…`, read in every language."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pydantic import TypeAdapter, ValidationError

from pressrelease.characters import one_line
from pressrelease.envelope import moment
from pressrelease.errors import PressReleaseError
from pressrelease.markup.degrade import degraded
from pressrelease.markup.nitf import absolute, media_kind
from pressrelease.model import (
    Asset,
    Organisation,
    Person,
    Place,
    Related,
    Release,
    Subject,
    Ticker,
    Translation,
)
from pressrelease.model.values import Language, Moment, Url
from pressrelease.outline import copyright_line
from pressrelease.wording import LANGUAGES, wording

DESK = (
    "embargo",
    "identifier",
    "edition",
    "language",
    "published",
    "updated",
    "changed",
    "not_after",
    "urgency",
    "genre",
    "slugline",
    "summary",
    "keywords",
    "topics",
    "people",
    "places",
    "organisations",
    "publisher",
    "languages",
    "earlier_item",
)
"""Facts for the desk, in their order, by the key of their label."""
PUBLIC = (
    "online",
    "related",
    "picture",
    "video",
    "audio",
    "document",
    "usage_terms",
    "licence",
    "data_mining_policy",
)
"""Facts that may be published, beneath the text."""

_moment = TypeAdapter(Moment)
_url = TypeAdapter(Url)
_language = TypeAdapter(Language)
_FILE = re.compile(r"[A-Za-z][\w+.-]*:\S+|[^\s:]*[^\s:.]\.\w{2,5}")
_ISO = re.compile(r"\d{4}-\d\d-\d\dT\d\d:")
_LABEL = re.compile(r"([^:]{2,60}?)\s?: +(\S.*)", re.S)


# --- written ---------------------------------------------------------------------------------------------------------


def label(key: str, language: str) -> str:
    """Return the label of a fact."""
    w = wording(language)
    return w("not_after", moment="").strip() if key == "not_after" else w(key)


def public_facts(release: Release) -> Iterator[tuple[str, str]]:
    """Yield (label's key, words) of what stands beneath the text for readers."""
    if release.url:
        yield "online", release.url
    for other in release.related:
        yield "related", ", ".join(filter(None, (other.title, absolute(other.href, release.url))))
    for asset in release.assets:
        yield asset_words(asset, release.url)
    rights = release.rights
    if rights is None:
        return
    if rights.usage_terms:
        yield "usage_terms", one_line(rights.usage_terms)
    if rights.licence:
        yield "licence", rights.licence
    if rights.data_mining_policy:
        yield "data_mining_policy", rights.data_mining_policy


def rights_lines(release: Release, language: str) -> Iterator[str]:
    """Yield whose the text is, and whether it may be mined, as lines."""
    line = copyright_line(release)
    if line:
        yield line
    if release.rights and release.rights.data_mining:
        yield wording(language)(f"data_mining_{release.rights.data_mining}")


def asset_words(asset: Asset, base: str) -> tuple[str, str]:
    """Return what kind of thing an asset is, and its caption, credit and address in words."""
    file = asset.renditions[0]
    kind = media_kind(file.href, file.media_type)
    key = {"image": "picture", "video": "video", "audio": "audio"}.get(kind, "document")
    told = " ".join(asset.caption.split("\n\n")) or asset.title or asset.alt
    credit = f"({asset.credit})" if asset.credit else ""
    return key, " ".join(filter(None, (told, credit, absolute(file.href, base))))


def desk_facts(release: Release, language: str) -> Iterator[tuple[str, str]]:
    """Yield (label's key, words) of what the desk's systems want, and nobody prints."""
    embargo = release.embargo
    if embargo is not None and embargo.until is not None:
        advice = "" if embargo.binding else f" ({wording(language)('advice')})"
        yield "embargo", moment(embargo.until) + advice
    plain = (
        ("identifier", release.id),
        ("edition", str(release.version) if release.version != 1 else ""),
        ("language", release.language if release.language != "und" else ""),
        ("published", moment(release.published) if release.published else ""),
        ("updated", moment(release.updated) if release.updated else ""),
        ("changed", moment(release.change.at) if release.change.at else ""),
        ("not_after", moment(release.expires) if release.expires else ""),
        ("urgency", str(release.urgency or "")),
        ("genre", release.genre),
        ("slugline", release.slugline),
        ("summary", one_line(release.summary)),
        ("keywords", ", ".join(release.keywords)),
        ("topics", "; ".join(map(_subject, release.subjects))),
        ("people", "; ".join(map(_person, release.people))),
        ("places", "; ".join(map(_place, release.places))),
        ("organisations", "; ".join(map(_organisation, release.organisations))),
        ("publisher", release.publisher.title if release.publisher else ""),
    )
    yield from ((key, value) for key, value in plain if value)
    for other in release.translations:
        where = absolute(other.href, release.url) if other.href else ""
        yield "languages", ", ".join(filter(None, (other.language, where, other.title)))


def _subject(subject: Subject) -> str:
    code = f"({subject.code})" if subject.code else ""
    return " ".join(filter(None, (subject.name, code)))


def _person(person: Person) -> str:
    return ", ".join(filter(None, (person.name, person.role, person.organisation)))


def _place(place: Place) -> str:
    within = ", ".join(filter(None, (place.region, place.country)))
    return f"{place.name} ({within})" if within else place.name


def _organisation(o: Organisation) -> str:
    listings = [": ".join(filter(None, (t.exchange, t.symbol))) for t in o.tickers]
    codes = [*listings, *([f"ISIN {o.isin}"] if o.isin else []), *([f"LEI {o.lei}"] if o.lei else [])]
    return f"{o.title} ({', '.join(codes)})" if codes else o.title


# --- read ------------------------------------------------------------------------------------------------------------


def fact(line: str) -> tuple[str, str]:
    """Return the key of the label that opens `line`, and what it says; two empty strings where none does."""
    match = _LABEL.fullmatch(line)
    if match is None:
        return "", ""
    key = _labels().get(_folded(match.group(1)), "")
    return (key, match.group(2).strip()) if key else ("", "")


def _folded(text: str) -> str:
    return one_line(text.replace("\u00a0", " ")).casefold()


@functools.cache
def _labels() -> dict[str, str]:
    """Return every label of every language, as it is and as ASCII has it, with its key."""
    found: dict[str, str] = {}
    for language in ("en", *LANGUAGES):
        for key in (*DESK, *PUBLIC):
            shown = label(key, language)
            found.setdefault(_folded(shown), key)
            found.setdefault(_folded(degraded(shown, "ascii", language)[0]), key)
    return found


@functools.cache
def _mining() -> dict[str, str]:
    found = {}
    for language in LANGUAGES:
        for kind in ("reserved", "allowed"):
            shown = wording(language)(f"data_mining_{kind}")
            found[_folded(shown)] = found[_folded(degraded(shown, "ascii", language)[0])] = kind
    return found


def data_mining(line: str) -> str:
    """Return `reserved` or `allowed` where `line` says so in some language, else an empty string."""
    return _mining().get(_folded(line), "")


def values(facts: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """Return what `facts` say, by the field's name of a release; what cannot be read is left out."""
    found: dict[str, Any] = {}
    for key, text in facts:
        name, read = _READERS.get(key, ("", None))
        if read is None:
            continue
        try:
            value = read(text)
        except (PressReleaseError, ValidationError, ValueError, OverflowError):
            continue
        if name in _MANY:
            found[name] = (*found.get(name, ()), *value)
        else:
            found.setdefault(name, value)
    return found


def unreadable(key: str, text: str) -> bool:
    """Return whether a fact's words say nothing that its field can hold."""
    return not values([(key, text)])


_MANY = {"related", "assets", "translations"}


def _parted(text: str) -> list[str]:
    return [part for part in (one_line(p) for p in text.split("; ")) if part]


def _subjects(text: str) -> tuple[Subject, ...]:
    return tuple(_subject_of(part) for part in _parted(text))


def _subject_of(text: str) -> Subject:
    match = re.fullmatch(r"(?:(.*) )?\(([^()\s]+)\)", text)
    return Subject(name=match.group(1) or "", code=match.group(2)) if match else Subject(name=text)


def _people(text: str) -> tuple[Person, ...]:
    found = []
    for part in _parted(text):
        name, role, organisation = (*part.split(", ", 2), "", "")[:3]
        found.append(Person(name=name, role=role, organisation=organisation))
    return tuple(found)


def _places(text: str) -> tuple[Place, ...]:
    found = []
    for part in _parted(text):
        match = re.fullmatch(r"(.+) \(([^()]+)\)", part)
        region, country = _within(match.group(2)) if match else ("", "")
        found.append(Place(name=match.group(1) if match else part, region=region, country=country))
    return tuple(found)


def _within(text: str) -> tuple[str, str]:
    region, comma, country = text.rpartition(", ")
    if comma:
        return region, country
    return ("", text) if re.fullmatch("[A-Z]{2}", text) else (text, "")


def _organisations(text: str) -> tuple[Organisation, ...]:
    found = []
    for part in _parted(text):
        match = re.fullmatch(r"(.+) \(([^()]+)\)", part)
        codes = match.group(2).split(", ") if match else []
        known = {c[:4]: c[5:] for c in codes if c.startswith("ISIN ")}
        lei = next((c[4:] for c in codes if c.startswith("LEI ")), "")
        listings = [c for c in codes if not c.startswith(("ISIN ", "LEI "))]
        found.append(
            Organisation(
                name=match.group(1) if match else part,
                tickers=tuple(map(_ticker, listings)),
                isin=known.get("ISIN", ""),
                lei=lei,
            )
        )
    return tuple(found)


def _ticker(text: str) -> Ticker:
    exchange, _, symbol = text.rpartition(": ")
    return Ticker(exchange=exchange, symbol=symbol)


def _related(text: str) -> tuple[Related, ...]:
    title, _, href = text.rpartition(", ")
    _checked(href)
    return (Related(href=href, title=title),)


def _translations(text: str) -> tuple[Translation, ...]:
    language, _, rest = text.partition(", ")
    href, _, title = rest.partition(", ")
    if not re.match(r"[a-z]+:", href):
        href, title = "", rest
    return (Translation(language=language, href=href, title=title),)


def _checked(href: str) -> None:
    if not _FILE.fullmatch(href):
        raise ValueError(href)


def _asset(text: str, key: str) -> tuple[Asset, ...]:
    told, _, href = text.rpartition(" ")
    _checked(href)
    match = re.fullmatch(r"(?:(.*) )?\(([^()]*)\)", told)
    caption, credit = (match.group(1) or "", match.group(2)) if match else (told, "")
    mime = {"video": "video/mp4", "audio": "audio/mpeg"}.get(key, "")
    known = {"picture": "image", "video": "video", "audio": "audio"}.get(key, "")
    if mime and media_kind(href, "") == known:
        mime = ""
    return (Asset(renditions=({"href": href, "media_type": mime},), caption=caption, credit=credit),)


def _at(text: str) -> Any:
    word = text.split(" ")[0]
    if not _ISO.match(word):
        raise ValueError(word)
    return _moment.validate_python(word)


def _count(text: str, most: int = 10**9) -> int:
    if not re.fullmatch("[0-9]{1,10}", text) or not 1 <= int(text) <= most:
        raise ValueError(text)
    return int(text)


_Reader = Callable[[str], Any]
_READERS: dict[str, tuple[str, _Reader]] = {
    "embargo": ("embargo", lambda text: {"until": _at(text), "binding": " " not in text}),
    "identifier": ("id", str),
    "edition": ("version", _count),
    "language": ("language", _language.validate_python),
    "published": ("published", _at),
    "updated": ("updated", _at),
    "changed": ("changed", _at),
    "not_after": ("expires", _at),
    "urgency": ("urgency", lambda text: _count(text, 9)),
    "genre": ("genre", str),
    "slugline": ("slugline", str),
    "summary": ("summary", str),
    "keywords": ("keywords", lambda text: tuple(filter(None, map(one_line, text.split(", "))))),
    "topics": ("subjects", _subjects),
    "people": ("people", _people),
    "places": ("places", _places),
    "organisations": ("organisations", _organisations),
    "publisher": ("publisher", lambda text: Organisation(name=text)),
    "languages": ("translations", _translations),
    "earlier_item": ("earlier", str),
    "online": ("url", _url.validate_python),
    "related": ("related", _related),
    "picture": ("assets", lambda text: _asset(text, "picture")),
    "video": ("assets", lambda text: _asset(text, "video")),
    "audio": ("assets", lambda text: _asset(text, "audio")),
    "document": ("assets", lambda text: _asset(text, "document")),
    "usage_terms": ("usage_terms", str),
    "licence": ("licence", _url.validate_python),
    "data_mining_policy": ("data_mining_policy", _url.validate_python),
}
