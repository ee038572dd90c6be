"""A message that is one release: its text, its pictures and films as items of their own, and the package about them."""

from __future__ import annotations

from lxml import etree

from pressrelease.characters import one_line
from pressrelease.errors import Problem, shown
from pressrelease.formats.registry import Unreadable
from pressrelease.formats.wire.newsml_g2.draft import (
    Draft,
    children,
    first,
    kind_of,
    local,
    named,
    place,
    prose,
    set_apart,
    words,
)
from pressrelease.formats.wire.newsml_g2.kits import MEDIA
from pressrelease.formats.wire.newsml_g2.read_content import media_class, remote_files
from pressrelease.story import BulletList, Link, Paragraph, Story, Text

_MOST = 200
"""Pictures and films that one release is read with."""


def held(root: etree._Element) -> tuple[etree._Element | None, dict[str, etree._Element], etree._Element]:
    """Return the item of a message that is the release, the media that belong to it, and the package about it.

    Raises Unreadable where there is no item, or several.
    """
    items = list(root.iter("{*}newsItem"))
    packages = list(root.iter("{*}packageItem"))
    texts = [item for item in items if media_class(item) not in MEDIA]
    if not texts and len(items) == 1:
        texts = items
    if len(texts) > 1 or (not texts and (items or len(packages) > 1)):
        raise Unreadable(Problem("several releases", expected="one", advice="read them with `parse_all`"))
    if not texts and not packages:
        found = next((local(e) for e in root.iter("{*}*") if local(e).endswith("Item")), local(root))
        raise Unreadable(Problem("no news item", place(root), shown(found), "a newsItem"))
    media = {one_line(item.get("guid") or ""): item for item in set_apart(items, texts)[:_MOST]}
    return (texts[0] if texts else None), media, (packages[0] if packages else root)


def read_medium(draft: Draft, item: etree._Element) -> None:
    """Read a picture or a film, an item of its own, as an asset: the one whose file it is, or another."""
    if draft.is_own:
        return  # the text's own item says all of it
    told = Draft(item, language=draft.language)
    for content in named(item, "contentSet"):
        remote_files(told, content, "at")
    hrefs = {v for p, v in told.values.items() if p.endswith(".href")}
    if not hrefs:
        draft.leave(item, "withdrawn, or without a file")
        return
    known = next(
        (
            p
            for p, v in draft.values.items()
            if p.startswith("assets.") and p.endswith(".href") and v in hrefs
        ),
        "",
    )
    path = ".".join(known.split(".")[:2]) if known else draft.next("assets")
    if known:  # the text's link names the files only
        for name in [p for p in draft.values if p.startswith(f"{path}.renditions.")]:
            del draft.values[name]
    for name, value in told.values.items():
        draft.put(path + name.removeprefix("at"), value)
    guid = one_line(item.get("guid") or "")
    draft.put(f"{path}.id", guid)
    kind = media_class(item)
    draft.put(
        f"{path}.role",
        kind if kind in ("video", "audio", "graphic") else "" if path == "assets.0" else "gallery",
    )
    _described(draft, item, path)


def _described(draft: Draft, item: etree._Element, path: str) -> None:
    meta = first(item, "contentMeta")
    for name, element in children(meta) if meta is not None else ():
        role = kind_of(element, "role")
        if name == "description":
            draft.put(f"{path}.{'alt' if 'alt' in role else 'caption'}", prose(element))
        elif name == "creditline":
            draft.put(f"{path}.credit", words(element))
        elif name == "headline":
            draft.put(f"{path}.title", words(element))
    notice = item.find("{*}rightsInfo/{*}copyrightNotice")
    if notice is not None:
        draft.put(f"{path}.rights", words(notice))


def listed(draft: Draft, package: etree._Element) -> Story:
    """Return the list of what a package refers to, as its story; the ids go into the release's `extra`."""
    items = []
    for reference in package.iter("{*}itemRef"):
        told = {
            name: words(e) for name, e in children(reference) if name in ("headline", "title", "description")
        }
        title = told.get("headline") or told.get("title") or ""
        name = reference.get("residref") or reference.get("guidref") or ""
        draft.note("item-ref", name)
        href = reference.get("href") or ""
        shown_title = title or name or href
        first = Link((Text(shown_title),), href) if href.startswith("http") else Text(shown_title)
        blocks = [Paragraph((first,))]
        if told.get("description"):
            blocks.append(Paragraph((Text(told["description"]),)))
        if shown_title:
            items.append(tuple(blocks))
    return Story((BulletList(tuple(items)),))
