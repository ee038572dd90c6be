"""Templates: escaped by syntax, overridden by block, told when wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

import pressrelease as pr


def override(folder: Path, text: str, name: str = "web/html.html") -> Path:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize("name", ["release.html.j2", "feed.rss", "x.atom.xml.jinja", "plain.txt"])
def test_escaping_is_set_by_the_syntax_whatever_the_file_is_called(tmp_path: Path, name: str) -> None:
    override(tmp_path, "{{ words }}", name)
    templates = pr.Templates(tmp_path)
    assert templates.render(name, "html", words="<b>") == "&lt;b&gt;"
    assert templates.render(name, "xml", words="<b>") == "&lt;b&gt;"
    assert templates.render(name, "text", words="<b>") == "<b>"


@pytest.fixture(scope="module")
def echo(tmp_path_factory: pytest.TempPathFactory) -> pr.Templates:
    folder = tmp_path_factory.mktemp("echo")
    override(folder, "{{ words }}", "echo.html")
    return pr.Templates(folder)


class _Text(str):
    """A text of a kind of its own."""


@given(words=st.one_of(st.text(), st.text().map(_Text), st.text().map(Markup), st.integers(), st.none()))
def test_what_a_template_puts_out_is_escaped_once(echo: pr.Templates, words: object) -> None:
    assert echo.render("echo.html", "html", words=words) == str(escape(words))


def test_a_block_is_overridden_alone_and_the_rest_stays(tmp_path: Path) -> None:
    override(tmp_path, '{% extends "builtin/web/html.html" %}{% block headline %}<h1>LOUD</h1>{% endblock %}')
    page = pr.render(
        pr.Release(headline="Quiet", subheadline="Beneath", language="en"), "html", templates=tmp_path
    )
    assert "<h1>LOUD</h1>" in page
    assert "Beneath" in page


def test_a_block_the_parent_does_not_have_is_told_with_its_near_match(tmp_path: Path) -> None:
    override(tmp_path, '{% extends "builtin/web/html.html" %}\n{% block headlines %}x{% endblock %}')
    with pytest.raises(pr.TemplateError) as told:
        pr.render(pr.Release(headline="Quiet"), "html", templates=tmp_path)
    assert str(told.value) == (
        f'{tmp_path}/web/html.html:2: no such block in the template it extends: found "headlines"\n'
        '  did you mean "headline"?'
    )


def test_a_template_that_does_not_parse_is_told_with_its_line(tmp_path: Path) -> None:
    override(tmp_path, "fine\n{% if %}")
    with pytest.raises(pr.TemplateError) as told:
        pr.render(pr.Release(headline="Quiet"), "html", templates=tmp_path)
    assert told.value.where.line == 2
    assert told.value.problem == "the template does not parse"


def test_what_a_template_raises_is_told_with_its_place(tmp_path: Path) -> None:
    override(tmp_path, "{{ 1 // 0 }}")
    with pytest.raises(pr.TemplateError, match="division"):
        pr.render(pr.Release(headline="Quiet"), "html", templates=tmp_path)


def test_a_template_in_the_text_of_a_release_stays_text() -> None:
    page = pr.render(pr.Release(headline="{{ 7 * 7 }}", language="en"), "html")
    assert "{{ 7 * 7 }}" in page


def test_a_theme_cannot_reach_files_outside_its_folders(tmp_path: Path) -> None:
    override(tmp_path, '{% include "../../../../../../etc/passwd" %}')
    with pytest.raises(pr.TemplateError, match="no such template"):
        pr.render(pr.Release(headline="Quiet"), "html", templates=tmp_path)


def digest_of(folder: Path, **templates: str) -> str:
    for name, source in templates.items():
        (folder / f"{name}.html").write_text(source)
    return pr.Templates(folder).digest("page.html")


@pytest.mark.parametrize(
    "tag",
    ['extends "part.html"', "include 'part.html'", 'from "part.html" import a', "import 'part.html' as p"],
)
def test_a_templates_digest_is_that_of_all_templates_it_names(tag: str, tmp_path: Path) -> None:
    page = f"{{% {tag} %}}"
    one = digest_of(tmp_path, page=page, part="{% macro a() %}1{% endmacro %}")
    assert one != digest_of(tmp_path, page=page, part="{% macro a() %}2{% endmacro %}")
    assert one == digest_of(tmp_path, page=page, part="{% macro a() %}1{% endmacro %}")


def test_what_a_comment_or_raw_text_names_is_no_part_of_a_template(tmp_path: Path) -> None:
    page = '{# {% extends "none.html" %} #}{% raw %}{% include "none.html" %}{% endraw %}'
    assert digest_of(tmp_path, page=page)


def test_a_template_named_by_a_value_is_refused_where_its_digest_is_asked_for(tmp_path: Path) -> None:
    with pytest.raises(pr.TemplateError, match="named by a value"):
        digest_of(tmp_path, page="{% extends chosen if chosen else 'part.html' %}")


def test_what_is_wrong_with_the_templates_of_a_folder_is_known_before_one_is_filled(tmp_path: Path) -> None:
    override(tmp_path, '{% extends "builtin/web/html.html" %}\n{% block headlin %}{% endblock %}')
    override(tmp_path, "{% if %}", "site/404.html")
    override(tmp_path, '{% include "site/nothing.html" %}', "site/index.html")
    override(tmp_path, '{% include "site/mine.html" %}', "site/term.html")
    override(tmp_path, "\n{% endfor %}", "site/mine.html")
    told = sorted(str(fault).replace(f"{tmp_path}/", "") for fault in pr.Templates(tmp_path).faults())
    assert [line.splitlines()[0] for line in told] == [
        "site/404.html:1: the template does not parse",
        'site/index.html: no such template: found "site/nothing.html"',
        "site/mine.html:2: the template does not parse",
        'web/html.html:2: no such block in the template it extends: found "headlin"',
    ]


def test_a_file_of_a_theme_from_which_nothing_is_made_is_known(tmp_path: Path) -> None:
    override(tmp_path, '{% include "site/mine.html" %}', "site/index.html")
    for name in (
        "site/mine.html",
        "site/indx.html",
        "site/.kept",
        "site/index.html~",
        "README.md",
        "assets/a.png",
    ):
        override(tmp_path, "x", name)
    assert pr.Templates(tmp_path).unused() == (
        (f"{tmp_path}/site/indx.html", 'did you mean "site/index.html"?'),
    )
    assert pr.Templates().unused() == ()
