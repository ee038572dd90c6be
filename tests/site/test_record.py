"""What stays on record: corrections with the earlier wording, former addresses, contacts with cards, the imprint."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from pathlib import Path

import pytest
import vobject
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

import pressrelease as pr
from pressrelease.files import FileProblem
from pressrelease.model import Address, Contact, Organisation, Phone
from pressrelease.site.vcard import vcard

NOW = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
HOUSE = 'title = "Example"\nbase_url = "https://news.example.org/"\n[publisher]\nname = "Example Ports"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "room"
    made.mkdir()
    (made / "newsroom.toml").write_text(HOUSE)
    return made


def write(folder: Path, name: str, *fields: str, text: str = "The port opened.") -> None:
    told = "".join(f"{field}\n" for field in ("published: 2026-03-01T09:00Z", *fields))
    headline = "" if any(f.startswith("headline") for f in fields) else f"headline: News of {name}\n"
    (folder / f"{name}.md").write_text(f"---\n{headline}{told}---\n\n{text}\n")


def built(folder: Path, out: Path) -> dict[str, str]:
    shutil.rmtree(out, ignore_errors=True)
    pr.build(pr.Newsroom.load(folder), out, now=NOW)
    text = (p for p in sorted(out.rglob("*")) if p.suffix in (".html", ".vcf") or p.name == "_redirects")
    return {p.relative_to(out).as_posix(): p.read_bytes().decode() for p in text}


def words(page: str, within: str) -> list[str]:
    soup = BeautifulSoup(page, "html.parser")
    return [" ".join(tag.get_text(" ").split()) for tag in soup.select(within)]


CHANGE = "change: {kind: correction, note: The number was wrong., wrong: nine cranes, right: eight cranes, at: 2026-03-02T10:00Z}"


# --- corrections ----------------------------------------------------------------------------------------------------


def test_a_correction_is_told_with_what_was_wrong_what_is_right_and_when(
    folder: Path, tmp_path: Path
) -> None:
    write(folder, "cranes@1", text="Nine cranes come.")
    write(folder, "cranes", "version: 2", CHANGE, text="Eight cranes come.")
    page = built(folder, tmp_path / "out")["corrections/index.html"]
    assert words(page, ".corrections li > *") == [
        "Correction 2 March 2026, 10:00 (UTC) Version 2",
        "News of cranes",
        "The number was wrong.",
        "The earlier version said “nine cranes”; right is “eight cranes”.",
        "Earlier wording",
    ]
    assert re.findall(r'href="([^"]+)">(?:News of cranes|Earlier wording)<', page) == [
        "../cranes/",
        "../cranes/v1/",
    ]


def test_the_earlier_wording_can_be_read_and_says_that_it_was_replaced(folder: Path, tmp_path: Path) -> None:
    write(folder, "cranes@1", text="Nine cranes come.")
    write(folder, "cranes", "version: 2", CHANGE, text="Eight cranes come.")
    made = built(folder, tmp_path / "out")
    old = made["cranes/v1/index.html"]
    assert words(old, ".state") == [
        "This is version 1, replaced on 2 March 2026, 10:00 (UTC). Read the current version"
    ]
    assert "Nine cranes come." in old
    assert '<meta name="robots" content="noindex">' in old
    assert '<link rel="canonical" href="https://news.example.org/cranes/">' in old
    assert "application/ld+json" not in old
    assert words(made["cranes/index.html"], ".facts li")[-1] == "Earlier wording: Version 1"


def test_each_version_says_when_the_next_one_came_or_nothing_where_nobody_says(
    folder: Path, tmp_path: Path
) -> None:
    write(folder, "cranes@1")
    write(folder, "cranes@2", "change: {note: More., at: 2026-03-02T10:00Z}")
    write(folder, "cranes", "version: 3", "change: {note: Still more.}")
    made = built(folder, tmp_path / "out")
    assert [words(made[f"cranes/v{n}/index.html"], ".state")[0].partition(" Read")[0] for n in (1, 2)] == [
        "This is version 1, replaced on 2 March 2026, 10:00 (UTC).",
        "This is version 2. It has been replaced.",
    ]


def test_a_withdrawal_is_told_without_the_text_that_was_withdrawn(folder: Path, tmp_path: Path) -> None:
    write(folder, "sale@1", text="The lighthouse is for sale.")
    kill = "change: {kind: kill, note: It went out by mistake., at: 2026-03-02T10:00Z}"
    write(folder, "sale", "version: 2", "status: canceled", kill, text="The lighthouse is for sale.")
    made = built(folder, tmp_path / "out")
    assert words(made["corrections/index.html"], ".corrections li > *") == [
        "Withdrawn 2 March 2026, 10:00 (UTC) Version 2",
        "News of sale",
        "It went out by mistake.",
    ]
    assert [path for path in made if "/v1/" in path] == []
    assert [path for path, page in made.items() if "for sale" in page] == []


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        (("status: canceled",), "Withdrawn Version 1"),
        (("status: canceled", "updated: 2026-03-04T10:00Z"), "Withdrawn 4 March 2026, 10:00 (UTC) Version 1"),
        (("status: canceled", "embargo: 2026-03-01T12:00Z"), "Withdrawn Version 1"),
        (("change: {kind: correction, note: A figure.}",), "Correction Version 1"),
    ],
)
def test_a_change_that_nobody_dates_has_no_date(
    fields: tuple[str, ...], told: str, folder: Path, tmp_path: Path
) -> None:
    write(folder, "sale", *fields)
    page = built(folder, tmp_path / "out")["corrections/index.html"]
    assert words(page, ".corrections .what") == [told]


def test_corrections_come_newest_first(folder: Path, tmp_path: Path) -> None:
    for day, slug in ((3, "old"), (5, "new"), (4, "mid")):
        write(folder, slug, f"change: {{kind: correction, at: 2026-03-0{day}T10:00Z}}")
    assert words(built(folder, tmp_path / "out")["corrections/index.html"], ".corrections h2") == [
        f"News of {slug}" for slug in ("new", "mid", "old")
    ]


@pytest.mark.parametrize("state", ["embargo: 2027-01-01T00:00Z", "status: withheld"])
def test_an_earlier_version_that_may_not_be_read_is_no_page(folder: Path, tmp_path: Path, state: str) -> None:
    write(folder, "cranes@1", state, text="Nine cranes come.")
    write(folder, "cranes", "version: 2", CHANGE, text="Eight come.")
    made = built(folder, tmp_path / "out")
    assert [path for path, page in made.items() if "v1/" in path or "Nine cranes come" in page] == []


def test_nothing_is_told_of_the_corrections_of_a_hidden_release(folder: Path, tmp_path: Path) -> None:
    write(folder, "open")
    without = built(folder, tmp_path / "without")
    write(folder, "secret@1")
    write(folder, "secret", "version: 2", CHANGE, "embargo: 2027-01-01T00:00Z", "aliases: [hush]")
    assert built(folder, tmp_path / "with") == without


def test_an_earlier_version_brings_the_picture_that_it_shows(folder: Path, tmp_path: Path) -> None:
    (folder / "old.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>')
    write(folder, "cranes@1", text="![Nine cranes](old.svg)")
    write(folder, "cranes", "version: 2", CHANGE)
    made = built(folder, tmp_path / "out")
    assert re.findall(r'<img src="([^"]+)"', made["cranes/v1/index.html"]) == ["../old.svg"]
    assert (tmp_path / "out" / "cranes" / "old.svg").exists()
    (folder / "old.svg").unlink()
    with pytest.raises(FileProblem, match=r"cranes@1\.md: .*a file that is missing"):
        built(folder, tmp_path / "out")


# --- former addresses -----------------------------------------------------------------------------------------------


def test_a_former_address_leads_to_the_one_that_is(folder: Path, tmp_path: Path) -> None:
    write(folder, "harbour", "aliases: [new-harbour, harbour]")
    made = built(folder, tmp_path / "out")
    page = made["new-harbour/index.html"]
    assert '<meta http-equiv="refresh" content="0; url=../harbour/">' in page
    assert '<link rel="canonical" href="https://news.example.org/harbour/">' in page
    assert words(page, "main") == ["This page has moved It is now here: News of harbour"]
    assert made["_redirects"] == "/new-harbour/* /harbour/:splat 301\n"


def test_a_withdrawn_release_is_found_at_its_former_address_too(folder: Path, tmp_path: Path) -> None:
    write(folder, "sale", "status: canceled", "aliases: [old-sale]")
    assert "old-sale/index.html" in built(folder, tmp_path / "out")


def test_a_link_to_a_former_address_is_a_link(folder: Path, tmp_path: Path) -> None:
    write(folder, "harbour", "aliases: [new-harbour]")
    write(folder, "other", text="See [the harbour](../new-harbour/).")
    assert '<a href="../new-harbour/">the harbour</a>' in built(folder, tmp_path / "out")["other/index.html"]


# --- contacts and imprint -------------------------------------------------------------------------------------------

CONTACTS = """
[[contacts]]
name = "Ana Sousa"
role = "Press"
emails = ["ana@example.org"]
phones = [{ number = "+49 30 1" }]
[[contacts]]
name = "Ana Sousa"
[[contacts]]
name = "Secret Desk"
emails = ["desk@example.org"]
for_editors = true
"""


def test_a_contact_has_a_card_unless_it_is_for_editors_only(folder: Path, tmp_path: Path) -> None:
    (folder / "newsroom.toml").write_text(HOUSE + CONTACTS)
    made = built(folder, tmp_path / "out")
    assert [path for path in made if path.endswith(".vcf")] == [
        "contacts/ana-sousa-2.vcf",
        "contacts/ana-sousa.vcf",
        "contacts/example-ports.vcf",
    ]
    page = made["contacts/index.html"]
    assert re.findall(r'href="((?:tel|mailto|[^"]*\.vcf)[^"]*)"', page) == [
        "tel:+49301",
        "mailto:ana@example.org",
        "../contacts/ana-sousa.vcf",
        "../contacts/ana-sousa-2.vcf",
        "../contacts/example-ports.vcf",
    ]
    assert [path for path, text in made.items() if "Secret Desk" in text or "desk@example" in text] == []


def card(data: bytes) -> vobject.base.Component:
    return vobject.readOne(data.decode())


def test_a_card_holds_what_the_contact_says() -> None:
    read = card(
        vcard(
            Contact(
                name="Inês Falcão; the elder",
                role="Head, press",
                organisation="Ports, Ltd.",
                phones=(Phone(number="+351 1", kind="mobile"), Phone(number="+351 2", kind="fax")),
                emails=("press@example.org",),
                web="www.example.org",
                address=Address(
                    street="Quay 1", lines=("Floor 2",), city="Porto", postcode="4000", country="PT"
                ),
                note="Weekdays, 8 to 18",
            )
        )
    )
    assert read.version.value == "4.0"
    assert read.fn.value == "Inês Falcão; the elder"
    assert read.title.value == "Head, press"
    assert read.note.value == "Weekdays, 8 to 18"
    assert [(tel.value, tel.params["TYPE"]) for tel in read.tel_list] == [
        ("+351 1", ["work", "cell"]),
        ("+351 2", ["work", "fax"]),
    ]
    assert (read.email.value, read.url.value) == ("press@example.org", "https://www.example.org")
    assert (read.adr.value.street, read.adr.value.city, read.adr.value.code) == (
        ["Quay 1", "Floor 2"],
        "Porto",
        "4000",
    )


def test_an_organisations_card_says_that_it_is_one() -> None:
    read = card(vcard(Organisation(name="Ports", legal_name="Ports Authority S.A.")))
    assert (read.kind.value, read.fn.value, read.org.value) == ("org", "Ports", ["Ports Authority S.A."])


@given(st.text(st.characters(exclude_categories=("C", "Z")), min_size=1), st.integers(0, 40))
def test_no_line_of_a_card_is_longer_than_75_octets_and_every_text_comes_back(text: str, times: int) -> None:
    contact = Contact(name="Desk", note=" ".join([text] * (times + 1)))
    data = vcard(contact)
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert lines[-1] == b""
    assert [line.decode() for line in lines]  # none is cut within a letter
    assert card(data).note.value == contact.note


def test_the_imprint_is_one_click_from_every_page(folder: Path, tmp_path: Path) -> None:
    write(folder, "harbour")
    for path, page in built(folder, tmp_path / "out").items():
        if path.endswith(".html"):
            links = [str(a["href"]) for a in BeautifulSoup(page, "html.parser").select("footer a")]
            up = "/" if path == "404.html" else "../" * path.count("/")
            assert f"{up}imprint/" in links, path


def test_the_imprint_of_today_stands_beside_one_that_a_release_froze(folder: Path, tmp_path: Path) -> None:
    write(
        folder,
        "harbour",
        'notices: [{kind: editorial-responsibility, heading: "V.i.S.d.P.", person: "Rui Leal"}]',
    )
    write(folder, "quay")
    made = built(folder, tmp_path / "out")
    beside = {
        path: [str(a["href"]) for a in BeautifulSoup(made[path], "html.parser").select(".notices .today a")]
        for path in ("harbour/index.html", "quay/index.html")
    }
    assert beside == {"harbour/index.html": ["../imprint/"], "quay/index.html": []}


def test_the_imprint_says_who_publishes_and_what_the_house_says_itself(folder: Path, tmp_path: Path) -> None:
    (folder / "newsroom.toml").write_text(
        HOUSE + 'vat_id = "PT500"\n[provider]\nname = "Wire Ltd."\n'
        '[[notices]]\nkind = "editorial-responsibility"\nheading = "Responsible"\nperson = "Ana Sousa"\n'
    )
    page = built(folder, tmp_path / "out")["imprint/index.html"]
    assert words(page, ".notice") == [
        "Publisher Example Ports VAT ID PT500",
        "Imprint Wire Ltd.",
        "Responsible Ana Sousa",
    ]


def test_the_imprint_is_what_the_law_of_the_day_asks_for(folder: Path, tmp_path: Path) -> None:
    (folder / "newsroom.toml").write_text(
        HOUSE + 'legal_name = "Example Ports GmbH"\nemails = ["a@example.org"]\n'
        'phones = [{number = "+49 30 1"}]\n[publisher.address]\nstreet = "Kai 1"\npostcode = "10115"\ncity = "Berlin"\n'
        '[imprint]\njurisdiction = "DE"\nform = "GmbH"\nrepresentatives = ["Ana Sousa"]\n'
    )
    page = built(folder, tmp_path / "out")["imprint/index.html"]
    assert "Ana Sousa" in page
    assert words(page, "h2").count("Publisher") == 0
