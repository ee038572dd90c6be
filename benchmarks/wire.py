"""One NewsML-G2 item and one NITF document against plain lxml building of the same tree.

All run in this process, turn by turn, and the medians of many rounds are compared, in processor time: a busy machine
does not change them much. Two sides are built by hand:

    tree    is handed the finished tree (names, attributes, texts) and only builds and serialises it: nothing is mapped,
            no word of a state, a notice or a contact is set. No writer of releases can be that fast.
    words   calls `outline` first, since whoever builds by hand has to know what a reader sees, in which words.

    python benchmarks/wire.py
"""

from __future__ import annotations

import datetime as dt
import gc
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lxml import etree

import pressrelease as pr
from pressrelease.files import load
from pressrelease.outline import outline

ROUNDS = 300
AIM = 1.5
NOW = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
SAMPLES = Path(__file__).resolve().parent.parent / "sample_releases"

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


def medians(*works: Callable[[], object]) -> list[float]:
    """Return the median seconds (of processor time) of each of `works`, run turn by turn."""
    times: list[list[float]] = [[] for _ in works]
    gc.disable()
    for _ in range(ROUNDS):
        for work, spent in zip(works, times, strict=True):
            start = time.process_time()
            work()
            spent.append(time.process_time() - start)
    gc.enable()
    return [statistics.median(spent) for spent in times]


def main() -> None:
    """Print the figures for each format and body."""
    newsroom = pr.Newsroom.load(SAMPLES)
    release = newsroom.completed(load(SAMPLES / "harbour-opening.md", newsroom=newsroom))
    cases: list[tuple[str, str, dict[str, str] | None]] = [
        ("newsml-g2, XHTML body", "newsml-g2", None),
        ("newsml-g2, NITF body", "newsml-g2", {"body": "nitf"}),
        ("nitf", "nitf", None),
    ]
    print(f"{'':22}{'elements':>9}{'bytes':>8}{'ours':>11}{'tree':>11}{'ratio':>7}{'words':>11}{'ratio':>7}")
    for label, name, options in cases:
        body = pr.render(release, name, now=NOW, options=options)
        root = etree.fromstring(body)
        tree = taken_apart(root)

        def ours(name: str = name, options: dict[str, str] | None = options) -> object:
            return pr.render(release, name, now=NOW, options=options)

        def theirs(tree: Tree = tree) -> object:
            return built(tree)

        def with_words(tree: Tree = tree) -> object:
            outline(release, NOW)
            return built(tree)

        mine, replayed, hand = medians(ours, theirs, with_words)
        count = sum(1 for _ in root.iter())
        figures = "".join(f"{t * 1e6:>8.0f} µs{mine / t:>7.2f}" for t in (replayed, hand))
        print(f"{label:22}{count:>9}{len(body):>8}{mine * 1e6:>8.0f} µs{figures}")
    print(f"aim: at most {AIM}")


if __name__ == "__main__":
    main()
