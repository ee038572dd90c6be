"""What a picture is, by its bytes."""

from __future__ import annotations

import contextlib
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from images import camera, saved, shades
from outside import CHECKOUT
from PIL import Image

from pressrelease.errors import PressReleaseError
from pressrelease.markup.xml import InvalidXml
from pressrelease.pictures import MAX_PIXELS, InvalidPicture, Measure, measured, scaled, widths


@pytest.mark.parametrize(
    ("format", "media_type"),
    [
        ("JPEG", "image/jpeg"),
        ("PNG", "image/png"),
        ("GIF", "image/gif"),
        ("WEBP", "image/webp"),
        ("AVIF", "image/avif"),
    ],
)
def test_a_picture_is_known_by_its_bytes(format: str, media_type: str) -> None:
    data = saved(shades(90, 60), format)
    assert measured(data, file="a.txt") == Measure(media_type, 90, 60)


@pytest.mark.parametrize("format", ["JPEG", "WEBP", "PNG"])
@pytest.mark.parametrize(("held", "sides"), [(1, (90, 60)), (3, (90, 60)), (6, (60, 90)), (8, (60, 90))])
def test_a_photograph_taken_upright_is_higher_than_wide(
    format: str, held: int, sides: tuple[int, int]
) -> None:
    measure = measured(saved(shades(90, 60), format, exif=camera(held)))
    assert (measure.width, measure.height) == sides


@pytest.mark.parametrize(
    "block", [b"Exif\0\0", b"Exif\0\0MM\0*\xff\xff\xff\xff", b"Exif\0\0nothing of the kind"]
)
@pytest.mark.filterwarnings("ignore:Corrupt EXIF data")
def test_camera_data_that_cannot_be_read_turns_nothing(block: bytes) -> None:
    assert measured(saved(shades(90, 60), "JPEG", exif=block)) == Measure("image/jpeg", 90, 60)


@pytest.mark.parametrize("format", ["GIF", "PNG", "WEBP"])
def test_what_moves_is_known_to_move(format: str) -> None:
    frames = [shades(30, 20), shades(30, 20).rotate(180)]
    assert measured(saved(frames[0], format, save_all=True, append_images=frames[1:])).moves


# --- drawings ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("attributes", "sides"),
    [
        ('width="120" height="40"', (120, 40)),
        ('width="1in" height="2.54cm"', (96, 96)),
        ('viewBox="0 0 300 150"', (300, 150)),
        ('viewBox="-10,-10 300 150" width="100%"', (300, 150)),
        ('viewBox="0 0 300 150" height="75"', (150, 75)),
        ('viewBox="0 0 0 0"', (None, None)),
        ("", (None, None)),
    ],
)
def test_a_drawing_is_as_large_as_it_says_or_as_its_view_box_gives(
    attributes: str, sides: tuple[int, int]
) -> None:
    data = f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}/>'.encode()
    assert measured(data) == Measure("image/svg+xml", *sides)


def test_a_drawing_is_one_behind_a_declaration_a_comment_and_a_doctype() -> None:
    data = b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- drawn --><!DOCTYPE svg>\n<svg width="8" height="9"/>'
    assert measured(data) == Measure("image/svg+xml", 8, 9)


def test_a_drawing_expands_nothing() -> None:
    data = b'<!DOCTYPE svg [<!ENTITY w "9">]>\n<svg width="&w;" height="9"/>'
    with pytest.raises(InvalidXml) as caught:
        measured(data, file="logo.svg")
    assert str(caught.value).startswith("logo.svg:2:")


def test_xml_of_another_kind_is_no_drawing() -> None:
    with pytest.raises(
        InvalidPicture, match=r'logo\.svg: not a picture for the web: found XML of "html", expected svg'
    ):
        measured(b"<html/>", file="logo.svg")


# --- what is none ---------------------------------------------------------------------------------------------------


def test_a_file_that_is_no_picture_is_named_with_what_it_begins_with() -> None:
    with pytest.raises(InvalidPicture) as caught:
        measured(b"%PDF-1.7\n", file="images/plan.jpg")
    assert str(caught.value) == (
        'images/plan.jpg: not a picture for the web: found "25 50 44 46 2d 31 2e 37 0a", '
        "expected JPEG, PNG, GIF, WebP, AVIF or SVG\n"
        "  save it as JPEG (photographs) or PNG (drawings); the name of a file does not change what it is"
    )


def test_an_empty_file_is_no_picture() -> None:
    with pytest.raises(InvalidPicture, match="found an empty file"):
        measured(b"")


@pytest.mark.parametrize("format", ["JPEG", "PNG", "GIF", "WEBP", "AVIF"])
def test_a_head_that_is_cut_off_is_an_error(format: str) -> None:
    with pytest.raises(InvalidPicture, match=r"a\.bin: the picture is cut off or broken"):
        measured(saved(shades(90, 60), format)[:14], file="a.bin")


def png_head(width: int, height: int) -> bytes:
    """Return a PNG that claims its size and holds a few bytes."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0" * 99))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("sides", [(20_000, 20_000), (MAX_PIXELS + 1, 1), (2**31 - 1, 2**31 - 1)])
def test_a_picture_of_too_many_pixels_is_not_opened(sides: tuple[int, int]) -> None:
    with pytest.raises(InvalidPicture) as caught:
        measured(png_head(*sides), file="bomb.png")
    assert caught.value.where.file == "bomb.png"
    assert caught.value.problem == "too many pixels to open"
    assert caught.value.expected == "at most 100,000,000 in all"


def test_a_picture_of_the_most_pixels_is_measured() -> None:
    assert measured(png_head(MAX_PIXELS // 10_000, 10_000)).width == 10_000


def test_every_drawing_and_picture_of_the_samples_is_measured(samples_images: list[bytes]) -> None:
    assert {measured(data).media_type for data in samples_images} == {"image/jpeg", "image/png"}


@pytest.fixture
def samples_images() -> list[bytes]:
    """Return the pictures of the sample newsroom."""
    return [p.read_bytes() for p in sorted((CHECKOUT / "sample_releases/images").iterdir())]


def test_pillows_own_limit_is_left_as_it_is() -> None:
    before = Image.MAX_IMAGE_PIXELS
    measured(saved(shades(9, 9), "PNG"))
    assert before == Image.MAX_IMAGE_PIXELS


@pytest.mark.filterwarnings("ignore")  # decoders warn of odd data
@given(st.sampled_from(["JPEG", "PNG", "GIF", "WEBP", "AVIF"]), st.data())
def test_whatever_is_broken_in_a_picture_it_is_measured_and_copied_or_an_error(
    format: str, data: st.DataObject
) -> None:
    whole = bytearray(saved(shades(640, 400), format, exif=camera()))
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, min(len(whole), 700) - 1))] = data.draw(st.integers(0, 255))
    broken = bytes(whole[: data.draw(st.integers(1, len(whole)))])
    with contextlib.suppress(PressReleaseError):
        measure = measured(broken)
        assert all(measured(scaled(broken, width)).width == width for width in widths(measure))
