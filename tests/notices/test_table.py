"""Every profile in its whole: days, texts for a house that tells everything, and what a house lacks that tells nothing.

`table.txt` was read line by line against the facts on which the profiles rest. `python tests/notices/test_table.py`
writes it anew; read the difference.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pressrelease as pr
from pressrelease.imprint import Imprint
from pressrelease.notices import Profile, due, profiles
from pressrelease.wording import notice_lines

TABLE = Path(__file__).parent / "table.txt"
ADDRESS = {"street": "Quay 1", "city": "Port"}
WHOLE = {
    "form": "GmbH",
    "representatives": ["Ada Byron"],
    "capital": "25 000 EUR",
    "registered_in": "England and Wales",
    "supervisor": "Harbour Board",
    "profession": "Pilot",
    "host": {"name": "Host SA", "address": ADDRESS, "phones": [{"number": "9"}]},
    "purpose": "Harbours",
    "bodies": "Board: Cleo Dock",
    "owners": ["Ada Byron (60 %)"],
    "beneficial_owners": ["Ada Byron"],
    "state_advertising": "0 EUR",
    "direction": "independent",
    "press_registration": "Tribunale di Porto n. 1",
    "responsible": [{"name": "Bert Quay", "address": ADDRESS, "conditions_confirmed": True}],
}
PUBLISHER = {
    "legal_name": "Hafen",
    "address": ADDRESS,
    "emails": ["a@hafen.example"],
    "phones": [{"number": "1"}],
    "register_entry": "HRB 1",
    "vat_id": "V1",
    "isin": "DE0007164600",
    "lei": "529900T8BM49AURSDO55",
}
FACTS = "segment event reason notifier factors statements assumptions update_policy amount authorised_by claimant claim opt_out"


def house(profile: Profile, *, whole: bool) -> pr.Newsroom:
    """Return a house that `profile` binds and that tells everything, or nothing but its name."""
    imprint = {
        **(WHOLE if whole else {"form": "GmbH"}),
        "jurisdiction": home(profile),
        "when": profile.when[:1],
    }
    if profile.forms:
        imprint["form"] = profile.forms[0]
    return pr.Newsroom(
        title="Hafen",
        base_url="https://hafen.example/",
        publisher=PUBLISHER if whole else {"legal_name": "Hafen"},
        imprint=Imprint(**imprint),
    )


def home(profile: Profile) -> str:
    """Return a jurisdiction in which `profile` binds: a member state for the union's."""
    return "NL" if profile.jurisdiction == "EU" else profile.jurisdiction


def lines(profile: Profile) -> Iterator[str]:
    """Yield what there is to see of a profile."""
    day = profile.valid_from or profile.valid_until or dt.date(2026, 11, 25)
    span = f"{profile.valid_from or ''}..{profile.valid_until or ''}"
    yield f"{profile.id}: {profile.kind}, {span}, {profile.citation}, {profile.basis}, {profile.nature}"
    facts = {name: f"<{name}>" for name in FACTS.split()}
    release = pr.Release(
        headline="Crane",
        published=dt.datetime(day.year, day.month, day.day, 12, tzinfo=dt.UTC),
        dateline={"places": [{"name": "Port"}]},
        extra={"notices": {"facts": facts}},
    )
    for language in profile.label:
        found = due(house(profile, whole=True), day, release=release, language=language)
        (made,) = (d for d in found if d.profile.id == profile.id)
        assert made.missing == (), profile.id
        assert made.notice is not None, profile.id
        text = [made.notice.heading, *notice_lines(made.notice, None, language)]
        yield f"  {language}: {' / '.join(filter(None, text))}"
    (bare,) = (d for d in due(house(profile, whole=False), day) if d.profile.id == profile.id)
    yield f"  asks for: {', '.join(m.fact for m in bare.missing) or 'nothing more'}"


def table() -> str:
    """Return the whole table."""
    return "".join(f"{line}\n" for profile in profiles() for line in lines(profile))


def test_every_profile_says_what_the_table_says() -> None:
    assert table() == TABLE.read_text("utf-8")


if __name__ == "__main__":
    TABLE.write_text(table(), "utf-8")
