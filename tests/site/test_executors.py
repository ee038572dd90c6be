"""A build shares its work out through any executor, and makes the same bytes with each."""

from __future__ import annotations

import datetime as dt
import multiprocessing
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest

import pressrelease as pr

NOW = dt.datetime(2026, 11, 23, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("room")
    (folder / "newsroom.toml").write_text(
        'title = "A"\nbase_url = "https://a.example.org/"\n[publisher]\nname = "A"\n'
        '[site]\nformats = ["markdown", "newsml-g2"]\n'
    )
    for number in range(120):
        published = NOW - dt.timedelta(hours=number)
        (folder / f"news-{number}.md").write_text(
            f"---\nheadline: News {number}\npublished: {published.isoformat()}\nkeywords: [t{number % 3}]\n---\n\nText.\n"
        )
    return folder


def built(room: Path, out: Path, executor: Executor | None) -> dict[str, bytes]:
    pr.build(pr.Newsroom.load(room), out, now=NOW, executor=executor)
    return {str(p.relative_to(out)): p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file()}


@pytest.fixture(scope="module")
def alone(room: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return built(room, tmp_path_factory.mktemp("alone") / "out", None)


@pytest.mark.parametrize("start", ["spawn", "forkserver"])
def test_processes_that_share_nothing_make_the_same_site(
    start: str, room: Path, alone: dict[str, bytes], tmp_path: Path
) -> None:
    with ProcessPoolExecutor(2, multiprocessing.get_context(start)) as pool:
        assert built(room, tmp_path / "out", pool) == alone


def test_threads_make_the_same_site(room: Path, alone: dict[str, bytes], tmp_path: Path) -> None:
    with ThreadPoolExecutor(3) as pool:
        assert built(room, tmp_path / "out", pool) == alone


def test_dask_workers_make_the_same_site(room: Path, alone: dict[str, bytes], tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed", reason="Dask is not installed")
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        assert built(room, tmp_path / "out", client.get_executor()) == alone
        seen = client.run(lambda: len(__import__("sys").modules.get("pressrelease.site.making").__dict__))
        assert len(seen) == 2, "both workers had a part"


def test_what_goes_wrong_in_a_worker_is_told_like_elsewhere(room: Path, tmp_path: Path) -> None:
    (tmp_path / "templates" / "web").mkdir(parents=True)
    broken = "{% extends 'builtin/web/html.html' %}{% block headline %}{{ release.headlin }}{% endblock %}"
    (tmp_path / "templates" / "web" / "html.html").write_text(broken)
    for source in (*room.glob("*.md"), room / "newsroom.toml"):
        (tmp_path / source.name).write_bytes(source.read_bytes())
    with (
        ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as pool,
        pytest.raises(pr.TemplateError, match="headlin") as told,
    ):
        pr.build(pr.Newsroom.load(tmp_path), tmp_path / "out", now=NOW, executor=pool)
    assert len(told.value.problems) == 1, "one mistake, met on every page, is told once"
    assert not (tmp_path / "out").exists()
