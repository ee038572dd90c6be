"""feedgen 1.0.0 with its faults kept away from users: the one place that knows it.

feedgen builds the channel and the plain elements of each entry; what it cannot do, or does wrong, is put right in its
own tree by its own means: extensions, which it calls before it serialises. Each fault has a test of its name in
`tests/formats/feed/test_feedgen_traps.py`.
"""

from __future__ import annotations

import datetime as dt
import email.utils
import urllib.parse
from collections.abc import Sequence
from typing import Any

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from feedgen.feed import FeedGenerator
from lxml import etree
from markupsafe import Markup, escape

from pressrelease.characters import paragraphs
from pressrelease.formats.feed._categories import Category, rss_pair
from pressrelease.formats.feed._channel import GENERATOR, Channel
from pressrelease.formats.feed._items import EPOCH, Item, LinkTo
from pressrelease.formats.feed._namespaces import ATOM, DC, DCTERMS, MEDIA, RSL, TOMBSTONES, XML
from pressrelease.formats.feed._rss_media import add_media
from pressrelease.model import Release

_LOGOS = (".png", ".jpg", ".jpeg", ".gif")
"""What RSS 2.0 allows as a channel's image."""


def rss(channel: Channel, items: Sequence[Item]) -> bytes:
    """Return an RSS 2.0 feed of `items`, in their order."""
    feed = _feed(channel, items, _RssChannel, _RssItem)
    feed.docs("")
    if channel.logo.lower().endswith(_LOGOS):
        feed.logo(channel.logo)
    for item in items:
        _rss_entry(feed, item)
    return bytes(feed.rss_str())


def atom(channel: Channel, items: Sequence[Item], withdrawn: Sequence[tuple[dt.datetime, Release]]) -> bytes:
    """Return an Atom feed of `items`, in their order; the `withdrawn` become deleted entries (RFC 6721)."""
    feed = _feed(channel, items, _AtomFeed, _AtomEntry)
    feed.house.withdrawn = withdrawn
    feed.id(channel.id)
    feed.updated(channel.updated or EPOCH)
    feed.author(_plain(name=channel.author, uri=channel.author_uri))
    if channel.hub:
        feed.link(href=channel.hub, rel="hub")
    if channel.logo:
        feed.logo(channel.logo)
    for item in items:
        _atom_entry(feed, item)
    return bytes(feed.atom_str())


class _Generator(FeedGenerator):  # type: ignore[misc] # feedgen is not typed
    """feedgen's generator with our extension as `.house`."""

    def __init__(self) -> None:
        super().__init__()
        # To print this one date feedgen would set the locale of the whole process, for all threads: we print it.
        self._FeedGenerator__rss_lastBuildDate = None


def _feed(channel: Channel, items: Sequence[Item], of_feed: type[Any], of_entry: type[Any]) -> Any:
    feed = _Generator()
    feed.register_extension("house", of_feed, of_entry)
    feed.house.channel = channel
    feed.house.has_media = any(item.media for item in items)
    feed.title(channel.title)
    feed.description(channel.description)
    feed.generator(GENERATOR)
    # The last link becomes the channel's own in RSS: the page, not the feed.
    if channel.self_url:
        feed.link(href=channel.self_url, rel="self", type=of_feed.media_type)
    if channel.home:
        feed.link(href=channel.home, rel="alternate", type="text/html")
    if channel.language:
        feed.language(channel.language)
    if channel.rights:
        feed.rights(channel.rights)
    return feed


# --- RSS --------------------------------------------------------------------------------------------------------------


class _RssChannel(BaseExtension):  # type: ignore[misc]
    media_type = "application/rss+xml"
    channel: Channel
    has_media: bool

    def extend_ns(self) -> dict[str, str]:
        about = self.channel
        return {
            "dc": DC,
            "dcterms": DCTERMS,
            **({"media": MEDIA} if self.has_media else {}),
            **({"rsl": RSL} if about.permits or about.prohibits else {}),
        }

    def extend_rss(self, root: etree._Element) -> etree._Element:
        channel = root[0]
        if self.channel.updated:
            etree.SubElement(channel, "lastBuildDate").text = rfc822(self.channel.updated)
        if self.channel.hub:
            etree.SubElement(channel, f"{{{ATOM}}}link", rel="hub", href=self.channel.hub)
        return root


class _RssItem(BaseEntryExtension):  # type: ignore[misc]
    item: Item
    channel: Channel

    def extend_rss(self, entry: etree._Element) -> etree._Element:
        item = self.item
        if item.url:
            etree.SubElement(entry, "link").text = item.url
        if item.published:
            etree.SubElement(entry, "pubDate").text = rfc822(item.published)
        if item.updated and item.updated != item.published:
            etree.SubElement(entry, f"{{{DCTERMS}}}modified").text = item.updated.isoformat()
        for name, text in (
            ("creator", item.author),
            ("publisher", item.publisher),
            ("language", item.language),
            ("rights", item.rights),
        ):
            if text:
                etree.SubElement(entry, f"{{{DC}}}{name}").text = text
        for category in item.categories:
            _rss_category(entry, category)
        file = item.enclosure
        if file is not None:
            etree.SubElement(entry, "enclosure", url=file.href, length=str(file.size), type=file.type)
        _add_links(entry, f"{{{ATOM}}}link", item.links)
        add_media(entry, item.media)
        _add_terms(entry, item.url, self.channel)
        return entry


def _add_terms(entry: etree._Element, url: str, channel: Channel) -> None:
    """Add what machines may do with the page at `url` (RSL 1.0, 4.7: of the feed's own host only)."""
    host = urllib.parse.urlsplit(channel.self_url or channel.home)[:2]
    if not url or urllib.parse.urlsplit(url)[:2] != host or not (channel.permits or channel.prohibits):
        return
    content = etree.SubElement(entry, f"{{{RSL}}}content", url=url)
    licence = etree.SubElement(content, f"{{{RSL}}}license")
    for name, usages in (("permits", channel.permits), ("prohibits", channel.prohibits)):
        if usages:
            etree.SubElement(licence, f"{{{RSL}}}{name}", type="usage").text = usages


def _rss_entry(feed: Any, item: Item) -> None:
    # Appended: by itself feedgen turns the order round.
    entry = feed.add_entry(order="append")
    entry.house.item = item
    entry.house.channel = feed.house.channel
    entry.title(item.title)
    entry.guid(item.id, permalink=item.id == item.url)
    if item.full:
        entry.content(item.body.html, type="CDATA")
        if item.summary:
            # Not `description()`: that would put the summary in the body's place.
            entry.summary(as_html(item.summary))
    else:
        entry.summary(item.body.html)


def _rss_category(entry: etree._Element, c: Category) -> None:
    """Add a category: a subject that has a name alone is Dublin Core's, and so no keyword."""
    text, domain = rss_pair(c)
    if c.label == c.term:
        etree.SubElement(entry, f"{{{DC}}}subject").text = c.term
    else:
        etree.SubElement(entry, "category", {"domain": domain} if domain else {}).text = text


def as_html(text: str) -> str:
    """Return plain `text` as the HTML that a description holds."""
    parts = paragraphs(text)
    if len(parts) == 1:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return str(Markup("").join(Markup("<p>{}</p>").format(escape(p)) for p in parts))


def rfc822(moment: dt.datetime) -> str:
    """Return `moment` as RFC 822 has it, with a numeric offset: names of zones mislead readers."""
    return email.utils.format_datetime(moment)


# --- Atom -------------------------------------------------------------------------------------------------------------


class _AtomFeed(BaseExtension):  # type: ignore[misc]
    media_type = "application/atom+xml"
    channel: Channel
    has_media: bool
    withdrawn: Sequence[tuple[dt.datetime, Release]] = ()

    def extend_ns(self) -> dict[str, str]:
        tombs = {"at": TOMBSTONES} if self.withdrawn else {}
        return {"dc": DC, **({"media": MEDIA} if self.has_media else {}), **tombs}

    def extend_atom(self, feed: etree._Element) -> etree._Element:
        for moment, release in self.withdrawn:
            gone = etree.SubElement(
                feed,
                f"{{{TOMBSTONES}}}deleted-entry",
                ref=iri(release.id or release.url),
                when=moment.isoformat(),
            )
            if release.change.note:
                etree.SubElement(gone, f"{{{TOMBSTONES}}}comment").text = release.change.note
        return feed


class _AtomEntry(BaseEntryExtension):  # type: ignore[misc]
    item: Item

    def extend_atom(self, entry: etree._Element) -> etree._Element:
        item = self.item
        if item.language:
            entry.set(f"{{{XML}}}lang", item.language)
        # feedgen loses every attribute of a link but its address: all are written anew.
        for link in entry.findall("link"):
            entry.remove(link)
        if item.url:
            etree.SubElement(entry, "link", rel="alternate", type="text/html", href=item.url)
        _add_links(entry, "link", item.links)
        file = item.enclosure
        if file is not None:
            etree.SubElement(
                entry, "link", rel="enclosure", type=file.type, href=file.href, length=str(file.size)
            )
        if item.publisher:
            etree.SubElement(entry, f"{{{DC}}}publisher").text = item.publisher
        add_media(entry, item.media)
        return entry


def _atom_entry(feed: Any, item: Item) -> None:
    entry = feed.add_entry(order="append")
    entry.house.item = item
    entry.id(iri(item.id))
    entry.title(item.title)
    entry.updated(item.updated or EPOCH)
    if item.published:
        entry.published(item.published)
    if item.url:
        entry.link(href=item.url, rel="alternate")
    if item.full or not item.url:
        # An entry without a page must have its content within it (RFC 4287, 4.1.2).
        entry.content(item.body.html, type="html")
    if not item.full and item.url:
        entry.summary(item.body.html, type="html")
    elif item.summary:
        entry.summary(item.summary, type="text")
    if item.author:
        entry.author(_plain(name=item.author, uri=item.author_uri))
    if item.rights:
        entry.rights(item.rights)
    entry.category([_plain(term=c.term, scheme=c.scheme, label=c.label) for c in item.categories])


def iri(identifier: str) -> str:
    """Return `identifier` as the IRI that Atom asks for (RFC 4287, 4.2.6); one that is none becomes a URN."""
    scheme, mark, rest = identifier.partition(":")
    if (
        mark
        and rest
        and scheme[:1].isalpha()
        and scheme.isascii()
        and not set(identifier) & set(' <>"{}|\\^`')
    ):
        return identifier
    return URN + urllib.parse.quote(identifier, safe="")


URN = "urn:x-pressrelease:"
"""Before ids that are no IRI."""


def _add_links(entry: etree._Element, name: str, links: Sequence[LinkTo]) -> None:
    for link in links:
        attributes = _plain(rel=link.rel, href=link.href, hreflang=link.language, title=link.title)
        etree.SubElement(entry, name, attributes)


def _plain(**values: str) -> dict[str, str]:
    return {name: value for name, value in values.items() if value}
