"""Codes that a file's ending may name a language by: `merger.de.md` is German, `press.kit.md` is no language.

Two letters: ISO 639-1, all of it. Three: languages of ISO 639-3 in which institutions publish and that have no shorter
code. Any other language is named by a release's own field.
"""

from __future__ import annotations

_TWO = """
aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es
et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj
kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv
ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti
tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
_THREE = """
ast ceb ckb cmn crh csb dsb fil frp frr fur gsw haw hmn hsb kab kmr krl lij lld lmo lmn mai nap nds nso olo pap pms rhg
rue rup sah sat scn sco sgs shi sma smj smn sms srn syr szl tet tpi tzm udm vec vls wuu yue zgh
"""
LANGUAGES = frozenset((*_TWO.split(), *_THREE.split()))


def is_language(tag: str) -> bool:
    """Return whether the primary subtag of `tag` (BCP 47, in any case) is one of these codes.

    >>> is_language("de-AT"), is_language("kit")
    (True, False)
    """
    return tag.partition("-")[0].lower() in LANGUAGES


_NAMES = {
    name: code
    for code, names in {
        "de": "german deutsch allemand alemán tedesco duits ger deu",
        "en": "english englisch anglais inglés inglese engels eng",
        "fr": "french französisch français francés francese frans fre fra",
        "es": "spanish spanisch espagnol español spagnolo spaans spa",
        "it": "italian italienisch italien italiano italiaans ita",
        "nl": "dutch niederländisch néerlandais neerlandés olandese nederlands dut nld",
        "pl": "polish polnisch polski pol",
        "pt": "portuguese portugiesisch português por",
        "da": "danish dänisch dansk dan",
        "sv": "swedish schwedisch svenska swe",
        "cs": "czech tschechisch čeština cze ces",
        "uk": "ukrainian ukrainisch ukr",
    }.items()
    for name in names.split()
}


def language_named(name: str) -> str:
    """Return the code of the language that `name` is a word or a longer code for; an empty string for any other.

    >>> language_named("Deutsch"), language_named("eng"), language_named("de")
    ('de', 'en', '')
    """
    return _NAMES.get(name.lower(), "")
