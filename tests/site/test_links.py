"""Links from release to release: by file or by address, to what the public may read and to nothing else."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from pathlib import Path

import pytest

import pressrelease as pr

NOW = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
HOUSE = (
    'title = "Example"\nbase_url = "https://news.example.org/"\nlanguages = ["de"]\n'
    '[publisher]\nname = "Example Ports"\n'
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "room"
    (made / "2026").mkdir(parents=True)
    (made / "newsroom.toml").write_text(HOUSE)
    return made


def write(folder: Path, name: str, text: str, *fields: str) -> None:
    told = "".join(f"{field}\n" for field in ("published: 2026-03-01T09:00Z", *fields))
    (folder / name).write_text(f"---\nheadline: News of {name}\n{told}---\n\n{text}\n", "utf-8")


def built(folder: Path, **options: object) -> tuple[dict[str, bytes], list[str]]:
    """Build, and return the site with what was said of references."""
    out = folder.parent / "out"
    report = pr.build(pr.Newsroom.load(folder), out, now=NOW, **options)  # type: ignore[arg-type]
    told = [f"{f.where.file}: {f.message}" for f in report.findings if f.code == "unknown-reference"]
    return {
        p.relative_to(out).as_posix(): p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file()
    }, told


def links(page: bytes) -> list[str]:
    story = page.decode().partition("<article")[2].partition("</article>")[0]
    return re.findall(r'<p>See <a href="([^"]*)"', story)


@pytest.mark.parametrize(
    ("source", "page", "link", "address"),
    [
        ("a.md", "a", "b.md", "../b/"),
        ("a.md", "a", "./b.md#prices", "../b/#prices"),
        ("a.md", "a", "b.de.md", "../de/b/"),
        ("a.md", "a", "a.md", "./"),
        ("a.md", "a", "2026/c.md", "../c/"),
        ("a.md", "a", "fähre-elektrisch.md", "../f%C3%A4hre-elektrisch/"),
        ("a.md", "a", "f%C3%A4hre-elektrisch.md", "../f%C3%A4hre-elektrisch/"),
        ("2026/d.md", "d", "../b.md", "../b/"),
        ("2026/d.md", "d", "c.md", "../c/"),
        ("a.de.md", "de/a", "b.md", "../../b/"),
        ("a.de.md", "de/a", "b.de.md", "../b/"),
        ("a@1.md", "a/v1", "b.md", "../../b/"),
    ],
)
def test_a_link_to_the_file_of_a_release_leads_to_its_page(
    source: str, page: str, link: str, address: str, folder: Path
) -> None:
    for name in ("b.md", "b.de.md", "2026/c.md"):
        write(folder, name, "The port opened.")
    # Some disks keep accents apart from their letters.
    write(folder, unicodedata.normalize("NFD", "fähre-elektrisch.md"), "The ferry sails.")
    write(folder, "a.md", "The port opened.", "version: 2")
    write(folder, source, f"See [more]({link}).", *(["version: 2"] if source == "a.md" else []))
    site, told = built(folder)
    assert (links(site[f"{page}/index.html"]), told) == ([address], [])


def test_feeds_wire_files_and_related_documents_lead_there_too(folder: Path) -> None:
    write(folder, "b.md", "The port opened.")
    write(folder, "a.md", "See [more](b.md).", "related: [{href: b.md, title: The port}]")
    site, told = built(folder)
    assert told == []
    named = [path for path, body in site.items() if b'"b.md"' in body or b"(b.md)" in body]
    assert named == ["b/index.html"]  # its own Markdown, for the desk
    assert b'href="https://news.example.org/b/"' in site["a/a.nitf.xml"]
    assert b"https://news.example.org/b/" in site["feed.json"]


@pytest.mark.parametrize("link", ["b.md", "../b.md", "./b.md#prices", "b@1.md", "a.de.md", "../2026/b.md"])
def test_a_link_to_a_file_that_is_no_public_release_is_told_and_its_words_stay_as_if_there_were_none(
    link: str, folder: Path
) -> None:
    write(folder, "2026/a.md", f"See [more]({link}).")
    without, told_without = built(folder)
    for name in ("b.md", "2026/b.md", "2026/b@1.md", "2026/a.de.md"):
        write(folder, name, "Something secret.", "embargo: 2027-01-01T00:00Z", f"slug: {name[-4]}{len(name)}")
    site, told = built(folder)
    assert site == without
    assert b"See more." in site["a/index.html"]
    assert told == told_without == [f"2026/a.md: {link} leads to no public release; it is not linked"]


def test_the_page_that_links_changes_when_what_it_names_comes_out_moves_and_goes(folder: Path) -> None:
    cache = folder.parent / "cache"
    write(folder, "a.md", "See [more](b.md).")
    seen = []
    for fields in (["embargo: 2027-01-01T00:00Z"], [], ["slug: harbour"], ["status: canceled"], None):
        (folder / "b.md").unlink(missing_ok=True)
        if fields is not None:
            write(folder, "b.md", "The port opened.", *fields)
        site, _ = built(folder, cache=cache)
        assert site == built(folder)[0]
        seen.append(links(site["a/index.html"]))
    assert seen == [[], ["../b/"], ["../harbour/"], ["../b/"], []]


def test_a_link_to_a_file_that_the_site_makes_beside_a_page_stays(folder: Path) -> None:
    write(folder, "b.md", "The port opened.")
    write(folder, "a.md", "See [b](../b/b.md).\n\nSee [wire](a.nitf.xml).\n\nSee [twin](index.md).")
    site, told = built(folder)
    assert (links(site["a/index.html"]), told) == (["../b/b.md", "a.nitf.xml", "index.md"], [])


def test_an_address_as_browsers_give_it_is_known(folder: Path) -> None:
    write(folder, "fähre.md", "The ferry sails.")
    write(folder, "a.md", "See [more](https://news.example.org/f%C3%A4hre/).")
    site, told = built(folder)
    assert (links(site["a/index.html"]), told) == (["https://news.example.org/f%C3%A4hre/"], [])


def test_an_address_is_one_and_the_same_uri_wherever_it_is_named(folder: Path) -> None:
    """RFC 3986 has letters beyond ASCII encoded; so do sitemaps.org and JSON Feed. Folders and ids keep theirs."""
    write(folder, "fähre.md", "The ferry sails.")
    write(folder, "fähre.de.md", "Die Fähre fährt.")
    write(folder, "a.md", "The port opened.", "related: [{href: fähre.md, title: The ferry}]")
    site, _ = built(folder)
    own, german = "https://news.example.org/f%C3%A4hre/", "https://news.example.org/de/f%C3%A4hre/"
    page = site["fähre/index.html"].decode()
    assert re.findall(r'<link rel="canonical" href="([^"]*)"', page) == [own]
    assert re.findall(r'<meta property="og:url" content="([^"]*)"', page) == [own]
    assert set(re.findall(r'<link rel="alternate" hreflang="\w\w" href="([^"]*)"', page)) == {own, german}
    for path in ("feed.xml", "feed.atom", "feed.json", "sitemap.xml", "a/a.nitf.xml"):
        assert own in site[path].decode(), path
        assert "https://news.example.org/fähre" not in site[path].decode(), path
    assert "tag:news.example.org,2026:fähre" in site["fähre/fähre.json"].decode()
