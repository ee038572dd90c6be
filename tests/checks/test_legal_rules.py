"""Legal rules beyond their pages: other days, other languages, and what they leave alone."""

from __future__ import annotations

import datetime as dt

import pytest

import pressrelease as pr

NOW = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)
HOUSE = 'title = "N"\nbase_url = "https://example.org/"\n[publisher]\nname = "Example Corp"\n'


def found(rule: str, body: str = "Words.", head: str = "", house: str = "") -> list[pr.Finding]:
    """Return what `rule` finds in a Markdown file with this front matter and body."""
    text = f"---\nheadline: One\n{head}---\n{body}\n"
    newsroom = pr.Newsroom.parse(HOUSE + house) if house else None
    release = pr.parse(text, "markdown", newsroom=newsroom)
    return [f for f in pr.check(release, source=text, newsroom=newsroom, now=NOW) if f.code == rule]


def notice(
    words: str, kind: str = "editorial-responsibility", published: str = "2021-03-01T12:00+01:00"
) -> str:
    return f'published: {published}\nnotices:\n  - {{kind: {kind}, text: "{words}"}}\n'


@pytest.mark.parametrize(
    ("published", "cited", "right"),
    [
        ("2020-08-26", "Sect. 6 MDStV", "the norm of that day is § 55(2) RStV"),
        ("2021-08-26", "§ 55 Abs. 2 RStV", "the norm of that day is § 18(2) MStV"),
        ("2005-08-26", "§ 6 MDStV", "the norm of that day is § 10(3) MDStV"),
    ],
)
def test_the_remedy_is_the_norm_of_the_day_never_the_newest(published: str, cited: str, right: str) -> None:
    head = notice(f"{cited}: Ada Byron", published=f"{published}T12:00+02:00")
    told = found("superseded-citation", head=head) + found("citation-wrong-subject", head=head)
    assert [f.fix for f in told] == [right]


def test_a_citation_is_found_in_an_imprint_that_stands_as_text_and_not_in_news_about_a_law() -> None:
    head = "published: 2024-06-01T12:00+02:00\n"
    (finding,) = found("superseded-citation", "Angaben gemäß § 5 TMG: Example GmbH, Kai 1", head)
    assert (finding.where.line, finding.where.column) == (5, 15)
    assert found("superseded-citation", "Der Bundestag hat § 5 TMG durch § 5 DDG ersetzt.", head) == []


def test_an_odr_link_is_dead_only_since_the_platform_is() -> None:
    text = "Online-Streitbeilegung: https://ec.europa.eu/consumers/odr/"
    assert found("dead-regime-text", text, "published: 2024-06-01T12:00+02:00\n") == []
    assert len(found("dead-regime-text", text, "published: 2025-08-01T12:00+02:00\n")) == 1
    assert found("superseded-citation", text, "published: 2025-08-01T12:00+02:00\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "Mit Urteil vom 12. Mai 1998 hat das Landgericht (LG) Hamburg entschieden, dass man die Inhalte der "
        "gelinkten Seiten mit zu verantworten hat. Wir distanzieren uns hiermit von allen Inhalten.",
        "Haftung für Links: LG Hamburg, Urteil v. 12.05.1998, Az. 312 O 85/98.",
        "On May 12, 1998 the Hamburg Regional Court ruled on links. We hereby dissociate ourselves from all of them.",
    ],
)
def test_the_disclaimer_of_hamburg_is_found_however_it_is_spelled(text: str) -> None:
    assert [f.fix for f in found("dead-regime-text", text)] == ["leave it out"]


def test_news_about_the_judgment_of_hamburg_is_no_disclaimer() -> None:
    text = (
        "Das Landgericht Hamburg hatte am 12. Mai 1998 über Links geurteilt; ein Museum zeigt nun die Akte."
    )
    assert found("dead-regime-text", text) == []


@pytest.mark.parametrize(
    ("street", "said"),
    [("Postfach 10 20 30", ["the imprint has no address but a post office box"]), ("Kai 1, Postfach 12", [])],
)
def test_a_german_house_with_a_post_office_box_alone_has_no_address_for_a_summons(
    street: str, said: list[str]
) -> None:
    imprint = f'address = {{street = "{street}", city = "Hamburg"}}\n[imprint]\njurisdiction = "DE"\n'
    hits = found("provider-address", head="published: 2026-03-02T09:00+01:00\n", house=imprint)
    assert [f.message.split(" (")[0] for f in hits] == said
    assert all(f.fix == "set publisher.address" and "§ 5 DDG" in f.message for f in hits)


@pytest.mark.parametrize(
    ("person", "problem"),
    [
        ("Ada Byron und Max Muster", "“Ada Byron und Max Muster”: who of them answers for what?"),
        ("Example GmbH", "“Example GmbH” is no natural person"),
        ("Ada", "“Ada” is one name; a first name and a surname are wanted"),
        ("Ada Byron", None),
        ("Inés de la Cruz", None),
    ],
)
def test_the_responsible_is_one_natural_person(person: str, problem: str | None) -> None:
    head = f"notices: [{{kind: editorial-responsibility, person: {person}}}]\n"
    assert [f.message for f in found("responsible-unclear", head=head)] == ([problem] if problem else [])


@pytest.mark.parametrize(
    "words",
    [
        *(
            "The sender is solely responsible for the text.",
            "Wir übernehmen keine Haftung.",
            "Alle Angaben ohne Gewähr.",
        ),
        *("Für den Inhalt ist allein der Aussender verantwortlich.", "Ce texte n’engage que son auteur."),
        *("La empresa no se hace responsable del contenido.", "L’editore declina ogni responsabilità."),
        "De uitgever is niet aansprakelijk.",
    ],
)
def test_a_blanket_refusal_is_known_in_every_language(words: str) -> None:
    assert len(found("liability-overreach", head=notice(words, "liability"))) == 1


def test_what_the_library_prints_of_liability_by_itself_is_no_blanket_refusal() -> None:
    house = '[imprint]\njurisdiction = "AT"\nwhen = ["business", "third-party"]\nconfirmed = ["at-liab"]\n'
    assert found("liability-overreach", house=house) == []


@pytest.mark.parametrize(
    "text",
    [
        "Die Polizei hat zwei Männer festgenommen. Die Betrüger erbeuteten Millionen.",
        "Le parquet a ouvert une enquête. Les escrocs avaient pris des millions.",
        "La Fiscalía investiga el caso. Los estafadores se llevaron millones.",
        "La Procura indaga. I truffatori hanno preso milioni.",
        "De politie heeft twee mannen aangehouden. De oplichters namen miljoenen mee.",
    ],
)
def test_guilt_before_a_judgment_is_known_in_six_languages(text: str) -> None:
    assert [f.severity for f in found("innocence-wording", text)] == ["info"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Two men were arrested on Monday. They laundered the money in the harbour.", "They laundered"),
        (
            "The woman was charged with fraud. The company has repeatedly bribed officials.",
            "The company has repeatedly bribed",
        ),
        (
            "Three people are accused of fraud. The group had embezzled the fees of the harbour.",
            "The group had embezzled",
        ),
        (
            "Die Staatsanwaltschaft ermittelt gegen zwei Männer. Sie haben das Geld der Reederei unterschlagen.",
            "haben das Geld der Reederei unterschlagen",
        ),
        (
            "Le parquet a ouvert une enquête sur le port. Ils ont détourné les taxes de la ville.",
            "Ils ont détourné",
        ),
        (
            "Two men were arrested. They laundered the money. If convicted, they may go to prison for ten years.",
            "They laundered",
        ),
        ("La Fiscalía investiga el caso. Los dos hombres estafaron a cien vecinos.", "estafaron"),
        ("La Procura ha aperto una indagine sul porto. I due hanno rubato le merci.", "hanno rubato"),
        (
            "De politie heeft twee mannen aangehouden. Zij hebben het geld van de haven verduisterd.",
            "hebben het geld van de haven verduisterd",
        ),
    ],
)
def test_a_deed_told_as_a_fact_is_guilt_too(text: str, words: str) -> None:
    hits = found("innocence-wording", text)
    assert [f.message.split("”")[0][1:] for f in hits] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Two men were arrested. According to the police they stole a crane.",
        "Two men were arrested. Prosecutors say they laundered the money.",
        "Zwei Männer wurden festgenommen. Sie sollen das Geld der Reederei unterschlagen haben.",
        "Die Staatsanwaltschaft wirft ihnen vor, sie hätten Geld gestohlen.",
        "Le parquet a ouvert une enquête. Ils auraient détourné les taxes de la ville.",
        "La Fiscalía investiga a dos hombres que presuntamente estafaron a cien vecinos.",
        "La Procura indaga. Secondo gli inquirenti i due hanno rubato le merci.",
        "De politie heeft twee mannen aangehouden. Zij zouden het geld hebben verduisterd.",
        "Die Polizei hat zwei Männer festgenommen. Am Freitag waren unbekannte Täter in den Hafen gekommen.",
        "Two men were arrested. Unidentified thieves had come to the harbour in May.",
        "They stole the show on Monday, and obtained the first prize of the harbour.",
    ],
)
def test_a_deed_that_is_said_by_others_or_left_open_is_no_guilt(text: str) -> None:
    assert found("innocence-wording", text) == []


def test_guilt_is_left_alone_where_it_is_doubted_decided_or_no_case_at_all() -> None:
    assert found("innocence-wording", "Die mutmaßlichen Betrüger wurden festgenommen.") == []
    assert found("innocence-wording", "The fraudsters were arrested in May and convicted on Monday.") == []
    assert found("innocence-wording", "Our software protects shops from criminals and hackers.") == []


def test_accounts_for_donations_and_wrong_numbers_are_no_personal_data() -> None:
    iban = "DE89 3704 0044 0532 0130 00"
    assert len(found("personal-data", f"The fee goes to {iban}.")) == 1
    assert found("personal-data", f"Spendenkonto: {iban}") == []
    assert found("personal-data", f"The fee goes to {iban[:-1]}1.") == []
    assert [f.severity for f in found("personal-data", "Card 4111 1111 1111 1111 is lost.")] == ["error"]


@pytest.mark.parametrize(
    ("words", "person"),
    [
        ("For the content Max Muster is liable.", "Max Muster"),
        ("Verantwortlich ist Ada Byron.", "Ada Byron"),
        ("Dr Ada Byron is solely responsible for the text.", "Ada Byron"),
        ("Die Haftung liegt bei Ada M. Byron.", "Ada M. Byron"),
        ("Kestrel Bay Ports is solely responsible for the content.", ""),
        ("Der Aussender haftet allein für den Inhalt.", ""),
        ("The liability lies with Kestrel Bay Ports.", ""),
        ("Example Corp is responsible for the content.", ""),
    ],
)
def test_a_clause_that_makes_somebody_answer_by_name_is_known_by_its_words(words: str, person: str) -> None:
    head = f"publisher: {{name: Example Corp}}\nnotices: [{{kind: liability, text: {words}}}]\n"
    assert [f.message for f in found("liability-on-person", head=head)] == (
        [f"the clause names {person}"] if person else []
    )


def test_a_law_that_asks_for_the_publishers_address_is_content_with_that_of_the_house() -> None:
    head = "published: 2026-03-02T09:00+01:00\n"
    head += "notices: [{kind: editorial-responsibility, jurisdiction: LU, person: Ada Byron}]\n"
    assert len(found("responsible-address", head=head)) == 1
    house = "publisher: {name: Example, address: {street: Quai 1, city: Luxembourg}}\n"
    assert found("responsible-address", head=head + house) == []


def test_a_release_of_another_in_a_house_without_terms_says_whose_it_is_and_what_is_allowed() -> None:
    other = "publisher: {name: Other Corp}\n"
    (finding,) = found("source-and-licence", head=other, house=" ")
    assert (
        finding.message
        == "Example Corp distributes this, and nothing says who owns it, what may be done with it"
    )
    rights = "rights: {holder: Other Corp, usage_terms: Free.}\n"
    assert found("source-and-licence", head=other + rights, house=" ") == []


def test_paid_is_asked_of_front_matter_alone_where_no_newsroom_is() -> None:
    head = "extra: {notices: {when: [paid]}}\n"
    assert [f.severity for f in found("paid-label", head=head)] == ["error"]
    weak = head + "notices: [{kind: advertising, label: Gesponsert von Example}]\n"
    assert [f.severity for f in found("paid-label", head=weak)] == ["warning"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It expects revenue of 20 million euros."),
        ("de", "Sie erwartet einen Umsatz von 20 Millionen Euro."),
        ("fr", "Elle prévoit un chiffre d’affaires de 20 millions."),
        ("es", "Prevé unos ingresos de 20 millones."),
        ("it", "Prevede ricavi per 20 milioni."),
    ],
)
def test_a_look_ahead_is_known_in_five_languages_and_only_of_an_issuer(language: str, text: str) -> None:
    head = f"language: {language}\n"
    assert len(found("forward-looking-without-notice", f"Example (Euronext Paris: EXA). {text}", head)) == 1
    assert found("forward-looking-without-notice", f"Example. {text}", head) == []


@pytest.mark.parametrize(
    "good", ["(NYSE: HRB)", "(Nasdaq:HRB)", "(TSX.V: HRB) (OTCQB: HRBF)", "(NYSE American: HRB)"]
)
def test_listings_as_wires_print_them_are_left_alone(good: str) -> None:
    assert found("ticker-form", f"Harbour Corp {good} opened.") == []


def test_a_listing_is_mended_and_codes_are_counted() -> None:
    (finding,) = found("ticker-form", "Harbour Corp (Nasdaq - HRB) opened.")
    assert finding.edit is not None
    assert finding.edit.text == "Nasdaq: HRB"
    assert found("ticker-form", "ISIN: US0378331005, LEI: 529900T8BM49AURSDO55.") == []
    assert len(found("ticker-form", "ISIN US0378331006, LEI 529900T8BM49AURSDO56.")) == 2
    assert len(found("ticker-form", "The ISIN is US0378331006.")) == 1


@pytest.mark.parametrize(
    ("listing", "message", "edit"),
    [
        ("(NYSE: hrb)", "“NYSE: hrb”: a symbol is written in capitals", "NYSE: HRB"),
        ("(Nasdaq:Hrb)", "“Nasdaq:Hrb”: a symbol is written in capitals", "Nasdaq: HRB"),
        ("(NSYE: HRB)", "“NSYE” is no exchange that is known here", None),
        ("(QQZX: HRB)", "“QQZX” is no exchange that is known here", None),
        ("(Ticker: HRB)", "“Ticker: HRB” names no exchange: the symbol may be anybody's", None),
    ],
)
def test_small_letters_and_exchanges_that_nobody_knows_are_told(
    listing: str, message: str, edit: str | None
) -> None:
    (finding,) = found("ticker-form", f"Harbour Corp {listing} opened.")
    assert (finding.message, finding.edit.text if finding.edit else None) == (message, edit)


@pytest.mark.parametrize(
    "text",
    [
        "Harbour Corp (XNYS: HRB) opened.",
        "Harbour AG (WKN: HRBAA) opened.",
        "Harbour Ltd (TADAWUL: HRB) opened.",
        "The quay (Photo: AFP) is open.",
        "The mayor (CDU: JA) agreed.",
    ],
)
def test_what_stands_in_brackets_and_is_no_listing_is_left_alone(text: str) -> None:
    assert found("ticker-form", text) == []


def test_inside_information_that_is_denied_is_none() -> None:
    assert found("inside-information-fields", "This release does not contain inside information.") == []


def test_a_line_of_an_exchange_that_was_altered_weighs_less_than_one_that_is_missing() -> None:
    issuer = "Harbour Gold (TSXV: HGD) drills.\n\n"
    assert [f.severity for f in found("exchange-line", issuer)] == ["error"]
    altered = "Neither TSX Venture Exchange nor anybody else takes responsibility for this."
    assert [f.severity for f in found("exchange-line", issuer + altered)] == ["warning"]


def test_the_link_of_a_closed_platform_is_found_wherever_it_stands() -> None:
    story = "Plattform zur Streitbeilegung: https://ec.europa.eu/consumers/odr"
    assert len(found("dead-regime-text", story)) == 1


def test_prospective_partners_are_no_caution_and_informations_prospectives_are() -> None:
    ahead = "Example Corp (NYSE: EXC) showed it to prospective partners. It expects revenue of 20 million dollars."
    listed = "organisations:\n  - {name: Example Corp, tickers: [{exchange: NYSE, symbol: EXC}]}\n"
    assert len(found("forward-looking-without-notice", ahead, "language: en\n" + listed)) == 1
    french = f"{ahead}\n\nCe communiqué contient des informations prospectives."
    assert found("forward-looking-without-notice", french, listed) == []


def test_those_who_are_only_charged_are_not_the_offenders() -> None:
    charged = "Six people were arrested and charged with theft."
    told = found("innocence-wording", f"{charged}\n\nThe offenders fled on foot.", "language: en\n")
    assert [f.message for f in told] == ["“The offenders”, before a court has spoken"]
    for words in ("The offenders allegedly fled.", "The law on young offenders is old.", "The men fled."):
        assert found("innocence-wording", f"{charged}\n\n{words}", "language: en\n") == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Ein Unbekannter kam nachts in den Hafen. Der Dieb nahm ein Boot mit.", 0),
        ("Ein Mann kam nachts in den Hafen. Der Dieb nahm ein Boot mit.", 1),
        ("Unbekannte kamen. Ein Mann wurde verhaftet. Der Dieb nahm ein Boot mit.", 1),
        ("Die Polizei hofft auf weitere Hinweise auf die Täter.", 0),
    ],
)
def test_a_thief_whom_nobody_knows_is_not_called_guilty(text: str, count: int) -> None:
    story = f"Die Staatsanwaltschaft ermittelt gegen zwei Männer.\n\n{text}"
    assert len(found("innocence-wording", story, "language: de\n")) == count


def test_each_report_of_a_release_made_of_several_is_judged_by_itself() -> None:
    case = "Zwei Männer wurden festgenommen."
    theft = "Einem Einbrecher fiel ein Boot in die Hände."
    parts = f"## Altdorf: Boot weg\n\n{theft}\n\n## Neudorf: Zwei Festnahmen\n\n{case}"
    assert found("innocence-wording", parts, "language: de\n") == []
    parts = f"## Altdorf: Boot weg\n\n{theft} {case}\n\n## Neudorf: Ruhe\n\nNichts geschah."
    assert len(found("innocence-wording", parts, "language: de\n")) == 1
    parts = f"## Boot weg\n\n{theft}\n\n## Zwei Festnahmen\n\n{case}"
    assert len(found("innocence-wording", parts, "language: de\n")) == 1


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("Wer sah eine verdächtige Person?", 0),
        ("Ein Verdächtiger sitzt fest.", 1),
        ("Er gilt als verdächtig.", 1),
    ],
)
def test_whom_witnesses_may_have_seen_makes_no_case(words: str, count: int) -> None:
    text = f"Einem Einbrecher fiel ein Boot in die Hände. {words}"
    assert len(found("innocence-wording", text, "language: de\n")) == count


@pytest.mark.parametrize(
    "words",
    [
        "Der Bau hängt von der Genehmigung der Behörde für Umwelt und vom Stahlpreis ab.",
        "Ob es so kommt, entscheiden Leitzinsen, Lieferketten und das Verwaltungsgericht.",
        "Le calendrier dépend de l’autorisation du préfet, du coût de l’acier et des intempéries.",
        "El calendario depende de los permisos, del suministro de acero y de los tribunales.",
        "I tempi dipendono dai permessi, dalle forniture di acciaio e da un contenzioso.",
    ],
)
def test_a_caution_that_names_its_risks_is_none_of_all_issuers(words: str) -> None:
    assert not found("forward-looking-generic", CLAIM, notice(words, "forward-looking"))


@pytest.mark.parametrize(
    "words",
    [
        "Diese Mitteilung enthält Aussagen über die Zukunft, die anders eintreten können, als sie eingerichtet sind.",
        "Preise, Stahlpreise und Ölpreise können abweichen.",
    ],
)
def test_a_caution_with_fewer_than_three_risks_fits_any_issuer(words: str) -> None:
    assert found("forward-looking-generic", CLAIM, notice(words, "forward-looking"))


CLAIM = "Harbour Corp (NYSE: HRB) erwartet im kommenden Jahr einen Umsatz von 20 Millionen Euro."


def test_an_imprint_made_of_the_facts_of_the_house_is_no_block_that_nobody_parted() -> None:
    house = (
        'legal_name = "Example GmbH"\nemails = ["office@example.org"]\n'
        'phones = [{number = "+49 40 5550100"}, {number = "+49 40 5550101", kind = "fax"}]\n'
        'register_entry = "HRB 1, Amtsgericht Hamburg"\nvat_id = "DE123456789"\n'
        'address = {street = "Kai 1", postcode = "20457", city = "Hamburg", country = "DE"}\n'
        '[imprint]\njurisdiction = "DE"\nform = "GmbH"\nrepresentatives = ["Ada Byron"]\n'
    )
    head = "published: 2026-11-01T12:00+01:00\n"
    written = "Büro: office@example.org, +49 40 5550100, +49 40 5550101"
    assert not found("contact-block-unparsed", house=house, head=head)
    assert found("contact-block-unparsed", written, house=house, head=head)
