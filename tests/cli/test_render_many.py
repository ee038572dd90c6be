"""`pressrelease render` of many releases: a stream, a feed, or a file each; bad ones told, the rest written."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from outside import ending

ROOT = Path(__file__).parents[2]
GOOD = [
    json.dumps({"headline": f"Release {n}", "slug": f"release-{n}", "story": "Words."}) for n in (1, 2, 3)
]
MIXED = "\n".join([GOOD[0], '{"headline": "", "version": 1}', *GOOD[1:]]).encode()
TOLD = "item 2: headline: empty: expected a text\n  write one in the field `headline` (or `title`)"


def run(*args: str | Path, given: bytes = b"") -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "pressrelease", "render", *map(str, args)],
        input=given,
        capture_output=True,
        check=False,
        env={**os.environ, "NO_COLOR": "1", "PYTHONPATH": str(ROOT)},
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def headlines(text: str) -> list[str]:
    return [json.loads(line)["headline"] for line in text.splitlines()]


def test_a_stream_goes_through_and_a_bad_item_is_told_with_its_place() -> None:
    status, out, err = run("-", "--to", "json", given=MIXED)
    assert (status, headlines(out)) == (2, ["Release 1", "Release 2", "Release 3"])
    assert err == f"error: standard input:2: {TOLD}\n"


def test_a_stream_in_a_file_is_written_to_a_file(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text("\n".join(GOOD))
    status, out, err = run(tmp_path / "in.jsonl", "--to", "json", "-o", tmp_path / "out.jsonl")
    assert (status, out, err) == (0, "", "")
    assert headlines((tmp_path / "out.jsonl").read_text()) == ["Release 1", "Release 2", "Release 3"]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in.jsonl", "out.jsonl"]


def test_a_folder_gets_a_file_for_each_in_order(tmp_path: Path) -> None:
    status, out, err = run("-", "--to", "plain", "-o", f"{tmp_path}/new/", given=MIXED)
    assert (status, out) == (2, "")
    assert TOLD in err
    files = sorted((tmp_path / "new").iterdir())
    assert [f.name for f in files] == [f"0000{n}-release-{n}.plain.txt" for n in (1, 2, 3)]
    assert files[2].read_text().startswith("Release 3")


def test_versions_of_one_release_are_told_apart_by_their_files_names(tmp_path: Path) -> None:
    given = "\n".join(
        json.dumps({"headline": "A", "slug": "merger", "version": v, "story": "B."}) for v in (1, 2)
    )
    assert run("-", "--to", "plain", "-o", f"{tmp_path}/new/", given=given.encode())[0] == 0
    names = sorted(file.name for file in (tmp_path / "new").iterdir())
    assert names == ["00001-merger.plain.txt", "00002-merger-v2.plain.txt"]


def test_a_feed_takes_all_that_a_stream_holds() -> None:
    given = "\n".join(
        g.replace('"story"', '"published": "2026-01-01T00:00Z", "story"') for g in GOOD
    ).encode()
    status, out, _ = run("-", "--to", "jsonfeed", "--newsroom", ROOT / "sample_releases", given=given)
    assert (status, len(json.loads(out)["items"])) == (0, 3)


def test_a_format_of_one_refuses_many_and_says_where_they_can_go() -> None:
    status, out, err = run("-", "--to", "plain", given=MIXED)
    assert (status, out) == (2, "")
    assert (
        "error: plain holds one release: found several releases\n  `--out FOLDER/` writes a file for each; "
        in err
    )


def test_a_file_of_one_bad_release_writes_nothing(tmp_path: Path) -> None:
    status, out, err = run("-", "--to", "json", "-o", tmp_path / "out.json", given=b'{"headline": ""}')
    assert (status, out, err) == (2, "", f"error: standard input:1: {TOLD[8:]}\n")
    assert list(tmp_path.iterdir()) == []


def test_a_release_that_cannot_be_written_is_told_with_its_place_in_the_stream(tmp_path: Path) -> None:
    named = [g.replace('"slug"', '"id": "tag:example.org,2026:x", "slug"') for g in GOOD]
    given = "\n".join([named[0], '{"headline": ""}', GOOD[1], named[2]]).encode()
    status, out, err = run("-", "--to", "newsml-g2", "-o", f"{tmp_path}/", given=given)
    assert (status, out) == (2, "")
    places = [line.partition(": item ")[2][:1] for line in err.splitlines() if line.startswith("error")]
    assert places == ["2", "3"]
    assert [p.name[:15] for p in sorted(tmp_path.iterdir())] == ["00001-release-1", "00002-release-3"]


def test_a_report_as_json_counts_and_prints_no_document() -> None:
    status, out, err = run("-", "--to", "json", "--json", given=MIXED)
    told = json.loads(out)
    assert (status, told["releases"], told["failed"], told["read"]) == (2, 3, 1, ["json"])
    assert TOLD in err


def test_a_pipe_that_stays_open_is_read_and_written_as_it_comes() -> None:
    command = [sys.executable, "-m", "pressrelease", "render", "-", "--from", "json", "--to", "json"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    with (
        ending(),
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env) as process,
    ):
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write("".join(f"{g}\n" for g in GOOD).encode())
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["headline"] == "Release 1"
        process.stdin.close()
        assert headlines(process.stdout.read().decode()) == ["Release 2", "Release 3"]


def test_formats_tell_which_have_streams() -> None:
    command = [sys.executable, "-m", "pressrelease", "formats", "--json"]
    rows = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    assert {r["name"]: r["holds"] for r in rows if r["name"] in ("json", "rss", "plain")} == {
        "json": "both",
        "rss": "many",
        "plain": "one",
    }


HIDDEN = [
    {"headline": "A", "embargo": {"until": "2027-01-01T09:00Z"}},
    {"headline": "B", "embargo": {"until": "2027-01-02T09:00Z"}},
    {"headline": "C", "embargo": {}},
    {"headline": "D", "status": "withheld"},
    {"headline": "E", "published": "2026-01-01T00:00Z", "expires": "2026-02-01T00:00Z"},
    {"headline": "F", "slug": "f", "published": "2026-01-01T00:00Z"},
]


def test_a_feed_tells_what_it_leaves_out_and_why(tmp_path: Path) -> None:
    given = "\n".join(map(json.dumps, HIDDEN)).encode()
    args = ("-", "--to", "rss", "--newsroom", ROOT / "sample_releases", "--at", "2026-12-01T00:00Z")
    status, out, err = run(*args, given=given)
    told = [
        "2 releases are held, the first until 2027-01-01T09:00:00+00:00, and not in the feed",
        "1 release is held without a known end and not in the feed",
        "1 release is withheld and not in the feed",
        "1 release is expired and not in the feed",
    ]
    assert (status, out.count("<item>")) == (0, 1)
    assert err.splitlines()[:4] == [f"warning: {line} [not-public]" for line in told]
    _, out, err = run(*args, "--json", given=given)
    assert [f["message"] for f in json.loads(out)["findings"]] == told
    assert err.splitlines() == [f"warning: {line} [not-public]" for line in told]


def test_what_goes_to_a_desk_leaves_nothing_out() -> None:
    status, out, err = run("-", "--to", "json", given=json.dumps(HIDDEN[0]).encode())
    assert (status, json.loads(out)["headline"], err) == (0, "A", "")
