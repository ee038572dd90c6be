"""XML of others: read where it is well-formed, harmless whatever it declares, refused with line and column."""

from __future__ import annotations

from pathlib import Path

import pytest

from pressrelease.errors import PressReleaseError
from pressrelease.markup.xml import MAX_BYTES, InvalidXml, encoding_named, xml_tree


def refused(data: bytes) -> str:
    with pytest.raises(InvalidXml) as error:
        xml_tree(data)
    assert isinstance(error.value, PressReleaseError)
    return str(error.value)


# --- what cannot happen -------------------------------------------------------------------------------------


def test_entities_of_a_documents_own_do_not_exist() -> None:
    """Billion laughs are one unknown entity."""
    laughs = b'<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>\n<l>&b;</l>'
    assert refused(laughs) == "line 2, column 7: not well-formed XML: Entity 'b' not defined"
    assert refused(laughs.replace(b"<l>&b;", b'<l x="&b;">')).endswith("Entity 'b' not defined")


def test_no_file_and_no_address_is_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("hidden")
    data = f'<!DOCTYPE l SYSTEM "{secret.as_uri()}" [<!ENTITY x SYSTEM "{secret.as_uri()}">]><l>&x;</l>'
    assert refused(data.encode()).endswith("Entity 'x' not defined")
    included = (
        f'<l xmlns:i="http://www.w3.org/2001/XInclude"><i:include href="{secret.as_uri()}" parse="text"/></l>'
    )
    assert "hidden" not in "".join(xml_tree(included.encode()).itertext())


def test_a_document_type_is_read_over_whatever_stands_in_it() -> None:
    odd = b"""<?xml version="1.0"?>\n<!-- <!DOCTYPE a> -->\n<!DOCTYPE nitf PUBLIC ">" ']' [
      <!-- ]> ' --> <!ENTITY a "]>"> <?p ]> ?> <!ATTLIST a b CDATA #IMPLIED> ]>\n<nitf>x</nitf>"""
    tree = xml_tree(odd)
    assert (tree.tag, tree.text, tree.sourceline) == ("nitf", "x", 5)


# --- encodings ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [
        "<a>ä</a>".encode(),
        b"\xef\xbb\xbf<a>\xc3\xa4</a>",
        b'<?xml version="1.0" encoding="iso-8859-1"?><a>\xe4</a>',
        "<?xml version='1.0' encoding='utf-16'?><a>ä</a>".encode("utf-16"),
        "<a>ä</a>".encode("utf-16-be").join((b"\xfe\xff", b"")),
        "<?xml version='1.0' encoding='UTF-16'?><a>ä</a>".encode(),
        '<?xml version="1.0" encoding="us-ascii"?><a>ä</a>'.encode(),
        '<?xml version="1.0" encoding="no-such-thing"?><a>ä</a>'.encode(),
        '\n <?xml version="1.0"?><a>ä</a>'.encode(),
    ],
)
def test_an_encoding_is_found_also_where_the_declaration_is_wrong(data: bytes) -> None:
    assert xml_tree(data).text == "ä"


def test_bytes_that_are_in_no_encoding_named_are_an_error_with_their_place() -> None:
    assert refused(b"<a>\n <b>\xff</b></a>") == (
        'line 2, column 5: bytes that are not UTF-8: found "ff"\n'
        "  declare the encoding it is in, or save it as UTF-8"
    )


@pytest.mark.parametrize("name", ["punycode", "unicode_escape", "zlib", "utf-7", "idna", "rot13", "../x", ""])
def test_pythons_odd_encodings_are_none(name: str) -> None:
    assert encoding_named(name) == "utf-8"


# --- faults -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty: expected an XML document"),
        (b" \n<!DOCTYPE a>", "empty: expected an XML document"),
        (b"words", "line 1, column 1: not well-formed XML: Start tag expected, '<' not found"),
        (
            b"<a>\n<b></a>",
            "line 2, column 8: not well-formed XML: Opening and ending tag mismatch: b line 2 and a",
        ),
        (b"<a>\x01</a>", "line 1, column 4: not well-formed XML: PCDATA invalid Char value 1"),
        (b"<a/><b/>", "line 1, column 5: not well-formed XML: Extra content at the end of the document"),
        (b"<a>&nbsp;</a>", "line 1, column 10: not well-formed XML: Entity 'nbsp' not defined"),
    ],
)
def test_a_fault_is_told_with_its_place(data: bytes, message: str) -> None:
    assert refused(data) == message


def test_depth_and_size_are_bounded_and_text_is_not() -> None:
    assert "nested deeper than 256 levels" in refused(b"<a>" * 300 + b"</a>" * 300)
    long = b"x" * 12_000_000
    assert "nested too deeply" in refused(b"<a>" * 300 + long + b"</a>" * 300)
    assert refused(b" " * (MAX_BYTES + 1)) == "too large: found 64,000,001 bytes, expected at most 64,000,000"
    assert len(xml_tree(b"<a>" + long + b"</a>").text or "") == len(long)


def test_names_of_html_become_characters_only_where_asked_for() -> None:
    data = b"<a b='&eacute;'>&nbsp;&lt;&amp;<![CDATA[&nbsp;]]><!-- &nbsp; --></a>"
    tree = xml_tree(data, named=True)
    assert (tree.get("b"), tree.text) == ("é", "\u00a0<&&nbsp;")
    with pytest.raises(InvalidXml):
        xml_tree(b"<a>&nosuchname;</a>", named=True)
