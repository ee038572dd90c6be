"""What an item holds (`contentSet`): the best rendering of its text, or the files of a picture, a film."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from pressrelease.characters import cleaned, one_line
from pressrelease.formats.bodies import content_of
from pressrelease.formats.wire.newsml_g2.draft import (
    Draft,
    children,
    count,
    kind_of,
    local,
    named,
    set_apart,
    suffix,
)
from pressrelease.markup.html import story_from_html
from pressrelease.markup.xml_story import story_from_xml
from pressrelease.story import Figure, Paragraph, Story, Text, plain, words

_HTML = re.compile(r"<(?:p|br|div|html|body|table|ul|ol|h[1-6]|b|i|em|strong|a)\b[^<>]{0,500}>", re.I)
_BEST = ("highres", "original", "web", "preview", "thumbnail")
_NAMES = {"highres": "print", "web": "web", "preview": "web", "thumbnail": "thumbnail"}


def chosen(draft: Draft, content: etree._Element) -> etree._Element | Story | None:
    """Return the text of an item: the element that holds its markup, or a story made of plain data; None: no text.

    The renderings of a `contentSet` say the same in several ways: markup comes before data, and more words before less.
    """
    marked = [e for name, e in children(content) if name == "inlineXML" and _holds_text(e)]
    data = [e for name, e in children(content) if name == "inlineData" and (e.text or "").strip()]
    if marked:
        best = max(marked, key=_worth) if len(marked) > 1 else marked[0]
        for other in (*marked, *data):
            if other is not best:
                draft.leave(other, "another rendering of the text")
        inner = _inner(best)
        held = content_of(inner)
        return inner if any(map(local, held)) else _plain(str(held.text or ""))
    readable = [e for e in data if not e.get("encoding") and _is_text(e.get("contenttype") or "text/plain")]
    for element in set_apart(data, readable):
        draft.leave(element, "data that is no text")
    for element in readable[1:]:
        draft.leave(element, "another rendering")
    return _from_data(draft, readable[0]) if readable else None


def _is_text(contenttype: str) -> bool:
    return contenttype.strip().lower().startswith(("text/", "application/xhtml", "application/html"))


def _holds_text(element: etree._Element) -> bool:
    return any(map(local, element)) or bool((element.text or "").strip())


def _worth(element: etree._Element) -> tuple[bool, int]:
    inner = _inner(element)
    known = local(inner) in ("html", "nitf", "body", "div", "section", "article")
    return known, len("".join(map(str, inner.itertext())))


def _inner(element: etree._Element) -> etree._Element:
    """Return what stands in an `inlineXML`: its one child, or itself where words stand in it directly."""
    inner = [e for e in element if local(e)]
    return inner[0] if len(inner) == 1 and not (element.text or "").strip() else element


def _from_data(draft: Draft, element: etree._Element) -> Story:
    text = cleaned(element.text or "")
    if "html" in (element.get("contenttype") or "") or _HTML.search(text[:20_000]):
        story, told = story_from_html(text)
        draft.findings += told
        return story
    return _plain(text)


def _plain(text: str) -> Story:
    """Return the story of plain text: an empty line parts paragraphs, and so does a line set in."""
    lines = cleaned(text).replace("\r\n", "\n").replace("\r", "\n")
    blocks = re.split(r"\n[ \t]*\n|\n(?=[ \t]{2,}\S)", lines)
    return Story(tuple(Paragraph((Text(block),)) for block in blocks))


# --- pictures and films --------------------------------------------------------------------------------------------


def remote_files(draft: Draft, content: etree._Element, path: str) -> bool:
    """Read the files of a picture, a film or a document as one asset below `path`; return whether there is one."""
    files = [e for name, e in children(content) if name == "remoteContent"]
    for element in sorted(files, key=_order):
        href = _address(element)
        if not href:
            draft.leave(element)
            continue
        file = draft.next(f"{path}.renditions")
        draft.put(f"{file}.href", href)
        kind = kind_of(element, "rendition")
        draft.put(f"{file}.name", _NAMES.get(kind, kind))
        draft.put(f"{file}.media_type", element.get("contenttype"))
        for name, attribute in (("width", "width"), ("height", "height"), ("size", "size")):
            draft.put(f"{file}.{name}", count(element.get(attribute)))
        draft.put(f"{file}.duration", _seconds(element.get("duration"), element.get("durationunit")))
    return f"{path}.renditions" in draft.counts


def read_shown(draft: Draft, element: etree._Element, values: dict[str, Any]) -> None:
    """Read what the body says of an asset that it shows beside the story, into `values`: alt, caption, credit."""
    number = next((m[6:] for m in (element.get("class") or "").split() if m.startswith("asset-")), "")
    path = f"assets.{number}"
    if not number.isdecimal() or not len(element) or f"{path}.renditions.0.href" not in values:
        return
    told = _shown(element, draft.is_own)
    if draft.is_own and f"{path}.rights" in draft.own:
        told.pop("credit", None)  # it stands there together with the rights
    for name, text in told.items():
        if text:
            values.setdefault(f"{path}.{name}", text)


def _shown(element: etree._Element, is_own: bool) -> dict[str, str]:
    """Return alt, caption and credit of a picture; of a file that is a link, the lines beneath it."""
    if is_own and element[0].tag.endswith("}p"):
        return {}  # what it says stands in fields of our own
    story, _ = story_from_xml(element)
    figure = next((b for b in story.blocks if isinstance(b, Figure)), None)
    if figure is not None:
        return {"alt": figure.alt, "caption": one_line(words(figure.caption)), "credit": figure.credit}
    lines = [one_line(plain(b)) for b in story.blocks[1:]]
    return {} if is_own else dict(zip(("caption", "credit"), lines, strict=False))


def _order(element: etree._Element) -> int:
    kind = kind_of(element, "rendition")
    return ("web", "preview", "highres", "original", "thumbnail").index(kind) if kind in _BEST else 2


def _address(element: etree._Element) -> str:
    every = [
        element.get("href") or "",
        *("".join(map(str, e.itertext())) for e in named(element, "altLoc")),
    ]
    return next((h.strip() for h in every if re.match(r"\s*https?://", h, re.I)), "") or next(
        (h.strip() for h in every if h.strip() and not re.match(r"\s*[A-Za-z][A-Za-z0-9+.-]*:", h)), ""
    )


def _seconds(text: str | None, unit: str | None) -> float | None:
    try:
        value = float(text or "")
    except ValueError:
        return None
    return value / (1000 if suffix(unit or "") == "milliseconds" else 1) if 0 < value < 1e9 else None


def media_class(root: etree._Element) -> str:
    """Return what an item is by its class: `text`, `picture`, `video` …; empty where it does not say."""
    held = root.find("{*}itemMeta/{*}itemClass")
    return suffix(held.get("qcode") or held.get("uri") or "") if held is not None else ""
