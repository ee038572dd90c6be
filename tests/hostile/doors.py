"""Where hostile input comes in, each door as the judges call it: one value in, what the library made of it out.

Texts go in by a reader, as they do in life: it repairs what a constructor would refuse.
"""

from __future__ import annotations

import json
from importlib import import_module

import yaml

import pressrelease as pr
from pressrelease.characters import one_line
from pressrelease.formats.registry import Unreadable
from pressrelease.markup.html import story_from_html
from pressrelease.markup.xhtml import xhtml
from pressrelease.markup.xml import xml_tree

# The judges fork for each file: what is loaded here is loaded once.
for _name, _data in {
    "json": b'{"headline": "Warm"}',
    "yaml": b"headline: Warm\n",
    "markdown": b"# Warm\n",
    "html": b"<!doctype html><h1>Warm</h1>",
}.items():
    pr.parse(_data, _name)

# Rooms load when first used, and the judges open a process for each input: loaded here, they load once.
for room in ("feed.rss", "feed.atom", "feed.jsonfeed", "wire.nitf"):
    import_module(f"pressrelease.formats.{room}")

HOUSE = pr.Newsroom(
    title="Port of Example", base_url="https://example.org", publisher={"name": "Port of Example"}
)


def release_of(text: str) -> pr.Release:
    """Return a release that holds `text` wherever words go."""
    headline = f"Some {text}"
    if not one_line(pr.cleaned(text)):
        text = headline  # of a text that vanishes nothing stands anywhere, and that is no structure moved
    # Whole in the headline, cut elsewhere: forty times 100,000 letters would only try the browser's patience.
    text = text[:2000]
    some = f"Some {text}"  # where a word is required: the text alone may be white space
    line = one_line(text)  # where paragraphs may stand, a break in it rightly makes a second one
    person = {"name": some, "role": text}
    words = [
        text,
        {"heading": some, "level": 2},
        {"paragraph": [{"strong": some}, {"link": some, "href": "https://example.org/"}, {"emphasis": some}]},
        {"quote": [some], "by": {"speaker": some, "role": text}},
        {"bullets": [some]},
        {"table": [[text]], "head": [[some]], "caption": text},
        {"figure": "images/quay.jpg", "alt": text, "caption": text, "credit": text},
    ]
    fields = {
        "id": "urn:example:1",
        "url": "https://example.org/1",
        "language": "en",
        "published": "2026-11-02T09:00:00Z",
        "headline": headline,
        "subheadline": text,
        "byline": text,
        "slugline": text,
        "editor_note": line,
        "keywords": [text],
        "subjects": [{"name": some}],
        "places": [{"name": some}],
        "people": [person],
        "organisations": [{"name": some}],
        "publisher": {"name": some},
        "contacts": [person],
        "notices": [{"kind": "other", "label": text, "text": f"Some {line}"}],
        "boilerplates": [{"heading": text, "story": words}],
        "rights": {"holder": text, "notice": text, "usage": line},
        "story": words,
    }
    return pr.parse(json.dumps(fields), "json")


def _out(release: pr.Release, name: str) -> str | bytes:
    return pr.render(release, name, newsroom=HOUSE)


# --- str in, HTML out ---------------------------------------------------------------------------------------


def page_of_text(text: str) -> str:
    """Any field of a release into a page."""
    return str(_out(release_of(text), "html"))


def fragment_of_text(text: str) -> str:
    """Any field of a release into a fragment."""
    return str(_out(release_of(text), "html-fragment"))


def page_of_markdown(text: str) -> str:
    """A Markdown body into a page."""
    return str(_out(pr.parse(f"---\nheadline: Hostile\n---\n\n{text}\n", "markdown"), "html"))


def fragment_of_markdown(text: str) -> str:
    """A Markdown body into a fragment."""
    return str(_out(pr.parse(f"---\nheadline: Hostile\n---\n\n{text}\n", "markdown"), "html-fragment"))


def page_of_html(text: str) -> str:
    """The article of an HTML page into a page."""
    page = f"<!doctype html><title>Hostile</title><article><h1>Hostile</h1>{text}</article>"
    return str(_out(pr.parse(page, "html"), "html"))


def sanitised(text: str) -> str:
    """HTML into a story and out again: what a page of others leaves behind, and twice is once."""
    return str(xhtml(story_from_html(text)[0]))


# --- str in, data out ---------------------------------------------------------------------------------------


def newsml_g2(text: str) -> str | bytes:
    """Any field into NewsML-G2."""
    return _out(release_of(text), "newsml-g2")


def nitf(text: str) -> str | bytes:
    """Any field into NITF."""
    return _out(release_of(text), "nitf")


def newsml_1_2(text: str) -> str | bytes:
    """Any field into NewsML 1.2."""
    return _out(release_of(text), "newsml-1.2")


def newsml_1_2_flat(text: str) -> str | bytes:
    """Any field into NewsML 1.2, its text NITF."""
    return pr.render(release_of(text), "newsml-1.2", newsroom=HOUSE, options={"body": "nitf"})


def ninjs(text: str) -> str | bytes:
    """Any field into ninjs 3.1, and the same release out of it."""
    return _there_and_back(text, "ninjs")


def ninjs_1_6(text: str) -> str | bytes:
    """Any field into ninjs 1.6, and the same release out of it."""
    return _there_and_back(text, "ninjs-1.6")


def _there_and_back(text: str, name: str) -> str | bytes:
    release = HOUSE.completed(release_of(text))
    body = _out(release, name)
    if pr.parse(body, name) != release:
        raise ValueError("another release came back")
    return body


def rss(text: str) -> str | bytes:
    """Any field into RSS."""
    return pr.render_all([release_of(text)], "rss", newsroom=HOUSE)


def atom(text: str) -> str | bytes:
    """Any field into Atom."""
    return pr.render_all([release_of(text)], "atom", newsroom=HOUSE)


def jsonfeed(text: str) -> str | bytes:
    """Any field into JSON Feed."""
    return pr.render_all([release_of(text)], "jsonfeed", newsroom=HOUSE)


def as_json(text: str) -> str | bytes:
    """Any field into JSON, and the same release out of it: a text of two lines may have another shape than one word."""
    release = release_of(text)
    body = _out(release, "json")
    if pr.parse(body, "json") != release:
        raise ValueError("another release came back")
    return body


# --- bytes in, a release out --------------------------------------------------------------------------------


def read_json(data: bytes) -> pr.Release:
    """A file said to be JSON."""
    return pr.parse(data, "json")


def read_ninjs(data: bytes) -> pr.Release:
    """A file said to be ninjs."""
    return pr.parse(data, "ninjs")


def read_yaml(data: bytes) -> pr.Release:
    """A file said to be YAML."""
    return pr.parse(data, "yaml")


def read_front_matter(data: bytes) -> pr.Release:
    """A file said to be Markdown, its front matter hostile."""
    return pr.parse(b"---\n" + data + b"\n---\nWords.\n", "markdown")


def read_page(data: bytes) -> pr.Reading:
    """A file said to be a page."""
    return pr.read(data, "html")


def read_newsml_1_2(data: bytes) -> pr.Reading:
    """A file said to be NewsML 1.2."""
    return pr.read(data, "newsml-1.2")


def read_xml(data: bytes) -> object:
    """A file said to be XML: no entity of its own, no file, no address."""
    return xml_tree(data)


def read_newsml_g2(data: bytes) -> list[pr.Reading]:
    """A file said to be NewsML-G2: an item, or a message of them."""
    return list(pr.read_all(data, "newsml-g2"))


def read_nitf(data: bytes) -> pr.Reading:
    """A file said to be NITF, and what is no NITF as the text of one."""
    try:
        return pr.read(data, "nitf")
    except Unreadable:
        body = data.split(b"?>", 1)[-1] if data.lstrip()[:5] == b"<?xml" else data
        return pr.read(b"<nitf><body><body.content>" + body + b"</body.content></body></nitf>", "nitf")


def read_feed(data: bytes) -> list[pr.Reading]:
    """A file said to be a feed: by each reader of feeds in turn."""
    for name in ("atom", "jsonfeed"):
        try:
            return list(pr.read_all(data, name))
        except pr.PressReleaseError:
            continue
    return list(pr.read_all(data, "rss"))


# --- known to be bad: each judge must say so ----------------------------------------------------------------


def bad_page(text: str) -> str:
    """Leave markup in a page as it came."""
    return f'<!doctype html><html lang="en"><title>Hostile</title><body>{text}'


def bad_xml(text: str) -> str:
    """Leave markup in XML as it came."""
    return f"<r>{text}</r>"


def bad_json(text: str) -> str:
    """Leave quotation marks in JSON as they came."""
    return f'{{"a": "{text}"}}'


def bad_reader(data: bytes) -> object:
    """Let a YAML library's own errors out, and its own limits (or none) hold."""
    return yaml.safe_load(data)


def read_iptc7901(data: bytes) -> object:
    """Any bytes, as a message of the byte wire."""
    return pr.read(data, "iptc7901")


def read_anpa1312(data: bytes) -> object:
    """Any bytes, as a message of the other byte wire."""
    return pr.read(data, "anpa1312")
