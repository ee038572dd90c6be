"""Reports for programs and code hosts: what the specifications ask for; and the excerpt that a person sees."""

from __future__ import annotations

import json
from typing import Any

import pytest

from pressrelease.checks import DEFAULT, Rules, fixed
from pressrelease.checks.report import Account, excerpt, github, sarif
from pressrelease.findings import Edit, Finding, Where

TEXT = "Eins\nDer „Preis“ ist TBC.\nDrei: 50 %, ja\n"
AT = Where("a b/ü.md", 2, 17, "story.blocks.0", length=3)
FOUND = Finding("placeholder-text", "error", "“TBC”, 50 %", AT, "write it", Edit(21, 24, "X"))
LOG = Account((FOUND, FOUND), ((FOUND, "a name"),), sources={"a b/ü.md": TEXT})


def only_run(account: Account) -> Any:
    log = json.loads(sarif(account))
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    return log["runs"][0]


def test_sarif_has_what_the_specification_and_code_hosts_require_of_rules() -> None:
    driver = only_run(LOG)["tool"]["driver"]
    assert driver["name"] == "pressrelease"
    assert [rule["id"] for rule in driver["rules"]] == list(DEFAULT.ids)
    for rule in driver["rules"]:
        assert rule["shortDescription"]["text"].endswith(".")
        assert rule["fullDescription"]["text"]
        assert rule["help"]["text"]
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")


def test_a_sarif_result_points_to_its_rule_and_its_place() -> None:
    run = only_run(LOG)
    result = run["results"][0]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "placeholder-text"
    assert (result["level"], result["message"]) == ("error", {"text": "“TBC”, 50 %: write it"})
    (location,) = result["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "a%20b/%C3%BC.md"},
        "region": {"startLine": 2, "startColumn": 17, "endLine": 2, "endColumn": 20},
    }
    assert run["columnKind"] == "unicodeCodePoints"


def test_an_edit_is_a_fix_in_sarif_and_an_excuse_a_suppression() -> None:
    first, second, excused = only_run(LOG)["results"]
    (fix,) = first["fixes"]
    ((replacement,),) = [change["replacements"] for change in fix["artifactChanges"]]
    assert replacement == {
        "deletedRegion": {"startLine": 2, "startColumn": 17, "endLine": 2, "endColumn": 20},
        "insertedContent": {"text": "X"},
    }
    assert "suppressions" not in first
    assert excused["suppressions"] == [{"kind": "inSource", "justification": "a name"}]
    assert first["partialFingerprints"] != second["partialFingerprints"]


def test_a_fingerprint_stays_where_lines_move() -> None:
    moved = Finding(FOUND.code, "error", FOUND.message, Where("a b/ü.md", 9, 1, "story.blocks.0"), FOUND.fix)
    prints = [only_run(Account((f,)))["results"][0]["partialFingerprints"] for f in (FOUND, moved)]
    assert prints[0] == prints[1]


def test_a_finding_without_a_line_or_a_rule_is_a_result_all_the_same() -> None:
    bare = Finding("from-a-reader", "info", "Odd", Where("x.md"))
    (result,) = only_run(Account((bare,), rules=Rules(others=False)))["results"]
    assert "ruleIndex" not in result
    assert result["level"] == "note"
    assert result["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "x.md"}}}]


def test_annotations_escape_what_workflow_commands_do_not_take() -> None:
    first, *_ = github(LOG).splitlines()
    assert first == (
        "::error file=a b/ü.md,line=2,col=17,endLine=2,endColumn=20,title=placeholder-text::“TBC”, 50 %25%0Awrite it"
    )
    odd = Finding("x", "info", "m", Where("a,b:c%.md"))
    assert github(Account((odd,))) == "::notice file=a%2Cb%3Ac%25.md,title=x::m"


def test_a_place_may_run_over_lines() -> None:
    text = "one two\nthree four\n"
    account = Account((), sources={"f": text})
    assert account.ends(Finding("x", "info", "m", Where("f", 1, 5, length=9))) == (2, 6)


@pytest.mark.parametrize(
    ("line", "where", "width", "shown"),
    [
        ("The fee is TBC.", Where("f", 1, 12, length=3), 80, ["    The fee is TBC.", "               ^^^"]),
        ("費用は TBC です", Where("f", 1, 5, length=3), 80, ["    費用は TBC です", "           ^^^"]),
        ("\tA\x1b[31m TBC", Where("f", 1, 9, length=3), 80, ["     A [31m TBC", "            ^^^"]),
        ("a" * 60 + " TBC " + "b" * 60, Where("f", 1, 62, length=3), 30, None),
        ("nothing", Where("f"), 80, []),
        ("nothing", Where("f", 7, 1), 80, []),
    ],
)
def test_an_excerpt_marks_the_words_and_fits_the_window(
    line: str, where: Where, width: int, shown: list[str] | None
) -> None:
    told = excerpt(line, where, width)
    if shown is None:
        assert all(len(row) <= width for row in told)
        at = told[1].index("^")
        assert told[0][at : at + 3] == "TBC"
    else:
        assert told == shown


def test_edits_are_made_in_order_and_never_overlap() -> None:
    edits = [Edit(4, 7, "two"), Edit(0, 3, "1"), Edit(6, 9, "x"), Edit(0, 3, "1"), Edit(90, 91, "y")]
    assert fixed("one TWO three", edits) == ("1 two three", 2)
