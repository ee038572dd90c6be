"""`schema fetch`: the official schemas by their hashes, from a server on this machine."""

from __future__ import annotations

import functools
import hashlib
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

import pressrelease as pr
from pressrelease.validation import FetchProblem, fetch, fetching
from pressrelease.validation.fetching import Official, official

FILES = {"ninjs/a.json": b'{"a": 1}\n', "nitf/b.xsd": b"<schema/>\n"}


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(autouse=True)
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two files stand for the official ones; no proxy stands between us and this machine."""
    table = tuple(
        Official(path, hashlib.sha256(body).hexdigest(), (f"https://schemas.invalid/{path}",))
        for path, body in FILES.items()
    )
    monkeypatch.setattr(fetching, "official", lambda: table)
    monkeypatch.setenv("no_proxy", "*")


@pytest.fixture
def mirror(tmp_path: Path) -> Path:
    folder = tmp_path / "mirror"
    for path, body in FILES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(body)
    return folder


@pytest.fixture
def address(mirror: Path) -> Iterator[str]:
    """Serve the mirror on 127.0.0.1."""
    handler = functools.partial(Quiet, directory=str(mirror))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_every_schema_is_fetched_and_the_merged_one_is_made(address: str, tmp_path: Path) -> None:
    new = fetch(tmp_path / "to", source=address)
    found = files(tmp_path / "to")
    assert found.pop("newsml-g2/merged-g2-nitf.xsd").startswith(b"<?xml")
    assert found == FILES
    assert len(new) == 3


def test_a_folder_is_a_mirror_too(mirror: Path, tmp_path: Path) -> None:
    fetch(tmp_path / "to", source=str(mirror))
    assert FILES.items() <= files(tmp_path / "to").items()


def test_what_is_there_stays_and_what_is_spoilt_is_replaced(address: str, tmp_path: Path) -> None:
    fetch(tmp_path / "to", source=address)
    assert fetch(tmp_path / "to", source=address) == []
    (tmp_path / "to/ninjs/a.json").write_bytes(b"spoilt")
    assert fetch(tmp_path / "to", source=address) == [tmp_path / "to/ninjs/a.json"]
    assert (tmp_path / "to/ninjs/a.json").read_bytes() == FILES["ninjs/a.json"]


def test_another_hash_is_refused_and_the_rest_is_kept(address: str, mirror: Path, tmp_path: Path) -> None:
    (mirror / "ninjs/a.json").write_bytes(b'{"a": 2}\n')
    with pytest.raises(FetchProblem) as error:
        fetch(tmp_path / "to", source=address)
    assert [(p.problem, p.where.file) for p in error.value.problems] == [
        ("not the schema that is known here", f"{address}ninjs/a.json")
    ]
    assert files(tmp_path / "to") == {"nitf/b.xsd": FILES["nitf/b.xsd"]}


def test_an_answer_without_end_is_refused(
    address: str, mirror: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "MAX_BYTES", 100)
    (mirror / "ninjs/a.json").write_bytes(b" " * 101)
    with pytest.raises(FetchProblem, match="more than 100 bytes"):
        fetch(tmp_path / "to", source=address)


def test_without_a_network_the_schemas_are_told_in_one_sentence_with_what_helps(tmp_path: Path) -> None:
    with pytest.raises(FetchProblem) as error:
        fetch(tmp_path / "to", source="http://127.0.0.1:9/")
    (problem,) = error.value.problems
    assert problem.problem.partition(" (")[0] == "2 official schemas cannot be fetched"
    assert error.value.advice == "without a network: `--from` takes a folder of schemas, or a mirror of one"
    assert not (tmp_path / "to").exists()


def test_the_hashes_are_those_of_the_schemas_we_test_by(schemas: Path) -> None:
    """JSON Feed's are left out: the copies beside us are not the files as published."""
    known = {s.path: s.sha256 for s in official() if not s.path.startswith("jsonfeed/")}
    assert known == {path: hashlib.sha256((schemas / path).read_bytes()).hexdigest() for path in known}


def test_each_official_schema_has_addresses_that_are_secret_to_nobody_and_changed_by_nobody() -> None:
    assert len({s.path for s in official()}) == len(official())
    assert [u for s in official() for u in s.urls if not u.startswith("https://")] == []


def test_what_was_fetched_is_enough_to_validate(
    schemas: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tuple(s for s in official() if not s.path.startswith("jsonfeed/"))
    monkeypatch.setattr(fetching, "official", lambda: table)
    fetch(tmp_path, source=str(schemas))
    release = pr.Release(id="tag:example.org,2026:1", headline="One", story="Words.")
    for format, options in [("newsml-g2", {"body": "nitf"}), ("nitf", None)]:
        assert pr.validate(pr.render(release, format, options=options), schemas=tmp_path) == []
    assert pr.validate('{"uri": "https://example.org/1"}', "ninjs", schemas=tmp_path) == []
