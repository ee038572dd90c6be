"""The tree of a NewsML document, its elements by their bare names."""

from __future__ import annotations

import re

from lxml import etree

from pressrelease.findings import Finding
from pressrelease.formats import trees
from pressrelease.formats.registry import Source
from pressrelease.formats.wire.newsml_1_2.draft import LANG

_LANG = "{xml}lang"
"""What peers write that take the prefix `xml` for a namespace of its own."""
_NEWSML = re.compile(r"\{[^}]*newsml[^}]*\}", re.I)


def tree(source: Source) -> tuple[etree._Element, tuple[Finding, ...]]:
    """Return the root of a document, and what had to be repaired; raise InvalidXml where it cannot be read.

    NewsML's elements are in no namespace then; comments and instructions are gone.
    """
    root, findings = trees.tree(source)
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
    for element in root.iter(etree.Element):
        if _NEWSML.match(element.tag):
            element.tag = element.tag.rpartition("}")[2]
        if (language := element.get(_LANG)) and LANG not in element.attrib:
            element.set(LANG, language)
    return root, findings
