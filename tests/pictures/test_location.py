"""The place a picture was taken at is no longer in it, and all else is: judged by Pillow, which did not take it out."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from images import camera, reopened, saved, shades
from PIL import Image, ImageCms, PngImagePlugin, features

from pressrelease.pictures import without_location

PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
XMP = b"""<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 exif:GPSLatitude="38,42.5N" exif:PixelXDimension="40"><exif:GPSLongitude>9,8.25W</exif:GPSLongitude>
<dc:rights>Ada Byron</dc:rights></rdf:Description></rdf:RDF></x:xmpmeta>"""
KINDS = [
    ("JPEG", {"quality": 90}),
    ("PNG", {}),
    ("WEBP", {"lossless": True}),
    ("TIFF", {}),
    pytest.param(
        "AVIF",
        {},
        marks=pytest.mark.skipif(not features.check("avif"), reason="this Pillow writes no AVIF"),
    ),
]


def located(data: bytes) -> dict[int, Any]:
    """Return what a reader of the picture learns of its place."""
    return dict(Image.open(io.BytesIO(data)).getexif().get_ifd(0x8825))


@pytest.mark.parametrize(("kind", "how"), KINDS)
def test_the_place_is_gone_and_pixels_profile_and_all_else_stay(kind: str, how: dict[str, Any]) -> None:
    if kind == "TIFF":  # Pillow writes the table of a place into one only if it is told so tag by tag
        how = {"tiffinfo": {0x0112: 6, 0x013B: "Ada Byron", 0x8825: camera().get_ifd(0x8825)}}
    else:
        how = {**how, "exif": camera(6)}
    data = saved(shades(40, 30), kind, icc_profile=PROFILE, **how)
    assert located(data)
    made = without_location(data)
    old, new = reopened(data), reopened(made)
    assert located(made) == {}
    assert (new.tobytes(), new.info.get("icc_profile"), len(made)) == (old.tobytes(), PROFILE, len(data))
    told = Image.open(
        io.BytesIO(made)
    ).getexif()  # a TIFF is turned upright, and forgets how it lay, when decoded
    assert {tag: told.get(tag) for tag in (0x0112, 0x013B)} == {0x0112: 6, 0x013B: "Ada Byron"}
    # The degrees themselves, not only what led to them.
    degrees = [struct.pack(f"{order}4I", 38, 1, 42, 1) for order in "<>"]
    assert [pair for pair in degrees if pair in made] == []


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_the_place_in_xmp_is_gone_and_the_credit_stays(kind: str) -> None:
    how: dict[str, Any] = {"xmp": XMP} if kind != "TIFF" else {"tiffinfo": {700: XMP}}
    if kind == "PNG":
        how = {"pnginfo": PngImagePlugin.PngInfo()}
        how["pnginfo"].add_itxt("XML:com.adobe.xmp", XMP.decode())
    made = without_location(saved(shades(40, 30), kind, **how))
    assert reopened(made).size == (40, 30)
    assert [word for word in (b"GPS", b"38,42", b"9,8.25") if word in made] == []
    assert [word for word in (b"Ada Byron", b'exif:PixelXDimension="40"') if word in made] == [
        b"Ada Byron",
        b'exif:PixelXDimension="40"',
    ]


@pytest.mark.parametrize("packed", [False, True])
def test_the_place_in_a_compressed_text_of_a_png_is_gone(packed: bool) -> None:
    told = PngImagePlugin.PngInfo()
    profile = camera().tobytes()
    digits = profile.hex()
    lines = "\n".join(digits[i : i + 72] for i in range(0, len(digits), 72))
    told.add_text("Raw profile type exif", f"\nexif\n{len(profile):8}\n{lines}\n", zip=packed)
    told.add_itxt("XML:com.adobe.xmp", XMP.decode(), zip=packed)
    data = saved(shades(40, 30), "PNG", pnginfo=told)
    assert located(data)
    made = without_location(data)
    assert located(made) == {}
    image = reopened(made)
    assert "GPS" not in image.text["XML:com.adobe.xmp"]  # type: ignore[attr-defined]
    assert image.getexif()[0x013B] == "Ada Byron"


def test_a_picture_inside_a_picture_loses_its_place_too() -> None:
    """Telephones put a second JPEG behind the first (CIPA DC-007), with EXIF of its own."""
    first, second = (saved(shades(40, 30), "JPEG", exif=camera()) for _ in range(2))
    made = without_location(first + second)
    assert [located(made[: len(first)]), located(made[len(first) :])] == [{}, {}]


def test_every_checksum_of_a_png_is_right() -> None:
    made = without_location(saved(shades(40, 30), "PNG", exif=camera()))
    at = 8
    while at < len(made):
        (size,) = struct.unpack_from(">I", made, at)
        (checksum,) = struct.unpack_from(">I", made, at + 8 + size)
        assert zlib.crc32(made[at + 4 : at + 8 + size]) == checksum
        at += 12 + size


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "GIF"])
def test_a_picture_without_a_place_stays_as_it_is(kind: str) -> None:
    data = saved(shades(40, 30), kind)
    assert without_location(data) == data


def test_what_is_no_picture_stays_as_it_is() -> None:
    data = b"%PDF-1.7 " + saved(shades(40, 30), "JPEG", exif=camera())
    assert without_location(data) == data


WHOLE = {kind: saved(shades(12, 8), kind, exif=camera()) for kind in ("JPEG", "PNG", "WEBP", "TIFF")}


@given(st.sampled_from(sorted(WHOLE)), st.data())
def test_a_broken_picture_is_never_a_fault(kind: str, drawn: st.DataObject) -> None:
    data = bytearray(WHOLE[kind])
    for _ in range(drawn.draw(st.integers(1, 6))):
        data[drawn.draw(st.integers(0, len(data) - 1))] = drawn.draw(st.integers(0, 255))
    cut = bytes(data[: drawn.draw(st.integers(0, len(data)))])
    assert len(without_location(cut)) == len(cut)


def test_a_table_that_names_itself_as_one_of_places_is_written_without_them() -> None:
    place = struct.pack("<HHII", 0x8825, 4, 1, 8)
    width = struct.pack("<HHII", 0x0100, 3, 1, 7)
    file = b"II*\0" + struct.pack("<IH", 8, 3) + place + width + place + bytes(4)
    assert without_location(file) == b"II*\0" + struct.pack("<IH", 8, 1) + width + bytes(28)


def test_a_word_of_a_megabyte_is_read_once() -> None:
    """A name of XMP was tried from each letter of a word: a minute for 200 KB, half an hour for this."""
    data = b"\xff\xd8\xff" + b"a" * 1_000_000 + b" exif:GPSLatitude='51,30N'"
    assert without_location(data) == data[: -len("exif:GPSLatitude='51,30N'")].ljust(len(data))
