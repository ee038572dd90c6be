"""The card that other sites show of a release."""

from __future__ import annotations

import io
import itertools
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from images import reopened, saved
from outside import needs
from PIL import Image, ImageChops, ImageFont

from pressrelease.findings import Finding
from pressrelease.newsroom import Look
from pressrelease.pictures import Card, Faces, InvalidFont, InvalidPicture, card, card_faces, card_key
from pressrelease.pictures import faces as faces_module

HARBOUR = Card(
    "Kestrel Bay opens its new harbour to night ferries",
    kicker="Shipping",
    place="Kestrel Bay",
    date="2 November 2026",
    house="Kestrel Bay Newsroom",
    accent="#0b5c6e",
)
ARABIC = Card(
    "محطة جديدة لتحلية المياه في ميناء خليج العاسوق",
    kicker="مياه",
    place="خليج العاسوق",
    date="2 نوفمبر 2026",
    house="Kestrel Bay Newsroom",
    accent="#0b5c6e",
    language="ar",
)
HEADLINES = {
    "en": HARBOUR.headline,
    "de": "Donaudampfschifffahrtsgesellschaft begrüßt Landstrom für Fährschiffe",
    "vi": "Cảng Kestrel Bay mở cửa đón phà đêm",
    "ru": "Порт Кестрел-Бей открывает новую гавань",
    "el": "Το λιμάνι ανοίγει για τα νυχτερινά πλοία",
    "ar": ARABIC.headline,
    "zh": "凯斯特雷尔湾新港口向夜间渡轮开放，每年可减少12,500吨二氧化碳排放",
    "ja": "ケストレル湾、夜間フェリー向けの新港を開港",
}


def set_in(it: Card, **how: object) -> Faces:
    """Return the faces of a card; leave the test out where this machine has none."""
    found = card_faces(it, **how)  # type: ignore[arg-type]
    if isinstance(found, Finding):
        needs(None, f"a font with the letters of {it.language} ({found.message})")
    assert isinstance(found, Faces)
    return found


def drawn(it: Card) -> Image.Image:
    """Return the picture of a card."""
    return reopened(card(it, set_in(it))).convert("RGB")


def inked(image: Image.Image, box: tuple[int, int, int, int]) -> tuple[int, int, int, int] | None:
    """Return the bounds of what is drawn within `box`."""
    part = image.crop(box)
    paper = Image.new("RGB", part.size, image.getpixel((0, 0)))
    found = ImageChops.difference(part, paper).convert("L").point([0, *[255] * 255]).getbbox()
    return found and (found[0] + box[0], found[1] + box[1], found[2] + box[0], found[3] + box[1])


HEADLINE = (0, 160, 1200, 520)
WHOLE = (0, 0, 1200, 630)


# --- how it looks ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", HEADLINES)
def test_a_card_has_the_size_that_networks_show_whole_and_its_margins(language: str) -> None:
    image = drawn(Card(HEADLINES[language], "", "", "", "Kestrel", language=language))
    assert image.size == (1200, 630)
    left, top, right, bottom = inked(image, WHOLE) or (0, 0, 0, 0)
    assert (left >= 74, top, right <= 1126, bottom <= 600) == (True, 72, True, True)


@pytest.mark.parametrize("language", HEADLINES)
def test_a_headline_fills_most_of_its_width(language: str) -> None:
    left, _, right, _ = inked(drawn(Card(HEADLINES[language], language=language)), HEADLINE) or (0, 0, 0, 0)
    assert right - left > 600


def test_a_card_from_the_right_mirrors_one_from_the_left() -> None:
    english, arabic = drawn(HARBOUR), drawn(ARABIC)
    accent = english.getpixel((90, 75))
    assert arabic.getpixel((1110, 75)) == accent
    assert english.getpixel((1110, 75)) == arabic.getpixel((90, 75)) == english.getpixel((0, 0))
    left, _, right, _ = inked(arabic, HEADLINE) or (0, 0, 0, 0)
    assert (right > 1100, left > 200) == (True, True)


def test_arabic_letters_join() -> None:
    """Letters that stand alone are wider than the word they make."""
    text = "محطة"
    face = set_in(Card(text, language="ar")).faces[1]
    assert face is not None
    alone = sum(face.sized(80).getlength(letter, direction="rtl") for letter in text)
    assert face.sized(80).getlength(text, direction="rtl", language="ar") < 0.9 * alone


def test_a_short_headline_is_larger_than_a_long_one() -> None:
    def height(headline: str) -> int:
        """Return how high the first line is: the rows of ink below the rule until a row has none."""
        image = drawn(Card(headline))
        rows = [inked(image, (0, y, 1200, y + 1)) is not None for y in range(90, 500)]
        first = rows.index(True)
        return rows.index(False, first) - first

    assert height("Harbours sold") > height("Harbours sold " * 4) > height("Harbours sold " * 12)


def test_a_headline_without_end_is_cut_and_leaves_the_house_its_place() -> None:
    image = drawn(Card("Kestrel Bay opens its new harbour " * 40, house="Kestrel"))
    assert inked(image, (0, 507, 1200, 522)) is None
    assert inked(image, (0, 540, 1200, 600)) is not None


def test_a_word_without_end_is_broken() -> None:
    image = drawn(Card("a" * 500, house="Kestrel"))
    left, _, right, _ = inked(image, WHOLE) or (0, 0, 0, 0)
    assert (left >= 74, right <= 1126) == (True, True)


def test_a_long_name_gives_way_to_place_and_date() -> None:
    image = drawn(
        Card(
            "Sold",
            house="The Newsroom of the Kestrel Bay Ports Authority " * 3,
            place="Kestrel Bay",
            date="2 May",
        )
    )
    row = (0, 540, 1200, 600)
    columns = [x for x in range(80, 1120) if inked(image, (x, row[1], x + 1, row[3]))]
    gaps = [b - a for a, b in itertools.pairwise(columns)]
    assert max(gaps) > 30


def test_the_house_stands_on_the_last_line_or_its_logo_does() -> None:
    logo = saved(Image.new("RGBA", (600, 200), (200, 0, 0, 255)), "PNG")
    named, marked = drawn(Card("Sold", house="Kestrel")), drawn(Card("Sold", house="Kestrel", logo=logo))
    assert inked(named, (0, 530, 1200, 630)) is not None
    assert inked(marked, (0, 530, 1200, 630)) == (80, 547, 260, 607)
    assert marked.getpixel((100, 570)) == (200, 0, 0)


def test_what_shows_through_a_logo_is_the_paper() -> None:
    logo = saved(Image.new("RGBA", (600, 200), (200, 0, 0, 0)), "PNG")
    assert inked(drawn(Card("Sold", logo=logo)), (0, 530, 1200, 630)) is None


def test_the_name_stands_where_the_logo_is_a_drawing_that_is_not_drawn() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    assert drawn(Card("Sold", house="Kestrel", logo=svg)) == drawn(Card("Sold", house="Kestrel"))


def test_a_logo_that_cannot_be_opened_is_an_error() -> None:
    it = Card("Sold", logo=b"%PDF-1.7")
    with pytest.raises(InvalidPicture, match="logo: not a picture for the web"):
        card(it, set_in(it))


def test_a_card_is_a_small_file() -> None:
    assert len(card(HARBOUR, set_in(HARBOUR))) < 30_000


# --- equal input, equal bytes ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("it", [HARBOUR, ARABIC], ids=["en", "ar"])
def test_equal_cards_are_equal_files(it: Card) -> None:
    assert card(it, set_in(it)) == card(it, set_in(it))


def test_cards_made_in_many_threads_are_those_made_in_one() -> None:
    found = set_in(HARBOUR)
    with ThreadPoolExecutor(4) as threads:
        made = list(threads.map(lambda _: card(HARBOUR, found), range(24)))
    assert set(made) == {card(HARBOUR, found)}


def test_the_key_of_a_card_changes_with_what_it_says_and_with_its_faces() -> None:
    found = set_in(HARBOUR)
    other = Faces(found.faces, "another")
    changed = Card(HARBOUR.headline, place="Lisbon")
    assert len({card_key(HARBOUR, found), card_key(HARBOUR, other), card_key(changed, found)}) == 3
    assert card_key(HARBOUR, found) == card_key(HARBOUR, set_in(HARBOUR))


def test_white_space_in_a_text_is_settled() -> None:
    assert Card("Two\nlines  here ") == Card("Two lines here")


# --- faces ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take all fonts from the machine."""
    monkeypatch.setattr(faces_module, "_machine_fonts", lambda: ())
    monkeypatch.setattr(faces_module, "_ranked", lambda wanted: ())


@pytest.mark.usefixtures("bare")
def test_without_any_font_on_the_machine_plain_english_is_set_in_the_one_that_pillow_brings() -> None:
    found = card_faces(HARBOUR)
    assert isinstance(found, Faces)
    assert {face.font.family for face in found.faces if face} == {"Aileron"}
    assert reopened(card(HARBOUR, found)).size == (1200, 630)


@pytest.mark.usefixtures("bare")
def test_letters_that_no_face_has_are_named_and_no_box_is_printed() -> None:
    found = card_faces(Card("Größe 港", language="de"))
    assert isinstance(found, Finding)
    assert found.code == "card-without-face"
    assert found.message == 'no card: no face on this machine has "ßö港" beside the other letters of the text'
    assert "fonts-noto-cjk" in found.fix


def test_letters_that_join_are_not_set_where_nothing_joins_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(faces_module, "shapes", lambda: False)
    found = card_faces(ARABIC)
    assert isinstance(found, Finding)
    assert found.code == "card-without-shaping"
    assert isinstance(card_faces(Card("Sold")), Faces)


def font_file(folder: Path) -> Path:
    """Return a font file that no system has: the one that Pillow brings."""
    path = folder / "Own.ttf"
    path.write_bytes(ImageFont.load_default(10).font_bytes)
    return path


def test_a_font_of_the_house_goes_before_those_of_the_machine_for_the_texts_it_has_letters_for(
    tmp_path: Path,
) -> None:
    it = Card("Sold", house="Größe")
    found = set_in(it, own=(font_file(tmp_path),))
    headline, house = found.faces[1], found.faces[2]
    assert headline is not None
    assert house is not None
    assert headline.font.path == str(tmp_path / "Own.ttf")
    assert house.font.family != "Aileron"


def test_families_that_the_house_names_for_its_pages_are_tried_first() -> None:
    plain = set_in(Card("Sold")).faces[1]
    assert plain is not None
    others = [f for f in faces_module._machine_fonts() if f.family != plain.font.family and not f.fixed]
    other = next((f for f in others if not faces_module._lacking("Sold…", f)), None)
    if other is None:
        pytest.skip("needs a second family of fonts")
    found = set_in(Card("Sold"), look=Look(serif=f"Nowhere, {other.family}")).faces[1]
    assert found is not None
    assert found.font.family == other.family


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 no font at all", b"\0\1\0\0\0\x0c\0\x80\0\3\0\0"])
def test_a_file_of_the_house_that_is_no_font_is_an_error_with_its_name(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "house.ttf"
    path.write_bytes(data)
    with pytest.raises(InvalidFont) as caught:
        card_faces(Card("Sold"), own=(path,))
    assert caught.value.where.file == str(path)
    assert caught.value.expected == "TrueType or OpenType (.ttf, .otf, .ttc)"


def test_a_font_that_is_missing_is_an_error_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(InvalidFont, match="cannot be read"):
        card_faces(Card("Sold"), own=(tmp_path / "none.ttf",))


@pytest.mark.parametrize("at", range(0, 12_000, 997))
def test_a_font_that_is_cut_off_anywhere_is_an_error(tmp_path: Path, at: int) -> None:
    whole = ImageFont.load_default(10).font_bytes
    path = tmp_path / "cut.ttf"
    path.write_bytes(whole[:at])
    with pytest.raises(InvalidFont):
        card_faces(Card("Sold"), own=(path,))


def test_a_font_that_cannot_be_drawn_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "empty.ttf"
    path.write_bytes(
        ImageFont.load_default(10).font_bytes.replace(b"glyf", b"none", 1).replace(b"head", b"daeh", 1)
    )
    with pytest.raises(InvalidFont):
        card_faces(Card("Sold"), own=(path,))


def test_what_a_font_says_it_has_is_what_it_draws() -> None:
    """FreeType is the judge: a letter that a font lacks is drawn as its box."""
    fonts = [
        f for f in faces_module._machine_fonts() if f.family in ("Liberation Serif", "DejaVu Sans", "Amiri")
    ]
    for font in (*fonts[:6], *faces_module._fonts("")):
        face = faces_module._sized(font.path, font.index, 40)
        box = bytes(face.getmask("\U0010fffd"))
        letters = "aäßĦЖΩא你ب€…„ﬁ𝔸"
        drawn = "".join(c for c in letters if bytes(face.getmask(c)) != box)
        assert "".join(c for c in letters if c not in faces_module._lacking(letters, font)) == drawn


def test_fonts_are_read_from_memory_as_from_a_file() -> None:
    data = io.BytesIO(ImageFont.load_default(10).font_bytes)
    (font,) = faces_module.fonts_in(data)
    assert (font.family, font.style, font.weight, font.slanted, font.fixed) == (
        "Aileron",
        "Regular",
        400,
        False,
        False,
    )
