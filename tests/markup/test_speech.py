"""Who says what, in running text of six languages; and not a word is moved."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressrelease.markup.speech import spoken
from pressrelease.story import Attribution, Paragraph, Quotation, Quoted, Story, Text, plain

SAID = [
    (
        "en",
        "“We are open,” said Jane Doe, CEO of Example Corp.",
        "We are open,",
        "Jane Doe",
        "CEO of Example Corp",
    ),
    (
        "en",
        "“We are glad,” Jane Doe, CEO of Example Corp, said on Monday.",
        "We are glad,",
        "Jane Doe",
        "CEO of Example Corp",
    ),
    ("en", 'Jane Doe, chief engineer, said: "It works."', "It works.", "Jane Doe", "chief engineer"),
    ("en", "Example Corp CEO Jane Doe said: “It works.”", "It works.", "Jane Doe", "Example Corp CEO"),
    ("en", "“It works,” said CEO Jane Doe.", "It works,", "Jane Doe", "CEO"),
    ("en", "“It works,” said Jane Doe, adding that more would follow.", "It works,", "Jane Doe", ""),
    (
        "en",
        "“It works,” said Jane Doe, head of the U.S. office. More is to come.",
        "It works,",
        "Jane Doe",
        "head of the U.S. office",
    ),
    (
        "en",
        "'We don't stop,' said Ann O'Neil, the workers' spokeswoman.",
        "We don't stop,",
        "Ann O'Neil",
        "the workers' spokeswoman",
    ),
    (
        "en",
        'According to Jane Doe, head of press, "the harbour will open in May".',
        "the harbour will open in May",
        "Jane Doe",
        "head of press",
    ),
    ("en", "“It works,” according to Dr. Jane van der Berg.", "It works,", "Dr. Jane van der Berg", ""),
    ("en", "“It works,” said Jane Q. Doe, chief engineer.", "It works,", "Jane Q. Doe", "chief engineer"),
    ("en", "“It works,” said Jane R. R. Doe of Leeds.", "It works,", "Jane R. R. Doe", ""),
    ("de", "„Es geht“, sagt Jana M. Die Anlage läuft.", "Es geht", "Jana M", ""),
    ("en", "“It works,” said Captain Doe.", "It works,", "Doe", "Captain"),
    ("en", "“It works,” State’s Attorney Doe said.", "It works,", "Doe", "State’s Attorney"),
    ("en", "“It works,” Police Chief Doe said.", "It works,", "Doe", "Police Chief"),
    (
        "en",
        "“It works,” said Kestrel County State’s Attorney Jane Byron Doe.",
        "It works,",
        "Jane Byron Doe",
        "Kestrel County State’s Attorney",
    ),
    (
        "en",
        "“It works,” said QXP Leeds Field Division Special Agent in Charge Jane Doe.",
        "It works,",
        "Jane Doe",
        "QXP Leeds Field Division Special Agent in Charge",
    ),
    (
        "de",
        "„Wir freuen uns“, sagte Erika Muster, Sprecherin der Beispiel GmbH, am Montag.",
        "Wir freuen uns",
        "Erika Muster",
        "Sprecherin der Beispiel GmbH",
    ),
    (
        "de",
        "»Das ist gut«, so Geschäftsführer Dr. Max von Muster.",
        "Das ist gut",
        "Dr. Max von Muster",
        "Geschäftsführer",
    ),
    (
        "de",
        "Dazu erklärt Max Muster, Vorstand der Beispiel AG: „Der Hafen ist offen.“",
        "Der Hafen ist offen.",
        "Max Muster",
        "Vorstand der Beispiel AG",
    ),
    (
        "de",
        "„Der Hafen ist offen“, betont Prof. Eva Beispiel.",
        "Der Hafen ist offen",
        "Prof. Eva Beispiel",
        "",
    ),
    (
        "fr",
        "« Nous sommes heureux », a déclaré Jeanne Dupont, directrice du port.",
        "Nous sommes heureux",
        "Jeanne Dupont",
        "directrice du port",
    ),
    (
        "fr",
        "«\u00a0Nous venons\u00a0», explique la directrice générale Jeanne Dupont.",
        "\u00a0Nous venons\u00a0",
        "Jeanne Dupont",
        "directrice générale",
    ),
    (
        "es",
        "“Estamos contentos”, dijo Juan García, director del puerto.",
        "Estamos contentos",
        "Juan García",
        "director del puerto",
    ),
    (
        "es",
        "«Estamos contentos», afirmó la presidenta de la empresa, Ana Pérez.",
        "Estamos contentos",
        "Ana Pérez",
        "presidenta de la empresa",
    ),
    (
        "it",
        "“Siamo felici”, ha detto Maria Rossi, direttrice del porto.",
        "Siamo felici",
        "Maria Rossi",
        "direttrice del porto",
    ),
    (
        "it",
        "«Siamo felici», dichiara Mario Rossi, direttore di Esempio S.p.A.",
        "Siamo felici",
        "Mario Rossi",
        "direttore di Esempio S.p.A.",
    ),
    (
        "nl",
        "‘We zijn blij’, zei Jan de Vries, directeur van Voorbeeld B.V.",
        "We zijn blij",
        "Jan de Vries",
        "directeur van Voorbeeld B.V.",
    ),
    ("nl", "“We zijn blij”, aldus Jan van der Berg.", "We zijn blij", "Jan van der Berg", ""),
    ("en", '"It works," said conductor Jane Doe.', "It works,", "Jane Doe", "conductor"),
    (
        "en",
        '"It works," said Jane Doe, a teacher from Leeds.',
        "It works,",
        "Jane Doe",
        "a teacher from Leeds",
    ),
    ("en", '"It works," Chief Executive Jane Doe told AFP.', "It works,", "Jane Doe", "Chief Executive"),
    ("de", "„Es geht“, sagte Kapitän Jan Muster.", "Es geht", "Jan Muster", "Kapitän"),
    ("de", "„Es geht nicht“, mahnte Kapitän Jan Muster.", "Es geht nicht", "Jan Muster", "Kapitän"),
    ("nl", "“Het gaat”, waarschuwde Jan Voorbeeld.", "Het gaat", "Jan Voorbeeld", ""),
    (
        "de",
        "«Es geht», sagte Hafenchefin Ada Byron der Deutschen Presse-Agentur.",
        "Es geht",
        "Ada Byron",
        "Hafenchefin",
    ),
    (
        "fr",
        "« Ça marche », a déclaré à l'AFP le maire d'Exempleville, Paul Durand.",
        "Ça marche",
        "Paul Durand",
        "maire d'Exempleville",
    ),
    ("it", "«Scricchiola», ha aggiunto il tenore Marco Bianchi.", "Scricchiola", "Marco Bianchi", "tenore"),
    (
        "fr",
        '"Nous ouvrons enfin le quai ! ", déclare Jeanne Dupont, maire.',
        "Nous ouvrons enfin le quai !",
        "Jeanne Dupont",
        "maire",
    ),
    ("it", "È un’“ora di porto”, ha detto Maria Rossi.", "ora di porto", "Maria Rossi", ""),
    (
        "it",
        "«Il molo apre». Così il presidente della Regione Esempio, Maria Rossi.",
        "Il molo apre",
        "Maria Rossi",
        "presidente della Regione Esempio",
    ),
    (
        "it",
        "“Il molo apre”. Lo dichiara in una nota la sindaca Maria Rossi.",
        "Il molo apre",
        "Maria Rossi",
        "sindaca",
    ),
    (
        "fr",
        "« Le quai ouvre », rappelle la présidente du Port Exemple, Jeanne Dupont.",
        "Le quai ouvre",
        "Jeanne Dupont",
        "présidente du Port Exemple",
    ),
    (
        "es",
        "“El muelle abre”, ha apuntado la presidenta de la Autoridad Portuaria, Ana Pérez.",
        "El muelle abre",
        "Ana Pérez",
        "presidenta de la Autoridad Portuaria",
    ),
]


@pytest.mark.parametrize(("language", "text", "said", "speaker", "role"), SAID)
def test_the_speaker_of_a_quotation_is_found(
    language: str, text: str, said: str, speaker: str, role: str
) -> None:
    story, findings = spoken(Story(text), language)
    assert story.quotes == (Quoted(said, speaker, role),)
    assert (story.text, findings) == (text, ())


def test_words_stand_once_the_attribution_takes_the_place_of_its_words() -> None:
    story, _ = spoken(Story("“Yes, we are open,” said Jane Doe, CEO."), "en")
    assert story.blocks == (
        Paragraph(
            (
                Quotation((Text("Yes, we are open,"),), "q1", "“", "”"),
                Text(" said "),
                Attribution("Jane Doe", "CEO", quote="q1"),
                Text("."),
            )
        ),
    )


def test_a_house_whose_office_somebody_holds_is_not_who_speaks() -> None:
    story, _ = spoken(Story("«Il molo apre». Così il presidente della Regione Esempio Maria Rossi."), "it")
    assert [q.speaker for q in story.quotes if q.speaker] == []


def test_a_quote_that_its_speaker_splits_is_one_quote() -> None:
    story, _ = spoken(Story("“We are open,” said Jane Doe. “Come and see us.”"), "en")
    assert story.quotes == (Quoted("We are open, Come and see us.", "Jane Doe"),)


def test_a_quote_goes_on_in_the_next_paragraph() -> None:
    """Each paragraph of a long quote opens with a mark; only the last one closes."""
    story, findings = spoken(Story("Jane Doe, CEO, said: “We are open.\n\n“Come and see us.”"), "en")
    assert story.quotes == (Quoted("We are open. Come and see us.", "Jane Doe", "CEO"),)
    assert findings == ()


def test_a_pronoun_names_nobody() -> None:
    story, _ = spoken(Story("“It works,” she said."), "en")
    assert story.quotes == (Quoted("It works,"),)


def test_a_pronoun_between_two_pieces_makes_them_one_quote() -> None:
    story, _ = spoken(Story('"It works," said Jane Doe, "and well," she said, "for years."'), "en")
    assert story.quotes == (Quoted("It works, and well, for years.", "Jane Doe"),)


def test_who_is_said_to_speak_in_the_next_paragraph_does() -> None:
    text = 'Jane Doe, chair of the board, said:\n\n"We are open, and it shows."'
    story, _ = spoken(Story(text), "en")
    assert story.quotes == (Quoted("We are open, and it shows.", "Jane Doe", "chair of the board"),)
    assert story.text == text


def test_a_quote_that_names_its_own_speaker_needs_no_announcement() -> None:
    story, _ = spoken(Story('Jane Doe said:\n\n"We are open," said Tom Roe.'), "en")
    assert story.quotes == (Quoted("We are open,", "Tom Roe"),)


def test_each_of_two_sentences_has_the_speaker_named_behind_it() -> None:
    story, _ = spoken(Story('"It works," said Jane Doe. "It does not," said Tom Roe.'), "en")
    assert story.quotes == (Quoted("It works,", "Jane Doe"), Quoted("It does not,", "Tom Roe"))


@pytest.mark.parametrize("by", ["Doe added", "Ms. Doe added", "said Doe"])
def test_a_surname_is_who_was_named_in_full_before(by: str) -> None:
    """Only the surname is printed; the quote says who it is, and no word is added to the text."""
    text = f'"It works," said Jane Doe, CEO.\n\n"For years," {by}.'
    story, _ = spoken(Story(text), "en")
    assert story.quotes == (Quoted("It works,", "Jane Doe", "CEO"), Quoted("For years,", "Jane Doe", "CEO"))
    assert story.text == text


def test_a_surname_of_two_people_is_nobodys() -> None:
    text = '"A," said Jane Doe, CEO.\n\n"B," said Tom Doe, CFO.\n\n"C," Doe said.'
    assert spoken(Story(text), "en")[0].quotes[2] == Quoted("C,", "Doe")


@pytest.mark.parametrize(
    "text", ['"It works," officials said.', "'90s music is in town, and 'Tis the season."]
)
def test_small_words_and_apostrophes_name_nobody(text: str) -> None:
    assert spoken(Story(text), "en")[0].quotes == ()


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        (
            "'Nobody likes it, said Tom Roe, head of the Walkers' Association. 'But it holds.'",
            "Nobody likes it, But it holds.",
            "Tom Roe",
        ),
        (
            "Tom Roe added: 'People ask us whether it is still there.",
            "People ask us whether it is still there.",
            "Tom Roe",
        ),
    ],
)
def test_apostrophes_as_marks_may_be_forgotten_too(text: str, said: str, speaker: str) -> None:
    story, findings = spoken(Story(text), "en")
    assert [(q.text, q.speaker) for q in story.quotes] == [(said, speaker)]
    assert "unbalanced-quotation-marks" in [f.code for f in findings]


def test_a_name_between_marks_is_no_speech() -> None:
    story, findings = spoken(Story("The “Blue Heron” lies in the harbour."), "en")
    assert story.quotes == ()
    assert findings == ()


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("\"It works very well' said Jane Doe, CEO.", ["mixed-quotation-marks"]),
        (
            '"It works very well, said Jane Doe, CEO. "It is new."',
            ["unbalanced-quotation-marks", "attribution-inside-quotation"],
        ),
        ("The \"Heron Group' sails today.", ["mixed-quotation-marks"]),
        ('It is "new and good.', ["unbalanced-quotation-marks"]),
    ],
)
def test_odd_marks_are_findings(text: str, codes: list[str]) -> None:
    story, findings = spoken(Story(text), "en")
    assert [f.code for f in findings] == codes
    assert story.text == text


def test_a_missing_closing_mark_leaves_quote_and_speaker_understood() -> None:
    story, _ = spoken(Story('"It works, said Jane Doe, head of press. "It is new."'), "en")
    assert story.quotes == (Quoted("It works, It is new.", "Jane Doe", "head of press"),)


marks = st.sampled_from(['"', "'", "“", "”", "„", "‘", "’", "«", "»", "« ", " »", "‚"])
bits = st.one_of(
    marks,
    st.sampled_from(
        [
            "said ",
            "Jane Doe",
            ", ",
            ". ",
            "CEO of Example",
            " ",
            "sagte ",
            "Erika Muster",
            ": ",
            "according to ",
            "Dr. ",
            "{",
            "}",
            "\u00a0",
            "she ",
            "\n\n",
            "U.S. ",
        ]
    ),
    st.text(max_size=8).filter(str.isprintable),
)


@given(
    st.lists(bits, max_size=24).map("".join),
    st.sampled_from(["en", "de", "fr", "es", "it", "nl", "und", "ja"]),
)
def test_no_word_is_ever_moved(text: str, language: str) -> None:
    story = Story(text)
    found, _ = spoken(story, language)
    assert [plain(b) for b in found.blocks] == [plain(b) for b in story.blocks]
