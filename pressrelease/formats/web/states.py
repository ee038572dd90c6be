"""The states of a release on its page: embargoed until when, what a correction changed, why it was withdrawn."""

from __future__ import annotations

import urllib.parse
from dataclasses import dataclass

from markupsafe import Markup, escape

from pressrelease.formats.web.marks import iso, marked, moment_element
from pressrelease.model import Release
from pressrelease.outline import Outline
from pressrelease.patterns import filled
from pressrelease.wording import moment_words, wording


@dataclass(frozen=True, slots=True)
class StateLine:
    """A state of the release and what it says."""

    kind: str
    label: str
    words: tuple[Markup, ...]
    at: str = ""
    iso: str = ""


def state_lines(release: Release, outline: Outline, zone: str, story_words: str) -> tuple[StateLine, ...]:
    """Return the states of `outline` in order; what changed stands marked in the one that is about the change."""
    w = wording(release.language)
    found = []
    change = release.change
    for state in outline.states:
        if state.kind == "embargo":
            embargo = release.embargo
            printed = (marked(embargo.printed, "embargo.printed"),) if embargo and embargo.printed else ()
            label = escape(state.label)
            if embargo and printed and state.label == embargo.printed:
                label, printed = printed[0], ()
            if embargo and embargo.until:
                said = escape(moment_words(embargo.until, release.language, zone))
                label = Markup(label.replace(said, moment_element(embargo.until, release.language, zone)))
            found.append(StateLine(state.kind, label, printed))
            continue
        lines = [marked(p, "change.note") for p in change.note.split("\n\n") if p]
        if change.wrong or change.right:
            key = (
                "wrong_right"
                if change.wrong and change.right
                else "wrong_only"
                if change.wrong
                else "right_only"
            )
            lines.append(_wrong_right(w.words[key], change.wrong, change.right, story_words))
        at = change.at or release.updated
        found.append(
            StateLine(
                state.kind,
                state.label,
                tuple(lines),
                moment_words(at, release.language, zone) if at else "",
                iso(at) if at else "",
            )
        )
    return tuple(found)


def _wrong_right(pattern: str, wrong: str, right: str, story_words: str) -> Markup:
    """Say what was wrong and what is right; the right words lead to their place in the story."""
    new = marked(right, "change.right", "ins")
    if right and right in story_words:
        fragment = urllib.parse.quote(right[:300], safe="").replace("-", "%2D")
        new = Markup('<a href="#:~:text={}">{}</a>').format(fragment, new)
    old = marked(wrong, "change.wrong", "del")
    return Markup(filled(str(escape(pattern)), {"wrong": str(old), "right": str(new)}))
