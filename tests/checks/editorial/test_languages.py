"""Editorial rules in the languages they know: what they find, and what looks alike and is none."""

from __future__ import annotations

import datetime as dt

import pytest

import pressrelease as pr
from pressrelease.checks import Rules, check
from pressrelease.checks.marks import marked

NOW = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)
RULES = Rules(others=False)
DATED = "published: 2026-03-02T09:00+00:00"


def found(
    rule: str, story: str, language: str = "en", front: str = DATED, headline: str = "One"
) -> list[str]:
    """Return the words at which `rule` finds something in a release with this story."""
    text = f"---\nheadline: {headline}\nlanguage: {language}\n{front}\n---\n{story}\n"
    lines = text.splitlines(keepends=True)
    words = []
    for finding in check(pr.parse(text, "markdown"), source=text, now=NOW, rules=RULES):
        if finding.code == rule:
            where = finding.where
            assert where.line
            assert where.column
            at = sum(map(len, lines[: where.line - 1])) + where.column - 1
            words.append(text[at : at + (where.length or 0)])
    return words


@pytest.mark.parametrize(
    ("language", "headline", "right"),
    [
        ("en", "Raid on one of the biggest online piracy group", "one of the biggest online piracy groups"),
        ("en", "Merger of one of the most active port", "one of the most active ports in Europe"),
        ("de", "Razzia bei einer der größten Gruppe", "einer der größten Gruppen"),
        ("fr", "L’un des plus grands port", "L’un des plus grands ports"),
        ("es", "Cierra uno de los mayores puerto", "uno de los mayores puertos"),
        ("it", "Chiude uno dei maggiori porto", "uno dei maggiori porti"),
    ],
)
def test_one_of_many_is_followed_by_many(language: str, headline: str, right: str) -> None:
    assert len(found("headline-agreement", "Text.", language, headline=headline)) == 1
    assert found("headline-agreement", "Text.", language, headline=right) == []


@pytest.mark.parametrize(
    "headline",
    ["One of the best in town", "One of the leading media", "One of the largest people movers in the world"],
)
def test_one_of_many_without_a_noun_or_with_a_plural_of_another_form_is_right(headline: str) -> None:
    assert found("headline-agreement", "Text.", headline=headline) == []


@pytest.mark.parametrize(
    ("language", "story", "words"),
    [
        ("en", "It closed yesterday.", ["yesterday"]),
        ("de", "Er schloss gestern.", ["gestern"]),
        ("fr", "Il a fermé hier.", ["hier"]),
        ("es", "Cerró ayer.", ["ayer"]),
        ("it", "Ha chiuso ieri.", ["ieri"]),
        ("en", "It closed yesterday (1 March).", []),
        ("de", "Er schloss gestern, am 1. März.", []),
        ("en", "The port of tomorrow opens.", []),
        ("it", "I problemi di ieri non sono quelli di domani.", []),
        ("fr", "La ville de demain.", []),
        ("en", "It opens today.", []),
    ],
)
def test_a_day_hangs_on_a_date_in_its_sentence(language: str, story: str, words: list[str]) -> None:
    assert found("relative-date", story, language) == words


def test_today_hangs_on_the_dateline_or_on_publication() -> None:
    assert found("relative-date", "It opens today.", front="urgency: 4") == ["today"]
    assert found("relative-date", "Sie ist auch heute noch offen.", "de", front="urgency: 4") == []


@pytest.mark.parametrize(
    ("language", "wrong", "right"),
    [
        ("en", "Thursday, 18 September 2026", "Friday, 18 September 2026"),
        ("en", "Thursday, September 18", "Friday, Sept. 18"),
        ("de", "Donnerstag, den 18. September 2026", "Freitag, den 18. September 2026"),
        ("fr", "jeudi 18 septembre 2026", "vendredi 18 septembre 2026"),
        ("es", "jueves 18 de septiembre de 2026", "viernes 18 de septiembre de 2026"),
        ("it", "giovedì 18 settembre 2026", "venerdì 18 settembre 2026"),
    ],
)
def test_a_weekday_is_that_of_its_date(language: str, wrong: str, right: str) -> None:
    assert found("weekday-and-date-disagree", f"X {wrong} x.", language) == [wrong]
    assert found("weekday-and-date-disagree", f"X {right} x.", language) == []


def test_a_weekday_without_a_year_is_not_judged_where_nobody_knows_the_year() -> None:
    assert found("weekday-and-date-disagree", "On Thursday, 18 September.", front="urgency: 4") == []


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ('"One," he said. "Two."', ["", ""]),
        ("the \"Sparks Group' met", ["mixed"]),
        ('"One, said Ada Byron. "Two."', ["open", ""]),
        ("„Eins“, sagte sie, »Zwei« er.", ["", ""]),
        ("« Un », dit-il. « Deux »", ["", ""]),
        ("“One ‘two’ three,” he said.", [""]),
        ("a 15\" screen and the owners' club", []),
        ("the end” came", ["stray"]),
        ('L’« heure du port » et l\'"avant-port"', ["", ""]),
        ("un’“ora di porto” e dell’«alba»", ["", ""]),
        ("»Er rief ‚Halt’« und ging", [""]),
        ('"Le quai ouvre ! ", dit-elle. "Enfin " et rien.', ["", ""]),
        ("“Il molo e’ piu’ lungo dell’universita’”, dice.", [""]),
        ('Dice: "El puerto pide "¡ya!" su muelle". Y "nada" más.', ["", ""]),
        ("“The owners' plan is the town's,” she said.", [""]),
    ],
)
def test_marks_open_and_close_in_pairs(text: str, faults: list[str]) -> None:
    assert [m.fault for m in marked(text)] == faults


def test_a_quotation_that_opens_again_in_the_next_paragraph_is_whole() -> None:
    assert found("unbalanced-quotation-marks", "“One.\n\n“Two,” said Ada Byron.") == []
    assert found("unbalanced-quotation-marks", "“One.\n\nTwo, said Ada Byron.") == ["“"]


@pytest.mark.parametrize(
    ("language", "story"),
    [
        ("fr", 'La maire Ada Byron déclare : "Le quai ouvre.\n\nLa ville est là."'),
        ("it", "«Il molo apre.\n\nLa città c’è», dice Ada Byron."),
        ("en", "> “The quay opens.\n>\n> The town is there.”\n>\n> — Ada Byron"),
    ],
)
def test_a_quotation_of_several_paragraphs_may_open_once(language: str, story: str) -> None:
    assert found("unbalanced-quotation-marks", story, language) == []


@pytest.mark.parametrize(
    ("language", "story"),
    [
        ("en", "“The quay opens.\n\nThe town is there,” said Ada Byron."),
        ("fr", "« Le quai ouvre.\n\n## La ville\n\nElle est là », dit Ada Byron."),
        ("en", "> “The quay opens.\n\nText.\n\n> The town is there.”\n>\n> — Ada Byron"),
    ],
)
def test_marks_of_two_quotations_are_no_pair(language: str, story: str) -> None:
    assert len(found("unbalanced-quotation-marks", story, language)) == 2


@pytest.mark.parametrize(
    ("language", "story"),
    [
        ("en", "“We have waited six years for this great day.”\n\nThe harbour opens."),
        ("de", "„Darauf haben wir sechs Jahre lang gewartet, alle zusammen.“\n\nDer Hafen öffnet."),
        ("fr", "« Nous avons attendu ce jour pendant six longues années. »\n\nLe port ouvre."),
        ("es", "«Hemos esperado este día durante seis años muy largos.»\n\nEl puerto abre."),
        ("it", "«Abbiamo aspettato questo giorno per sei anni molto lunghi.»\n\nIl porto apre."),
    ],
)
def test_a_sentence_between_marks_has_a_speaker(language: str, story: str) -> None:
    assert len(found("quote-without-speaker", story, language)) == 1


@pytest.mark.parametrize(
    ("language", "story"),
    [
        ("en", "“We have waited six years for this great day,” said Ada Byron."),
        ("de", "„Darauf haben wir sechs Jahre lang gewartet, alle zusammen“, sagt Ada Byron."),
        ("fr", "« Nous avons attendu ce jour pendant six longues années », a déclaré Ada Byron."),
        ("es", "«Hemos esperado este día durante seis años muy largos», dijo Ada Byron."),
        ("it", "«Abbiamo aspettato questo giorno per sei anni molto lunghi», ha detto Ada Byron."),
        ("en", "Ada Byron was clear:\n\n“We have waited six years for this great day.”"),
        ("en", "The film “How We Waited” opens."),
        ("en", "> We have waited six years.\n>\n> — Ada Byron"),
        ("fr", "« Nous avons attendu ce jour pendant six ans. »\n\n— Ada Byron, directrice du port"),
        ("it", "> “Abbiamo aspettato questo giorno.”\n>\n> Ada Byron, direttrice del porto"),
        ("fr", '> "Nous avons attendu ce jour si longtemps ! ", déclare Ada Byron, maire.'),
        ("fr", "« Nous avons attendu six longues années, a déclaré Ada Byron. Le port ouvre ! »"),
        ("fr", "> *“Nous avons attendu.*\n>\n> *Si longtemps.”*\n>\n> Ada Byron, maire de Lisbonne."),
        ("fr", "« Nous avons attendu ce jour pendant six ans », rappellent les deux maires."),
        ("es", "«Hemos esperado este día durante seis años», ha recordado Byron."),
    ],
)
def test_a_verb_of_speech_a_colon_or_a_line_beneath_names_the_speaker(language: str, story: str) -> None:
    assert found("quote-without-speaker", story, language) == []


def test_a_comma_parts_words_from_who_said_them_but_not_a_title_from_its_verb() -> None:
    story = "“We have waited six years for this day” said Ada Byron."
    assert found("attribution-inside-quotation", story) == ["” said"]
    assert found("attribution-inside-quotation", "The “Sparks Group” said Ada Byron is right.") == []
    french = "« Nous avons attendu six ans ce jour » a déclaré Ada Byron."
    assert found("attribution-inside-quotation", french, "fr") == []


@pytest.mark.parametrize(
    ("language", "story", "words"),
    [
        ("en", "It has 18 berths.\n\nAll 19 berths are open.", ["19 berths"]),
        ("en", "It has eight cranes.\n\nNine cranes came.", ["Nine cranes"]),
        ("de", "Es sind 18 Länder.\n\nAlle 19 Länder sind da.", ["19 Länder"]),
        ("de", "Es sind 18 Länder.\n\nWir sind in 19 Ländern.", ["19 Ländern"]),
        ("fr", "Il y a 18 ports.\n\nLes 19 ports sont là.", ["19 ports"]),
        ("es", "Son 18 puertos.\n\nLos 19 puertos están.", ["19 puertos"]),
        ("it", "Sono 18 porti.\n\nI 19 porti ci sono.", ["19 porti"]),
        ("en", "It rose from 18 berths to 19 berths.", []),
        ("en", "It has 18 berths.\n\nThe other has 40 berths.", []),
        ("en", "It took 18 months.\n\nIt will take 19 months.", []),
        ("fr", "Il y a 214 806 tonnes.\n\nPuis 370 794 tonnes.", []),
    ],
)
def test_numbers_that_lie_close_together_are_shown(language: str, story: str, words: list[str]) -> None:
    assert found("numbers-differ", story, language) == words


@pytest.mark.parametrize(
    ("language", "story", "words"),
    [
        (
            "en",
            "To Denmark, the Netherlands and Spain; to Italy, the Netherlands and Canada.",
            ["Netherlands"],
        ),
        ("de", "Nach Dänemark, Spanien und Polen. Nach Italien, Spanien und Kanada.", ["Spanien"]),
        ("it", "Da Milano, Roma e Bari. Poi Torino, Roma e Pisa.", ["Roma"]),
        ("en", "To Denmark, Spain and Poland.\n\nTo Italy, Spain and Canada.", []),
    ],
)
def test_a_name_stands_once_in_the_lists_of_a_paragraph(language: str, story: str, words: list[str]) -> None:
    assert found("list-repeat", story, language) == words


def test_a_paragraph_in_another_language_is_found_and_a_quote_in_one_is_not() -> None:
    german = (
        "Der neue Hafen der Stadt wird am Montag eröffnet, und das ist für die Fähren und für die Gäste der "
        "Region eine gute Nachricht, auf die alle gewartet haben."
    )
    english = (
        "The new harbour of the town opens on Monday, and that is good news for the ferries and for all of "
        "the guests who have waited for it in the region."
    )
    assert len(found("wrong-language", f"{english}\n\n{english} So it is.\n\n{german}")) == 1
    assert found("wrong-language", f"{english}\n\n> {german}\n>\n> — Ada Byron") == []


def test_a_space_before_a_comma_goes_and_a_french_one_before_a_colon_stays() -> None:
    text = "---\nheadline: One\nlanguage: en\n---\nOne , two .\n"
    edits = [
        f.edit for f in check(pr.parse(text, "markdown"), source=text, now=NOW) if f.code == "stray-space"
    ]
    assert [(text[e.start : e.end], e.text) for e in edits if e] == [(" ,", ","), (" .", ".")]
    assert found("stray-space", "Voici : un port ; deux quais !", "fr") == []


@pytest.mark.parametrize(
    ("front", "fires"),
    [
        (
            'embargo: {until: 2026-03-02T09:00+00:00, printed: "EMBARGOED UNTIL 2 March 2026, 09:00 GMT"}',
            False,
        ),
        (
            'embargo: {until: 2026-03-02T09:00+00:00, printed: "EMBARGOED UNTIL 2 March 2026, 10:00 CET"}',
            False,
        ),
        (
            'embargo: {until: 2026-03-02T09:00+00:00, printed: "EMBARGOED UNTIL 3 March 2026, 09:00 GMT"}',
            True,
        ),
    ],
)
def test_a_printed_embargo_is_compared_as_a_moment(front: str, fires: bool) -> None:
    text = f"---\nheadline: One\n{front}\n{DATED}\n---\nWords.\n"
    codes = [f.code for f in check(pr.parse(text, "markdown"), source=text, now=NOW)]
    assert ("embargo-contradicts-text" in codes) is fires


@pytest.mark.parametrize(
    ("language", "story", "words"),
    [
        ("de", "Der Hafen kostet [Betrag einfügen] Euro.", "[Betrag einfügen]"),
        ("fr", "Le port coûte [montant à confirmer] euros.", "[montant à confirmer]"),
        ("fr", "À COMPLÉTER avant jeudi.", "À COMPLÉTER"),
        ("fr", "Le port a [source à préciser avant envoi] dix quais.", "[source à préciser avant envoi]"),
        ("fr", "Le port de [nom du port voisin] ouvre.", "[nom du port voisin]"),
        ("es", "El puerto abre, dijo [nombre].", "[nombre]"),
        ("it", "Il porto apre [da confermare].", "[da confermare]"),
        ("en", "The port costs [figure to come] dollars.", "[figure to come]"),
    ],
)
def test_words_to_come_are_found_where_the_note_ends_with_the_sign(
    language: str, story: str, words: str
) -> None:
    assert found("placeholder-text", story, language) == [words]


@pytest.mark.parametrize(
    "story",
    [
        "Un port à compléter.",
        "El puerto [sic] abre.",
        "Der Hafen [folgt man ihm].",
        "Le [nom propre] reste.",
        "The years [to come] count.",
    ],
)
def test_words_that_only_look_like_a_note_are_text(story: str) -> None:
    assert found("placeholder-text", story) == []


@pytest.mark.parametrize(
    ("language", "heading"),
    [
        ("en", "About Example Corp"),
        ("de", "Über Example Corp"),
        ("fr", "À propos d’Example Corp"),
        ("es", "Sobre Example Corp"),
        ("it", "Informazioni su Example Corp"),
        ("it", "Su Example Corp"),
        ("es", "Sobre el autor"),
        ("en", "About the company"),
    ],
)
def test_a_heading_of_the_story_may_open_what_is_said_about_the_issuer(language: str, heading: str) -> None:
    def codes(story: str) -> list[str]:
        release = pr.Release(headline="One", language=language, story=pr.parse(story, "markdown").story)
        return [f.code for f in check(release, now=NOW, rules=RULES)]

    told = f"---\nheadline: One\n---\nText.\n\n## {heading}\n\nIt runs four harbours."
    assert "missing-boilerplate" not in codes(told)
    assert "missing-boilerplate" in codes(told.replace(heading, "Example"))


@pytest.mark.parametrize(
    ("language", "story"),
    [
        ("en", "> “We waited six years for this great day.” says Ada Byron, mayor."),
        ("fr", '> La maire Ada Byron déclare : "Nous avons attendu ce jour pendant six ans."'),
        ("it", "“Abbiamo aspettato sei anni - ha dichiarato Ada Byron, sindaca - Il porto apre adesso.”"),
        ("it", "“Abbiamo aspettato sei anni – ha detto Byron – e il porto apre adesso.”"),
        ("it", "“Abbiamo aspettato sei anni – ha detto – e il porto apre adesso.”"),
        ("fr", "« Nous avons attendu ce jour pendant six ans.»\n\nAda Byron, maire de la ville et du port"),
    ],
)
def test_a_speaker_within_a_block_quote_or_between_dashes_is_named(language: str, story: str) -> None:
    assert found("quote-without-speaker", story, language) == []


def test_a_verb_within_the_words_themselves_names_nobody() -> None:
    assert found("quote-without-speaker", "> “We waited, as Ada Byron said, for this day.”") != []
    italian = "“Abbiamo aspettato sei anni e il porto ha detto Ada Byron apre adesso.”\n\nIl porto apre."
    assert found("quote-without-speaker", italian, "it") != []


def test_an_offer_to_a_desk_addresses_no_reader() -> None:
    assert found("direct-address", "Für Fragen stehen Ihnen gern zur Verfügung: Ada Byron", "de") == []
    assert found("direct-address", "Der Hafen bringt Ihnen Freude.", "de") == ["Ihnen"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Besuchen Sie den Hafen am Montag.", "Sie"),
        ("Am Montag können Sie den Hafen sehen.", "Sie"),
        ("Der Hafen ist offen, wenn Sie kommen.", "Sie"),
        ("Sie kommt am Montag. Sie sehen den Hafen. Dann sahen sie ihn.", None),
        ("Die Meisterin sagte: Sie werden staunen.", None),
        ("Bei Fragen wenden Sie sich bitte an Ada Byron.", None),
        ("Weitere Bilder finden Sie unter https://example.org/bilder.", None),
        ("„Besuchen Sie den Hafen“, sagte Ada Byron.", None),
    ],
)
def test_german_readers_are_addressed_by_a_capital_within_the_sentence(text: str, word: str | None) -> None:
    assert found("direct-address", text, "de") == ([word] if word else [])


def test_a_spanish_exclamation_is_told_once() -> None:
    assert len(found("exclamation-marks", "Si es público, ¡también debería ser abierto!", "es")) == 1
    assert len(found("exclamation-marks", "¡Abre el puerto! Es grande. ¡Por fin!", "es")) == 2


@pytest.mark.parametrize(
    ("story", "codes"),
    [("Questions:\n\nAda Byron, ada@example.org", []), ("We are @harbour there.", ["missing-contact"])],
)
def test_a_mail_address_at_the_end_of_the_text_is_a_contact(story: str, codes: list[str]) -> None:
    findings = check(pr.Release(headline="One", story=f"It opens.\n\n{story}"), now=NOW)
    assert [finding.code for finding in findings if finding.code == "missing-contact"] == codes


NOTICE = (
    "Für den Inhalt dieser Mitteilung ist die Reederei verantwortlich, die sie auch auf der Seite der Stadt und bei "
    "den Agenturen veröffentlicht hat."
)


def test_a_notice_in_another_language_than_the_release_informs() -> None:
    english = "The new harbour of the city will be opened on Monday, and that is what it was for all of these years."

    def told(language: str, body: str) -> list[str]:
        head = f"headline: One\nlanguage: {language}\nnotices: [{{kind: liability, text: '{NOTICE}'}}]"
        source = f"---\n{head}\n---\n{body}\n"
        found = pr.check(pr.parse(source, "markdown"), source=source, now=NOW)
        return [f"{f.severity}: {f.message}" for f in found if f.code == "wrong-language"]

    assert told("en", english) == ["info: this notice reads like “de”, the release is in “en”"]
    assert told("de", NOTICE) == []
    assert told("en", NOTICE) == ["warning: the release says it is in “en”; it reads like “de”"]


@pytest.mark.parametrize(
    ("language", "story", "words"),
    [
        ("en", "It opens on the the quay.", ["the the"]),
        ("de", "Der Kai und und der Hafen öffnen.", ["und und"]),
        ("fr", "Le maire ouvre un un quai.", ["un un"]),
        ("es", "Salvó a un un marinero del del puerto.", ["del del", "un un"]),
        ("it", "Il porto di di Esempio apre.", ["di di"]),
        ("fr", "Nous nous réjouissons, et vous vous réjouissez.", []),
        ("fr", "Faites-le le lundi, ou l’un un mardi.", []),
        ("en", "He had had that that day. The The sang: the the the.", []),
        ("de", "Das sind die, die die Stadt baut.", []),
    ],
)
def test_a_small_word_stands_twice_in_a_row(language: str, story: str, words: list[str]) -> None:
    assert sorted(found("doubled-word", story, language)) == words


@pytest.mark.parametrize(
    ("story", "told"),
    [
        ("The quay opens.The town is there.", 1),
        ("Apre il molo, con i lavori stagionali.Una nave parte.", 1),
        ("Node.Js runs, Example.Com is up, the U.S.The end, at www.example.Page now.", 0),
        ("The file is at https://example.org/quay.Plan of May.", 0),
    ],
)
def test_a_space_parts_two_sentences(story: str, told: int) -> None:
    assert len(found("stray-space", story)) == told
