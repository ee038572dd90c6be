"""Terms for machines (RSL 1.0, TDMRep, RFC 9309) and `security.txt` (RFC 9116): one policy, nothing that is not set."""

from __future__ import annotations

import datetime as dt
import json
import urllib.robotparser
from pathlib import Path

import feedparser
import pytest
from bs4 import BeautifulSoup
from lxml import etree

import pressrelease as pr
from pressrelease.errors import PressReleaseError
from pressrelease.files import FileProblem
from pressrelease.newsroom import InvalidNewsroom

NOW = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
RSL = "{https://rslstandard.org/rsl}"
TERMS = """
[terms]
training = "prohibited"
search = "allowed"
text = "Ask us first."
licence = "https://creativecommons.org/licenses/by-nd/4.0/"
contact = "mailto:press@example.org"
signals = true
blocked = ["GPTBot"]
[rights]
holder = "Bay & Co"
data_mining = "reserved"
"""
SECURITY = '\n[security]\ncontacts = ["mailto:security@example.org"]\nexpires = 2027-01-01T00:00:00Z\n'


def built(tmp_path: Path, more: str = "", base: str = "https://news.example.org/", front: str = "") -> Path:
    folder = tmp_path / "newsroom"
    folder.mkdir(exist_ok=True)
    (folder / "newsroom.toml").write_text(
        f'title = "Bay"\nbase_url = "{base}"\npublisher = {{ name = "Bay" }}\n{more}', "utf-8"
    )
    (folder / "quay.md").write_text(
        f"---\nheadline: Quay\npublished: 2026-03-02T09:00Z\n{front}---\nA.\n", "utf-8"
    )
    pr.build(pr.Newsroom.load(folder), tmp_path / "out", now=NOW)
    return tmp_path / "out"


def head(page: Path) -> dict[str, str]:
    soup = BeautifulSoup(page.read_text("utf-8"), "html.parser")
    told = {str(m["name"]): str(m["content"]) for m in soup.select('meta[name^="tdm-"]')}
    return told | {
        " ".join(link["rel"]): str(link["href"]) for link in soup.select("link[rel=license], link[rel=hub]")
    }


def test_a_house_that_says_nothing_prints_nothing(tmp_path: Path) -> None:
    out = built(tmp_path)
    for path in ("license.xml", "terms", ".well-known"):
        assert not (out / path).exists()
    assert head(out / "index.html") == head(out / "quay/index.html") == {}
    assert (out / "robots.txt").read_text("utf-8").startswith("User-agent: *\nAllow: /\n\nSitemap: ")
    assert b"rslstandard" not in (out / "feed.xml").read_bytes()


def test_the_rsl_file_says_what_is_allowed_and_prohibited(tmp_path: Path) -> None:
    root = etree.parse(built(tmp_path, TERMS) / "license.xml").getroot()
    assert root.tag == f"{RSL}rsl"
    content = root.find(f"{RSL}content")
    assert content is not None
    assert content.get("url") == "/"
    assert [(e.tag.removeprefix(RSL), dict(e.attrib), e.text) for e in content[0]] == [
        ("permits", {"type": "usage"}, "search"),
        ("prohibits", {"type": "usage"}, "ai-train"),
    ]
    assert [(e.tag.removeprefix(RSL), dict(e.attrib), e.text) for e in content[1:]] == [
        ("copyright", {"type": "organization", "contactEmail": "press@example.org"}, "Bay & Co"),
        ("terms", {}, "https://news.example.org/terms/"),
    ]


def test_robots_name_the_licence_for_all_and_shut_out_whom_the_house_names(tmp_path: Path) -> None:
    text = (built(tmp_path, TERMS) / "robots.txt").read_text("utf-8")
    assert text.startswith(
        "License: https://news.example.org/license.xml\n\nUser-agent: GPTBot\nDisallow: /\n\n"
    )
    assert "User-agent: *\nContent-Signal: search=yes, ai-train=no\nAllow: /\n" in text
    judge = urllib.robotparser.RobotFileParser()
    judge.parse(text.splitlines())
    assert not judge.can_fetch("GPTBot", "https://news.example.org/quay/")
    assert judge.can_fetch("Googlebot", "https://news.example.org/quay/")
    assert len(judge.site_maps() or ()) == 2


def test_the_reservation_stands_in_its_file_and_on_each_page(tmp_path: Path) -> None:
    out = built(tmp_path, TERMS)
    policy = {"tdm-reservation": 1, "tdm-policy": "https://news.example.org/terms/"}
    assert json.loads((out / ".well-known/tdmrep.json").read_text()) == [{"location": "/", **policy}]
    for page in ("index.html", "quay/index.html", "archive/index.html"):
        assert head(out / page) == {
            "tdm-reservation": "1",
            "tdm-policy": "https://news.example.org/terms/",
            "license": "https://news.example.org/license.xml",
        }


def test_a_release_with_rights_of_its_own_says_so_on_its_page(tmp_path: Path) -> None:
    out = built(tmp_path, TERMS, front="rights:\n  data_mining: allowed\n")
    assert head(out / "quay/index.html")["tdm-reservation"] == "0"
    assert head(out / "index.html")["tdm-reservation"] == "1"


def test_rights_alone_make_a_reservation_and_no_rsl(tmp_path: Path) -> None:
    """RSL has no word for text and data mining: nothing is invented."""
    rights = '[rights]\ndata_mining = "reserved"\ndata_mining_policy = "https://example.org/policy"\n'
    out = built(tmp_path, rights)
    assert head(out / "index.html") == {"tdm-reservation": "1", "tdm-policy": "https://example.org/policy"}
    assert not (out / "license.xml").exists()
    assert (out / "terms/index.html").is_file()


def test_mining_that_is_allowed_has_no_policy(tmp_path: Path) -> None:
    out = built(tmp_path, '[terms]\ndata_mining = "allowed"\n')
    assert json.loads((out / ".well-known/tdmrep.json").read_text()) == [
        {"location": "/", "tdm-reservation": 0}
    ]


def test_an_rsl_file_of_the_house_is_named_and_none_is_made(tmp_path: Path) -> None:
    out = built(tmp_path, '[terms]\ntraining = "prohibited"\nrsl = "https://example.org/our.rsl"\n')
    assert not (out / "license.xml").exists()
    assert (out / "robots.txt").read_text("utf-8").startswith("License: https://example.org/our.rsl\n")
    assert head(out / "index.html")["license"] == "https://example.org/our.rsl"


def test_the_rss_feed_carries_the_terms_of_each_item_and_stays_well_formed(tmp_path: Path) -> None:
    out = built(tmp_path, TERMS)
    feed = feedparser.parse((out / "feed.xml").read_bytes())
    assert feed.bozo == 0
    item = etree.parse(out / "feed.xml").find(f".//item/{RSL}content")
    assert item is not None
    assert item.get("url") == "https://news.example.org/quay/"
    assert item.findtext(f"{RSL}license/{RSL}prohibits") == "ai-train"
    assert [r.headline for r in pr.parse_all((out / "feed.xml").read_bytes(), "rss")] == ["Quay"]


def test_a_page_tells_people_the_same(tmp_path: Path) -> None:
    page = BeautifulSoup((built(tmp_path, TERMS) / "terms/index.html").read_text("utf-8"), "html.parser")
    assert page.h1 is not None
    assert page.h1.text == "Terms of use"
    assert [item.text for item in page.select("main li")] == [
        "Text and data mining: all rights reserved",
        "Index of a search engine: allowed",
        "Training of AI models: prohibited",
    ]
    assert [str(a["href"]) for a in page.select("main a")] == [
        "https://creativecommons.org/licenses/by-nd/4.0/",
        "mailto:press@example.org",
    ]


def test_a_site_below_a_path_speaks_for_that_path_alone(tmp_path: Path) -> None:
    out = built(tmp_path, TERMS, base="https://example.org/news/")
    assert json.loads((out / ".well-known/tdmrep.json").read_text())[0]["location"] == "/news/"
    content = etree.parse(out / "license.xml").getroot().find(f"{RSL}content")
    assert content is not None
    assert content.get("url") == "/news/"


def test_the_hub_of_the_feeds_stands_in_the_head_of_pages_too(tmp_path: Path) -> None:
    out = built(tmp_path, '[feeds]\nhub = "https://hub.example.net/"\n')
    for page in ("index.html", "quay/index.html"):
        assert head(out / page) == {"hub": "https://hub.example.net/"}
        soup = BeautifulSoup((out / page).read_text("utf-8"), "html.parser")
        assert [link["href"] for link in soup.select("link[rel=self]")] == [
            "https://news.example.org/feed.atom"
        ]


# --- security.txt -----------------------------------------------------------------------------------------------------


def test_security_txt_says_whom_to_tell(tmp_path: Path) -> None:
    more = 'languages = ["en", "de"]\npolicy = "https://example.org/policy"\nencryption = ["openpgp4fpr:5f2de"]\n'
    lines = (built(tmp_path, SECURITY + more) / ".well-known/security.txt").read_text("utf-8").splitlines()
    assert lines == [
        "Contact: mailto:security@example.org",
        "Expires: 2027-01-01T00:00:00+00:00",
        "Encryption: openpgp4fpr:5f2de",
        "Preferred-Languages: en, de",
        "Canonical: https://news.example.org/.well-known/security.txt",
        "Policy: https://example.org/policy",
    ]


@pytest.mark.parametrize(("expires", "told"), [("2026-12-20", True), ("2027-01-01", False)])
def test_that_security_txt_will_expire_is_told_a_month_before(
    tmp_path: Path, expires: str, told: bool
) -> None:
    built(tmp_path, SECURITY.replace("2027-01-01", expires))
    report = pr.build(pr.Newsroom.load(tmp_path / "newsroom"), tmp_path / "out", now=NOW)
    assert [(f.code, f.where.field) for f in report.findings] == [
        ("security-expires", "security.expires")
    ] * told


def test_security_txt_that_has_expired_stops_the_build_and_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileProblem) as caught:
        built(tmp_path, SECURITY.replace("2027", "2026"))
    problem = caught.value.problems[0]
    assert (problem.problem, problem.where.field) == ("security.txt has expired", "security.expires")
    assert problem.found == "2026-01-01T00:00:00+00:00"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (SECURITY.replace("00Z", "00"), "security.expires"),
        (SECURITY.replace("mailto:", ""), "security.contacts"),
        (SECURITY.replace("mailto:security@", "http://"), "security.contacts"),
        (SECURITY + 'policy = "http://example.org/policy"\n', "security.policy"),
        ('\n[security]\ncontacts = ["tel:+1"]\n', "security.expires"),
        ("\n[security]\ncontacts = []\nexpires = 2027-01-01T00:00:00Z\n", "security.contacts"),
        ('\n[terms]\nblocked = ["Bad Bot: *"]\n', "terms.blocked"),
        ('\n[terms]\ntraining = "maybe"\n', "terms.training"),
        ('\n[terms]\ncontact = "javascript:alert(1)"\n', "terms.contact"),
    ],
)
def test_what_no_such_file_may_say_is_refused_with_its_field(tmp_path: Path, wrong: str, field: str) -> None:
    with pytest.raises(InvalidNewsroom) as caught:
        built(tmp_path, wrong)
    assert isinstance(caught.value, PressReleaseError)
    assert [p.where.field.removesuffix(".0") for p in caught.value.problems] == [field]
