"""Which item it is, in which revision, and what may be done with it: Identification and NewsManagement."""

from __future__ import annotations

import re

from lxml import etree

from pressrelease.anatomy.embargoes import embargo, is_embargo
from pressrelease.characters import cleaned, one_line
from pressrelease.errors import shown
from pressrelease.formats.wire.newsml_1_2.associations import DERIVED, HISTORY, TRANSLATION
from pressrelease.formats.wire.newsml_1_2.draft import LANG, Draft, children, formal, kind, prose, words
from pressrelease.markup.parts import contact
from pressrelease.story import InvalidStory, address

_REVISION = re.compile(r"(urn:newsml:.+):\d{1,9}[NUA]?", re.I | re.A)
_STATUS = {
    "usable": "usable",
    "embargoed": "usable",
    "withheld": "withheld",
    "canceled": "canceled",
    "cancelled": "canceled",
    "killed": "canceled",
}
_CHANGES = {
    "update": "update",
    "correction": "correction",
    "corrected": "correction",
    "corrective": "correction",
    "rectify": "correction",
    "kill": "kill",
    "mandatorykill": "kill",
    "cancel": "kill",
    "withdraw": "kill",
}
_NOTES = ("editorialnote", "ednote", "note", "editorsnote", "notetoeditors")


def read_identification(draft: Draft) -> None:
    """Take identity and revision."""
    held = draft.item.find("Identification/NewsIdentifier")
    if held is None:
        draft.find("identifier-missing", "an item without a NewsIdentifier", draft.item)
    else:
        draft.put("id", _identity(draft, held))
        revision = words(held.find("RevisionId"))
        if revision.isdecimal() and 0 < int(revision) <= 10**9:
            draft.put("version", int(revision))
        else:
            draft.find("version-unread", f"a RevisionId of {shown(revision)} is no positive number", held)
    for element in draft.item.iterfind("Identification/*"):
        if element.tag in ("NameLabel", "DateLabel", "Label") and not draft.is_own:
            draft.note(element.tag, words(element))


def _identity(draft: Draft, held: etree._Element) -> str:
    """Return the URN of the item whatever its revision: as it stands there, else made of its parts."""
    whole = words(held.find("PublicIdentifier"))
    if match := _REVISION.fullmatch(whole):
        return match.group(1)
    parts = [words(held.find(name)) for name in ("ProviderId", "DateId", "NewsItemId")]
    if re.match(r"(?:urn|tag|https?):\S", parts[2], re.I):
        return parts[2]  # it says all by itself
    if all(parts):
        made = f"urn:newsml:{':'.join(parts)}"
        draft.find("identifier-odd", f"a PublicIdentifier of {shown(whole)}; taken as {shown(made)}", held)
        return made
    draft.find("identifier-odd", "a NewsIdentifier that lacks parts", held)
    return whole or parts[2]


def read_notes(draft: Draft) -> None:
    """Take what the comments of the item tell editors; an embargo in words holds where nothing else does."""
    for comment in children(draft.item, "Comment"):
        name, text = kind(formal(comment)), prose(comment)
        if name in _NOTES:
            draft.put("editor_note", text)
        elif draft.is_own or name == "change":
            continue  # said elsewhere too
        elif name == "editorialcontact":
            _editors_contact(draft, text)
        elif is_embargo(one_line(text)):
            if not any(path.partition(".")[0] == "embargo" for path in draft.values):
                found, told = embargo(one_line(text), draft.zone)
                draft.values["embargo"] = found
                draft.findings += told
        else:
            draft.leave(comment)


def _editors_contact(draft: Draft, text: str) -> None:
    found = contact(text)
    if found is not None:
        draft.put(draft.next("contacts"), found.changed(for_editors=True))
    else:
        path = draft.next("contacts")
        draft.put(f"{path}.note", one_line(text))
        draft.put(f"{path}.for_editors", True)


def read_management(draft: Draft) -> None:
    """Take status, moments, urgency, what changed, and which other documents belong to the item."""
    held = draft.item.find("NewsManagement")
    if held is None:
        draft.find("management-missing", "an item without NewsManagement", draft.item)
        return
    _status(draft, held)
    _moments(draft, held)
    for element in children(held):
        match element.tag:
            case "Urgency":
                _urgency(draft, element)
            case "Instruction":
                _instruction(draft, element)
            case "RevisionHistory":
                _related(draft, element, HISTORY, element.get("Href") or "")
            case "DerivedFrom":
                _related(draft, element, formal(element) or DERIVED, element.get("NewsItem") or "")
            case "AssociatedWith":
                _associated(draft, element)
            case "Property":
                draft.leave(element)


def _moments(draft: Draft, held: etree._Element) -> None:
    first = draft.moment(held.find("FirstCreated"), "FirstCreated")
    this = draft.moment(held.find("ThisRevisionCreated"), "ThisRevisionCreated")
    if draft.told.get("FirstCreated") != "unstated":
        draft.put("published", first or this)
    if draft.is_own:
        origin = draft.told.get("ThisRevisionCreated")
        if origin in ("updated", "change.at"):
            draft.put(origin, this)
    elif first is not None and this != first:
        draft.put("updated", this)


def _status(draft: Draft, held: etree._Element) -> None:
    element = held.find("Status")
    said = kind(formal(element))
    status = _STATUS.get(said, "withheld" if said else "usable")
    if said not in _STATUS:
        # Nobody knows whether an item of another status may be shown; one that is held back does no harm.
        why = f"a status of {shown(formal(element))}" if said else "an item without a status"
        draft.find("status-unread", f"{why}; taken as {status}", held)
    if status != "usable":
        draft.put("status", status)
    _embargo(draft, held, said == "embargoed")


def _embargo(draft: Draft, held: etree._Element, is_held: bool) -> None:
    for change in children(held, "StatusWillChange"):
        if kind(formal(change.find("FutureStatus"))) == "usable":
            until = draft.moment(change.find("DateAndTime"), "StatusWillChange")
            if until is not None:
                draft.put("embargo.until", until)
                return
        draft.leave(change, words(change.find("DateAndTime")))
    if is_held:
        draft.values["embargo"] = {}


def _urgency(draft: Draft, element: etree._Element) -> None:
    said = formal(element) or words(element)
    if draft.told.get("Urgency") == "unstated":
        return
    if re.fullmatch("[1-9]", said, re.A):
        draft.put("urgency", int(said))
    else:
        draft.leave(element)


def _instruction(draft: Draft, element: etree._Element) -> None:
    change = _CHANGES.get(kind(formal(element)))
    if change is None:
        draft.note("instruction", formal(element))
    else:
        draft.put("change.kind", change)


# --- other documents -----------------------------------------------------------------------------------------------


def _notes_of(element: etree._Element) -> dict[str, etree._Element]:
    return {kind(formal(comment)): comment for comment in children(element, "Comment")}


def _related(draft: Draft, element: etree._Element, rel: str, target: str) -> None:
    href = usable_address(target)
    notes = _notes_of(element)
    title = words(notes.get("title", notes.get("")))
    if not href:
        if target:
            draft.note("associated", {"kind": rel, "item": one_line(cleaned(target)), "title": title})
        else:
            draft.leave(element)
        return
    path = draft.next("related")
    draft.put(f"{path}.href", href)
    draft.put(f"{path}.title", title)
    draft.put(f"{path}.rel", rel)


def _associated(draft: Draft, element: etree._Element) -> None:
    name, target = formal(element), one_line(cleaned(element.get("NewsItem") or ""))
    if kind(name) != kind(TRANSLATION):
        _related(draft, element, name or "related", target)
        return
    notes = _notes_of(element)
    tongue = words(notes.get("language")) or next((c.get(LANG) or "" for c in notes.values()), "")
    if not tongue:
        draft.leave(element, target)
        return
    href = words(notes.get("url"))
    path = draft.next("translations")
    draft.put(f"{path}.language", tongue)
    draft.put(f"{path}.title", words(notes.get("title")))
    is_web = re.match(r"https?://", target) is not None and not draft.is_own
    draft.put(f"{path}.href", href or (target if is_web else ""))
    draft.put(f"{path}.id", target if target != href and (href or not is_web) else "")
    revision = words(notes.get("revision"))
    draft.put(f"{path}.version", int(revision) if revision.isdecimal() else None)


def usable_address(text: str) -> str:
    """Return `text` as an address that a release may hold; empty where it can be none."""
    try:
        return address(one_line(cleaned(text))) if text else ""
    except InvalidStory:
        return ""
