"""Blocks of contacts: one contact a desk, or a line; a house's name is nobody's."""

from __future__ import annotations

import pytest

import pressrelease as pr
from pressrelease.anatomy.people import apart, housed

JANE, TOM = "Jane Doe, +44 20 7946 0100", "Tom Roe, tom@example.org"


@pytest.mark.parametrize(
    ("lines", "groups"),
    [
        (["Jane Doe", "+44 20 7946 0100", "jane@example.org"], [3]),
        ([JANE, TOM], [1, 1]),
        (["Example Corp", f"Investor Relations: {JANE}", f"Media Relations: {TOM}"], [2, 1]),
        (["Media", "Jane Doe", "+44 20 7946 0100", "Investors:", "Tom Roe", "+44 20 7946 0101"], [3, 3]),
        (["Press office: 020 7946 0999 (24 hours)", TOM], [1, 1]),
        (["Jane Doe", "Investor Relations", "+44 20 7946 0100"], [3]),
        ([JANE, "Example Words GmbH, +44 20 7946 0102"], [1, 1]),
    ],
)
def test_a_contact_begins_where_a_desk_or_another_person_is_named(
    lines: list[str], groups: list[int]
) -> None:
    assert [len(group) for group in apart(lines)] == groups
    assert [line for group in apart(lines) for line in group] == lines


def test_the_name_of_the_house_is_no_persons() -> None:
    about = pr.Boilerplate(heading="About Example Air", story="Example Air flies.")
    source = pr.Notice(kind="origin", organisation="Example Bank")
    found = housed(
        [
            pr.Contact(name="Example Air", emails=("a@example.org",), layout="{name}\n{emails.0}"),
            pr.Contact(name="Example Bank", organisation="Jane Doe", emails=("b@example.org",)),
            pr.Contact(name="Tom Roe", organisation="Example Air"),
        ],
        [about],
        [source],
    )
    assert [(c.name, c.organisation, c.layout) for c in found] == [
        ("", "Example Air", "{organisation}\n{emails.0}"),
        ("Jane Doe", "Example Bank", ""),
        ("Tom Roe", "Example Air", ""),
    ]
