"""The wire formats: documents a second written and read, and what that is beside others' work on the same documents.

    python benchmarks/wire.py [FORMAT …]

All of it is one rich release, in this process, turn by turn; medians of processor time, so that a busy machine changes
little. Writing is compared with making the same document by hand, XML with lxml, JSON with the standard library:

    tree    is handed the finished tree (names, attributes, texts) and only builds and serialises it: nothing is mapped,
            no word of a state, a notice or a contact is set. No writer of releases can be that fast.
    words   sets the words first (`outline`), since whoever builds by hand has to know what a reader sees; for JSON also
            the texts that stand in it, XHTML and plain: for XML they are part of the tree.

Reading NewsML-G2 is compared with `newsmlg2`, the standard's own library, and with lxml, which only parses.
"""

from __future__ import annotations

import datetime as dt
import gc
import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import NewsMLG2
from lxml import etree

import pressrelease as pr
from pressrelease.files import load
from pressrelease.formats.registry import DEFAULT, Format
from pressrelease.markup.plain import plain_text
from pressrelease.markup.xhtml import xhtml
from pressrelease.outline import outline

ROUNDS = 200
AIM_WRITTEN = 1.5
AIM_READ = 0.02
NOW = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
SAMPLES = Path(__file__).resolve().parent.parent / "sample_releases"
VARIANTS: tuple[tuple[str, dict[str, str]], ...] = (("newsml-g2", {"body": "nitf"}),)
"""Options that are measured beside a format's defaults."""

Tree = tuple[str, dict[str, str], str | None, str | None, Any, list[Any]]


def taken_apart(element: etree._Element, parent: etree._Element | None = None) -> Tree:
    """Return the tree of `element` as plain values: what the hand-built side starts from."""
    known = parent.nsmap if parent is not None else {}
    own = {k: v for k, v in element.nsmap.items() if known.get(k) != v}
    children = [taken_apart(child, element) for child in element]
    attributes = {str(k): str(v) for k, v in element.attrib.items()}
    return str(element.tag), attributes, element.text, element.tail, own, children


def built(tree: Tree) -> bytes:
    """Build and serialise the tree with lxml, as one would by hand."""
    tag, attributes, text, _, own, children = tree
    root = etree.Element(tag, attributes, nsmap=own)
    root.text = text
    for child in children:
        _grown(root, child)
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True))


def _grown(parent: etree._Element, tree: Tree) -> None:
    tag, attributes, text, tail, own, children = tree
    element = etree.SubElement(parent, tag, attributes, nsmap=own or None)
    element.text = text
    element.tail = tail
    for child in children:
        _grown(element, child)


def dumped(values: Any) -> str:
    """Serialise finished values, indented as ours are."""
    return json.dumps(values, ensure_ascii=False, indent=2)


def texts(release: pr.Release) -> tuple[str, str]:
    """Set what a reader sees, as XHTML and as plain text."""
    seen = outline(release, NOW)
    stories = [seen.story, *(section.story for section in seen.sections)]
    return "".join(map(xhtml, stories)), "\n\n".join(map(plain_text, stories))


def medians(*works: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """Return the median seconds (of processor time) of each of `works`, run turn by turn."""
    times: list[list[float]] = [[] for _ in works]
    gc.disable()
    for _ in range(rounds):
        for work, spent in zip(works, times, strict=True):
            start = time.process_time()
            work()
            spent.append(time.process_time() - start)
    gc.enable()
    return [statistics.median(spent) for spent in times]


def row(release: pr.Release, fmt: Format, options: dict[str, str] | None) -> str:
    """Return what there is to say of one format."""
    body = pr.render(release, fmt.name, now=NOW, options=options)
    works: list[Callable[[], object]] = [lambda: pr.render(release, fmt.name, now=NOW, options=options)]
    if fmt.read:
        works.append(lambda: pr.parse(body, fmt.name))
    if body[:5] in (b"<?xml", "<?xml"):
        root = etree.fromstring(body)
        # A comment or an instruction has no name; the hand-built side goes without.
        etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
        tree = taken_apart(root)
        works += [lambda: built(tree), lambda: (outline(release, NOW), built(tree))]
    elif fmt.media_type == "application/json":
        values = json.loads(body)
        works += [lambda: dumped(values), lambda: (texts(release), dumped(values))]
    written, *more = medians(*works)
    read = f"{1 / more.pop(0):>9,.0f}" if fmt.read else f"{'':>9}"
    ratios = "".join(f"{written / hand:>8.2f}" for hand in more)
    name = fmt.name + (f" {options['body']}" if options else "")
    return f"{name:16}{len(body):>8,}{1 / written:>11,.0f}{read}{ratios}"


def reading_g2(release: pr.Release) -> None:
    """Print what reading an item costs beside the standard's own library and bare lxml."""
    body = pr.render(release, "newsml-g2", now=NOW)
    assert isinstance(body, bytes)
    ours, theirs, bare = medians(
        lambda: pr.parse(body, "newsml-g2"),
        lambda: NewsMLG2.NewsMLG2Document(body).get_item(),
        lambda: etree.fromstring(body),
        rounds=ROUNDS // 4,
    )
    print(
        f"\nreading newsml-g2: ours {ours * 1e3:.2f} ms, newsmlg2 {theirs * 1e3:.2f}, lxml {bare * 1e3:.3f}"
    )
    print(f"beside newsmlg2 {ours / theirs:.3f} (aim: at most {AIM_READ}), beside lxml {ours / bare:.0f}")


def main() -> None:
    """Print a line for each format, and what reading NewsML-G2 costs."""
    newsroom = pr.Newsroom.load(SAMPLES)
    release = newsroom.completed(load(SAMPLES / "harbour-opening.md", newsroom=newsroom))
    wires = [f for f in DEFAULT if isinstance(f, Format) and f.group == "wire" and f.write]
    wanted = [f for f in wires if not sys.argv[1:] or f.name in sys.argv[1:]]
    print(f"{'':16}{'bytes':>8}{'written/s':>11}{'read/s':>9}{'tree':>8}{'words':>8}")
    for fmt in wanted:
        for options in (None, *(o for name, o in VARIANTS if name == fmt.name)):
            print(row(release, fmt, options), flush=True)
    print(f"{'aim: at most':44}{AIM_WRITTEN:>8.2f}")
    if any(f.name == "newsml-g2" and f.read for f in wanted):
        reading_g2(release)


if __name__ == "__main__":
    main()
