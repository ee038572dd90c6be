"""What wire text does not carry, and which of it one message lost: found by reading back what was written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from pressrelease.errors import shown
from pressrelease.findings import Loss
from pressrelease.formats.losses import leaves, present
from pressrelease.formats.registry import Gap
from pressrelease.model import Release
from pressrelease.story import Node, Story, Text

_WORDS = "in words, in the text"
_NOTE = "in words, in the notes to editors"
_PRINTED = Gap("no slot: in words only, and how they part is for people to see", _WORDS, perhaps=True)
_FACT = Gap("no slot: named in words", _NOTE, partly=True, perhaps=True)

GAPS: Mapping[str, Gap] = {
    "slug": Gap("names a file, not an item"),
    "aliases": Gap("addresses it had are for the site"),
    "**.layout": Gap("how it was set is not carried; the wire sets it its own way", perhaps=True),
    "headline": _PRINTED,
    "subheadline": _PRINTED,
    "byline": Gap("printed with the word that opens it", _WORDS, perhaps=True),
    "summary": Gap("one line of the notes: its paragraphs join", _NOTE, perhaps=True),
    "slugline": Gap("the keyword line has characters of its own", _NOTE, perhaps=True),
    "language": _FACT,
    "id": _FACT,
    "version": _FACT,
    "status": Gap("what is killed is canceled, and the other way round", perhaps=True),
    "change": Gap("said in words", _WORDS, perhaps=True),
    "change.kind": Gap(
        "said by the wire's own words: a kill, a hold, a correction, a lead", _WORDS, perhaps=True
    ),
    "dateline": _PRINTED,
    "dateline.zone": Gap("printed as it was printed", "dateline.zone_printed", perhaps=True),
    "dateline.places.*.region": Gap("printed where the style does", perhaps=True),
    "dateline.places.*.country": Gap("printed where the style does", perhaps=True),
    "dateline.places.*.uri": Gap("a dateline names places, no addresses"),
    "dateline.places.*.latitude": Gap("a dateline names places, no coordinates"),
    "dateline.places.*.longitude": Gap("a dateline names places, no coordinates"),
    "story": _PRINTED,
    "story.strong": Gap("its words stand without it"),
    "story.emphasis": Gap("its words stand without it"),
    "story.link": Gap("its address stands behind its words", _WORDS),
    "story.superscript": Gap("its words stand on the line"),
    "story.subscript": Gap("its words stand on the line"),
    "story.figure": Gap("its caption, credit and address stand in words", _WORDS),
    "story.heading": Gap("a line by itself, of no level", _WORDS, perhaps=True),
    "story.table": Gap("aligned columns; spans of cells are not told", _WORDS, perhaps=True),
    "story.break": Gap("a line that ends early, where the next word would still have fitted", perhaps=True),
    "boilerplates": _PRINTED,
    "contacts": _PRINTED,
    "notices": _PRINTED,
    "**.kind": Gap("said by its heading", perhaps=True),
    "**.jurisdiction": Gap("the citation says it", perhaps=True),
    "publisher": Gap("the notes name it, no more", _NOTE, partly=True, perhaps=True),
    "publisher.name": Gap("one name of it", _NOTE, perhaps=True),
    "publisher.legal_name": Gap("one name of it", _NOTE, perhaps=True),
    **{
        f"publisher.{name}": Gap("the notes name it, no more")
        for name in ("address", "phones", "emails", "web", "register_entry", "vat_id")
    },
    "publisher.logo": Gap("text shows no pictures"),
    "provider": Gap("the imprint, in words", _WORDS, perhaps=True),
    "url": Gap("in words", _WORDS, perhaps=True),
    "embargo": Gap("said in words", _WORDS, perhaps=True),
    "embargo.printed": Gap("printed anew from its moment", _WORDS, perhaps=True),
    "published": Gap(
        "named in words; where nothing says when, the date line's moment is read", _NOTE, perhaps=True
    ),
    "updated": _FACT,
    "expires": _FACT,
    "subjects": _FACT,
    "keywords": _FACT,
    "places": _FACT,
    "places.*.uri": Gap("named, without its address"),
    "places.*.latitude": Gap("named, without coordinates"),
    "places.*.longitude": Gap("named, without coordinates"),
    "people": _FACT,
    "people.*.uri": Gap("named, without its address"),
    "organisations": _FACT,
    "assets": Gap(
        "caption, credit and address of the first file stand in words", _WORDS, partly=True, perhaps=True
    ),
    "related": Gap("title and address stand in words", _WORDS, perhaps=True),
    "translations": Gap("language, address and title stand in words", _NOTE, perhaps=True),
    "rights": Gap("in words", _WORDS, perhaps=True),
    "urgency": Gap("in words; the header's priority has fewer steps", _NOTE, perhaps=True),
    "genre": _FACT,
    "editor_note": Gap("paragraphs of the notes", _NOTE, perhaps=True),
    "excuses": Gap("for whoever checks it"),
    "extra": Gap("private to those who set it; what this format's own header holds is kept", perhaps=True),
}
"""Path to gap. `perhaps`: told by the message itself, since words alone decide."""


def lost(
    release: Release,
    short: Release,
    back: Release,
    gaps: Mapping[str, Gap],
    spell: Callable[[str], str],
    charset: str,
) -> Iterator[Loss]:
    """Yield a loss for each field of `release` that `back`, read from the message, does not have the same.

    `short` is what the message of a kill may say of it; what `gaps` declare for every release is not told again;
    `spell` is how `charset` had the words written.
    """
    withdrawn = [n for n in type(release).model_fields if getattr(release, n) != getattr(short, n)]
    before, after = dict(leaves(release)), dict(leaves(back))
    changed = {p.partition(".")[0] for p in (*before, *after) if before.get(p) != after.get(p)}
    for name in withdrawn:
        if name in changed:
            yield Loss(name, "a kill does not repeat what it withdraws", "the reason stands in the text")
    declared = {p for key, gap in gaps.items() if not gap.perhaps for p in present(release, key)}
    for path in (*before, *(p for p in after if p not in before and not _as_set(p))):
        if path.partition(".")[0] in withdrawn or any(_within(path, p) for p in declared):
            continue
        if after.get(path) == before.get(path):
            continue
        if path == "story":
            yield from _of_story(release.story, back.story, gaps, spell, charset)
        else:
            value = before.get(path)
            text = value if isinstance(value, str) else ""
            yield from _spelled(path, (text,), spell, charset) or (_loss(path, gaps),)


def _within(path: str, outer: str) -> bool:
    return path == outer or path.startswith(f"{outer}.")


def _of_story(
    story: Story, back: Story, gaps: Mapping[str, Gap], spell: Callable[[str], str], charset: str
) -> Iterator[Loss]:
    """Yield which kinds of nodes changed; the story itself where it is none of them alone."""
    kinds = {path.partition(".")[2] for path in gaps if path.startswith("story.")}
    nodes, others = list(story.walk()), list(back.walk())
    told = [path for path in sorted(kinds) if _of_kind(nodes, path) != _of_kind(others, path)]
    yield from (_loss(f"story.{kind}", gaps) for kind in told if gaps[f"story.{kind}"].perhaps)
    shown = list(_spelled("story", (n.text for n in nodes if isinstance(n, Text)), spell, charset))
    yield from shown
    if not told and not shown:
        yield _loss("story", gaps)


def _of_kind(nodes: list[Node], kind: str) -> list[Node]:
    return [node for node in nodes if type(node).__name__.lower() == kind.replace("_", "")]


def _spelled(path: str, texts: Iterable[str], spell: Callable[[str], str], charset: str) -> tuple[Loss, ...]:
    letters = [c for c in dict.fromkeys("".join(texts)) if spell(c) != c]
    if not letters:
        return ()
    instead = ", ".join(dict.fromkeys(map(spell, letters)))
    return (Loss(path, f"{charset} has no {shown(''.join(letters))}", shown(instead)),)


def _loss(path: str, gaps: Mapping[str, Gap]) -> Loss:
    gap = _gap(path, gaps) or _PRINTED
    return Loss(path, gap.reason, gap.instead)


def _as_set(path: str) -> bool:
    return re.search(r"(^|\.)(layout|style)(\.|$)", path) is not None


def _gap(path: str, gaps: Mapping[str, Gap]) -> Gap | None:
    """Return the gap that a path falls into: its own, else that of what it is a part of."""
    keys = ["*" if key.isdigit() else key for key in path.split(".")]
    anywhere = gaps.get(f"**.{keys[-1]}")
    for end in range(len(keys), 0, -1):
        found = gaps.get(".".join(keys[:end]))
        if found is not None:
            return anywhere if anywhere is not None and end < len(keys) else found
    return anywhere
