"""The verb: which rules run, how much they weigh, what is excused, and what stops a build."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

import pressrelease as pr
from pressrelease.checks import (
    Case,
    Hit,
    InvalidRule,
    Passage,
    Rules,
    UnknownProfile,
    UnknownRule,
    gate,
    judged,
)

NOW = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)
HOUSE = pr.Newsroom.parse(
    'title = "News"\nbase_url = "https://example.org/"\n[publisher]\nname = "Example Corp"\n'
)


def crowing(case: Case, *, word: str = "great") -> Iterator[Hit]:
    for passage in case.passages:
        if word in passage.words:
            at = passage.text.lower().index(word)
            yield passage.hit(f"“{word}”", at, at + len(word), instead="good")


CROWING = pr.Rule(id="crowing", group="editorial", severity="info", run=crowing)
ONLY = Rules(CROWING, others=False, groups=())
GREAT = pr.Release(headline="A great day", story="A great story.\n\nIt is huge.")


def house(**check: object) -> pr.Newsroom:
    """Return the house with these values in `[check]`."""
    return HOUSE.changed(check=HOUSE.check.changed(**check))


def found(release: pr.Release, newsroom: pr.Newsroom = HOUSE, rules: Rules = ONLY) -> list[tuple[str, str]]:
    return [(f.severity, f.where.field) for f in pr.check(release, newsroom=newsroom, now=NOW, rules=rules)]


def test_a_rule_from_outside_is_run_like_any_other() -> None:
    assert found(GREAT) == [("info", "headline"), ("info", "story.blocks.0")]
    every = [f.code for f in pr.check(GREAT, now=NOW, rules=Rules(CROWING))]
    assert every.count("crowing") == 2


def test_a_newsroom_turns_rules_off_weighs_them_and_sets_their_options() -> None:
    assert found(GREAT, house(off=("crowing",))) == []
    assert found(GREAT, house(severity={"crowing": "error"}))[0] == ("error", "headline")
    assert found(GREAT, house(options={"crowing": {"word": "huge"}})) == [("info", "story.blocks.1")]


def test_a_rule_that_is_off_runs_where_a_profile_or_the_newsroom_turns_it_on() -> None:
    quiet = Rules(
        pr.Rule(id="crowing", group="editorial", severity="info", run=crowing, on=False),
        others=False,
        groups=(),
    )
    assert found(GREAT, rules=quiet) == []
    assert len(found(GREAT, house(on=("crowing",)), quiet)) == 2
    strict = pr.Profile(name="strict", title="Strict", on=("crowing",))
    assert len(pr.check(GREAT, profile=strict, now=NOW, rules=quiet)) == 2


def test_the_newsroom_overrules_the_profile() -> None:
    strict = pr.Profile(name="strict", title="Strict", severity={"crowing": "error"})
    newsroom = house(severity={"crowing": "warning"})
    (first, *_) = pr.check(GREAT, newsroom=newsroom, profile=strict, now=NOW, rules=ONLY)
    assert first.severity == "warning"


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ({"off": ("crowin",)}, 'check.off: no such rule: found "crowin"\n  did you mean "crowing"?'),
        (
            {"options": {"crowing": {"wrod": "x"}}},
            'check.options.crowing.wrod: no such option: found "wrod"\n  did you mean "word"?',
        ),
        (
            {"options": {"crowing": {"word": 3}}},
            "check.options.crowing.word: not what this option holds: found 3, expected a text",
        ),
    ],
)
def test_what_a_newsroom_says_of_no_rule_is_an_error(told: dict[str, object], message: str) -> None:
    with pytest.raises(UnknownRule) as error:
        found(GREAT, house(**told))
    assert str(error.value) == message


def test_what_a_newsroom_says_of_no_rule_is_told_with_its_file_and_line(tmp_path: Path) -> None:
    file = tmp_path / "newsroom.toml"
    head = 'title = "N"\nbase_url = "https://example.org/"\npublisher = {name = "N"}\n'
    file.write_text(head + '[check]\noff = ["crowin"]\nseverity = {crowimg = "info"}\n')
    with pytest.raises(UnknownRule) as error:
        found(GREAT, pr.Newsroom.load(tmp_path))
    assert str(error.value) == (
        f'{file}:5: check.off: no such rule: found "crowin"\n  did you mean "crowing"?\n'
        f'{file}:6: check.severity: no such rule: found "crowimg"\n  did you mean "crowing"?'
    )
    file.write_text(head + '[check]\nprofile = "newsrom"\n')
    with pytest.raises(UnknownProfile) as unknown:
        pr.check(GREAT, newsroom=pr.Newsroom.load(tmp_path), now=NOW)
    assert str(unknown.value) == (
        f'{file}:5: check.profile: no such profile: found "newsrom"\n  did you mean "newsroom"?'
    )


def test_an_unknown_profile_is_an_error() -> None:
    with pytest.raises(UnknownProfile):
        pr.check(GREAT, profile="nobody", now=NOW)


def test_a_rule_without_an_id_or_a_page_is_refused() -> None:
    with pytest.raises(InvalidRule):
        pr.Rule(id="Crowing", group="editorial", severity="info", run=crowing)


def test_an_excuse_with_a_reason_excuses_one_rule_and_is_kept_beside_the_finding() -> None:
    excused = GREAT.changed(excuses={"crowing": "it is great"})
    judgment = judged(excused, now=NOW, rules=ONLY)
    assert judgment.findings == ()
    assert [(f.code, reason) for f, reason in judgment.excused] == [("crowing", "it is great")] * 2


def test_an_excuse_without_a_reason_excuses_nothing() -> None:
    codes = [f.code for f in pr.check(GREAT.changed(excuses={"crowing": ""}), now=NOW, rules=Rules(CROWING))]
    assert codes.count("crowing") == 2
    assert "excuse-without-reason" in codes


def test_an_excuse_stands_in_its_line_and_one_that_is_misspelled_is_told() -> None:
    text = "---\nheadline: One\nexcuses:\n  placeholder-txt: it is a name\n---\nWords.\n"
    (finding,) = (
        f for f in pr.check(pr.parse(text, "markdown"), source=text, now=NOW) if f.code == "excuse-unused"
    )
    assert (finding.where.line, finding.where.column) == (4, 3)
    assert (finding.message, finding.fix) == (
        "placeholder-txt is no rule",
        'did you mean "placeholder-text"?',
    )


@pytest.mark.parametrize("name", ["markdown", "yaml", "json", "newsml-g2", "nitf", "ninjs", "newsml-1.2"])
def test_excuses_survive_where_everything_does(name: str) -> None:
    release = pr.Release(
        id="tag:example.org,2026:1", headline="A", excuses={"time-without-zone": "local: as ever"}
    )
    assert pr.parse(pr.render(release, name, now=NOW), name).excuses == release.excuses


def test_a_gate_stops_public_releases_alone_and_only_where_the_newsroom_has_one() -> None:
    public = GREAT.changed(published=NOW - dt.timedelta(hours=1))
    strict = house(gate="info")
    assert len(gate(public, strict, now=NOW, rules=ONLY)) == 2
    assert gate(public, HOUSE, now=NOW, rules=ONLY) == []
    assert gate(public, house(gate="warning"), now=NOW, rules=ONLY) == []
    assert gate(public.changed(published=NOW + dt.timedelta(hours=1)), strict, now=NOW, rules=ONLY) == []


def test_equal_input_gives_equal_findings_in_the_order_of_the_source() -> None:
    text = "---\nheadline: A great day\n---\nA great story.\n"
    release = pr.parse(text, "markdown")
    first = pr.check(release, source=text, now=NOW, rules=ONLY)
    assert first == pr.check(release, source=text, now=NOW, rules=ONLY)
    assert [f.where.line for f in first] == [2, 4]


def test_an_edit_is_offered_only_where_the_very_words_stand_in_the_source() -> None:
    text = "---\nheadline: A great day\n---\nA *gr*eat story.\n"
    first, second = pr.check(pr.parse(text, "markdown"), source=text, now=NOW, rules=ONLY)
    assert first.edit == pr.Edit(16, 21, "good")
    assert second.edit is None


def test_what_is_said_in_quotes_is_left_out_of_the_words_outside() -> None:
    passage = Passage("story.blocks.0", "paragraph", "He said “a great day” today.", ((8, 21),))
    assert len(passage.outside) == len(passage.text)
    assert passage.outside.split("\0") == ["He said ", *[""] * 12, " today."]


def test_an_entry_point_that_is_no_rule_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = EntryPoint("odd", "json:dumps", "pressrelease.rules")
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: [entry])
    with pytest.raises(UnknownRule, match="an entry point that is no rule"):
        list(Rules())


def test_a_second_rule_of_one_id_is_refused() -> None:
    with pytest.raises(UnknownRule, match="two rules of one id"):
        list(Rules(CROWING, CROWING))


def test_of_very_many_findings_of_one_rule_the_first_hundred_are_told() -> None:
    many = pr.Release(headline="One", story="\n\n".join(["A great day."] * 150))
    told = pr.check(many, now=NOW, rules=ONLY)
    assert len(told) == 101
    assert sum(f.message == "more than 100 of these; the rest is left out" for f in told) == 1


def test_a_correction_leads_to_the_version_that_lies_beside_it_or_that_its_id_names() -> None:
    change = {"kind": "correction", "wrong": "Monday", "right": "Tuesday"}
    second = pr.Release(headline="Harbour", story="It opens.", version=2, change=change)

    def told(release: pr.Release, *others: pr.Release) -> list[str]:
        found = pr.check(release, others=others, now=NOW)
        return [f.code for f in found if f.code == "correction-without-link"]

    first = pr.Release(headline="Harbour", story="It opens.")
    assert told(second) == ["correction-without-link"]
    assert told(second, first) == told(second.changed(id="tag:example.org,2026:harbour")) == []
    assert told(second, second.changed(language="de")) == ["correction-without-link"]
    assert told(second.changed(change={"kind": "kill", "note": "Withdrawn."})) == []


def test_what_a_reader_noticed_is_told_with_its_place_and_can_be_excused() -> None:
    text = "Harbour opens\n\nThe harbour opened.\n\n\"We are glad' said Ada Byron, the harbour master.\n"
    reading = pr.read(text, "text")
    terms = {"source": text, "now": NOW, "rules": ONLY, "noticed": reading.findings}
    (finding,) = judged(reading.release, **terms).findings
    assert (finding.code, finding.where.line, finding.where.column) == ("mixed-quotation-marks", 5, 1)
    excused = reading.release.changed(excuses={"mixed-quotation-marks": "as printed"})
    assert judged(excused, **terms).findings == ()


def test_what_a_rule_of_the_same_name_tells_a_reader_need_not() -> None:
    noticed = [pr.Finding("crowing", "warning", "the reader's")]
    assert judged(pr.Release(headline="Calm"), now=NOW, rules=ONLY, noticed=noticed).findings == ()
