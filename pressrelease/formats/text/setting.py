"""A release set as text: each part as its heading and pieces, in the order of a layout or of a house.

What the plain-text formats share: `parts` says what there is to print, `set_parts` prints it slot by slot.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from pressrelease.datelines import Printed
from pressrelease.formats.text.spaces import spaced
from pressrelease.markup.plain import block_text, wrapped
from pressrelease.model import Layout, Release, Slot
from pressrelease.outline import copyright_line
from pressrelease.story import Block, BulletList, NumberedList, Paragraph, Rule, Table
from pressrelease.wording import contact_lines, notice_lines, organisation_words, wording


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a release as it is printed: a heading of its own, and pieces (strings, or blocks of a story)."""

    heading: str = ""
    pieces: tuple[str | Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """How one document is set: the dateline in words, the wrap width, the language of labels that are not printed."""

    dateline: Printed = field(default_factory=lambda: Printed("", ""))
    width: int = 0
    language: str = "en"


def parts(release: Release, setting: Setting) -> dict[str, Part]:
    """Return what there is to print, by the path a slot names, in the model's order."""
    language = setting.language
    found = {
        "embargo": Part(
            pieces=(release.embargo.printed,) if release.embargo and release.embargo.printed else ()
        ),
        "change": Part(pieces=tuple(release.change.note.split("\n\n")) if release.change.note else ()),
        "headline": Part(pieces=(release.headline,)),
        "subheadline": Part(pieces=(release.subheadline,)),
        "byline": Part(pieces=(release.byline,)),
        "dateline": Part(pieces=(setting.dateline.line,)),
        "story": Part(pieces=release.story.blocks),
        "url": Part(pieces=(release.url,)),
        "keywords": Part(pieces=(", ".join(release.keywords),)),
    }
    for i, related in enumerate(release.related):
        found[f"related.{i}"] = Part(pieces=(related.href,))
    for i, asset in enumerate(release.assets):
        found[f"assets.{i}"] = Part(pieces=(asset.renditions[0].href,))
    for i, about in enumerate(release.boilerplates):
        found[f"boilerplates.{i}"] = Part(about.heading, about.story.blocks)
    for i, contact in enumerate(release.contacts):
        if not contact.for_editors:
            found[f"contacts.{i}"] = Part(contact.heading, ("\n".join(contact_lines(contact, language)),))
    place = _imprint_place(release)
    for i, notice in enumerate(release.notices):
        lines = notice_lines(notice, None, language)
        if i == place and release.provider is not None:
            lines = (*lines, organisation_words(release.provider, language))
        found[f"notices.{i}"] = Part(notice.heading, lines)
    if release.provider is not None and place is None:
        imprint = organisation_words(release.provider, language)
        found["provider"] = Part(wording(language)("provider"), (imprint,))
    found["rights"] = Part(pieces=(copyright_line(release),))
    terms = release.rights.usage_terms if release.rights else ""
    found["usage_terms"] = Part(pieces=tuple(terms.split("\n\n")))
    return {path: replace(p, pieces=tuple(x for x in p.pieces if x)) for path, p in found.items()}


def _imprint_place(release: Release) -> int | None:
    """Return the notice under whose heading the provider's imprint stands: the one of that kind, else an empty one."""
    if release.provider is None:
        return None
    named = [i for i, n in enumerate(release.notices) if n.kind == "provider" and not n.text]
    empty = [
        i
        for i, n in enumerate(release.notices)
        if n.heading and not (n.text or n.label or n.citation or n.person or n.organisation)
    ]
    return next(iter((*named, *empty)), None)


def continued(what: str) -> tuple[str, int]:
    """Return the part a slot names and the piece it begins with: `story.3`, `notices.0.1`, `headline`."""
    base, _, last = what.rpartition(".")
    if base and last.isdigit():
        deep = base.split(".")[0] in ("boilerplates", "notices", "contacts", "related", "assets")
        if base == "story" or (deep and "." in base):
            return base, int(last)
    return what, 0


def set_parts(
    found: Mapping[str, Part],
    slots: tuple[Slot, ...],
    setting: Setting,
    *,
    usual: Callable[[str], Slot] | None = None,
) -> str:
    """Return the parts set slot by slot; parts that no slot names follow as `usual` sets them."""
    return "".join(text for _, text in set_slots(found, slots, setting, usual=usual))


def set_slots(
    found: Mapping[str, Part],
    slots: tuple[Slot, ...],
    setting: Setting,
    *,
    usual: Callable[[str], Slot] | None = None,
) -> list[tuple[Slot, str]]:
    """Return each slot with its text, the line ends before it included; one whose part is empty leaves nothing."""
    slots = (*slots, *_missing(found, slots, usual))
    starts = [continued(slot.what) for slot in slots]
    lead = setting.dateline.lead
    stops = _stops(starts)
    given = any(base == "dateline" for base, _ in starts)
    pending = "" if given else lead
    out: list[tuple[Slot, str]] = []
    for at, (slot, (base, start)) in enumerate(zip(slots, starts, strict=True)):
        if slot.what == "mark":
            text = slot.label
        elif base not in found:
            continue
        else:
            if base == "dateline":
                pending = lead
            part = found[base]
            opening = ""
            if base == "story":
                opening, pending = pending, ""
            text = _slot_text(slot, part, start, stops[at], opening, setting)
        if not text:
            continue
        gap = "\n" * (slot.gap if out or at == 0 else 0) or (" " if out else "")
        out.append((slot, spaced(gap + text, slot.spaces)))
    return out


def _stops(starts: list[tuple[str, int]]) -> list[int | None]:
    """Return, for each slot, the piece with which a later slot of its part goes on; None where none does."""
    found: list[int | None] = []
    later: dict[str, list[int]] = {}
    for base, start in reversed(starts):
        ahead = later.setdefault(base, [])
        while ahead and ahead[-1] <= start:
            ahead.pop()
        found.append(ahead[-1] if ahead else None)
        ahead.append(start)
    return found[::-1]


def _missing(
    found: Mapping[str, Part], slots: tuple[Slot, ...], usual: Callable[[str], Slot] | None
) -> tuple[Slot, ...]:
    named = {continued(s.what)[0] for s in slots}
    rest = [path for path, part in found.items() if path not in named and (part.pieces or part.heading)]
    return tuple((usual or _plain_slot)(path) for path in rest)


def _plain_slot(path: str) -> Slot:
    return Slot(what=path)


def _slot_text(slot: Slot, part: Part, start: int, stop: int | None, lead: str, setting: Setting) -> str:
    heading = (part.heading or slot.label) if start == 0 else slot.label
    width = slot.wrap or setting.width
    pieces = part.pieces[start:stop]
    beside = bool(heading) and slot.label_gap <= 0
    first = f"{heading}{'' if slot.label_gap else ' '}{lead}" if beside else lead
    if not pieces and not lead:
        return part.heading if start == 0 else ""
    texts = [_piece_text(p, slot, width, first if i == 0 else "") for i, p in enumerate(pieces)]
    if first and not (pieces and isinstance(pieces[0], (str, Paragraph))):
        texts.insert(0, wrapped(first.rstrip(), width))
    body = _joined(texts, pieces, slot)
    return body if beside or not heading else heading + "\n" * slot.label_gap + body


def _joined(texts: list[str], pieces: tuple[str | Block, ...], slot: Slot) -> str:
    if len(pieces) == 1 and isinstance(pieces[0], (BulletList, NumberedList, Table, Rule)):
        return texts[-1] if len(texts) == 1 else "\n\n".join(texts)
    return ("\n" * (slot.inner or 2)).join(t for t in texts if t)


def _piece_text(piece: str | Block, slot: Slot, width: int, lead: str) -> str:
    if isinstance(piece, str):
        return wrapped(lead + piece, width) if width else lead + piece
    return block_text(piece, width=width, lead=lead, marker=slot.marker, inner=slot.inner)


def ended(text: str, layout: Layout) -> str:
    """Return `text` with the layout's line ends, those at its end included."""
    whole = text + "\n" * layout.end
    return whole if layout.newline == "\n" else whole.replace("\n", layout.newline)
