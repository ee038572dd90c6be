"""What the page template shows of a release: words, links and marks, made ready so that the template only places them.

Every value of the release that stands on the page is marked with its field's path, so that the page can be read back:
`data-field="PATH"` (the element's words are the value), `data-field-href="PATH"` (its attribute is), `data-story="PATH"`
(its content is a story). Values without a visible place stand in `<meta name="pressrelease:PATH">` (`UNSEEN`).
"""

from __future__ import annotations

import datetime as dt
import re
import urllib.parse
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from pressrelease.formats.losses import present
from pressrelease.model import Address, Asset, Contact, Notice, Organisation, Phone, Release, Rendition
from pressrelease.outline import Outline, copyright_line
from pressrelease.patterns import filled
from pressrelease.theme import size_words
from pressrelease.wording import address_lines, moment_words, notice_lines, wording

UNSEEN = (
    *("id", "version", "status", "language", "slug", "url", "genre", "urgency"),
    *("change.kind", "change.at", "embargo.until", "published", "updated", "expires"),
    *("dateline.places.*." + n for n in ("name", "region", "country", "uri", "latitude", "longitude")),
    *("dateline." + n for n in ("date", "time", "zone", "zone_printed", "date_printed", "credit", "style")),
    *("contacts.*.phones.*.kind", "publisher.phones.*.kind", "provider.phones.*.kind"),
    *("organisations.*.phones.*.kind", "publisher.logo", "provider.logo", "organisations.*.logo"),
    *("publisher.uri", "provider.uri", "organisations.*.uri", "people.*.uri"),
    *("notices.*.kind", "notices.*.jurisdiction"),
    *("subjects.*.code", "places.*.uri", "places.*.latitude", "places.*.longitude"),
    *("assets.*.role", "assets.*.id"),
    *("assets.*.renditions.*." + n for n in ("name", "media_type", "width", "height", "duration", "size")),
    *("related.*.rel", "translations.*.language", "translations.*.id", "translations.*.version"),
    *("translations.*.title", "translations.*.href"),
    *("rights.holder", "rights.year", "rights.data_mining"),
)
"""Paths whose values the page holds in `<meta>` elements, since nobody reads them there or they read otherwise there."""

STILL_SAID = (
    "id",
    "version",
    "status",
    "language",
    "slug",
    "url",
    "change",
    "embargo",
    "published",
    "updated",
    "contacts",
    "notices",
)
"""Fields whose unseen values the page of a withdrawn release still holds."""


def unseen(release: Release, outline: Outline) -> Iterator[tuple[str, str]]:
    """Yield path and text of each value that has no visible place of its own; of a withdrawn release only its state."""
    told = {state.kind for state in outline.states}
    shown = "withdrawn" not in told
    patterns = [p for p in UNSEEN if shown or p.partition(".")[0] in STILL_SAID]
    if "embargo" not in told:
        patterns.append("embargo.printed")
    if not told - {"embargo"}:
        patterns += ["change.note", "change.wrong", "change.right"]
    private = tuple(f"contacts.{i}." for i, contact in enumerate(release.contacts) if contact.for_editors)
    for pattern in patterns:
        for path in present(release, pattern):
            if not path.startswith(private):
                yield path, guarded(_text(_at(release, path)))
    # `present` passes over what is empty; where that is not what a field has by itself, it has to be said.
    yield from ((f"related.{i}.rel", "") for i, r in enumerate(release.related) if not r.rel and shown)
    yield from ((f"assets.{i}.role", "") for i, a in enumerate(release.assets) if not a.role and shown)
    if release.embargo is not None and not release.embargo.binding:
        yield "embargo.binding", "false"
    if release.embargo is not None and release.embargo.until is None:
        yield "embargo.until", ""


_SCHEMES = tuple(
    f"{name}:"
    for name in ["javascript", "vbscript", "livescript", "jscript", "mocha", "data", "blob", "filesystem"]
)


def _like_a_script(text: str) -> bool:
    """Return whether `text`, white space taken out as browsers do in addresses, opens like something that runs."""
    return re.sub("['\\s\u200b\ufeff]+", "", text[:400]).lower().startswith(_SCHEMES)


def guarded(text: str) -> str:
    """Return `text` for a `<meta>` that is read back: an apostrophe stands before what could pass for a script.

    A reader takes one leading apostrophe away, so one of the text's own is doubled.
    """
    return f"'{text}" if text.startswith("'") or _like_a_script(text) else text


def inert(text: str) -> str:
    """Return `text` for a `<meta>` that others read: cards are made into links, and no word is to be run there."""
    return f"\u2060{text}" if _like_a_script(text) else text


def _at(value: Any, path: str) -> Any:
    for key in path.split("."):
        value = value[int(key)] if isinstance(value, tuple) else getattr(value, key)
    return value


def _text(value: Any) -> str:
    return value.isoformat() if isinstance(value, (dt.date, dt.time)) else str(value)


def marked(words: str, path: str, tag: str = "span") -> Markup:
    """Return `words` in an element marked as the value of the field at `path`."""
    # Tag and path are the library's own words; only `words` come from outside.
    return Markup(f'<{tag} data-field="{path}">{escape(words)}</{tag}>')


def moment_element(moment: dt.datetime, language: str, zone: str, pattern: str = "{moment}") -> Markup:
    """Return a moment in words within a `<time>` element."""
    words = Markup('<time datetime="{}">{}</time>').format(iso(moment), moment_words(moment, language, zone))
    return Markup(filled(str(escape(pattern)), {"moment": str(words)}))


def iso(moment: dt.datetime) -> str:
    """Return an aware moment as HTML and schema.org read it: to the second, with offset."""
    return (
        moment.isoformat(timespec="seconds")
        if not moment.microsecond
        else moment.isoformat(timespec="milliseconds")
    )


# --- states -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class StateLine:
    """A state of the release and what it says."""

    kind: str
    label: str
    words: tuple[Markup, ...]
    at: str = ""
    iso: str = ""


def state_lines(release: Release, outline: Outline, zone: str, story_words: str) -> tuple[StateLine, ...]:
    """Return the states of `outline` in order; what changed stands marked in the one that is about the change."""
    w = wording(release.language)
    found = []
    change = release.change
    for state in outline.states:
        if state.kind == "embargo":
            embargo = release.embargo
            printed = (marked(embargo.printed, "embargo.printed"),) if embargo and embargo.printed else ()
            label = escape(state.label)
            if embargo and embargo.until:
                said = escape(moment_words(embargo.until, release.language, zone))
                label = Markup(label.replace(said, moment_element(embargo.until, release.language, zone)))
            found.append(StateLine(state.kind, label, printed))
            continue
        lines = [marked(p, "change.note") for p in change.note.split("\n\n") if p]
        if change.wrong or change.right:
            key = (
                "wrong_right"
                if change.wrong and change.right
                else "wrong_only"
                if change.wrong
                else "right_only"
            )
            lines.append(_wrong_right(w.words[key], change.wrong, change.right, story_words))
        if state.kind == "withdrawn" and not change.note:
            lines.insert(0, escape(w("withdrawn_text")))
        at = change.at
        found.append(
            StateLine(
                state.kind,
                state.label,
                tuple(lines),
                moment_words(at, release.language, zone) if at else "",
                iso(at) if at else "",
            )
        )
    return tuple(found)


def _wrong_right(pattern: str, wrong: str, right: str, story_words: str) -> Markup:
    """Say what was wrong and what is right; the right words lead to their place in the story."""
    new = marked(right, "change.right", "ins")
    if right and right in story_words:
        fragment = urllib.parse.quote(right[:300], safe="").replace("-", "%2D")
        new = Markup('<a href="#:~:text={}">{}</a>').format(fragment, new)
    old = marked(wrong, "change.wrong", "del")
    return Markup(filled(str(escape(pattern)), {"wrong": str(old), "right": str(new)}))


# --- facts and lists ----------------------------------------------------------------------------------------------------


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


def reading_minutes(text: str) -> int:
    """Return how many minutes `text` takes at 220 words a minute (500 characters where words are not parted)."""
    dense = len(re.findall(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]", text))
    return max(1, round(len(text.split()) / 220 + dense / 500))


def about(release: Release) -> Iterator[tuple[str, tuple[Markup, ...]]]:
    """Yield what the release is about, term by term, with listings and identifiers."""
    w = wording(release.language)
    rows: list[tuple[str, Iterable[Markup]]] = [
        ("topics", (_subject(s.name, s.code, f"subjects.{i}") for i, s in enumerate(release.subjects))),
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


def _subject(name: str, code: str, path: str) -> Markup:
    return marked(name, f"{path}.name") if name else escape(code)


def _named(part: Any, path: str, *names: str) -> Markup:
    return Markup(", ").join(marked(getattr(part, n), f"{path}.{n}") for n in names if getattr(part, n))


def _organisation(o: Organisation, path: str, w: Any) -> Markup:
    """Return an organisation on one line, everything that is known of it."""
    pieces = [marked(getattr(o, n), f"{path}.{n}") for n in ("name", "legal_name") if getattr(o, n)]
    pieces += envelope(o.address, f"{path}.address") if o.address else []
    for i, phone in enumerate(o.phones):
        at = f"{path}.phones.{i}"
        label = marked(phone.label, f"{at}.label") if phone.label else escape(w(PHONES[phone.kind]))
        pieces.append(label + " " + number(phone, f"{at}.number"))
    pieces += [email(e, f"{path}.emails.{i}") for i, e in enumerate(o.emails)]
    pieces += [web(o.web, f"{path}.web")] if o.web else []
    pieces += [marked(o.register_entry, f"{path}.register_entry")] if o.register_entry else []
    pieces += [escape(w("vat_id")) + " " + marked(o.vat_id, f"{path}.vat_id")] if o.vat_id else []
    return Markup(", ").join([*pieces, *listings(o, path)])


def listings(o: Organisation, path: str) -> Iterator[Markup]:
    """Yield the listings and securities numbers of an organisation."""
    for i, t in enumerate(o.tickers):
        at = f"{path}.tickers.{i}"
        exchange = marked(t.exchange, f"{at}.exchange") + ": " if t.exchange else Markup()
        yield Markup("(") + exchange + marked(t.symbol, f"{at}.symbol") + ")"
    for label, name in (("ISIN", "isin"), ("LEI", "lei")):
        if getattr(o, name):
            yield Markup(label + " ") + marked(getattr(o, name), f"{path}.{name}")


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


# --- how to reach somebody ----------------------------------------------------------------------------------------------

PHONES = {"voice": "phone", "fax": "fax", "mobile": "mobile"}


def number(phone: Phone, path: str) -> Markup:
    """Return a number that a touch dials; a facsimile number stays words."""
    digits = re.sub(r"[^\d+]", "", phone.number.replace("(0)", ""))
    words = Markup('<bdi data-field="{}">{}</bdi>').format(path, phone.number)
    if phone.kind == "fax" or not re.fullmatch(r"\+?[0-9]{3,20}", digits):
        return words
    return Markup('<a href="tel:{}">{}</a>').format(digits, words)


def email(address: str, path: str) -> Markup:
    """Return an e-mail address that a touch writes to."""
    words = marked(address, path)
    if not re.fullmatch(r"[\w.+%-]+@[\w.-]+", address, re.A):
        return words
    return Markup('<a href="mailto:{}" dir="ltr">{}</a>').format(address.replace("%", "%25"), words)


def web(printed: str, path: str) -> Markup:
    """Return a web address as printed, as a link where it can be one."""
    words = marked(printed, path)
    host = re.fullmatch(
        r"(?i)(https?://)?([a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?(?:/[\w./~%=&?#+-]*)?)", printed
    )
    if not host:
        return words
    return Markup('<a href="{}{}" dir="ltr">{}</a>').format(host.group(1) or "https://", host.group(2), words)


def envelope(address: Address, path: str) -> list[Markup]:
    """Return an address as the lines of an envelope, its parts marked."""
    keys = {
        "street": "street",
        "city": "city",
        "region": "region",
        "postcode": "postcode",
        "country": "country",
    }
    lines = []
    rest = [(f"{path}.{k}", getattr(address, k)) for k in keys if getattr(address, k)]
    rest += [(f"{path}.lines.{i}", line) for i, line in enumerate(address.lines)]
    for line in address_lines(address):
        lines.append(_marked_parts(line, rest))
    return lines


def _marked_parts(line: str, parts: list[tuple[str, str]]) -> Markup:
    """Mark in `line` the first standing of each of `parts` not yet used, longest first; used ones leave the list."""
    spots: list[tuple[int, int, str]] = []
    for path, words in sorted(parts, key=lambda p: -len(p[1])):
        at = _free(line, words, spots)
        if at >= 0:
            spots.append((at, at + len(words), path))
            parts.remove((path, words))
    out, end = Markup(), 0
    for start, stop, path in sorted(spots):
        out += escape(line[end:start]) + marked(line[start:stop], path)
        end = stop
    return out + escape(line[end:])


def _free(line: str, words: str, spots: list[tuple[int, int, str]]) -> int:
    """Return where `words` stand in `line` as a whole part (between separators) that no spot holds, or -1."""
    for match in re.finditer(r"(?<![^\s,])" + re.escape(words) + r"(?![^\s,])", line):
        if all(match.end() <= start or match.start() >= stop for start, stop, _ in spots):
            return match.start()
    return -1


@dataclass(frozen=True, slots=True)
class ContactView:
    """A contact with its place."""

    path: str
    contact: Contact
    heading: str


@dataclass(frozen=True, slots=True)
class NoticeView:
    """A notice as its words stand, set by its own layout; its parts marked."""

    path: str
    kind: str
    heading: str
    own_heading: bool
    lines: tuple[Markup, ...]
    provider: Organisation | None = None


def notice_markup(notice: Notice, path: str, language: str) -> tuple[Markup, ...]:
    """Return the paragraphs of a notice: the words that every other format prints, their parts marked."""
    names = ("label", "citation", "person", "organisation")
    twin = {n: str(marked(getattr(notice, n), f"{path}.{n}")) for n in names if getattr(notice, n)}
    text = "\n\n".join(str(marked(p, f"{path}.text")) for p in notice.text.split("\n\n") if p)
    # The same words as everywhere, set by the same function; only its values come as elements, its layout escaped.
    dressed = notice.model_copy(update={**twin, "text": text, "layout": str(escape(notice.layout))})
    return tuple(Markup(line) for line in notice_lines(dressed, None, language))


# --- media --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FileView:
    """One file of an asset."""

    href: str
    path: str
    label: str
    told: Markup
    width: int | None
    height: int | None
    marked: bool


@dataclass(frozen=True, slots=True)
class AssetView:
    """An asset; `leads`: it stands at the top, the list of files only offers it."""

    path: str
    kind: str
    alt: str
    title: str
    caption: tuple[str, ...]
    credit: str
    rights: str
    files: tuple[FileView, ...]
    leads: bool

    @property
    def first(self) -> FileView:
        """The file that is shown."""
        return self.files[0]


_KINDS = {
    "image": "avif gif jpeg jpg png svg webp",
    "video": "m4v mov mp4 ogv webm",
    "audio": "aac flac m4a mp3 oga ogg opus wav",
}


def medium(rendition: Rendition) -> str:
    """Return `image`, `video`, `audio` or `document`, by media type, else by suffix."""
    kind = rendition.media_type.partition("/")[0].lower()
    if rendition.media_type:
        return kind if kind in _KINDS else "document"
    suffix = rendition.href.partition("?")[0].rpartition(".")[2].lower()
    return next((k for k, known in _KINDS.items() if suffix in known.split()), "document")


def asset_view(asset: Asset, place: int, language: str, base: str, leads: bool) -> AssetView:
    """Return `asset` (the one at index `place`) as the page shows it."""
    path = f"assets.{place}"
    kind = medium(asset.renditions[0])
    files = tuple(
        _file(r, f"{path}.renditions.{i}", language, base, shown=i == 0 and kind != "document")
        for i, r in enumerate(asset.renditions)
    )
    caption = tuple(filter(None, asset.caption.split("\n\n")))
    return AssetView(path, kind, asset.alt, asset.title, caption, asset.credit, asset.rights, files, leads)


def _file(r: Rendition, path: str, language: str, base: str, *, shown: bool) -> FileView:
    w = wording(language)
    kind = medium(r)
    name = r.href.partition("?")[0].rstrip("/").rpartition("/")[2] or r.href
    told = (
        r.name,
        w("pixels", width=r.width, height=r.height) if r.width and r.height else "",
        f"{int(r.duration // 60)}:{int(r.duration % 60):02d}" if r.duration else "",
        size_words(r.size) if r.size else "",
    )
    label = (
        w("picture" if kind == "image" or re.search(r"(?i)\.(tiff?|eps|psd|heic)$", name) else kind)
        + ": "
        + name
    )
    facts = Markup(" · ").join(Markup("<bdi>{}</bdi>").format(fact) for fact in told if fact)
    return FileView(joined(base, r.href), path, label, facts, r.width, r.height, not shown)


def joined(base: str, href: str) -> str:
    """Return `href` against `base`, where one is given."""
    return urllib.parse.urljoin(base, href) if base else href
