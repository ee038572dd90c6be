"""XML as others send it: bounded, without a document type, without entities of its own, without the network.

Feeds and NITF in the wild open with a DOCTYPE. It is read over, never loaded: what it declares does not exist here, so
nothing can be expanded, fetched or included.
"""

from __future__ import annotations

import codecs
import html.entities
import re

from lxml import etree

from pressrelease.errors import PressReleaseError, Problem, shown
from pressrelease.findings import Where

MAX_BYTES = 64_000_000
"""The largest document that is read."""
MAX_DEPTH = 256
"""The deepest nesting that is read, which is libxml2's own bound; wires need some twenty levels."""

_DECLARATION = re.compile(r"\s*<\?xml\s[^>]{0,200}?\?>")
_ENCODING = re.compile(rb"\s*<\?xml\s[^>]{0,120}?encoding\s*=\s*[\"']([A-Za-z][A-Za-z0-9._-]{0,40})[\"']")
_REFERENCE = re.compile(r"&([A-Za-z][A-Za-z0-9]{0,31});")
_FIVE = ("amp", "lt", "gt", "quot", "apos")
_CODECS = re.compile(
    r"(?:utf-(?:8|16|32)|utf-?(?:16|32)-?[bl]e|ascii|iso8859-\d+|cp\d{3,4}|koi8-[rut]|mac-\w+|gb2312|gbk|gb18030"
    r"|big5\w*|shift_jis\w*|euc_\w+|iso2022_\w+|johab|tis-620|kz1048|ptcp154|hz)"
)


class InvalidXml(PressReleaseError):
    """Data that is no well-formed XML, or too large or too deep to read, with line and column."""


def xml_tree(data: bytes, *, named: bool = False) -> etree._Element:
    """Return the root element of `data`; raise InvalidXml where it is not well-formed, too large or too deep.

    The encoding is that of the byte order mark, else the one declared, else UTF-8; a declaration that the bytes
    belie is passed over where they are UTF-8, which no text of eight-bit letters is by chance. A DOCTYPE is passed over
    unread. Entities are the five of XML (4.6), and with `named` those of HTML; any other is an error. Lines and columns
    are those of `data`.
    """
    if len(data) > MAX_BYTES:
        raise InvalidXml(
            Problem("too large", found=f"{len(data):,} bytes", expected=f"at most {MAX_BYTES:,}")
        )
    text = _without_doctype(xml_text(data))
    if not text.strip("\ufeff \t\r\n"):
        raise InvalidXml(Problem("empty", expected="an XML document"))
    if named and "&" in text:
        text = _with_characters(text)
    # libxml2 refuses a text above 10 MB, a picture within a wire item say, unless all its bounds are lifted.
    huge = len(text) > 9_000_000
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=huge,
        collect_ids=False,
        encoding="utf-8",
    )
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        why = re.sub(r",? line \d+, column \d+|[\r\n]", "", error.msg or "")
        if "depth" in why.lower():
            why = f"nested deeper than {MAX_DEPTH} levels"
        where = Where(line=line or 1, column=max(column, 1))
        raise InvalidXml(Problem(f"not well-formed XML: {shown(why, 160)[1:-1]}", where)) from None
    if root is None:
        raise InvalidXml(Problem("empty", expected="an XML document"))
    if huge:
        _bounded(root)
    return root


def xml_text(data: bytes) -> str:
    """Return `data` as text, in the encoding that `xml_tree` reads it in; raise InvalidXml where it is in none."""
    for mark, name in (
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe\0\0", "utf-32"),
        (b"\0\0\xfe\xff", "utf-32"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
        (b"<\0?\0", "utf-16-le"),
        (b"\0<\0?", "utf-16-be"),
    ):
        if data.startswith(mark):
            return _strictly(data, name).removeprefix("\ufeff")
    declared = _ENCODING.match(data[:400])
    name = encoding_named(declared.group(1).decode("ascii")) if declared else "utf-8"
    if name.startswith(("utf-16", "utf-32", "utf_16", "utf_32")):
        name = "utf-8"  # its declaration could be read byte by byte, so it is none of these
    if name != "utf-8" and not (_EIGHT_BIT.match(name) and _is_utf_8(data)):
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            pass  # not what it declares; perhaps UTF-8, else the error below tells the byte
    return _strictly(data, "utf-8")


_EIGHT_BIT = re.compile(r"iso8859|cp125|ascii|koi8|mac")


def _is_utf_8(data: bytes) -> bool:
    """Return whether the bytes are UTF-8 beyond doubt: in eight bits, letters never fall into its pattern by chance."""
    if data.isascii():
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def encoding_named(name: str) -> str:
    """Return Python's name of an encoding that documents are in; UTF-8 for any other (Python has odd ones)."""
    try:
        found = codecs.lookup(name).name
    except LookupError:
        return "utf-8"
    if found == "iso8859-1":
        return "cp1252"  # as the web reads it (WHATWG Encoding, 4.2), where its bytes are all known
    return found if _CODECS.fullmatch(found) else "utf-8"


def _strictly(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(name, "replace")
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        raise InvalidXml(
            Problem(
                f"bytes that are not {name.upper()}",
                Where(line=line, column=column),
                shown(data[error.start : error.end].hex(" ")),
                advice="declare the encoding it is in, or save it as UTF-8",
            )
        ) from None


def _without_doctype(text: str) -> str:
    """Blank out declaration and DOCTYPE, lines and columns kept."""
    declaration = _DECLARATION.match(text)
    if declaration:
        text = _blank(text, 0, declaration.end())
    place = _after_misc(text, 0)
    if text[place : place + 9].upper() != "<!DOCTYPE":
        return text
    return _blank(text, place, _doctype_end(text, place + 9))


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + re.sub(r"[^\r\n]", " ", text[start:end]) + text[end:]


def _after_misc(text: str, place: int) -> int:
    """Return where the first thing stands that is no white space, comment or processing instruction."""
    white = re.compile(r"\s*")
    while True:
        found = white.match(text, place)
        place = found.end() if found else place
        closing = "-->" if text.startswith("<!--", place) else "?>" if text.startswith("<?", place) else ""
        end = text.find(closing, place + 2) if closing else -1
        if end < 0:
            return place
        place = end + len(closing)


def _doctype_end(text: str, place: int) -> int:
    """Return where a DOCTYPE ends: the first `>` outside quotes, comments, instructions and its internal subset."""
    inside = 0
    token = re.compile(r"[\"'\[\]<>]")
    while found := token.search(text, place):
        place = found.end()
        mark = found.group()
        if mark in "\"'":
            place = _past(text, mark, place)
        elif mark == "<" and text.startswith("!--", place):
            place = _past(text, "-->", place + 3)
        elif mark == "<" and text.startswith("?", place):
            place = _past(text, "?>", place)
        elif mark == "[":
            inside += 1
        elif mark == "]":
            inside = max(0, inside - 1)
        elif mark == ">" and not inside:
            return place
    return len(text)


def _past(text: str, end: str, place: int) -> int:
    found = text.find(end, place)
    return len(text) if found < 0 else found + len(end)


def _with_characters(text: str) -> str:
    """Return `text` with HTML's named entities as the characters they stand for, outside CDATA and comments."""
    out: list[str] = []
    place = 0
    opened = re.compile(r"<!\[CDATA\[|<!--")
    while place < len(text):
        found = opened.search(text, place)
        end = found.start() if found else len(text)
        out.append(_REFERENCE.sub(_character, text[place:end]))
        place = end
        if found:
            place = _past(text, "]]>" if found.group() != "<!--" else "-->", found.end())
            out.append(text[end:place])
    return "".join(out)


def _character(match: re.Match[str]) -> str:
    name = match.group(1)
    if name in _FIVE:
        return match.group()
    found = html.entities.html5.get(f"{name};")
    return match.group() if found is None else found.replace("&", "&amp;").replace("<", "&lt;")


def _bounded(root: etree._Element) -> None:
    depth = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > MAX_DEPTH:
            where = Where(line=element.sourceline or None)
            raise InvalidXml(Problem("nested too deeply", where, expected=f"at most {MAX_DEPTH} levels"))
