"""What an item says about itself (`itemMeta`): its moments, its status, what changed, notes to editors."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from lxml import etree

from pressrelease.anatomy.embargoes import embargo, is_embargo
from pressrelease.characters import one_line
from pressrelease.errors import shown
from pressrelease.formats.wire.newsml_g2.draft import (
    Draft,
    children,
    code,
    count,
    first,
    own,
    prose,
    suffix,
    words,
)
from pressrelease.formats.wire.newsml_g2.read_links import read_link
from pressrelease.formats.wire.newsml_g2.read_parties import read_party
from pressrelease.wording import wording

_STATES = {"usable": "usable", "withheld": "withheld", "canceled": "canceled", "cancelled": "canceled"}
_CHANGES = {"update": "update", "correction": "correction", "corrected": "correction", "kill": "kill"}
_MANY = 100
"""Notes to editors that are compared with each other."""
_IGNORED = frozenset(["itemClass", "generator", "profile", "title", "edNote", "pubStatus", "release"])
_NOTED = {"role": "role", "service": "service", "fileName": "file-name", "memberOf": "member-of"}


def read_item_meta(draft: Draft, meta: etree._Element) -> None:
    """Read `itemMeta` into `draft`, whatever the order of its elements."""
    notes: list[etree._Element] = []
    for name, element in children(meta):
        if name == "edNote":
            notes.append(element)
        elif name in _READERS:
            _READERS[name](draft, element)
        elif name in _NOTED:
            draft.note(_NOTED[name], words(element) or code(element))
        elif name not in _IGNORED:
            draft.leave(element)
    _moments(draft)
    _status(draft, first(meta, "pubStatus"))
    _notes(draft, notes)


# --- moments -------------------------------------------------------------------------------------------------------


def _version_created(draft: Draft, element: etree._Element) -> None:
    if draft.is_own and draft.origin in ("dateline", "now"):
        return  # made of what stands elsewhere
    if not (element.text or "").strip():
        draft.find("date-missing", "versionCreated is empty", element)
        return
    draft.put("updated", draft.moment(element, "updated"))


def _first_created(draft: Draft, element: etree._Element) -> None:
    if (element.text or "").strip():
        draft.put("published", draft.moment(element, "published"))


def _embargoed(draft: Draft, element: etree._Element) -> None:
    text = (element.text or "").strip()
    until = draft.moment(element, "embargo.until") if text else None
    if until is not None:
        draft.put("embargo.until", until)
        return
    if draft.is_own and not text:
        draft.values["embargo.until"] = None  # as it was: no known end
        return
    draft.values["embargo"] = {}  # no known end, or none that can be read: it is held
    if text:
        draft.find(
            "embargo-unreadable", f"the embargo {shown(text)} cannot be read; the release is held", element
        )


def _expires(draft: Draft, element: etree._Element) -> None:
    draft.put("expires", draft.moment(element, "expires"))


def _moments(draft: Draft) -> None:
    """Give the moment of this version to the field that it comes from."""
    values, made = draft.values, draft.values.get("updated")
    if made is None or draft.origin == "updated":
        return
    if draft.origin == "change.at":
        values["change.at"] = values.pop("updated")
    elif "published" not in values:
        values["published"] = values.pop("updated")


# --- status and change ---------------------------------------------------------------------------------------------


def _status(draft: Draft, element: etree._Element | None) -> None:
    said = suffix(code(element) or words(element)) if element is not None else ""
    status = _STATES.get(said, "")
    if said == "embargoed":
        draft.values.setdefault("embargo", {})
    elif said and not status:
        draft.find(
            "status-unknown", f"the status {shown(said)} is not known; the release is withheld", element
        )
        status = "withheld"
    if status != "usable":
        draft.put("status", status)
    if status == "canceled" and not draft.is_own:
        draft.values["change.kind"] = "kill"


def _signal(draft: Draft, element: etree._Element) -> None:
    said = code(element)
    kind = _CHANGES.get(suffix(said), "")
    if kind:
        draft.put("change.kind", kind)
    else:
        draft.note("signal", words(element) or said)


# --- notes to editors ----------------------------------------------------------------------------------------------


def _notes(draft: Draft, elements: list[etree._Element]) -> None:
    """Keep what editors are told; what the item says in a field of its own is not a note once more."""
    found: list[str] = []
    for element in elements:
        kinds, text = own(element, "kinds"), prose(element)
        role = element.get("role") or ""
        if draft.is_own and (kinds or role.startswith("pressrelease:")):
            found += _own_notes(text, kinds or f"{suffix(role)}:{len(text.split(chr(10) * 2))}")
        elif role.startswith("pressrelease:"):
            found += _stripped_notes(draft, text, suffix(role))
        elif text:
            found.append(text)
            _embargo_in_words(draft, text)
    draft.put("editor_note", "\n\n".join(_each_once(found)))


def _own_notes(text: str, kinds: str) -> list[str]:
    """Return the note among what our own notes to editors say; `kinds` counts their paragraphs (`embargo:1 note:2`)."""
    pieces, found = text.split("\n\n"), []
    for kind, _, told in (part.partition(":") for part in kinds.split()):
        size = count(told) or 1
        if kind == "note":
            found.append("\n\n".join(pieces[:size]))
        pieces = pieces[size:]
    return found


def _stripped_notes(draft: Draft, text: str, kind: str) -> list[str]:
    """Return the note among what a note of ours says that lost our own marks on its way."""
    pieces = text.split("\n\n")
    w = wording(draft.language)
    labels = tuple(w(name) for name in ("correction", "update", "withdrawn", "withheld"))
    held = "embargo" in draft.values or "embargo.until" in draft.values
    until = w("embargoed_until", moment="\0").partition("\0")[0]
    said = is_embargo(one_line(pieces[0])) or pieces[0].startswith((w("embargoed"), until or "\0"))
    if kind in ("embargo", "notes") and held and said:
        pieces = pieces[1:]
    changed = "change.kind" in draft.values or "status" in draft.values
    if kind in ("change", "notes") and changed and pieces and pieces[0].startswith(labels):
        label = next(label for label in labels if pieces[0].startswith(label))
        draft.put("change.note", pieces[0].removeprefix(label).lstrip(": "))
        pieces = pieces[1:]
    return ["\n\n".join(pieces)] if kind in ("note", "notes", "contact") and pieces else []


def _embargo_in_words(draft: Draft, text: str) -> None:
    if "embargo" in draft.values or "embargo.until" in draft.values:
        return
    line = next((line for line in map(one_line, re.split(r"\n+|(?<=[.!]) ", text)) if is_embargo(line)), "")
    if line:
        found, told = embargo(line, draft.zone)
        draft.findings += told
        draft.put("embargo", found)


def _each_once(notes: list[str]) -> list[str]:
    """Return notes without those whose words stand in another; of very many only what is the same."""
    if len(notes) > _MANY:
        return list(dict.fromkeys(notes))
    kept: list[str] = []
    lines = [one_line(note) for note in notes]
    for i, line in enumerate(lines):
        if not any(line in other for other in (*lines[:i], *(o for o in lines[i + 1 :] if o != line))):
            kept.append(notes[i])
    return kept


def _provider(draft: Draft, element: etree._Element) -> None:
    if own(element, "of") in ("", "provider"):
        read_party(draft, element, "provider")
        draft.about.append((element, "provider"))


_READERS: Mapping[str, Callable[[Draft, etree._Element], None]] = {
    "provider": _provider,
    "versionCreated": _version_created,
    "firstCreated": _first_created,
    "embargoed": _embargoed,
    "signal": _signal,
    "expires": _expires,
    "link": read_link,
}
