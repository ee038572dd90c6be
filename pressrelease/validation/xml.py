"""XML documents and their schemas: NewsML-G2, NITF, NewsML 1.2."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from pressrelease.errors import Problem
from pressrelease.findings import Finding, Where
from pressrelease.markup.xml import InvalidXml, xml_tree
from pressrelease.validation import places
from pressrelease.validation.folder import dtd, one_of, xml_schema
from pressrelease.validation.places import Places, field_of

G2_NAMESPACE = "http://iptc.org/std/nar/2006-10-01/"
NITF_NAMESPACE = "http://iptc.org/std/NITF/2006-10-18/"

MAX_FAULTS = 1000
"""Faults of one document that are told: to find the element of each takes time in proportion to the document."""
MAX_BESIDE = 20_000
"""Elements within one: libxml2 counts those before each faulty one, which takes seconds from here on."""


def faults(data: bytes, format: str, folder: Path) -> Iterator[Finding]:
    """Yield what the schema of `format` finds wrong with an XML document; raise InvalidXml where it is none."""
    root = xml_tree(data, named=True)
    widest = max(root.iter("*"), key=len)
    if len(widest) > MAX_BESIDE:
        where = Where(line=_line(widest))
        found = f"{len(widest):,} in {etree.QName(widest).localname}"
        raise InvalidXml(Problem("too many elements to check", where, found, f"at most {MAX_BESIDE:,}"))
    if format == "newsml-g2":
        return _g2(root, folder)
    return _nitf(root, folder) if format == "nitf" else _newsml_1(root, folder)


def _g2(root: etree._Element, folder: Path) -> Iterator[Finding]:
    file = one_of(folder, "newsml-g2/NewsML-G2_*-spec-All-Power.xsd")
    said, ours = root.get("standardversion", ""), file.name.split("_")[1].partition("-")[0]
    if said and said != ours:
        yield _note("schema-version", f"the document says NewsML-G2 {said}; it was checked by {ours}")
    if root.find(f".//{{{NITF_NAMESPACE}}}nitf") is not None:
        file = one_of(folder, "newsml-g2/merged-g2-nitf.xsd")
    yield from _by_schema(root, file, {**places.NITF, **places.G2})


def _nitf(root: etree._Element, folder: Path) -> Iterator[Finding]:
    file = one_of(folder, "nitf/nitf-3-*[0-9].xsd")
    if root.tag == "nitf":
        for element in root.iter("*"):
            if "}" not in element.tag:
                element.tag = f"{{{NITF_NAMESPACE}}}{element.tag}"
        yield Finding(
            "nitf-without-namespace",
            "warning",
            "the document is in no namespace, as NITF was before 3.4; it was checked as if it were in NITF's",
            Where(line=_line(root)),
            f'write <nitf xmlns="{NITF_NAMESPACE}">',
        )
    yield from _by_schema(root, file, places.NITF)


def _newsml_1(root: etree._Element, folder: Path) -> Iterator[Finding]:
    file = one_of(folder, "newsml-1.2/NewsMLv1.2.dtd")
    if "}" in root.tag:
        yield _note(
            "newsml-with-namespace", "the DTD knows no namespace; the document was checked without its own"
        )
        for element in root.iter("*"):
            element.tag = etree.QName(element).localname
        etree.cleanup_namespaces(root)
    for content in root.iter("DataContent"):
        # The DTD lets in anything it declares; what is carried here (XHTML, NITF) it does not declare.
        del content[:]
    judge = dtd(file)
    if not judge.validate(root):
        yield from _told(root, judge.error_log, places.NEWSML_1)


def _line(element: etree._Element) -> int | None:
    line: Any = element.sourceline
    return line if isinstance(line, int) else None


def _note(code: str, message: str) -> Finding:
    return Finding(code, "info", message)


def _by_schema(root: etree._Element, file: Path, known: Places) -> Iterator[Finding]:
    judge = xml_schema(file)
    if not judge.validate(root):
        yield from _told(root, judge.error_log, known)


def _told(root: etree._Element, log: Any, known: Places) -> Iterator[Finding]:
    before = ("", "")
    for number, entry in enumerate(log):
        if number == MAX_FAULTS:
            yield Finding("schema", "error", f"and {len(log) - number:,} faults more than are told here")
            return
        # libxml2 tells a value that breaks a facet twice: why, and that it is of no such type.
        if (
            entry.path == before[0]
            and entry.type_name.startswith("SCHEMAV_CVC_DATATYPE")
            and "FACET" in before[1]
        ):
            continue
        before = (entry.path or "", "FACET" if "[facet " in entry.message else "")
        element = _element(root, entry.path)
        attribute = _match(r"attribute '([^']+)'|attribute (\S+) of element", entry.message)
        field = field_of(element, known, attribute) if element is not None else ""
        message, fix = _in_words(entry.message, field)
        yield Finding("schema", "error", message, Where(line=entry.line or None, field=field), fix)


def _element(root: etree._Element, path: str | None) -> etree._Element | None:
    try:
        found = root.getroottree().xpath(path) if path else []
    except etree.XPathError:
        return None
    return found[0] if isinstance(found, list) and found and isinstance(found[0], etree._Element) else None


def _match(pattern: str, text: str) -> str:
    match = re.search(pattern, text)
    return next(filter(None, match.groups()), "") if match else ""


_NAMESPACES = re.compile(r"(?:##other|\*)?\{[^}]*\}\*,? ?|\{[^}]*\}")

_CONTENT = re.compile(r"Element (\S+) content does not follow the DTD, expecting (.*), got ?(.*)", re.S)


def _in_words(message: str, field: str) -> tuple[str, str]:
    """Return what libxml2 says in fewer words, and advice."""
    content = _CONTENT.match(message)
    if content:
        name, expected, got = (
            part.replace(" ,", ",").replace(" )", ")").strip() for part in content.groups()
        )
        held = got.strip("()")
        short = held if len(held) <= 200 else f"{held[:200]}…"
        return f"{name}: holds {short or 'nothing'}", f"expected in it: {re.sub(' (?=[?*+])', '', expected)}"
    text = _NAMESPACES.sub("", message)
    text = re.sub(r"^Element '([^']+)'(?:, attribute '([^']+)')?: (?:\[facet '\w+'\] )?", _subject, text)
    wanted = _match(r"[Ee]xpected is (?:one of )?\( ?([^)]*?),? ?\)", text)
    text = re.sub(r" Expected is (?:one of )?\([^)]*\)\.", "", text)
    part = f" (`{field}` of the release)" if field else ""
    if "not expected" in text:
        return (
            text,
            f"expected here: {wanted}" if wanted else "take it out, or put it where the standard has it",
        )
    if "Missing child" in text:
        return text, f"expected next: {wanted}"
    if "required but missing" in text:
        return text, f"it has to be given{part}"
    if "xs:dateTime" in text or "DateTime" in text:
        return text, "a moment such as 2026-03-02T09:00:00+01:00"
    return text, ""


def _subject(match: re.Match[str]) -> str:
    return f"{match.group(1)}/@{match.group(2)}: " if match.group(2) else f"{match.group(1)}: "
