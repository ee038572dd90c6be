"""What the envelopes of the wires have in common.

Moments and addresses as schemas accept them, notes to editors, and the facts of a release that a standard has no place
for.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, TypeAlias

from markupsafe import Markup, escape

from pressrelease.characters import one_line
from pressrelease.markup.json import load_json
from pressrelease.markup.nitf import absolute
from pressrelease.model import Asset, Contact, Frozen, Layout, Part, Release, defaults, thawed
from pressrelease.outline import Outline
from pressrelease.story import Blocks, BulletList, Figure, Link, NumberedList, Quote, Story, to_data
from pressrelease.wording import State, contact_lines

# --- moments -------------------------------------------------------------------------------------------------------


def moment(value: dt.datetime) -> str:
    """Return `value` as an xs:dateTime; a naive one stays without a zone, which that type allows."""
    return _plain(value).isoformat()


def norm(value: dt.datetime) -> str:
    """Return `value` in ISO 8601's basic format, as NITF's `norm` attributes have it: `20260302T090000+0100`."""
    value = _plain(value)
    date, _, time = value.isoformat().partition("T")
    return f"{date.replace('-', '')}T{time.replace(':', '')}"


def _plain(value: dt.datetime) -> dt.datetime:
    """Return `value` with an offset a schema can hold: whole minutes, at most 14 hours."""
    offset = value.utcoffset()
    if offset is None or (not offset.total_seconds() % 60 and abs(offset) <= dt.timedelta(hours=14)):
        return value
    try:
        return value.astimezone(dt.UTC)
    except OverflowError:  # the first and the last day of the calendar
        return value.replace(tzinfo=None)


Origin: TypeAlias = Literal["updated", "change.at", "published", "dateline", "now"]


def version_created(release: Release, now: dt.datetime) -> tuple[dt.datetime, Origin]:
    """Return when this version was made, naive where no zone is known, and which field says so.

    A dateline whose zone is unknown gives local time without one: better no zone than an invented one.
    """
    known: tuple[tuple[dt.datetime | None, Origin], ...] = (
        (release.updated, "updated"),
        (release.change.at, "change.at"),
        (release.published, "published"),
    )
    for value, origin in known:
        if value is not None:
            return value, origin
    printed = release.dateline
    if printed is not None and printed.date is not None:
        local = printed.moment() or dt.datetime.combine(printed.date, printed.time or dt.time())
        return local, "dateline"
    return now, "now"


def origin_told(release: Release, origin: Origin) -> Origin | Literal[""]:
    """Return what a reader cannot tell from the document alone: which field its own moment stands for."""
    return "" if origin == "published" or (origin == "updated" and release.published) else origin


def printed_moment(release: Release) -> dt.datetime | dt.date | None:
    """Return the date of the dateline, with its time where one is printed, with a zone where it is known."""
    printed = release.dateline
    if printed is None or printed.date is None or printed.time is None:
        return printed.date if printed is not None else None
    return printed.moment() or dt.datetime.combine(printed.date, printed.time)


# --- addresses and codes -------------------------------------------------------------------------------------------

_ODD = re.compile(r"%(?![0-9a-fA-F]{2})|[\x00-\x20\"<>\[\\\]^`{|}\x7f]")
_AUTHORITY = re.compile(
    r"//(?:[^\s@\[\]<>\"\\^`{|}%]*@)?(?:\[[0-9a-fA-F:.]+\]|[^\s@:\[\]<>\"\\^`{|}%]*)(?::\d{1,5})?"
)
_PARTS = re.compile(r"(?:([a-zA-Z][a-zA-Z0-9+.-]*):)?(//[^/?#]*)?(.*)", re.S)
_USUAL = re.compile(r"https?://[\w.-]+(?:/[\w.~!$&'()*+,;=:@/-]*)?", re.A)
_QCODE = re.compile(r"([A-Za-z_][\w.-]*):([^\s:]\S*)", re.A)


def iri(text: str) -> str:
    """Return `text` as xs:anyURI accepts it, odd characters percent-encoded; empty where it can be none."""
    if _USUAL.fullmatch(text):
        return text
    match = _PARTS.fullmatch(text)
    scheme, authority, rest = match.groups() if match else ("", "", "")
    if authority and not _AUTHORITY.fullmatch(authority):
        return ""
    rest = _ODD.sub(_encoded, rest)
    head, mark, fragment = rest.partition("#")
    if not scheme and not authority:
        first, slash, more = head.partition("/")
        head = first.replace(":", "%3A") + slash + more
    start = f"{scheme}:" if scheme else ""
    return f"{start}{authority or ''}{head}{mark}{fragment.replace('#', '%23')}"


def _encoded(match: re.Match[str]) -> str:
    return f"%{ord(match.group()[0]):02X}" + match.group()[1:]


def is_absolute(text: str) -> bool:
    """Return whether `text` begins with a scheme."""
    return re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:\S", text) is not None


def written_addresses(release: Release) -> tuple[tuple[str, str], ...]:
    """Return the relative addresses of the text: each as it is written, made absolute, and as it is."""
    if not release.url:
        return ()
    told: dict[str, set[str]] = {}
    for story in (release.story, *(b.story for b in release.boilerplates)):
        for node in story.walk():
            if isinstance(node, (Link, Figure)):
                href = node.href if isinstance(node, Link) else node.src
                told.setdefault(absolute(href, release.url), set()).add(href)
    return tuple((written, one) for written, (one, *more) in told.items() if not more and one != written)


def alias(code: str) -> str:
    """Return the scheme alias of `code` where it is a qcode (`medtop:04000000`), else an empty string."""
    match = _QCODE.fullmatch(code)
    return match.group(1) if match else ""


_IN_ATTRIBUTES = str.maketrans({"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def attribute(value: str) -> Markup:
    """Return `value` for an attribute, where a parser takes a bare line end for a space (XML 1.0, 3.3.3)."""
    return Markup(str(escape(value)).translate(_IN_ATTRIBUTES))


# --- notes to editors ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class EditorNote:
    """One note to editors, never published. `text` may have paragraphs, parted by an empty line."""

    kind: Literal["embargo", "change", "note", "contact"]
    text: str

    @property
    def line(self) -> str:
        """The note as one line."""
        return one_line(self.text)


def editor_notes(release: Release, states: tuple[State, ...]) -> tuple[EditorNote, ...]:
    """Return what editors must know, in order: embargo, what changed, the desk's note, contacts for editors only."""
    found = [
        EditorNote("embargo" if s.kind == "embargo" else "change", ": ".join(filter(None, (s.label, s.text))))
        for s in states
    ]
    if release.editor_note:
        found.append(EditorNote("note", release.editor_note))
    for contact in release.contacts:
        if contact.for_editors:
            lines = ", ".join(contact_lines(contact, release.language))
            found.append(EditorNote("contact", ": ".join(filter(None, (contact.heading.rstrip(":"), lines)))))
    return tuple(found)


def shown_states(outline: Outline, *, embargo: bool) -> tuple[State, ...]:
    """Return the states to print, without the embargo's where it is not wanted in words."""
    return outline.states if embargo else tuple(s for s in outline.states if s.kind != "embargo")


def dateline_words(outline: Outline) -> str:
    """Return the dateline as it stands by itself: its line, or its lead without the separator."""
    return outline.dateline.line or outline.dateline.lead.strip().rstrip("-–—").rstrip()


def is_killed(release: Release) -> bool:
    """Return whether the release is withdrawn for good."""
    return release.status == "canceled" or release.change.kind == "kill"


def beside(release: Release) -> tuple[Asset, ...]:
    """Return the assets that a body has to show, since its story does not show them already."""
    if not release.assets:
        return ()
    shown = set(_sources(release.story.blocks))
    return tuple(a for a in release.assets if not shown.intersection(file.href for file in a.renditions))


def _sources(blocks: Blocks) -> Iterator[str]:
    for block in blocks:
        match block:
            case Figure():
                yield block.src
            case Quote():
                yield from _sources(block.blocks)
            case BulletList() | NumberedList():
                for item in block.items:
                    yield from _sources(item)


KILLED = ("story", "summary", "boilerplates", "assets")
"""What a kill does not repeat: a receiver that stores it must not store the killed text once more."""


def shortened(release: Release) -> tuple[Release, tuple[str, ...]]:
    """Return a killed release without its text, and the names of the fields that were left out."""
    if not is_killed(release):
        return release, ()
    default = defaults(Release)
    left_out = tuple(name for name in KILLED if getattr(release, name) != default[name])
    return release.model_copy(update={name: default[name] for name in left_out}), left_out


# --- facts without a standard place --------------------------------------------------------------------------------


Rule: TypeAlias = Callable[[Any, Part], bool] | bool
"""Whether a field stands in the standard's own place: always, or by its value and the part it belongs to."""


class OwnField(NamedTuple):
    """One field a standard has no place for: its path (`dateline.zone_printed`), its value as text or as JSON."""

    path: str
    value: str
    kind: Literal["text", "json"] = "text"


def own_fields(release: Release, placed: Mapping[str, Rule]) -> tuple[OwnField, ...]:
    """Return every field of `release` that says something and that `placed` does not name, by its path.

    `placed` maps paths (`contacts.*.emails.*`) to rules. What is new in the model is thus carried before a standard's
    place for it is known, and never lost in silence. Contacts for editors only are always here, whole.
    """
    found: list[OwnField] = []
    _own(release, "", "", placed, found)
    return tuple(found)


def _own(part: Part, path: str, kind: str, placed: Mapping[str, Rule], found: list[OwnField]) -> None:
    values, given = part.__dict__, part.__pydantic_fields_set__
    for name, default in defaults(type(part)).items():
        value = values[name]
        # Most fields say nothing: that is seen at once.
        if value is default or name not in given or placed.get(inner := kind + name) is True:
            continue
        if value != default:
            _own_value(value, part, path + name, inner, placed, found)


def _own_value(
    value: Any, part: Part, path: str, kind: str, placed: Mapping[str, Rule], found: list[OwnField]
) -> None:
    cls = type(value)
    if cls is tuple:
        kind += ".*"
        if placed.get(kind) is not True:
            for i, inner in enumerate(value):
                _own_value(inner, part, f"{path}.{i}", kind, placed, found)
    elif cls is Layout:
        found.append(OwnField(path, encoded(value.model_dump(mode="json", exclude_defaults=True)), "json"))
    elif cls not in _LEAVES and isinstance(value, Part):
        hidden = isinstance(value, Contact) and value.for_editors
        _own(value, f"{path}.", "editors." if hidden else f"{kind}.", placed, found)
    else:
        rule = placed.get(kind, False)
        if rule is False or (rule is not True and not rule(value, part)):
            found.append(_field(path, value))


# Asking pydantic's classes what they are is slow, and every field of a release is asked.
_LEAVES = frozenset((str, int, float, bool, Story, Frozen, dt.datetime, dt.date, dt.time))


def _field(path: str, value: Any) -> OwnField:
    if isinstance(value, str) and "\r" not in value:
        return OwnField(path, value)
    if isinstance(value, (dt.date, dt.time)):
        return OwnField(path, value.isoformat())
    if isinstance(value, Story):
        return OwnField(path, encoded(to_data(value)), "json")
    return OwnField(path, encoded(thawed(value) if isinstance(value, Frozen) else value), "json")


_json = json.JSONEncoder(ensure_ascii=False).encode
_NOT_XML = re.compile("[\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def encoded(value: Any) -> str:
    """Return `value` as JSON that an XML document may hold and does not change: line ends and the like as escapes."""
    text = _json(value)
    return _NOT_XML.sub(lambda c: f"\\u{ord(c.group()):04x}", text)


def restored(own: OwnField) -> Any:
    """Return the value that `own` holds, as it goes into a release; raise Malformed where its JSON is none."""
    if own.kind == "text":
        return own.value
    return json.loads(own.value) if _SCALAR.fullmatch(own.value) else load_json(own.value).data


_SCALAR = re.compile(r"-?[1-9][0-9]{0,14}(?:\.[0-9]{1,15})?|true|false|null")
"""JSON that needs no care."""
