"""Thirty-two threads at once: each output equals the one made alone."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pressrelease as pr
from pressrelease.formats.registry import DEFAULT, Format

NOW = dt.datetime(2026, 11, 23, tzinfo=dt.UTC)
WRITERS = [f.name for f in DEFAULT if isinstance(f, Format) and f.write]


def house(number: int) -> pr.Newsroom:
    return pr.Newsroom(
        title=f"House {number}",
        base_url=f"https://n{number}.example.org/",
        publisher=pr.Organisation(name=f"Publisher {number}"),
        theme={"accent": f"#{number * 7:02x}4060"},
    )


def source(number: int) -> str:
    return (
        f"---\nheadline: Release {number}\nlanguage: {'de' if number % 2 else 'en'}\nslug: r{number}\n"
        f"published: 2026-01-{number % 28 + 1:02d}T09:00:00Z\n---\n\n"
        f"Text *{number}* with [a link](https://n{number}.example.org/x).\n\n> Said {number}.\n>\n> — Ada {number}\n"
    )


def work(number: int) -> list[str | bytes]:
    release = pr.parse(source(number), "markdown")
    return [pr.render(release, name, newsroom=house(number), now=NOW) for name in WRITERS]


def test_thirty_two_threads_render_what_one_renders() -> None:
    alone = [work(n) for n in range(32)]
    start = Barrier(32)

    def together(number: int) -> list[list[str | bytes]]:
        start.wait()
        return [work(number) for _ in range(3)]

    with ThreadPoolExecutor(32) as pool:
        for number, made in enumerate(pool.map(together, range(32))):
            assert made == [alone[number]] * 3
