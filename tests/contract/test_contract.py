"""The contract that every format keeps, ours and others'. A format's own test file holds only its oddities."""

from __future__ import annotations

import datetime as dt
import html
import re
from pathlib import Path

import pytest

import pressrelease as pr
from pressrelease.files import load_all
from pressrelease.formats.losses import leaves, losses, present
from pressrelease.formats.registry import DEFAULT, AnyFormat, Collection, Format, Head
from pressrelease.formats.table import markdown_table, reasons
from pressrelease.story import Story, Text, walk
from pressrelease.templating import builtin

ROOT = Path(__file__).parents[2]
NOW = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
HOUSE = pr.Newsroom.load(ROOT / "sample_releases")
SAMPLES = {e.path.name: e.release for e in load_all(HOUSE)}
WHOLE = {name: HOUSE.completed(release) for name, release in SAMPLES.items()}
EVERY = list(DEFAULT)
ONE = [f for f in EVERY if isinstance(f, Format)]
MANY = [f for f in EVERY if isinstance(f, Collection)]
AS_SET = re.compile(r"(^|\.)(layout|style)(\.|$)")


def named(formats: list[AnyFormat]) -> list[object]:
    return [pytest.param(f, id=f.name) for f in formats]


def written(fmt: AnyFormat, release: pr.Release) -> tuple[bytes, tuple[pr.Loss, ...]]:
    """Write one release in any format; a feed of one has the same paths as a document."""
    if isinstance(fmt, Format):
        made = pr.write(release, fmt.name, newsroom=HOUSE, now=NOW)
        return made.body, made.losses
    made = pr.write_all([release], fmt.name, newsroom=HOUSE, now=NOW)
    return made.body, tuple(
        pr.Loss(loss.path.removeprefix("0."), loss.reason, loss.instead) for loss in made.losses
    )


def fits(fmt: AnyFormat, release: pr.Release) -> bool:
    """A feed shows only what is public; of a withdrawn release a page shows only that it was withdrawn."""
    return release.is_public(NOW) or (isinstance(fmt, Format) and release.status == "usable")


def covered(path: str, lost: set[str]) -> bool:
    return any(path == p or path.startswith(f"{p}.") or p.startswith(f"{path}.") for p in lost)


@pytest.mark.parametrize("fmt", named([f for f in EVERY if isinstance(f, Collection) or f.read]))
@pytest.mark.parametrize("size", [400, 4000])
def test_a_document_is_recognised_by_its_head_even_when_it_ends_anywhere(fmt: AnyFormat, size: int) -> None:
    if isinstance(fmt, Format) and fmt.write is None:
        bodies = {n: pr.render(r, "gna-text", newsroom=HOUSE, now=NOW) for n, r in SAMPLES.items()}
        heads = {n: str(b).encode()[:size] for n, b in bodies.items()}
    else:
        heads = {n: written(fmt, r)[0][:size] for n, r in SAMPLES.items() if fits(fmt, r)}
    first = {n: DEFAULT.ranked(Head(head))[0][1].name for n, head in heads.items()}
    assert first == dict.fromkeys(heads, fmt.name)


@pytest.mark.parametrize(
    "fmt", named([f for f in EVERY if isinstance(f, Collection) or (f.read and f.write)])
)
@pytest.mark.parametrize("sample", list(SAMPLES))
def test_reading_back_changes_exactly_what_the_losses_name(fmt: AnyFormat, sample: str) -> None:
    release = WHOLE[sample]
    if not fits(fmt, release):
        return
    body, told = written(fmt, release)
    back = HOUSE.completed(next(pr.parse_all(body, fmt.name, newsroom=HOUSE)))
    before, after = dict(leaves(release)), dict(leaves(back))
    changed = {p for p in before if after.get(p) != before[p]} | {
        p for p in after if p not in before and not AS_SET.search(p)
    }
    lost = {loss.path for loss in told}
    assert sorted(p for p in changed if not covered(p, lost)) == [], "changed, and no loss says so"
    assert sorted(p for p in lost if not covered(p, changed)) == [], "said to be lost, and is there"


@pytest.mark.parametrize("fmt", named([f for f in EVERY if isinstance(f, Format) and f.write and not f.read]))
@pytest.mark.parametrize("sample", list(SAMPLES))
def test_a_format_that_is_only_written_shows_every_word_it_does_not_declare_lost(
    fmt: Format, sample: str
) -> None:
    """The judge knows nothing of the writer: it looks for words in the bytes, whatever the marks around them."""
    release = WHOLE[sample]
    if not fits(fmt, release):
        return
    made = pr.write(release, fmt.name, newsroom=HOUSE, now=NOW)
    text = html.unescape(re.sub(r"<[^>]*>", lambda tag: " " + tag.group() + " ", made.text))
    haystack = re.sub(r"\W+", " ", text).casefold()
    lost = {loss.path for loss in made.losses}
    missing = {}
    for path, value in leaves(release):
        if covered(path, lost) or AS_SET.search(path):
            continue
        words = (
            [t.text for b in value.blocks for t in walk(b) if isinstance(t, Text)]
            if isinstance(value, Story)
            else []
        )
        if isinstance(value, str):
            words = [value]
        for word in words:
            needle = re.sub(r"\W+", " ", word).strip().casefold()
            if needle not in haystack:
                missing[path] = word
    assert missing == {}


@pytest.mark.parametrize("fmt", named(EVERY))
def test_each_declared_gap_has_a_sample_that_falls_into_it(fmt: AnyFormat) -> None:
    idle = [p for p in fmt.cannot_carry if not any(any(present(r, p)) for r in WHOLE.values())]
    assert idle == []


@pytest.mark.parametrize("fmt", named([f for f in EVERY if f.template]))
def test_a_formats_template_stands_in_the_folder_of_its_group(fmt: AnyFormat) -> None:
    assert (builtin() / fmt.template).is_file()


@pytest.mark.parametrize("fmt", named(EVERY))
def test_equal_input_gives_equal_bytes(fmt: AnyFormat) -> None:
    release = SAMPLES["harbour-opening.md"]
    if isinstance(fmt, Format) and fmt.write is None:
        return
    assert written(fmt, release) == written(fmt, release)


@pytest.mark.parametrize("fmt", named(EVERY))
def test_the_losses_of_a_document_are_those_the_format_declares_and_more_only_at_run_time(
    fmt: AnyFormat,
) -> None:
    release = WHOLE["harbour-opening.md"]
    if isinstance(fmt, Format) and fmt.write is None:
        return
    told = {loss.path for loss in written(fmt, release)[1]}
    assert {loss.path for loss in losses(release, fmt)} <= told


def test_the_table_in_the_docs_is_made_from_the_formats() -> None:
    page = (ROOT / "docs" / "formats.md").read_text("utf-8")
    assert markdown_table(DEFAULT) in page, "run `make docs`"
    assert reasons(DEFAULT) in page, "run `make docs`"


def test_no_two_formats_share_a_name_and_each_names_its_group() -> None:
    assert len({f.name for f in EVERY}) == len(EVERY)
    assert {f.group for f in EVERY} == {"web", "text", "feed", "wire", "source"}
