"""`[[senders]]`: a sender's habits, written down once, are followed wherever its releases are read."""

from __future__ import annotations

import io

import pytest

import pressrelease as pr

LEAST = 'title = "Example News"\nbase_url = "https://news.example.org"\n[publisher]\nname = "Example"\n'
TEXT = "Häfen öffnen\n\nKestrel Bay, 14.09.2026, 10:30\n\nEXW - Der Hafen öffnet am Freitag.\n"


def house(*senders: str) -> pr.Newsroom:
    return pr.Newsroom.parse(LEAST + "".join(f"[[senders]]\n{s}\n" for s in senders))


def read(data: str | bytes, newsroom: pr.Newsroom, format: str = "text", file: str = "") -> pr.Reading:
    return pr.read(data, format, file=file, newsroom=newsroom)


BY_FILE = 'name = "Example Wire"\nmatch = {file = "*/inbox/exw-*.txt"}\n'
BY_CREDIT = 'name = "Example Wire"\nmatch = {credit = "exw"}\n'
BY_FORMAT = 'name = "Example Wire"\nmatch = {format = "text"}\n'


@pytest.mark.parametrize("match", [BY_FILE, BY_CREDIT, BY_FORMAT])
def test_a_senders_charset_is_the_one_its_text_is_read_in(match: str) -> None:
    reading = read(TEXT.encode("cp850"), house(match + 'charset = "cp850"'), file="/var/inbox/exw-1.txt")
    assert (reading.release.headline, reading.sender) == ("Häfen öffnen", "Example Wire")
    assert "charset" not in {f.code for f in reading.findings}


def test_a_national_variant_of_ascii_is_a_charset_too() -> None:
    data = TEXT.replace("ä", "{").replace("ö", "|").encode("ascii")
    assert read(data, house(BY_FORMAT + 'charset = "iso646-de"')).release.headline == "Häfen öffnen"


def test_a_byte_order_mark_says_more_than_a_habit() -> None:
    data = TEXT.encode("utf-16")
    assert read(data, house(BY_FORMAT + 'charset = "cp850"')).release.headline == "Häfen öffnen"


def test_data_that_cannot_be_in_the_senders_charset_is_told_and_read_as_ever() -> None:
    reading = read(TEXT.encode(), house(BY_FORMAT + 'charset = "ascii"'))
    assert reading.release.headline == "Häfen öffnen"
    assert reading.findings[0] == pr.Finding(
        "charset", "warning", "not the sender's ascii", fix="save the file as UTF-8"
    )


def test_a_sender_that_does_not_fit_changes_nothing() -> None:
    plain = read(TEXT, house())
    for match in (
        '{credit = "KBN"}',
        '{file = "exw-*"}',
        '{format = "html"}',
        '{format = "text", credit = "KBN"}',
    ):
        assert read(TEXT, house(f'name = "Other"\nmatch = {match}\nlanguage = "fr"')) == plain


def test_the_first_sender_that_fits_is_taken() -> None:
    newsroom = house('name = "First"\nmatch = {credit = "EXW"}', 'name = "Second"\nmatch = {format = "text"}')
    assert read(TEXT, newsroom).sender == "First"
    assert read(TEXT.replace("EXW", "KBN"), newsroom).sender == "Second"


def test_a_provider_is_known_by_any_of_its_names() -> None:
    data = '{"headline": "One", "provider": {"legal_name": "Example Wire Ltd"}}'
    assert read(data, house('name = "W"\nmatch = {provider = "example wire ltd"}'), "json").sender == "W"


def test_language_time_zone_and_style_fill_what_the_release_leaves_open() -> None:
    habits = 'language = "de"\ntime_zone = "Europe/Vienna"\ndateline_style = "ap"'
    data = '{"headline": "One", "dateline": {"date": "2026-09-14", "time": "10:30", "places": ["Wien"]}}'
    release = read(data, house(f'name = "W"\nmatch = {{format = "json"}}\n{habits}'), "json").release
    assert (release.language, release.dateline.zone, release.dateline.style) == ("de", "Europe/Vienna", "ap")


def test_what_the_release_says_itself_stays() -> None:
    habits = 'language = "de"\ntime_zone = "Europe/Vienna"\ndateline_style = "ap"'
    data = (
        '{"headline": "One", "language": "fr", "dateline": {"date": "2026-09-14", "time": "10:30",'
        ' "zone": "Europe/Paris", "style": "gna", "places": ["Paris"]}}'
    )
    plain = read(data, house(), "json").release
    assert read(data, house(f'name = "W"\nmatch = {{format = "json"}}\n{habits}'), "json").release == plain


def test_a_senders_codes_stand_for_subjects_and_are_kept_beside_them() -> None:
    habits = 'codes = {WIR = "medtop:04000000", "exw:SPO" = "medtop:15000000", "Old news" = "History"}'
    data = '{"headline": "One", "subjects": ["exw:WIR", "exw:SPO", "Old News", "Old news", "exw:XXX"]}'
    release = read(data, house(f'name = "W"\nmatch = {{format = "json"}}\n{habits}'), "json").release
    assert [s.code or s.name for s in release.subjects] == [
        *("exw:WIR", "exw:SPO", "Old News", "Old news", "exw:XXX"),
        *("medtop:04000000", "medtop:15000000", "History"),
    ]


def test_an_embargo_that_is_not_trusted_holds_and_its_moment_is_kept() -> None:
    data = '{"headline": "One", "embargo": "2026-01-01T09:00Z"}'
    reading = read(data, house('name = "W"\nmatch = {format = "json"}\ntrust = {embargo = false}'), "json")
    assert reading.release.embargo == pr.Embargo()
    assert reading.release.extra == {"sender:embargo": "2026-01-01T09:00:00+00:00"}
    assert [(f.code, f.message) for f in reading.findings] == [
        ("embargo-not-trusted", "from W: held until somebody has looked")
    ]


def test_an_id_that_is_not_trusted_is_put_aside() -> None:
    data = '{"headline": "One", "id": "PR 1", "extra": {"acme:x": "y"}}'
    reading = read(data, house('name = "W"\nmatch = {format = "json"}\ntrust = {id = false}'), "json")
    assert (reading.release.id, reading.release.extra) == ("", {"acme:x": "y", "sender:id": "PR 1"})
    assert [f.code for f in reading.findings] == ["id-not-trusted"]


def test_habits_hold_for_each_item_of_a_stream_and_of_a_feed() -> None:
    newsroom = house('name = "W"\nmatch = {credit = "EXW"}\nlanguage = "de"')
    stream = '{"headline": "One", "dateline": {"credit": "EXW"}}\n{"headline": "Two"}'
    assert [r.language for r in pr.parse_all(io.StringIO(stream), "json", newsroom=newsroom)] == ["de", "und"]
    feed = (
        '<rss version="2.0"><channel><title>F</title><link>https://f.example/</link><description>d</description>'
        "<item><title>One</title><link>https://f.example/1</link></item></channel></rss>"
    )
    (reading,) = pr.read_all(
        feed, "rss", newsroom=house('name = "F"\nmatch = {format = "rss"}\nlanguage = "de"')
    )
    assert (reading.sender, reading.release.language) == ("F", "de")


# --- bad input -----------------------------------------------------------------------------------------------------


def told(*senders: str) -> str:
    with pytest.raises(pr.InvalidNewsroom) as error:
        house(*senders)
    return str(error.value)


def test_an_unknown_key_is_told_with_its_line_and_near_match() -> None:
    good = 'name = "A"\nmatch = {format = "text"}'
    assert told(good, 'name = "B"\nmatch = {format = "text"}\ncharsett = "x"') == (
        'newsroom.toml:11: senders.1.charsett: no such field: found "charsett"\n  did you mean "charset"?'
    )
    assert told('name = "A"\nmatch = {formats = "text"}') == (
        'newsroom.toml:7: senders.0.match.formats: no such field: found "formats"\n  did you mean "format"?'
    )


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            'charset = "klingon"',
            'no such charset: found "klingon", expected a name such as latin-1, cp1252, utf-8 or iso646-de',
        ),
        (
            'charset = "base64"',
            'no such charset: found "base64", expected a name such as latin-1, cp1252, utf-8 or iso646-de',
        ),
        ('time_zone = "Mars/Base"', "no such time zone"),
        ("codes = {WIR = 4}", "WIR stands for no subject"),
        ("trust = {embargos = false}", 'did you mean "embargo"?'),
    ],
)
def test_a_habit_that_cannot_be_is_told(line: str, message: str) -> None:
    assert message in told(f'name = "A"\nmatch = {{format = "text"}}\n{line}')


def test_a_sender_that_nothing_tells_of_is_refused() -> None:
    assert "nothing to know the sender by" in told('name = "A"\nmatch = {}')
