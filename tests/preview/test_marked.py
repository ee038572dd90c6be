"""A text as numbered lines: every character of it stays, whatever the syntax, and none can become markup."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import pressrelease as pr
from pressrelease.formats.registry import DEFAULT, Format
from pressrelease.preview.marked import language_of, lines

LANGUAGES = ["", "xml", "html", "json", "yaml", "markdown"]


def words(marked: tuple[str, ...]) -> str:
    """Return what a reader sees of marked lines."""
    return "\n".join(html.unescape(re.sub(r"</?span[^>]*>", "", line)) for line in marked)


@pytest.mark.parametrize("language", LANGUAGES)
@given(
    text=st.text(
        st.characters(exclude_categories=["Cc", "Cs"], include_characters="\n\t<&>\"'-:#{}[]"), max_size=200
    )
)
def test_every_character_stays(language: str, text: str) -> None:
    assert words(lines(text, language)) == text.removesuffix("\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_becomes_markup(language: str) -> None:
    text = '<script>alert(1)</script>\n"><img src=x onerror=alert(1)>\n'
    assert set(re.findall(r"<(/?\w+)", "".join(lines(text, language)))) <= {"span", "/span"}


def test_front_matter_is_marked_as_yaml_and_the_story_as_markdown() -> None:
    assert lines("---\nheadline: Bay\n---\n# Bay\n", "markdown") == (
        "---",
        '<span class="name">headline</span>: Bay',
        "---",
        '<span class="heading"># Bay</span>',
    )


def test_control_characters_of_wires_are_shown() -> None:
    assert lines("\x01a\x7f\r\n\x03") == ("␁a␡␍", "␃")


@pytest.mark.parametrize(
    "fmt", [f for f in DEFAULT if isinstance(f, Format) and f.write], ids=lambda f: f.name
)
def test_what_each_format_writes_is_shown_whole(fmt: Format) -> None:
    release = pr.load("sample_releases/harbour-opening.md")
    text = pr.write(release, fmt.name, newsroom=pr.Newsroom.load("sample_releases")).text
    shown = "".join(lines(text, language_of(fmt.media_type)))
    assert html.unescape(re.sub(r"</?span[^>]*>", "", shown)).count("Kestrel") == text.count("Kestrel")
