"""A format from another package joins without an edit to ours."""

from __future__ import annotations

from importlib.metadata import EntryPoint

import pytest

import pressrelease as pr

TOY = pr.Format(
    name="toy",
    title="Toy wire",
    group="text",
    media_type="text/x-toy",
    suffixes=(".toy",),
    recognise=lambda head: 0.9 if head.data.startswith(b"TOY ") else 0.0,
    read=lambda source: pr.Reading(pr.Release(headline=source.text()[0].removeprefix("TOY ").strip())),
    write=lambda release, job: pr.Written(f"TOY {release.headline}\n"),
    cannot_carry={"story": pr.Gap("a toy has no body")},
)


def test_a_format_passed_in_by_a_registry_reads_writes_and_tells_its_losses() -> None:
    registry = pr.Registry(TOY)
    release = pr.Release(headline="Hello", story="Words.")
    made = pr.write(release, "toy", registry=registry)
    assert made.text == "TOY Hello\n"
    assert made.media_type == "text/x-toy; charset=utf-8"
    assert made.losses == (pr.Loss("story", "a toy has no body"),)
    assert pr.read(made.text, registry=registry).format == "toy"


def test_a_format_of_an_installed_package_joins_by_its_entry_point(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = EntryPoint("toy", f"{__name__}:TOY", "pressrelease.formats")
    monkeypatch.setattr(
        "importlib.metadata.entry_points", lambda group: [entry] if group == entry.group else []
    )
    assert pr.render(pr.Release(headline="Hello"), "toy", registry=pr.Registry()) == "TOY Hello\n"
    assert "toy" not in pr.Registry(others=False).names


def test_an_entry_point_that_is_no_format_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = EntryPoint("odd", "json:dumps", "pressrelease.formats")
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: [entry])
    with pytest.raises(pr.UnknownFormat, match="an entry point that is no format"):
        list(pr.Registry())


def test_a_second_format_of_one_name_is_refused() -> None:
    with pytest.raises(pr.UnknownFormat, match="two formats of one name"):
        list(pr.Registry(TOY, TOY))


def test_an_unknown_format_is_told_with_its_near_match() -> None:
    with pytest.raises(pr.UnknownFormat) as told:
        pr.render(pr.Release(headline="Hello"), "newsml-g3")
    assert str(told.value) == 'no such format: found "newsml-g3"\n  did you mean "newsml-g2"?'
