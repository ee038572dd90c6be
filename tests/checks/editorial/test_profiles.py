"""What a wire asks for weighs more there."""

from __future__ import annotations

import datetime as dt

import pytest

import pressrelease as pr

NOW = dt.datetime(2026, 11, 25, tzinfo=dt.UTC)


def weights(rule: str, release: pr.Release, profile: str) -> list[str]:
    return [f.severity for f in pr.check(release, profile=profile, now=NOW) if f.code == rule]


@pytest.mark.parametrize("profile", ["apa-ots", "ots", "prnewswire", "businesswire", "prweb"])
def test_a_wire_refuses_what_names_nobody_to_ask(profile: str) -> None:
    release = pr.Release(headline="One", language="en", story="Words.")
    assert weights("missing-contact", release, profile) == ["error"]
    assert weights("missing-contact", release, "newsroom") == ["warning"]


def test_a_headline_is_as_long_as_a_wire_has_room_for() -> None:
    release = pr.Release(headline="a" * 120, language="en")
    assert weights("headline-length", release, "newsroom") == ["warning"]
    assert weights("headline-length", release, "businesswire") == []
