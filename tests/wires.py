"""Judges of wire documents that know the standards, and nothing of the writers."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hypothesis import settings
from lxml import etree

import pressrelease as pr
from pressrelease.characters import one_line
from pressrelease.formats.losses import leaves
from pressrelease.story import Attribution, Figure, Link, Quotation, Story, Text

enough = settings(max_examples=500) if os.environ.get("CI") else settings()
"""How many releases a wire format is tried on."""

NOW = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
OWN = "urn:pressrelease:1"
G2 = {"g": "http://iptc.org/std/nar/2006-10-01/", "h": "http://www.w3.org/1999/xhtml"}
NITF = {"n": "http://iptc.org/std/NITF/2006-10-18/"}
NAMES = {**G2, **NITF, "pr": OWN}
KINDS = [("newsml-g2", None), ("newsml-g2", {"body": "nitf"}), ("nitf", None)]

BASE = {"headline": "Harbour opens", "id": "tag:example.org,2026:harbour"}
WHOLE = pr.Release(
    **BASE,
    language="en-GB",
    version=2,
    change={"kind": "correction", "note": "A figure."},
    subheadline="At last",
    slugline="Harbour/Opening",
    byline="Ada Byron",
    summary="Short.",
    dateline={"places": [{"name": "Hamburg", "country": "DE"}], "date": "2026-03-02", "credit": "EXW"},
    story=[
        {"paragraph": [{"quotation": "Yes", "quote": "q1"}, " said ", {"speaker": "Jo Doe", "quote": "q1"}]}
    ],
    boilerplates=[{"heading": "About Port", "story": "A port."}],
    contacts=[{"name": "Pat Pier", "emails": ["pat@example.org"]}],
    notices=[{"kind": "liability", "heading": "Liability", "text": "None."}],
    publisher={"name": "Port", "isin": "US0000000001", "tickers": [{"exchange": "XNYS", "symbol": "PRT"}]},
    url="https://example.org/harbour",
    embargo={"until": "2026-12-01T09:00+01:00"},
    published="2026-03-02T08:00Z",
    expires="2027-03-02T08:00Z",
    subjects=["medtop:20000031"],
    keywords=["harbour"],
    places=[{"name": "Bremen"}],
    people=[{"name": "Jo Doe", "role": "master"}],
    organisations=[{"name": "Crane Works"}],
    assets=[{"href": "https://example.org/a.jpg", "alt": "A crane", "caption": "Up", "credit": "Photo"}],
    related=[{"href": "https://example.org/other", "title": "Other"}],
    translations=[{"language": "de", "href": "https://example.org/de", "title": "Hafen"}],
    rights={"holder": "Port", "notice": "© Port", "usage_terms": "Free.", "licence": "https://example.org/l"},
    urgency=4,
    genre="Statement",
    editor_note="Soon.",
)
"""A release that says something in nearly every place of a wire."""


class Judge:
    """The published schemas."""

    def __init__(self, schemas: Path) -> None:
        self.g2 = self._schema(schemas / "newsml-g2/NewsML-G2_2.35-spec-All-Power.xsd")
        self.both = self._schema(schemas / "newsml-g2/merged-g2-nitf.xsd")
        self.nitf = self._schema(schemas / "nitf/nitf-3-6.xsd")
        self.newsml12 = etree.DTD(str(schemas / "newsml-1.2/NewsMLv1.2.dtd"))

    @staticmethod
    def _schema(path: Path) -> etree.XMLSchema:
        return etree.XMLSchema(etree.parse(str(path)))

    def faults(self, document: etree._Element) -> list[str]:
        """Return what the schemas find wrong; NITF within G2 and NewsML 1.2 is judged too."""
        tag = etree.QName(document).localname
        if tag == "NewsML":
            return self._newsml12(document)
        judges = (self.nitf,) if tag == "nitf" else (self.g2, self.both)
        return [str(e) for j in judges if not j.validate(document) for e in j.error_log.filter_from_errors()]

    def _newsml12(self, document: etree._Element) -> list[str]:
        """Judge the envelope without what stands in DataContent, which the DTD leaves open, and NITF by itself."""
        envelope = etree.fromstring(etree.tostring(document))
        faults = []
        for content in envelope.iter("DataContent"):
            for inner in list(content):
                content.remove(inner)
                if inner.tag == "nitf":
                    text = etree.tostring(inner).replace(
                        b"<nitf", b'<nitf xmlns="%s"' % NITF["n"].encode(), 1
                    )
                    faults += self.faults(etree.fromstring(text))
        self.newsml12.validate(envelope)
        return faults + [str(e) for e in self.newsml12.error_log.filter_from_errors()]


def tree(release: pr.Release, name: str, options: Any = None, **more: Any) -> etree._Element:
    """Return `release` written and parsed strictly: no recovery, no entities, no network."""
    body = pr.render(release, name, now=NOW, options=options, **more)
    assert isinstance(body, bytes)
    return etree.fromstring(body, etree.XMLParser(resolve_entities=False, no_network=True, recover=False))


def stripped(document: etree._Element) -> etree._Element:
    """Return a copy without anything of our namespace; the text after an element of ours stays."""
    copy = etree.fromstring(etree.tostring(document))
    for element in list(copy.iter()):
        for name in [n for n in element.attrib if str(n).startswith(f"{{{OWN}}}")]:
            del element.attrib[name]
    for element in list(copy.iter(f"{{{OWN}}}*")):
        parent = element.getparent()
        if parent is None:
            continue
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + (element.tail or "")
        else:
            parent.text = (parent.text or "") + (element.tail or "")
        parent.remove(element)
    return copy


def without_ours(document: etree._Element) -> etree._Element:
    """Return a copy of a NewsML 1.2 document without our own properties, which are metadata of our own type."""
    copy = etree.fromstring(etree.tostring(document))
    ours = "starts-with(@FormalName, 'pressrelease:')"
    for element in copy.xpath(f"//Metadata[MetadataType[{ours}]] | //Property[{ours}]"):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    return copy


def found(document: etree._Element, path: str) -> list[str]:
    """Return the values an XPath finds, each as one line."""
    values = document.xpath(path, namespaces=NAMES)
    return [one_line(v if isinstance(v, str) else "".join(v.itertext())) for v in values]


def haystack(document: etree._Element) -> str:
    """Return every word of a document: its text, its attributes, and what stands in JSON within it."""
    texts = ["".join(document.itertext())]
    texts += [etree.QName(e).localname for e in document.iter("{*}correction")]  # its name says what it is
    for element in document.iter():
        values = [str(v) for v in element.attrib.values()]
        for value in (*values, element.text or ""):
            if value[:1] in ("{", "[", '"'):
                with contextlib.suppress(ValueError):
                    texts += _strings(json.loads(value))
        texts += [*values, element.text or ""]
    return one_line("\n".join(texts))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for k, v in value.items():
            yield k
            yield from _strings(v)
    elif isinstance(value, list):
        for v in value:
            yield from _strings(v)
    else:
        yield str(value)


def words_of(release: pr.Release) -> Iterator[tuple[str, str]]:
    """Yield every text of a release as (path, words): each field's, and each piece of its stories."""
    for path, value in leaves(release):
        if isinstance(value, Story):
            for node in value.walk():
                match node:
                    case Text():
                        yield path, node.text
                    case Quotation():
                        yield from ((path, mark) for mark in (node.opening, node.closing))
                    case Attribution():
                        yield from ((path, w) for w in (node.speaker, node.role, node.organisation))
                    case Link() if re.match(r"[a-z]+:", node.href):
                        yield path, node.href
                    case Figure():
                        yield from ((path, w) for w in (node.alt, node.credit))
        elif isinstance(value, str):
            yield path, value


def missing(release: pr.Release, document: etree._Element) -> list[tuple[str, str]]:
    """Return the texts of `release` that stand nowhere in `document`."""
    seen = haystack(document)
    return [(path, words) for path, words in words_of(release) if one_line(words) not in seen]
