"""The words by which running text says who speaks, by language: data for `speech`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_VERBS = {
    "en": "said|says|stated|states|added|adds|explained|explains|commented|comments|noted|notes|"
    "continued|continues|told (?:[a-z ]{2,30}|[A-Z]\\w+)|"
    "remarked|declared|announced|emphasi[sz]ed|emphasi[sz]es|stressed|concluded|concludes|according to|"
    "as|warned|argued|confirmed|recalled",
    "de": "(?:sag|erklär|beton|ergänz|kommentier|mein|resümier|bekräftig|lob|warn|mahn|forder|kritisier|appellier|"
    "erläuter|verdeutlich|begründe|bilanzier|schilder|konstatier|bedauer|plädier|erinner|äußer|antworte|urteil|stell|führ|"
    "füg)ten?|"
    "sagt|erklärt|betont|ergänzt|kommentiert|meint|berichtet(?:en?)?|bekräftigt|resümiert|warnt|mahnt|fordert|kritisiert|"
    "appelliert|erläutert|verdeutlicht|begründet|bilanziert|schildert|konstatiert|bedauert|plädiert|antwortet|fügt|fasst|"
    "sagen|erklären|betonen|fordern|warnen|so|hob|freuten? sich|freut sich|unterstrich|unterstreicht|laut|"
    "heißt es|hieß es",
    "fr": "(?:a|ont) (?:déclaré|expliqué|ajouté|dit|affirmé|précisé|souligné|commenté|indiqué|conclu|rappelé|estimé|"
    "assuré|insisté|confié|poursuivi|observé|témoigné)|"
    "(?:déclare|explique|ajoute|affirme|précise|souligne|commente|indique|rappelle|estime|assure|insiste|confie|"
    "observe|témoigne)(?:nt)?|dit|disent|conclut|poursuit|"
    "s'est réjouie?|s’est réjouie?|se réjouit|selon|d'après|d’après",
    "es": "han? (?:dicho|declarado|afirmado|señalado|explicado|añadido|asegurado|indicado|comentado|destacado|"
    "subrayado|concluido|manifestado|apuntado|recordado|insistido|remarcado|resaltado)|"
    "dijo|dijeron|dice|dicen|afirmó|afirma|declaró|declara|explicó|explica|"
    "señaló|señala|añadió|añade|aseguró|asegura|apuntó|apunta|recordó|recuerda|remarcó|remarca|insistió|insiste|"
    "indicó|indica|comentó|comenta|destacó|destaca|subrayó|subraya|concluyó|concluye|manifestó|manifiesta|agregó|"
    "agrega|expresó|sostuvo|sostiene|según",
    "it": "(?:lo )?(?:ha|hanno) (?:detto|dichiarato|spiegato|aggiunto|affermato|commentato|sottolineato|concluso|"
    "ricordato|precisato|osservato|evidenziato|proseguito|continuato|raccontato|ribadito|assicurato)|"
    "(?:lo )?(?:dice|dichiara|afferma)|dicono|spiega|aggiunge|commenta|sottolinea|conclude|ricorda|precisa|osserva|"
    "evidenzia|prosegue|continua|racconta|ribadisce|assicura|disse|dichiarò|secondo|"
    "così(?= (?:il|la|lo|i|gli|le) | l['’]| (?-i:[A-ZÀ-Þ]))",
    "nl": "zei|zeiden|zegt|zeggen|aldus|verklaarden?|verklaart|vertelden?|vertelt|legde|legt|voegde|voegt|stelde|stelt|"
    "benadrukten?|benadrukt|volgens|besluit|reageert|reageerden?|waarschuwden?|waarschuwt|concludeerde|concludeert|"
    "vult|vulde",
}
_PARTICLES = {
    # The second half of a verb, and adverbs between verb and name.
    "en": "today|yesterday|earlier|also|in a statement",
    "de": "dazu|weiter|auch|heute|gestern|abschließend|hierzu|zudem|ferner|in einer Mitteilung|sich|"
    "der Deutschen Presse-Agentur|der dpa",
    "fr": "aussi|également|encore|ainsi|à ce sujet|aujourd'hui|hier|à l['’]AFP|à la presse|aux journalistes",
    "es": "también|además|hoy|ayer|al respecto|a (?:EFE|Efe|Europa Press|la prensa)",
    "it": "anche|inoltre|oggi|ieri|in merito|in una nota|in un comunicato",
    "nl": "ook|verder|vandaag|gisteren|hierover",
}
_PRONOUNS = {
    "en": "he|she|they|it|we|the [a-z]+",
    "de": "er|sie|es|man|wir|(?:der|die|das) [\\w-]+",
    "fr": "(?:-t)?-?(?:il|elle|ils|elles|on)|(?:le|la|l['’]) ?[\\w-]+",
    "es": "él|ella|ellos|ellas|(?:el|la) \\w+",
    "it": "lui|lei|loro|egli|(?:il|la|l['’]) ?\\w+",
    "nl": "hij|zij|ze|(?:de|het) \\w+",
}
_ARTICLES = {
    "en": "the|its|their|our|his|her",
    "de": "der|die|das|dem|den|unser|unsere|ihr|ihre",
    "fr": "le|la|l['’]|les|son|sa|notre",
    "es": "el|la|los|las|su|nuestro|nuestra",
    "it": "il|la|lo|l['’]|i|gli|le|suo|sua",
    "nl": "de|het|zijn|haar|onze",
}
_CLAUSES = {
    "en": "who|which|that|while|as|and|adding|noting|in|on|at|during|after|before|when|following|speaking|"
    "commenting|referring|explaining|pointing|but|with|citing|describing|today|yesterday|this|last|for|to|by|from",
    "de": "am|im|bei|nach|vor|anlässlich|heute|gestern|in|auf|und|der sich|die sich|während|zum|zur|mit|beim|"
    "anschließend|wobei|gegenüber",
    "fr": "lors|après|avant|dans|qui|pendant|hier|mardi|lundi|et|en|à|au",
    "es": "durante|tras|después|antes|que|quien|ayer|hoy|al|y|en|a",
    "it": "nel|nella|dopo|prima|che|ieri|oggi|e|a|in",
    "nl": "tijdens|na|voor|die|gisteren|vandaag|bij|naar aanleiding|in|op|en",
}
NO_NAMES = frozenset(
    [
        "Charge",
        "Office",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "The",
        "This",
        "That",
        "These",
        "In",
        "On",
        "At",
        "And",
        "But",
        "We",
        "It",
        "He",
        "She",
        "They",
        "I",
        "Our",
        "Their",
        "His",
        "Her",
        "Its",
        "Today",
        "Yesterday",
        "Montag",
        "Dienstag",
        "Mittwoch",
        "Donnerstag",
        "Freitag",
        "Samstag",
        "Sonntag",
        "Januar",
        "Februar",
        "März",
        "Mai",
        "Juni",
        "Juli",
        "Oktober",
        "Dezember",
        "Der",
        "Die",
        "Das",
        "Ein",
        "Eine",
        "Wir",
        "Er",
        "Sie",
        "Es",
        "Ich",
        "Heute",
        "Gestern",
        "Am",
        "Im",
        "Und",
        "Le",
        "La",
        "Les",
        "Il",
        "Elle",
        "Nous",
        "Ce",
        "Cette",
        "El",
        "Los",
        "Las",
        "Ella",
        "Nosotros",
        "Lo",
        "Gli",
        "Lui",
        "Lei",
        "De",
        "Het",
        "Een",
        "Zij",
        "Hij",
        "Wij",
        "Dazu",
        "As",
        "If",
        "When",
        "There",
        "You",
        "What",
        "How",
        "Press",
        "Mr",
        "Mrs",
    ]
)


@dataclass(frozen=True)
class Speech:
    """The patterns of one language."""

    verb: re.Pattern[str]
    """A verb of speech with its particles, up to the space before what follows."""
    pronoun: re.Pattern[str]
    article: re.Pattern[str]
    clause: re.Pattern[str]
    """What ends a role: the opening of another clause."""
    said_by_pronoun: re.Pattern[str]
    """Between two pieces of one quote: `, she said, `, `, sagte er. `."""
    small_nouns: bool
    """Whether nouns are written small, so that small words before a name say what somebody is."""


def _made(languages: Iterable[str], *, small_nouns: bool) -> Speech:
    every = (_VERBS, _PARTICLES, _PRONOUNS, _ARTICLES, _CLAUSES)
    verbs, particles, pronouns, articles, clauses = ("|".join(t[lang] for lang in languages) for t in every)
    verb = rf"(?:{verbs})(?: (?:{particles}))*"
    by_pronoun = rf"(?:(?:{pronouns}) {verb}|{verb}(?: |(?=-))(?:{pronouns}))(?!\w)"
    return Speech(
        verb=re.compile(rf"(?<!\w){verb}(?!\w)", re.I),
        pronoun=re.compile(rf"(?:{pronouns})(?!\w)", re.I),
        article=re.compile(rf"(?:{articles})(?: |(?<=['’]))", re.I),
        clause=re.compile(rf"(?:{clauses})(?!\w)"),
        said_by_pronoun=re.compile(rf"[,.]? ?{by_pronoun}[^.!?:]{{0,40}}[.,;:]? ", re.I),
        small_nouns=small_nouns,
    )


SPEECH = {language: _made((language,), small_nouns=language != "de") for language in _VERBS}
EVERY = _made(tuple(_VERBS), small_nouns=False)
ABBREVIATIONS = frozenset(
    [
        "dr",
        "prof",
        "mr",
        "mrs",
        "ms",
        "st",
        "inc",
        "corp",
        "ltd",
        "co",
        "no",
        "jr",
        "sr",
        "bzw",
        "usw",
        "ca",
        "e.v",
        "v.i.s.d.p",
        "art",
        "sect",
        "gov",
        "sen",
        "rep",
        "gen",
        "col",
        "capt",
        "lt",
        "dept",
        "bros",
        "mme",
        "mlle",
        "m",
        "vs",
        "approx",
        "h.c",
        "dipl",
        "mag",
        "ing",
        "ir",
        "drs",
        "nr",
        "abs",
        "str",
        "sra",
        "dott",
        "avv",
        "s.p.a",
        "s.r.l",
    ]
)
