"""Addresses, organisations and contacts out of lines, each set back letter for letter."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressrelease.markup.addresses import postal
from pressrelease.markup.parts import contact, organisation
from pressrelease.wording import address_words, contact_lines, organisation_words

ADDRESSES = [
    (
        "3 Lindon Road, Suite D16 Las Cruces, NM 88001, USA",
        {
            "street": "3 Lindon Road",
            "lines": ("Suite D16",),
            "city": "Las Cruces",
            "region": "NM",
            "postcode": "88001",
            "country": "USA",
        },
    ),
    (
        "350 Fifth Avenue New York, NY 10118, USA",
        {
            "street": "350 Fifth Avenue",
            "city": "New York",
            "region": "NY",
            "postcode": "10118",
            "country": "USA",
        },
    ),
    (
        "200 Bay Street, Toronto, ON M5J 2T6, Canada",
        {
            "street": "200 Bay Street",
            "city": "Toronto",
            "region": "ON",
            "postcode": "M5J 2T6",
            "country": "Canada",
        },
    ),
    (
        "1 Harbour Street, London SW1A 1AA, United Kingdom",
        {"street": "1 Harbour Street", "city": "London", "postcode": "SW1A 1AA", "country": "United Kingdom"},
    ),
    (
        "Musterstraße 1, 12345 Berlin, Deutschland",
        {"street": "Musterstraße 1", "city": "Berlin", "postcode": "12345", "country": "Deutschland"},
    ),
    (
        "Am Kai 5 20457 Hamburg Germany",
        {"street": "Am Kai 5", "city": "Hamburg", "postcode": "20457", "country": "Germany"},
    ),
    ("Ringstraße 4/2, 1010 Wien", {"street": "Ringstraße 4/2", "city": "Wien", "postcode": "1010"}),
    (
        "Bahnhofstrasse 3, CH-8001 Zürich, Schweiz",
        {"street": "Bahnhofstrasse 3", "city": "Zürich", "postcode": "CH-8001", "country": "Schweiz"},
    ),
    (
        "12 bis, avenue du Port, 75116 Paris Cedex 16",
        {"street": "12 bis, avenue du Port", "city": "Paris Cedex 16", "postcode": "75116"},
    ),
    (
        "Via Roma 12, 20121 Milano, Italia",
        {"street": "Via Roma 12", "city": "Milano", "postcode": "20121", "country": "Italia"},
    ),
    ("Calle Mayor 5, 28013 Madrid", {"street": "Calle Mayor 5", "city": "Madrid", "postcode": "28013"}),
    ("Kade 3, 3011 AB Rotterdam", {"street": "Kade 3", "city": "Rotterdam", "postcode": "3011 AB"}),
]


@pytest.mark.parametrize(("text", "fields"), ADDRESSES)
def test_an_address_of_any_country_is_taken_apart(text: str, fields: dict[str, Any]) -> None:
    found = postal(text)
    assert found is not None
    assert found[:2] == (0, len(text))
    assert found[2].model_dump(exclude_defaults=True, exclude={"layout"}) == fields
    assert address_words(found[2]) == text


def test_labels_stand_before_or_behind_a_number() -> None:
    made = organisation(
        "Example Ltd. 1 Quay Lane, London SW1A 1AA (555) 010.0321 Local Fax: +44 20 7946 0001"
    )
    assert made is not None
    assert [(p.number, p.label, p.kind) for p in made.phones] == [
        ("(555) 010.0321", "Local", "voice"),
        ("+44 20 7946 0001", "Fax", "fax"),
    ]


def test_a_contact_is_name_role_organisation_and_ways_to_reach_them() -> None:
    made = contact("Jane Doe, Head of Press, Example, Inc.\n+1 (555) 010-0199\njane.doe@example.org")
    assert made is not None
    assert made.model_dump(exclude_defaults=True, exclude={"layout"}) == {
        "name": "Jane Doe",
        "role": "Head of Press",
        "organisation": "Example, Inc.",
        "phones": ({"number": "+1 (555) 010-0199"},),
        "emails": ("jane.doe@example.org",),
    }


def test_prose_is_no_imprint() -> None:
    assert (
        organisation("The publisher takes no liability. Write to info@example.org, please, by all means.")
        is None
    )


lines = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "Jane Doe",
                "Example GmbH",
                "Tel.: 040 123456",
                "a@example.org",
                "Musterstraße 1",
                "20457 Hamburg",
                "{x}",
                "Head of Press",
                "www.example.org",
                "HRB 123",
            ]
        ),
        st.text(max_size=20),
    ),
    max_size=7,
)


@given(lines, st.sampled_from(["\n", ", ", " "]))
def test_whatever_is_made_of_lines_sets_them_back(found: list[str], joint: str) -> None:
    text = joint.join(found)
    house, person = organisation(text), contact(text)
    assert house is None or organisation_words(house) == text
    assert person is None or "\n".join(contact_lines(person)) == text


IMPRINTS = [
    (
        "Beispiel Presse GmbH & Co. KG | Hauptstraße 5 | 10115 Berlin | T 030 555010 | info@example.org",
        ("Hauptstraße 5", "Berlin", "10115", ""),
        ["030 555010"],
    ),
    (
        "Example Press Ltd, Unit 4, 12 Quay Street, London E1 6AN, UK. Tel: 020 7946 0100. Email: press@example.org",
        ("12 Quay Street", "London", "E1 6AN", "UK"),
        ["020 7946 0100"],
    ),
    (
        "Example Press Inc. PO Box 1234 Austin, Texas 78701 512-555-0142 Phone desk@example.org",
        ("PO Box 1234", "Austin", "78701", ""),
        ["512-555-0142"],
    ),
    (
        "Esempio Stampa S.r.l. Via Roma 5 20121 Milano (MI) Italia Tel. 02 555 0100 P. IVA 12345678901",
        ("Via Roma 5", "Milano", "20121", "Italia"),
        ["02 555 0100"],
    ),
    (
        "Beispiel Presse GmbH Beispielgasse 9/4/12 1070 Wien Österreich +43 1 555 0100 FN 123456a",
        ("Beispielgasse 9/4/12", "Wien", "1070", "Österreich"),
        ["+43 1 555 0100"],
    ),
    (
        "Beispiel Verlag KG Kaiserstraße 10-12 76133 Karlsruhe Amtsgericht Mannheim HRA 12345 "
        "USt-IdNr. DE123456789 Tel. 0721 555010",
        ("Kaiserstraße 10-12", "Karlsruhe", "76133", ""),
        ["0721 555010"],
    ),
    (
        "Example News Agency 5 Old Lane Dublin D02 X285 Ireland +353 1 555 0100 desk@example.ie",
        ("5 Old Lane", "Dublin", "D02 X285", "Ireland"),
        ["+353 1 555 0100"],
    ),
    (
        "Beispiel Verein e.V. Am Markt 3 99084 Erfurt Deutschland (0361) 555 010 info@example.org",
        ("Am Markt 3", "Erfurt", "99084", "Deutschland"),
        ["(0361) 555 010"],
    ),
]


@pytest.mark.parametrize(
    ("text", "street", "line"),
    [
        ("Beispiel Verlag GmbH, Hauptplatz 3, Stiege 2, 8010 Graz, Österreich", "Hauptplatz 3", "Stiege 2"),
        ("Esempio S.r.l., Via Roma 12, Scala 3, 00184 Roma, Italia", "Via Roma 12", "Scala 3"),
        ("Voorbeeld BV, Keizersgracht 12, Unit 3, 1015 CS Amsterdam", "Keizersgracht 12", "Unit 3"),
        ("Exemple SA, 12 rue de la Paix, Porte 3, 75002 Paris, France", "12 rue de la Paix", "Porte 3"),
    ],
)
def test_a_number_behind_a_streets_name_opens_no_street(text: str, street: str, line: str) -> None:
    made = organisation(text)
    assert made is not None
    assert made.address is not None
    assert (made.address.street, made.address.lines) == (street, (line,))
    assert organisation_words(made) == text


@pytest.mark.parametrize(("text", "place", "phones"), IMPRINTS)
def test_an_imprint_without_a_line_for_a_suite_is_read(
    text: str, place: tuple[str, ...], phones: list[str]
) -> None:
    made = organisation(text)
    assert made is not None
    assert made.address is not None
    found = made.address
    assert (found.street, found.city, found.postcode, found.country) == place
    assert [phone.number for phone in made.phones] == phones
    assert organisation_words(made) == text


@pytest.mark.parametrize(
    "role", ["bestuursvoorzitter", "projectleider", "hoogleraar", "gedeputeerde", "Vorstandsmitglied"]
)
def test_an_office_beneath_a_name_is_its_role(role: str) -> None:
    made = contact(f"Jan Voorbeeld\n{role}\n+31 20 000 0000")
    assert made is not None
    assert (made.name, made.role, made.organisation) == ("Jan Voorbeeld", role, "")
