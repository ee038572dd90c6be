"""What stands in DataContent: XHTML, NITF, HTML or NITF as character data, plain text, any of it encoded."""

from __future__ import annotations

import base64
import binascii
import html
import itertools
import quopri
import re
from contextlib import suppress

from lxml import etree

from pressrelease.characters import cleaned, one_line
from pressrelease.errors import PressReleaseError, shown
from pressrelease.formats.registry import decoded
from pressrelease.formats.wire.newsml_1_2.draft import Draft, children, formal, kind
from pressrelease.markup.html import story_from_html
from pressrelease.markup.xml import xml_tree
from pressrelease.markup.xml_story import story_from_xml
from pressrelease.story import Block, Paragraph, Story, Text, plain

_BLOCK = re.compile(r"<(?:p|div|h[1-6]|ul|ol|table|blockquote|section|article|br)\b[^<>]*>", re.I)
_INLINE = re.compile(
    r"<(?:a|b|i|em|strong|u|span|sub|sup|font)\b[^<>]*>|</(?:a|b|i|em|strong|u|span|font)>", re.I
)
_ESCAPED = re.compile(r"&lt;(?:p|div|br|h[1-6]|html|body|nitf)\b", re.I)
_NITF = re.compile(r"\s*(?:<\?xml[^>]{0,200}\?>)?\s*<(?:nitf|body|body\.content|html)\b", re.I)
_WRAPPED = range(50, 91)
"""How long a line is that was broken because it was full."""


def is_text(item: etree._Element) -> bool:
    """Return whether a content item holds its content, and that is text."""
    if item.find("DataContent") is None and item.find("Encoding") is None:
        return False
    mime = formal(item.find("MimeType")).lower()
    return not mime.startswith(("image/", "video/", "audio/")) and kind(
        formal(item.find("MediaType"))
    ) not in (
        "photo",
        "video",
        "audio",
    )


def rank(item: etree._Element) -> int:
    """Return how much a form of the text can say: the more the better, plain text least."""
    said = kind(formal(item.find("Format")) + formal(item.find("MimeType")))
    for place, names in enumerate((("text",), ("nitf",), ("html",))[::-1]):
        if any(name in said for name in names):
            return 3 - place
    return 2


def content_of_item(draft: Draft, item: etree._Element) -> etree._Element | Story | None:
    """Return what a content item holds: the element that holds the text, or a story; None where it holds none."""
    encoding = item.find("Encoding")
    if encoding is not None:
        return _encoded(draft, encoding, item)
    data = item.find("DataContent")
    is_plain = kind(formal(item.find("MimeType"))) == "textplain"
    return None if data is None else _content(draft, data, is_plain)


def unmarked(text: str) -> str:
    """Return one line of text without the marks that somebody left in it."""
    if not (_BLOCK.search(text) or _INLINE.search(text)):
        return text
    return " ".join(lines_of(story_from_html(text)[0]))


def lines_of(content: etree._Element | Story) -> list[str]:
    """Return the lines of a text: its paragraphs, the items of its lists."""
    story = content if isinstance(content, Story) else story_from_xml(content)[0]
    lines = (one_line(line) for block in story.blocks for line in plain(block).split("\n"))
    return [line for line in lines if line]


def text_of(content: etree._Element | Story | None) -> str:
    """Return the words of a text, its paragraphs parted by an empty line."""
    if content is None:
        return ""
    story = content if isinstance(content, Story) else story_from_xml(content)[0]
    return "\n\n".join(filter(None, (one_line(plain(block)) for block in story.blocks)))


def _content(draft: Draft, data: etree._Element, is_plain: bool) -> etree._Element | Story | None:
    within = list(children(data))
    if not within:
        text = cleaned(str(data.xpath("string()")))
        return _text(draft, text, is_plain) if text.strip() else None
    aside = "".join([data.text or "", *(child.tail or "" for child in data)]).strip()
    if len(within) == 1 and not aside:
        return within[0]
    if aside and not any(_BLOCK.match(f"<{_name(child)}>") for child in data.iter("{*}*")):
        return _lines(_serialised(data))
    return data


def _name(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _serialised(data: etree._Element) -> str:
    whole = str(etree.tostring(data, encoding="unicode", with_tail=False))
    return whole.partition(">")[2].rpartition("<")[0]


# --- character data ------------------------------------------------------------------------------------------------


def _text(draft: Draft, text: str, is_plain: bool = False) -> etree._Element | Story:
    """Return the story that character data is: markup that was escaped, or plain text."""
    if is_plain and not re.search(r"</(?:p|div|li|td|h[1-6])>|<br ?/?>", text, re.I):
        return Story(tuple(_paragraphs(text)))
    if _ESCAPED.search(text) and not _BLOCK.search(text):
        text = html.unescape(text)
    if _NITF.match(text):
        with suppress(PressReleaseError):  # then it is read as HTML, which need not be well-formed
            root = xml_tree(text.encode("utf-8"), named=True)
            etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
            return root
    if _BLOCK.search(text):
        story, findings = story_from_html(text)
        draft.findings += findings
        return story
    return _lines(text) if _INLINE.search(text) else Story(tuple(_paragraphs(text)))


def _lines(text: str) -> Story:
    """Return a text whose lines are its paragraphs, with marks within them."""
    lines = (line.strip() for line in re.split(r"\r\n|[\r\n]", text))
    return story_from_html("".join(f"<p>{line}</p>" for line in lines if line))[0]


def _paragraphs(text: str) -> list[Block]:
    lines = [line.rstrip() for line in re.split(r"\r\n|[\r\n\x85\u2028\u2029]", text)]
    is_wrapped = _is_wrapped(lines)
    found: list[list[str]] = []
    begun = False
    for line in lines:
        if not line.strip():
            begun = False
        elif begun and is_wrapped and not re.match(r"\t| {3}", line):
            found[-1].append(line)
        else:
            found.append([line])
            begun = True
    return [Paragraph((Text(one_line(" ".join(paragraph))),)) for paragraph in found]


def _is_wrapped(lines: list[str]) -> bool:
    """Return whether lines end because they are full: then an empty line, or an indent, parts the paragraphs."""
    follow = [len(a) for a, b in itertools.pairwise(lines) if a.strip() and b.strip()]
    return bool(follow) and sum(size in _WRAPPED for size in follow) * 2 > len(follow)


# --- encodings -----------------------------------------------------------------------------------------------------


def _encoded(draft: Draft, encoding: etree._Element, item: etree._Element) -> etree._Element | Story | None:
    notation = encoding.get("Notation") or ""
    inner = encoding.find("Encoding")
    data = encoding.find("DataContent")
    if inner is not None or data is None:
        draft.find("encoding-unread", f"content within encodings of encodings ({shown(notation)})", encoding)
        return None
    found = _bytes(kind(notation), str(data.xpath("string()")))
    if found is None:
        draft.find(
            "encoding-unread", f"content encoded as {shown(notation)} that cannot be read so", encoding
        )
        return None
    if not is_text(item) or b"\0" in found[:1000]:
        draft.find("content-dropped", f"{len(found):,} bytes of content that is no text were left out", item)
        return None
    text, findings = decoded(found)
    draft.findings += findings
    return _text(draft, cleaned(text)) if text.strip() else None


def _bytes(notation: str, text: str) -> bytes | None:
    try:
        if "base64" in notation:
            return base64.b64decode(re.sub(r"\s+", "", text), validate=True)
        if "quotedprintable" in notation:
            return quopri.decodestring(text.encode("utf-8"))
    except (binascii.Error, ValueError):
        return None
    return text.encode("utf-8") if notation in ("", "none", "7bit", "8bit", "utf8") else None
