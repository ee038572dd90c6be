"""What editorial rules leave alone in whole releases, and what they find there all the same."""

from __future__ import annotations

import pytest

import pressrelease as pr

CAUTION = (
    "This release contains forward-looking statements. Many risks that could make our results differ, among them the "
    "price of fuel, the weather, the number of berths, the rates that the bay's towns agree upon, strikes, the rate "
    "of the dollar and the taxes of four states, are beyond our control."
)


def found(rule: str, body: str, head: str = "") -> list[str]:
    """Return what `rule` says of an English Markdown file with this front matter and body."""
    text = f"---\nheadline: Gannet Lines opens a quay\nlanguage: en\n{head}---\n{body}\n"
    return [f.message for f in pr.check(pr.parse(text, "markdown"), source=text) if f.code == rule]


@pytest.mark.parametrize("rule", ["direct-address", "long-sentence"])
@pytest.mark.parametrize(
    "heading", ["", "## Forward-looking statements\n\n", "## A caution on what is said\n\n"]
)
def test_a_caution_is_the_lawyers_not_the_house_s_voice(rule: str, heading: str) -> None:
    assert found(rule, f"The quay opens on Monday.\n\n{heading}{CAUTION}") == []


@pytest.mark.parametrize("rule", ["direct-address", "long-sentence"])
def test_beneath_the_heading_of_a_caution_each_paragraph_is_one_up_to_the_next_heading(rule: str) -> None:
    words = CAUTION.partition(". ")[2]
    assert found(rule, f"The quay opens.\n\n## Use of non-GAAP measures\n\n{words}") == []
    assert (
        len(found(rule, f"The quay opens.\n\n## Use of non-GAAP measures\n\nNone.\n\n## Quays\n\n{words}"))
        == 1
    )


@pytest.mark.parametrize("rule", ["direct-address", "long-sentence"])
def test_beneath_about_the_house_speaks_as_it_does_in_the_field(rule: str) -> None:
    words = CAUTION.partition(". ")[2]
    assert found(rule, f"The quay opens.\n\n## About Gannet Lines\n\n{words}") == []


@pytest.mark.parametrize("words", ["our planet’s oceans", "the art of our time", "our solar system"])
def test_what_is_everybody_s_is_not_the_house_s(words: str) -> None:
    assert found("direct-address", f"The ship looks at {words}.") == []


@pytest.mark.parametrize(("words", "told"), [("où nous vivons", 0), ("où nous ouvrons le quai", 1)])
def test_the_world_in_which_everybody_lives_is_not_the_house_s(words: str, told: int) -> None:
    text = f"---\nheadline: Un\nlanguage: fr\n---\nLe film montre le monde {words}.\n"
    codes = [f.code for f in pr.check(pr.parse(text, "markdown"), source=text)]
    assert codes.count("direct-address") == told


@pytest.mark.parametrize("words", ["our quay", "our time slots", "our eraser", "our planetary gear"])
def test_what_is_the_house_s_is_told(words: str) -> None:
    assert len(found("direct-address", f"The ship looks at {words}.")) == 1


def test_a_quotation_opens_behind_a_comma_without_its_space() -> None:
    assert found("direct-address", 'Ada Byron said,"We opened the quay." The town was there.') == []


@pytest.mark.parametrize("short", ["GAAP", "HDTV", "SWAT", "PARIS", "LONDON", "EEUU", "CNRS", "ISTAT"])
def test_short_forms_that_every_desk_knows_and_towns_in_capitals_are_not_written_out(short: str) -> None:
    assert found("entity-names", f"The quay opens with a {short} team.") == []


def test_years_count_nothing() -> None:
    assert found("numbers-differ", "The 2025 figures are here.\n\nThe 2026 figures come later.") == []
    assert len(found("numbers-differ", "The 225 figures are here.\n\nThe 226 figures come later.")) == 1


@pytest.mark.parametrize(
    "about",
    [
        "About Gannet Lines: Gannet Lines sails night ferries.",
        "About gannet: gannet sails night ferries.",
        "## About gannet\n\nIt sails night ferries.",
    ],
)
def test_a_paragraph_that_opens_with_about_and_a_name_says_who_it_is_from(about: str) -> None:
    assert found("missing-boilerplate", f"The quay opens.\n\n{about}", "publisher: gannet\n") == []


def test_a_paragraph_about_anything_else_says_nothing_of_the_issuer() -> None:
    body = "The quay opens.\n\nAbout 40 people came: they were glad.\n\nAbout time: the old quay was full."
    assert len(found("missing-boilerplate", body, "publisher: gannet\n")) == 1


def test_we_within_a_name_is_not_the_house() -> None:
    assert found("direct-address", "The gift goes to the Together We Sail National Fund of Lisbon.") == []
    assert len(found("direct-address", "The gift is for Lisbon. We Portuguese sail.")) == 1


@pytest.mark.parametrize(
    "address", ["https://example.org/the-us-quay/", "www.example.org/we-sail", "us@example.org"]
)
def test_words_of_an_address_speak_to_nobody(address: str) -> None:
    assert found("direct-address", f"More is told at {address} from Monday.") == []


def test_a_short_form_behind_or_is_written_out() -> None:
    assert found("entity-names", "Quay Radio Identification, or QRID, counts the containers.") == []
    assert len(found("entity-names", "Radios count the containers or QRID does.")) == 1


@pytest.mark.parametrize("label", ["WHAT", "WHEN", "WHERE", "ABOUT"])
def test_a_label_in_capitals_before_a_colon_is_no_short_form(label: str) -> None:
    assert found("entity-names", f"{label}: the quay at the old town.") == []


def test_what_people_bear_behind_their_names_may_stand_there_for_each() -> None:
    body = "Ada Byron, MBE, Jane Doe, MBE, Tom Roe, MBE and Max Lee, MBE, run the quay."
    assert found("list-repeat", body) == []
    assert len(found("list-repeat", "Ships call from Spain, Malta, Spain and Italy.")) == 1


@pytest.mark.parametrize("is_a", ["is a", "(GL) is an", "est une", "es un", "è un’", "ist eine"])
def test_a_later_paragraph_that_says_what_the_issuer_is_says_who_it_is_from(is_a: str) -> None:
    about = f"Gannet Lines {is_a} house of night ferries."
    head = "publisher: Gannet Lines\n"
    assert found("missing-boilerplate", f"The quay opens.\n\n{about}", head) == []
    assert len(found("missing-boilerplate", about, head)) == 1
    assert len(found("missing-boilerplate", "The quay opens.\n\nGannet Lines is open.", head)) == 1


@pytest.mark.parametrize(
    "since", ["Founded in 1961, the line", "Créée en 1961, la ligne", "Fondata nel 1961, la linea"]
)
def test_a_later_paragraph_that_tells_since_when_the_issuer_is_says_who_it_is_from(since: str) -> None:
    assert found("missing-boilerplate", f"The quay opens.\n\n{since} sails by night.") == []
    assert len(found("missing-boilerplate", f"{since} sails by night.")) == 1


def test_a_short_form_in_brackets_with_a_second_half_is_written_out() -> None:
    assert found("entity-names", "The Quay Extension Fund (QXPF-N) pays. The QXPF is new.") == []


@pytest.mark.parametrize("is_a", ["is the", "GmbH ist der", "e. V. (GL) ist die", "est la", "is het"])
def test_at_the_end_a_paragraph_may_say_what_the_issuer_is_with_an_article(is_a: str) -> None:
    about = f"Gannet Lines {is_a} house of the night ferries."
    head = "publisher: Gannet Lines\n"
    assert found("missing-boilerplate", f"The quay opens.\n\n{about}", head) == []
    assert found("missing-boilerplate", f"The quay opens.\n\nDie {about}", head) == []
    body = f"The quay opens.\n\n{about}\n\nOne.\n\nTwo.\n\nThree."
    assert len(found("missing-boilerplate", body, head)) == 1


@pytest.mark.parametrize(
    "about", ["About Gannet Lines:\n\nNight ferries.", "**About Gannet Lines**\n\nFerries."]
)
def test_a_line_of_its_own_that_says_about_whom_opens_what_is_said(about: str) -> None:
    assert found("missing-boilerplate", f"The quay opens.\n\n{about}", "publisher: Gannet\n") == []


@pytest.mark.parametrize(
    ("house", "count"),
    [
        *(
            ("Polizeipräsidium Beispielhausen", 0),
            ("Der Generalbundesanwalt beim Gericht", 0),
            ("Stadt Muster", 0),
        ),
        *(("Kestrel Bay Police Department", 0), ("City of Kestrel Bay", 0), ("Gemeente Voorbeeld", 0)),
        *(("Ministerio de Ejemplo", 0), ("Préfecture de l’Exemple", 0), ("Feuerwehr Muster", 0)),
        *(("Stadtwerke Muster", 1), ("Cityhopper", 1), ("Feuerwerk Muster", 1), ("Gannet Lines", 1)),
    ],
)
def test_public_offices_need_not_say_who_they_are(house: str, count: int) -> None:
    told = found("missing-boilerplate", "The quay opens.", f'publisher: {{name: "{house}"}}\n')
    assert len(told) == count


DESK = (
    "Gannet Lines AG, Ada Byron, Tel.: +49 30 0000 461, Fax: +49 30 0000 466 Jane Doe, Tel.: +49 30 0000 462 "
    "Quays Words GmbH, Tel.: +49 30 0000 91, Fax: +49 30 0000 92, Tom Roe, Tel.: +49 30 0000 93"
)


@pytest.mark.parametrize(
    "heading", ["Kontakt PR:", "**Press contact:**", "## Contact", "Rückfragen bitte an:"]
)
def test_telephones_beneath_a_heading_of_contacts_are_whom_to_ask(heading: str) -> None:
    body = f"The quay opens.\n\n{heading}\n\n{DESK}"
    assert found("missing-contact", body) == []
    assert found("long-sentence", body) == []


def test_telephones_anywhere_else_are_nobody_s() -> None:
    words = "Who saw the boat may call the harbour on Tel.: 030 0000 461."
    assert len(found("missing-contact", f"The quay opens.\n\n{words}")) == 1
    assert len(found("missing-contact", f"The quay opens.\n\nPress contact:\n\nNone.\n\n{words}")) == 1


@pytest.mark.parametrize("rule", ["direct-address", "exclamation-marks"])
@pytest.mark.parametrize("marks", ["‘’", "''", "‚‘"])
def test_what_stands_between_single_marks_is_said_by_somebody(rule: str, marks: str) -> None:
    said = f"{marks[0]}We have waited for the sailors' quay since the '90s!{marks[1]} said Ada Byron, mayor."
    assert found(rule, said) == []
    assert len(found(rule, f"The sailors’ quay is ours! {said}")) == 1


@pytest.mark.parametrize(("field", "count"), [("Gannet Lines Lisbon", 0), ("Gannet Lines", 1)])
def test_a_dateline_is_of_a_place_that_a_contact_bears_in_its_name(field: str, count: int) -> None:
    head = (
        "publisher: {name: Gannet, address: {street: Quay 1, city: Porto}}\ndateline: {places: [Lisbon]}\n"
        f"contacts: [{{organisation: {field}, emails: [a@example.org]}}]\n"
    )
    assert len(found("dateline-place", "The quay opens.", head)) == count


def test_the_short_form_of_the_issuer_may_say_what_it_is() -> None:
    head = "publisher: Gannet Lines\n"
    body = "Gannet Lines (GLX) opens a quay.\n\nThe GLX is the union of all night ferries."
    assert found("missing-boilerplate", body, head) == []
    assert len(found("missing-boilerplate", body.replace("The GLX", "The QYZ"), head)) == 1
