"""Any accent gives pages that can be read."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressrelease.newsroom import Look
from pressrelease.templating import Templates
from pressrelease.theme import (
    Item,
    Page,
    Picture,
    contrast,
    direction,
    language_name,
    palettes,
    size_words,
    style_sheet,
    values,
)


@given(st.integers(0, 0xFFFFFF).map("#{:06x}".format))
def test_whatever_the_accent_everything_that_is_read_has_a_contrast_of_seven_to_one(accent: str) -> None:
    for palette in palettes(accent):
        for colour in (palette.ink, palette.quiet, palette.accent, palette.strong):
            for ground in (palette.paper, palette.wash):
                assert contrast(colour, ground) >= 7, (colour, ground)


def test_an_accent_that_reads_well_stays_as_the_house_chose_it() -> None:
    assert palettes("#8a1c1c")[0].accent == "#8a1c1c"


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#ffffff") == 21
    assert round(contrast("#767676", "#ffffff"), 2) == 4.54


def test_the_style_sheet_asks_no_other_host_and_is_small() -> None:
    css = style_sheet(Look(), Templates())
    script = Templates().render("site/site.js", "text")
    assert re.findall(r"url\(|@import|//[a-z]", css) == []
    assert len(css) + len(script) < 50_000


def test_names_of_faces_are_set_as_strings_whatever_stands_in_them() -> None:
    css = style_sheet(Look(serif="Literata, 'Noto Serif", sans="Inter"), Templates())
    assert '--serif: "Literata","Noto Serif","Iowan Old Style"' in css
    assert '--sans: "Inter",Seravek' in css


@pytest.mark.parametrize(
    ("language", "runs"),
    [("ar", "rtl"), ("ar-Latn", "ltr"), ("az-Arab", "rtl"), ("de", "ltr"), ("he-IL", "rtl"), ("und", "ltr")],
)
def test_direction_is_that_of_the_script_then_of_the_language(language: str, runs: str) -> None:
    assert direction(language) == runs


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (999, "999 B"),
        (1_000, "1.0 kB"),
        (245_000, "245 kB"),
        (1_400_000, "1.4 MB"),
        (3_000_000_000, "3.0 GB"),
    ],
)
def test_sizes_are_told_in_units_of_ten(size: int, text: str) -> None:
    assert size_words(size) == text


def test_a_language_is_named_as_it_names_itself() -> None:
    names = [language_name(t) for t in ("de", "de-AT", "pt-BR", "tlh")]
    assert names == ["Deutsch", "Deutsch (AT)", "Português (BR)", "tlh"]


@pytest.mark.parametrize("srcset", ["", "dawn-480w.jpg 480w"])
def test_the_newest_release_of_a_list_offers_the_copies_of_its_picture(srcset: str) -> None:
    newest = Item("Harbour opens", "harbour/", image=Picture("dawn.jpg", "Dawn", 1600, 900, srcset))
    rest = dict.fromkeys(("heading", "description", "earlier", "later"), "")
    page = Templates().render(
        "site/index.html", "html", **values(Page("News"), newest=newest, items=(), **rest)
    )
    offered = f' srcset="{srcset}" sizes="(min-width: 760px) 760px, 100vw"' if srcset else ""
    assert f'<img src="dawn.jpg" alt="Dawn" width="1600" height="900"{offered}>' in page
