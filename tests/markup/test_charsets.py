"""Character sets of the wires, judged by iconv, which has the same tables from elsewhere."""

from __future__ import annotations

import subprocess

import pytest
from outside import needs, program

from pressrelease.markup.charsets import CODECS, NAMES, NATIONAL, charset, guessed
from pressrelease.markup.degrade import degraded, unspelled

BYTES = bytes(b for b in range(0x20, 0x7F))


@pytest.mark.parametrize("name", list(NATIONAL))
def test_a_national_variant_of_iso_646_is_the_one_that_iconv_knows(name: str) -> None:
    """Overlines and tildes apart, of which each registration has its own."""
    iconv = needs(program("iconv"), "iconv")
    judged = subprocess.run(
        [str(iconv), "-f", name.upper(), "-t", "utf-8"],
        input=BYTES,
        capture_output=True,
        check=True,
    ).stdout.decode()
    ours = charset(name).decode(BYTES)
    differing = {(a, b) for a, b in zip(ours, judged, strict=True) if a != b}
    assert differing <= {("~", "‾"), ("‾", "~"), ("|", "ŕ")}


@pytest.mark.parametrize("name", NAMES)
def test_a_set_gives_back_what_it_has(name: str) -> None:
    known = charset(name)
    text = "".join(c for c in map(chr, range(0x20, 0x2100)) if known.has(c) and not 0x7F <= ord(c) < 0xA0)
    assert known.decode(known.encode(text)) == text
    assert len(text) >= 95


@pytest.mark.parametrize("name", NATIONAL)
def test_what_a_national_letter_displaces_is_not_in_the_set(name: str) -> None:
    known = charset(name)
    for place in known.national.values():
        assert not known.has(place)
        with pytest.raises(UnicodeEncodeError):
            known.encode(f"a{place}")


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("Latin-1", "iso-8859-1"),
        ("CP1252", "windows-1252"),
        ("us-ascii", "ascii"),
        ("ISO646_DE", "iso646-de"),
    ],
)
def test_a_set_is_known_by_the_names_people_use(asked: str, name: str) -> None:
    assert charset(asked).name == name


def test_a_set_that_does_not_exist_is_named_with_those_that_do() -> None:
    with pytest.raises(LookupError, match="no such charset: ebcdic; known: ascii, iso-8859-1"):
        charset("ebcdic")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"Plain words", "ascii"),
        (b"a{b} c[0] ~ x|y", "ascii"),
        ("Grüne für München".encode(), "utf-8"),
        ("Grüne für München".encode("latin-1"), "iso-8859-1"),
        ("„Grüne“ für München".encode("cp1252"), "windows-1252"),
        (b"Gr}ne f}r M}nchen, sch|n und gro~", "iso646-de"),
        (b"URL https://x.example/~user/a|b and {curly|braces}", "ascii"),
    ],
)
def test_the_set_of_bytes_is_guessed_by_what_only_it_would_hold(data: bytes, name: str) -> None:
    assert guessed(data).name == name


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Größe [m²] von A|B", "iso646-de", "Größe (m2) von A/B"),
        ("mail@example.org", "iso646-de", "mail(at)example.org"),
        ("déjà vu – 5 €", "iso646-fr", "déjà vu - 5 EUR"),
        ("✓ done", "iso646-de", "(x) done"),
        ("#1", "iso646-gb", "No. 1"),
        ("5 μm", "ascii", "5 um"),
        ("مرحبا، ٢٠٢٦؟", "ascii", "mrhba, 2026?"),
    ],
)
def test_a_national_variant_degrades_what_it_displaced(text: str, name: str, expected: str) -> None:
    shown, _ = degraded(text, name, "de")
    assert shown == expected
    charset(name).encode(shown)


@pytest.mark.parametrize(
    ("text", "name", "left"),
    [
        ("Köln – 5 €, Łódź", "ascii", ""),
        ("Москва, Αθήνα", "ascii", ""),
        ("Li Wei (李伟) in 東京", "latin-1", "李伟東京"),
        ("محطة", "utf-8", ""),
        ("😀 ʬ", "ascii", ""),
    ],
)
def test_letters_that_nobody_spells_in_a_set_are_told(text: str, name: str, left: str) -> None:
    assert unspelled(text, name, "en") == left


def test_a_greek_letter_that_is_also_a_sign_is_a_letter_in_greek() -> None:
    assert degraded("Μαμά", "ascii", "el")[0] == "Mama"


def test_every_codec_named_is_one_of_pythons_and_keeps_ascii() -> None:
    for name in CODECS:
        assert charset(name).encode(BYTES.decode()) == BYTES
