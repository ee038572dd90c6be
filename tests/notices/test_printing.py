"""Notices on their own are set by templates: as HTML, as text, as lines of a wire."""

from __future__ import annotations

from pathlib import Path

from houses import TODAY, house

from pressrelease.notices import current, due, mail_footer, printed
from pressrelease.templating import Templates

HOUSE = house(publisher={"legal_name": "Hafen & Söhne GmbH"})


def test_html_is_escaped_and_says_its_language() -> None:
    assert printed(current(HOUSE, TODAY, language="en"), "html") == (
        '<section class="notice provider" id="de-prov-4" lang="en">\n'
        "<h2>Imprint</h2>\n"
        "<p>Hafen &amp; Söhne GmbH, Kai 1, 20457 Hamburg</p>\n"
        "<p>Represented by: Ada Byron</p>\n"
        "<p>E-mail: presse@hafen.example, Phone: +49 40 123</p>\n"
        "<p>HRB 1, Amtsgericht Hamburg, VAT: DE123</p>\n"
        "</section>\n"
        '<section class="notice editorial-responsibility" id="de-resp-4" lang="en">\n'
        "<p>Responsible for content: Bert Quay, Kai 1, 20457 Hamburg</p>\n"
        "</section>\n"
    )


def test_text_is_the_foot_of_a_mail() -> None:
    assert printed(mail_footer(HOUSE, TODAY.date()), "text") == (
        "Pflichtangaben\n"
        "Hafen & Söhne GmbH, Kai 1, 20457 Hamburg, Sitz: Hamburg\n"
        "Vertreten durch: Ada Byron\n"
        "E-Mail: presse@hafen.example, Telefon: +49 40 123\n"
        "HRB 1, Amtsgericht Hamburg, USt-IdNr.: DE123\n"
    )


def test_a_wire_has_a_line_for_each() -> None:
    assert printed(current(HOUSE, TODAY), "wire") == (
        "Impressum: Hafen & Söhne GmbH, Kai 1, 20457 Hamburg; Vertreten durch: Ada Byron;"
        " E-Mail: presse@hafen.example, Telefon: +49 40 123; HRB 1, Amtsgericht Hamburg, USt-IdNr.: DE123\n"
        "Verantwortlich für den Inhalt: Bert Quay, Kai 1, 20457 Hamburg\n"
    )


def test_what_only_informs_is_not_printed() -> None:
    assert printed(due(house(jurisdiction="US"), TODAY.date(), place="site"), "text") == ""


def test_a_house_may_set_them_by_a_template_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "notices").mkdir()
    (tmp_path / "notices/wire.txt").write_text(
        '{% extends "builtin/notices/wire.txt" %}{% block notice %}{{ notice.id }}\n{% endblock %}'
    )
    assert printed(current(HOUSE, TODAY), "wire", templates=Templates(tmp_path)) == "de-prov-4\nde-resp-4\n"
