"""The tree of a NewsML document, its elements by their bare names."""

from __future__ import annotations

import re

from lxml import etree

from pressrelease.errors import shown
from pressrelease.findings import Finding
from pressrelease.formats import trees
from pressrelease.formats.registry import Source
from pressrelease.formats.wire.newsml_1_2.draft import LANG, place

_ALL = frozenset(
    re.findall(
        r"\w+",
        """
    AdministrativeMetadata AssociatedWith ByLine Characteristics Comment ContentItem Contributor
    Copyright CopyrightDate CopyrightHolder CopyrightLine Creator CreditLine DataContent DateAndTime
    DateId DateLabel DateLine DateLineDate DerivedFrom Description DescriptiveMetadata Encoding EndDate
    FileName FirstCreated FormalName Format FutureStatus Genre Geography HeadLine Identification
    Instruction KeywordLine Label Language Limitations Location MediaType Metadata MetadataType MimeType
    NameLabel NewsComponent NewsEnvelope NewsIdentifier NewsItem NewsItemId NewsItemRef NewsItemType
    NewsLine NewsLineText NewsLineType NewsLines NewsManagement NewsML NewsProduct NewsService Notation
    OfInterestTo Party Priority Property Provider ProviderId PublicIdentifier RevisionHistory RevisionId
    RightsHolder RightsLine RightsMetadata Role SentFrom SentTo SeriesLine SizeInBytes SlugLine Source
    StartDate Status StatusWillChange SubHeadLine Subject SubjectCode SubjectDetail SubjectMatter
    SubjectQualifier ThisRevisionCreated Topic TopicOccurrence TopicSet TopicType Update Urgency
    UsageRights UsageType
    """,
    )
)
"""Elements that are read, by the names that the standard gives them."""
_NAMES: dict[str, str] = {name.lower(): name for name in _ALL} | {"descriptivemetada": "DescriptiveMetadata"}
_LANG = "{xml}lang"
"""What peers write that take the prefix `xml` for a namespace of its own."""
_NEWSML = re.compile(r"\{[^}]*newsml[^}]*\}", re.I)


def tree(source: Source) -> tuple[etree._Element, tuple[Finding, ...]]:
    """Return the root of a document, and what had to be repaired; raise InvalidXml where it cannot be read.

    NewsML's elements are in no namespace then; comments and instructions are gone.
    """
    root, findings = trees.tree(source)
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
    odd: dict[str, Finding] = {}
    for element in root.iter(etree.Element):
        if _NEWSML.match(element.tag):
            element.tag = element.tag.rpartition("}")[2]
        if (name := _misspelt(element)) and element.tag not in odd:
            message = f"an element {shown(element.tag)}; taken as {name}"
            odd[element.tag] = Finding("element-odd", "warning", message, place(element))
        element.tag = name or element.tag
        if (language := element.get(_LANG)) and LANG not in element.attrib:
            element.set(LANG, language)
    return root, (*findings, *odd.values())


def _misspelt(element: etree._Element) -> str:
    """Return the standard's name of an element that has it in other letters, as long as no content holds it."""
    around = element.getparent()
    if element.tag in _ALL or around is None or around.tag not in _ALL or around.tag == "DataContent":
        return ""
    return _NAMES.get(str(element.tag).lower(), "")
