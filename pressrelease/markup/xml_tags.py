"""An element of lxml, as the handlers of HTML see one."""

from __future__ import annotations

import functools

from lxml import etree

from pressrelease.markup.nitf import OWN

_PREFIXES = {"xml": "http://www.w3.org/XML/1998/namespace", "pr": OWN}
_SIBLINGS = 64
"""Siblings after our own mark that are looked at for its words."""


class XmlTag:
    """An element of lxml, as the handlers of HTML see one: names without namespaces, `xml:lang`, `pr:level`."""

    __slots__ = ("element", "name")

    def __init__(self, element: etree._Element, name: str) -> None:
        self.element = element
        self.name = name

    @property
    def contents(self) -> list[object]:
        """Its texts and elements."""
        found: list[object] = [self.element.text] if self.element.text else []
        for child in self.element:
            if isinstance(child.tag, str):
                found.append(XmlTag(child, local(child.tag)))
            if child.tail:
                found.append(child.tail)
        return found

    def get(self, key: str) -> str | None:
        """Return an attribute's value, or None."""
        return self.element.get(_full(key) if ":" in key else key)

    def has_attr(self, key: str) -> bool:
        """Return whether it has that attribute."""
        return self.get(key) is not None

    def get_text(self) -> str:
        """Return all words within it."""
        return _words(self.element)

    def follows(self, words: str) -> bool:
        """Return whether `words` are what is printed next after it, within its parent."""
        text = self.element.tail or ""
        for sibling, _ in zip(self.element.itersiblings(), range(_SIBLINGS), strict=False):
            if len(text) >= len(words):
                break
            if isinstance(sibling.tag, str):
                text += _words(sibling)
            text += sibling.tail or ""
        return text.startswith(words)


@functools.lru_cache(1024)
def local(tag: str) -> str:
    """Return the name of a tag without its namespace, in lower case."""
    return tag.rpartition("}")[2].lower()


def _words(element: etree._Element) -> str:
    if not len(element):
        return element.text or ""
    return str(etree.tostring(element, encoding="unicode", method="text", with_tail=False))


def _full(key: str) -> str:
    prefix, _, name = key.partition(":")
    return f"{{{_PREFIXES[prefix]}}}{name}"
