"""XML of others: what had to be repaired is repaired in the charset that the document is in."""

from __future__ import annotations

import pytest

from pressrelease import Source
from pressrelease.formats.trees import tree
from pressrelease.markup.xml import InvalidXml


@pytest.mark.parametrize("charset", ["windows-1251", "iso-8859-5", "koi8-r", "utf-8", "utf-16"])
@pytest.mark.parametrize(("written", "read"), [("&nbsp;", "\u00a0"), (" & ", " & "), ("&#11;", "")])
def test_a_repair_keeps_to_the_declared_charset(charset: str, written: str, read: str) -> None:
    document = f'<?xml version="1.0" encoding="{charset}"?><a>Порт{written}открыт</a>'.encode(charset)
    root, findings = tree(Source(document))
    assert (root.text, [f.code for f in findings]) == (f"Порт{read}открыт", ["xml-repaired"])


@pytest.mark.parametrize("declared", ["", ' encoding="utf-8"'])
def test_bytes_that_belie_their_charset_are_guessed(declared: str) -> None:
    root, findings = tree(Source(f'<?xml version="1.0"{declared}?><a>Häfen</a>'.encode("latin-1")))
    assert (root.text, [f.code for f in findings]) == ("Häfen", ["charset"])


@pytest.mark.parametrize("declared", ["gbk", "shift_jis", "koi8-r", "utf-16"])
def test_a_text_is_decoded_already_whatever_it_declares(declared: str) -> None:
    root, findings = tree(Source(f'<?xml version="1.0" encoding="{declared}"?><a>港口开放今天早上</a>'))
    assert (root.text, findings) == ("港口开放今天早上", ())


def test_what_no_repair_helps_is_refused_where_it_broke() -> None:
    with pytest.raises(InvalidXml, match="line 2"):
        tree(Source(b"<a>\n<b></a>"))
