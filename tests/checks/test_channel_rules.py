"""Channel rules beyond their pages: languages, what they leave alone, what --fix makes of a source."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import pressrelease as pr
from pressrelease.checks import fixed

NOW = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)


def found(rule: str, text: str, **judged: object) -> list[pr.Finding]:
    """Return what `rule` finds in a Markdown file."""
    release = pr.parse(text, "markdown")
    return [f for f in pr.check(release, source=text, now=NOW, **judged) if f.code == rule]


def page(body: str, language: str = "en") -> str:
    return f"---\nheadline: One\nlanguage: {language}\n---\n{body}\n"


def mended(rule: str, text: str) -> str:
    """Return `text` with the edits that `rule` offers."""
    return fixed(text, [f.edit for f in found(rule, text) if f.edit])[0]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        *(("en", "Click here"), ("de", "hier"), ("fr", "Cliquez ici"), ("es", "aquí"), ("it", "Clicca qui")),
        *(("nl", "lees meer"), ("ar", "اضغط هنا"), ("fr", "En savoir plus »"), ("de", "Mehr erfahren …")),
    ],
)
def test_weak_words_are_known_in_every_language(language: str, words: str) -> None:
    (finding,) = found("weak-link-text", page(f"Preise: [{words}](https://a.example/x).", language))
    assert (finding.where.line, finding.where.column, finding.where.length) == (5, 10, len(words))


def test_words_that_name_what_is_there_are_not_weak() -> None:
    assert (
        found("weak-link-text", page("See [the prices here](https://a.example/x), or <https://a.example>."))
        == []
    )


def test_tracking_is_taken_out_of_links_printed_addresses_and_pictures_alone() -> None:
    text = page(
        "See [a](https://a.example/?utm_source=x#top), https://a.example/b?id=7&fbclid=1 and"
        " [c](https://a.example/?id=7&ref=home).\n\n![A crane](https://a.example/i.jpg?w=9&utm_medium=mail)"
    )
    assert mended("tracking-parameters", text) == page(
        "See [a](https://a.example/#top), https://a.example/b?id=7 and"
        " [c](https://a.example/?id=7&ref=home).\n\n![A crane](https://a.example/i.jpg?w=9)"
    )


def test_an_address_that_stands_twice_is_found_twice() -> None:
    link = "https://a.example/?utm_id=1"
    assert len(found("tracking-parameters", page(f"[One]({link}) and [two]({link})."))) == 2


def test_a_link_has_its_line_in_html_where_its_address_is_escaped() -> None:
    html = '<html><body><h1>One</h1>\n<p>See\n<a href="https://a.example/?id=1&amp;utm_id=2">it</a>.</p></body></html>'
    release = pr.parse(html, "html")
    (finding,) = (f for f in pr.check(release, source=html, now=NOW) if f.code == "tracking-parameters")
    assert finding.where.line == 3
    assert finding.edit is None


def test_joiners_stay_where_a_script_or_an_emoji_needs_them() -> None:
    assert (
        found("invisible-characters", page("می‌خواهم 👩‍🚀 \U0001f3f4\U000e0067\U000e0062\U000e007f", "fa"))
        == []
    )
    assert mended("invisible-characters", page("har\u200bbour\ufeff, so\u00adft")) == page("harbour, soft")


def test_words_of_another_script_are_no_confusion() -> None:
    assert found("confusable-characters", page("IT-компания, TNFα, µm, Σ and ΑΕΚ Athens; Москва Wi-Fi")) == []
    assert mended("confusable-characters", page("P\u0430yP\u0430l of 𝐍𝐨𝐰")) == page("PayPal of Now")


def test_the_signs_of_an_arabic_text_are_left_alone_where_they_are_closed() -> None:
    assert found("bidi-control", page("السعر \u2066EUR 5\u2069 اليوم", "ar")) == []
    assert [f.severity for f in found("bidi-control", page("السعر \u2066EUR 5 اليوم", "ar"))] == ["warning"]
    assert found("bidi-control", page("السعر \u202eEUR\u202c اليوم", "ar"))[0].severity == "error"


def test_what_was_garbled_is_told_and_accents_are_left_alone() -> None:
    assert mended("garbled-characters", page("KÃ¶ln, Andreâ€™s, â‚¬")) == page("Köln, Andre’s, €")
    assert mended("garbled-characters", page("FĂĽr RĂĽckfragen")) == page("Für Rückfragen")
    assert found("garbled-characters", page("À côté, Île, Ångström, SÃO PAULO, «Ä»", "fr")) == []


def test_a_template_of_the_house_that_leaves_a_notice_out_is_told(tmp_path: Path) -> None:
    (tmp_path / "newsroom.toml").write_text(
        'title = "N"\nbase_url = "https://example.org/"\n[publisher]\nname = "A"\n', "utf-8"
    )
    template = tmp_path / "templates" / "web" / "html.html"
    template.parent.mkdir(parents=True)
    template.write_text("<p>{{ release.headline }}</p>", "utf-8")
    house = pr.Newsroom.load(tmp_path)
    text = "---\nheadline: One\nnotices: [{kind: liability, text: Prices may change without warning.}]\n---\nWords.\n"
    wire = pr.Profile(name="w", title="W", formats=("html",))
    (finding,) = found("notice-lost", text, newsroom=house, profile=wire)
    assert (finding.severity, finding.where.line) == ("error", 3)


def test_a_credit_may_stand_in_the_caption() -> None:
    for caption in ("Foto: A. Byron", "The quay. © Example", "Photo by Ada Byron", "Crédit photo : A. Byron"):
        assert found("asset-credit-missing", page(f'![A](https://a.example/i.jpg "{caption}")')) == []
    assert len(found("asset-credit-missing", page('![A](https://a.example/i.jpg "The quay at night")'))) == 1
