"""The language of a text: by its commonest words, by its labels where there are few."""

import pytest

from pressrelease.anatomy.language import guessed


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Sperrfrist: 26.11.2026, 10:00 Uhr\n\nAcme kauft Roadrunner", "de"),
        ("FOR IMMEDIATE RELEASE\n\nACME BUYS ROADRUNNER", "en"),
        ("Acme compra Roadrunner\n\nContacto de prensa: Ada", "es"),
        ("Acme Roadrunner 2026", "und"),
    ],
)
def test_a_label_tells_the_language_of_a_text_with_few_words(text: str, language: str) -> None:
    assert guessed(text) == language


def test_the_words_of_a_long_text_outvote_the_labels_of_a_template() -> None:
    body = "Die Firma hat das Werk in der Stadt mit dem Hafen gekauft, und die Stadt ist nicht froh. " * 3
    assert guessed(f"PRESS RELEASE\n\n{body}\n\nPress contact: Ada Byron") == "de"
