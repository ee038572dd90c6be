"""The language of a text by its commonest words, or by its script."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_WORDS = {
    "en": "the of and to in is for that with was on by are at as from this has will be its said have an "
    "it were which",
    "de": "der die und den das von zu mit ist für auf des dem im eine ein sich nicht auch bei wird "
    "werden sind am wurde nach einer zur zum",
    "fr": "le la les des et est une du dans pour qui que sur au avec par plus ce sont aux été cette ont nous "
    "de en un a à d l s qu n c chez dont leur ses ne pas",
    "es": "de un el la los las y que en del para con por una se es al su como más lo ha sus este esta fue",
    "it": "l il di che la e per un una del della in con è dei le nel alla da sono si non gli delle anche "
    "al più ha",
    "nl": "de het een van en in is dat op te met voor zijn die aan er niet ook bij door wordt om naar "
    "heeft worden als",
}
_BY_WORD: dict[str, tuple[str, ...]] = {}
for _language, _listed in _WORDS.items():
    for _word in _listed.split():
        _BY_WORD[_word] = (*_BY_WORD.get(_word, ()), _language)
_COMMONEST = {language: frozenset(listed.split()) for language, listed in _WORDS.items()}
_SURE = 5
"""Different common words of a language that no text of another has by chance."""
_LABELS = {
    "en": r"for immediate release|(?:press|media|news) (?:contact|release)|embargoed until",
    "de": r"presse(?:kontakt|mitteilung|information|aussendung|stelle)|medienmitteilung|sperrfrist|\d uhr\b|"
    r"rückfragen|ansprechpartner",
    "fr": r"communiqué de presse|contacts? presse|sous embargo|à propos d",
    "es": r"nota de prensa|contacto de prensa|para publicación inmediata|acerca de",
    "it": r"comunicato stampa|contatti? stampa|ufficio stampa|sotto embargo",
    "nl": r"persbericht|perscontact|onder embargo|noot voor de redactie",
}
"""What a release of each language is framed by; a label tells as much as several of the commonest words."""
_LABELLED = {language: re.compile(rf"\b(?:{words})", re.I) for language, words in _LABELS.items()}
_LABEL_WEIGHT = 3
_MOST_LABELS = 2
"""Labels of one language that count: a long text in another outvotes those of a template."""
_SCRIPTS = (
    ("ar", "\u0600-\u06ff"),
    ("he", "\u0590-\u05ff"),
    ("ru", "\u0400-\u04ff"),
    ("el", "\u0370-\u03ff"),
    ("ja", "\u3040-\u30ff"),
    ("ko", "\uac00-\ud7af"),
    ("zh", "\u4e00-\u9fff"),
    ("hi", "\u0900-\u097f"),
    ("th", "\u0e00-\u0e7f"),
)
_WORD = re.compile(r"[^\W\d_]+")


def likeliest(words: Iterable[str], expected: str) -> str:
    """Return the language (a primary tag) of a passage of `words` in lower case: `expected`, unless surely another."""
    if expected not in _COMMONEST:
        return expected
    different = frozenset(words)
    counts = {language: len(different & common) for language, common in _COMMONEST.items()}
    likely = max(counts, key=lambda language: counts[language])
    return likely if counts[likely] >= max(_SURE, 2 * counts[expected] + 1) else expected


def guessed(text: str) -> str:
    """Return the likely language of `text` as a BCP 47 primary tag, or `und`."""
    sample = text[:20_000]
    letters = sum(c.isalpha() for c in sample)
    if not letters:
        return "und"
    for tag, letters_of in _SCRIPTS:
        if len(re.findall(f"[{letters_of}]", sample)) > letters * 0.3:
            return tag
    score: Counter[str] = Counter()
    for word in _WORD.findall(sample.lower()):
        for language in _BY_WORD.get(word, ()):
            score[language] += 1
    for language, labels in _LABELLED.items():
        score[language] += _LABEL_WEIGHT * min(len(labels.findall(sample)), _MOST_LABELS)
    ranked = score.most_common(2)
    if not ranked or not ranked[0][1] or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return "und"
    return ranked[0][0]
