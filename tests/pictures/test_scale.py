"""Copies of pictures for pages."""

from __future__ import annotations

import pytest
from images import camera, reopened, saved, shades
from PIL import Image, ImageCms, ImageDraw

from pressrelease.pictures import InvalidPicture, Measure, copies, measured, picture, scaled, widths


@pytest.mark.parametrize(
    ("width", "wanted"),
    [(400, ()), (599, ()), (600, (480,)), (1200, (480, 960)), (1600, (480, 960)), (6000, (480, 960, 1600))],
)
def test_copies_are_made_where_they_are_much_smaller(width: int, wanted: tuple[int, ...]) -> None:
    assert widths(Measure("image/jpeg", width, 600)) == wanted


@pytest.mark.parametrize(
    "measure",
    [
        Measure("image/gif", 2000, 900),
        Measure("image/png", 2000, 900, moves=True),
        Measure("image/svg+xml", 2000, 900),
        Measure("image/svg+xml", None, None),
        Measure("image/avif", 2000, 900),
    ],
)
def test_what_moves_or_scales_by_itself_is_left_as_it_is(measure: Measure) -> None:
    assert widths(measure) == ()


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_a_copy_is_of_the_format_and_proportions_of_the_original(format: str) -> None:
    copy = reopened(scaled(saved(shades(), format), 480))
    assert (copy.format, copy.size) == (format, (480, 320))


def test_a_copy_is_never_wider_than_the_original() -> None:
    assert measured(scaled(saved(shades(300, 200), "JPEG"), 480)).width == 300


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_where_and_by_whom_a_photograph_was_taken_stays_with_the_original(format: str) -> None:
    data = saved(shades(), format, exif=camera(), xmp=b"<x:xmpmeta>Lisbon</x:xmpmeta>")
    assert reopened(data).getexif().get_ifd(0x8825)
    copy = scaled(data, 480)
    assert not reopened(copy).getexif()
    assert not {"exif", "xmp", "comment", "icc_profile"} & set(reopened(copy).info)
    assert b"Ada Byron" not in copy
    assert b"Lisbon" not in copy


def test_a_comment_in_a_jpeg_does_not_get_into_its_copy() -> None:
    assert b"by hand" not in scaled(saved(shades(), "JPEG", comment=b"by hand"), 480)


@pytest.mark.parametrize("held", range(1, 9))
def test_a_copy_stands_upright_however_the_camera_was_held(held: int) -> None:
    upright = reopened(scaled(saved(shades(), "PNG"), 480))
    ways = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}  # what undoes the turn that the camera's tag names
    lying = shades().transpose(Image.Transpose(ways[held])) if held in ways else shades()
    copy = reopened(scaled(saved(lying, "PNG", exif=camera(held)), 480))
    assert copy.size == upright.size
    assert all(
        near(copy.getpixel(at), upright.getpixel(at)) for at in ((5, 5), (470, 5), (5, 310), (470, 310))
    )


def near(one: object, other: object, by: int = 6) -> bool:
    """Return whether two colours look alike."""
    return all(abs(a - b) <= by for a, b in zip(one, other, strict=True))  # type: ignore[call-overload]


def test_a_copy_of_a_jpeg_is_progressive() -> None:
    assert reopened(scaled(saved(shades(), "JPEG"), 480)).info["progressive"] == 1


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_equal_pictures_give_equal_copies(format: str) -> None:
    data = saved(shades(), format)
    assert scaled(data, 480) == scaled(data, 480)


def test_colours_of_print_become_those_of_a_screen() -> None:
    red = Image.new("CMYK", (800, 400), (0, 255, 255, 0))
    copy = reopened(scaled(saved(red, "JPEG"), 480))
    assert copy.mode == "RGB"
    assert near(copy.getpixel((9, 9)), (254, 0, 0))


def profile(swapped: bool = False) -> bytes:
    """Return the profile of sRGB; swapped, one whose red is green."""
    data = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    if swapped:
        red, green = data.index(b"rXYZ"), data.index(b"gXYZ")
        data = data[:red] + b"gXYZ" + data[red + 4 :]
        data = data[:green] + b"rXYZ" + data[green + 4 :]
    return data


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_colours_of_another_space_are_those_that_were_meant(mode: str) -> None:
    red = Image.new("RGB", (800, 400), (200, 30, 30)).convert(mode)
    copy = reopened(scaled(saved(red, "PNG", icc_profile=profile(swapped=True)), 480)).convert("RGBA")
    assert near(copy.getpixel((9, 9)), (30, 200, 30, 255), by=2)


def test_a_profile_that_says_nothing_of_these_pixels_is_passed_over() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    for block in (profile(), lab, b"none"):
        data = saved(Image.new("RGB", (800, 400), (200, 30, 30)), "JPEG", quality=95, icc_profile=block)
        copy = reopened(scaled(data, 480))
        assert near(copy.getpixel((9, 9)), (200, 30, 30), by=2)
        assert "icc_profile" not in copy.info


def test_sixteen_bits_of_grey_keep_their_shades() -> None:
    grey = Image.new("I;16", (800, 400), 0x8000)
    copy = reopened(scaled(saved(grey, "PNG"), 480))
    assert (copy.mode, copy.getpixel((9, 9))) == ("L", 128)


def drawing() -> Image.Image:
    """Return a drawing in few colours with nothing behind it."""
    plan = Image.new("RGBA", (1400, 900), (0, 0, 0, 0))
    pen = ImageDraw.Draw(plan)
    for place in range(0, 900, 90):
        pen.ellipse((place, place // 2, place + 300, place // 2 + 300), "#0b5c6e", "#8a1c1c", 9)
    return plan


def test_a_drawing_with_a_palette_keeps_one_and_what_shows_through() -> None:
    data = saved(drawing().quantize(64), "PNG")
    assert "transparency" in reopened(data).info
    copy = scaled(data, 960)
    assert reopened(copy).mode == "P"
    assert reopened(copy).convert("RGBA").getpixel((959, 5))[3] == 0
    assert near(reopened(copy).convert("RGBA").getpixel((100, 100)), (11, 92, 110, 255), by=8)
    assert len(copy) < 3 * len(data)


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_what_shows_through_does_so_in_the_copy(mode: str) -> None:
    copy = reopened(scaled(saved(drawing().convert(mode), "PNG"), 480)).convert("RGBA")
    assert (copy.getpixel((479, 5))[-1], copy.getpixel((50, 50))[-1]) == (0, 255)


def test_a_drawing_that_was_saved_in_all_colours_gets_a_palette() -> None:
    data = saved(drawing().convert("RGB"), "PNG")
    in_all = saved(reopened(data).resize((960, 617), Image.Resampling.LANCZOS), "PNG", optimize=True)
    assert len(scaled(data, 960)) < 0.7 * len(in_all)


@pytest.mark.parametrize("mode", ["1", "L", "RGB"])
def test_other_kinds_of_pixels_are_copied_too(mode: str) -> None:
    assert reopened(scaled(saved(shades(mode=mode), "PNG"), 480)).mode == ("RGB" if mode == "RGB" else "L")


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_a_picture_that_is_cut_off_is_an_error_with_its_name(format: str) -> None:
    data = saved(shades(), format)
    with pytest.raises(InvalidPicture) as caught:
        scaled(data[: len(data) // 2], 480, file="images/quay.jpg")
    assert str(caught.value).startswith("images/quay.jpg: the picture is cut off or broken: found ")


def test_no_copy_is_made_of_what_moves() -> None:
    data = saved(shades(), "GIF", save_all=True, append_images=[shades().rotate(180)])
    with pytest.raises(InvalidPicture) as caught:
        scaled(data, 480, file="tide.gif")
    assert str(caught.value) == (
        "tide.gif: a picture that stays as it is: found image/gif, expected JPEG, PNG or WebP that does not move"
    )


@pytest.mark.parametrize(
    ("href", "copy"),
    [("a/quay.v2.jpg", "a/quay.v2-480w.jpg"), ("a.b/quay", "a.b/quay-480w"), ("a%20b.PNG", "a%20b-480w.PNG")],
)
def test_the_address_of_a_copy_is_that_of_the_original_with_its_width(href: str, copy: str) -> None:
    assert copies(href, Measure("image/jpeg", 800, 600)) == {480: copy}


# --- what a page says of it ------------------------------------------------------------------------------------------


def test_a_browser_may_choose_the_original_where_it_is_hardly_larger_than_the_copies() -> None:
    offered = picture(
        "a.jpg", Measure("image/jpeg", 1600, 900), {960: "a-960.jpg", 480: "a-480.jpg"}, alt="A"
    )
    assert offered.srcset == "a-480.jpg 480w, a-960.jpg 960w, a.jpg 1600w"
    assert (offered.href, offered.alt, offered.width, offered.height) == ("a.jpg", "A", 1600, 900)


def test_a_browser_is_spared_an_original_from_the_camera() -> None:
    offered = picture("a.jpg", Measure("image/jpeg", 6000, 4000), {1600: "a-1600.jpg"})
    assert offered.srcset == "a-1600.jpg 1600w"


def test_a_picture_without_copies_has_its_sides_and_nothing_to_choose() -> None:
    assert picture("a.svg", Measure("image/svg+xml", 90, 60), {}).srcset == ""


def test_spaces_and_commas_in_an_address_do_not_part_the_list() -> None:
    assert picture("a", Measure("image/jpeg", 6000, 1), {480: "a b,c,"}).srcset == "a%20b,c%2C 480w"
