"""A rule's page: its module's docstring, taken apart.

The first line says what it finds, a paragraph why that matters. Headed parts follow, those in brackets where needed:
`Source:`, `Example:` (a release that must fire), `Use instead:` (one that must not), `Excuse it:`, [`Fix:`]; and what
the two releases are judged with: [`Newsroom:` (TOML), `Now:`, `Profile:`, `Earlier version:`, `Translation:`].
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from inspect import cleandoc
from textwrap import dedent

from pressrelease.errors import PressReleaseError, Problem, shown

_HEADS = (
    *("Source", "Example", "Use instead", "Excuse it", "Fix"),
    *("Newsroom", "Now", "Profile", "Earlier version", "Translation"),
)
_HEAD = re.compile(rf"^({'|'.join(_HEADS)}):(?: +(?=\S)|$)", re.M)
_NEEDED = ("Source", "Example", "Use instead", "Excuse it")


class InvalidPage(PressReleaseError):
    """A docstring that is no page of a rule."""


@dataclass(frozen=True, slots=True)
class Page:
    """Hold the page of a rule."""

    title: str
    """What it finds, in one line without a full stop."""
    why: str
    """What else is to be said of it, and why it matters."""
    source: str
    """Who says so: a standard, a law, a wire's guide."""
    example: str
    """A release as Markdown in which the rule fires."""
    instead: str
    """The same, mended: it does not fire."""
    excuse: str
    """When to excuse it."""
    fix: str = ""
    """What `check --fix` writes; empty: nothing."""
    newsroom: str = ""
    """The `newsroom.toml` of both."""
    now: str = ""
    """The moment at which both are judged."""
    profile: str = ""
    """The profile by which both are judged."""
    others: tuple[str, ...] = ()
    """Other releases of the newsroom: earlier versions, translations."""


def page_of(doc: str, rule: str) -> Page:
    """Return the page that the docstring `doc` is; raise InvalidPage with all that `rule` leaves out."""
    text = cleandoc(doc)
    head, *_ = _HEAD.split(text, maxsplit=1)
    title, _, why = head.partition("\n")
    parts: dict[str, list[str]] = {}
    pieces = _HEAD.split(text)[1:]
    for name, body in zip(pieces[::2], pieces[1::2], strict=True):
        parts.setdefault(name, []).append(dedent(body.strip("\n")).strip() + "\n")
    missing = [name for name in _NEEDED if name not in parts]
    if not title.strip() or not why.strip() or missing:
        said = ", ".join(missing) or "a title and why it matters"
        raise InvalidPage(
            Problem(
                "a page of a rule that says too little", found=shown(rule), expected=said,
                advice="it is the docstring of the module in which the rule's function stands",
            )
        )  # fmt: skip

    def one(name: str) -> str:
        return " ".join(parts.get(name, [""])[0].split())

    return Page(
        title=title.strip().removesuffix("."),
        why=why.strip(),
        source=one("Source"),
        example=parts["Example"][0],
        instead=parts["Use instead"][0],
        excuse=one("Excuse it"),
        fix=one("Fix"),
        newsroom=parts.get("Newsroom", [""])[0],
        now=one("Now"),
        profile=one("Profile"),
        others=(*parts.get("Earlier version", ()), *parts.get("Translation", ())),
    )
