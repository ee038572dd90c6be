"""`validate`: faults by the official schemas, with line, field and advice."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from outside import ending

import pressrelease as pr
from pressrelease.findings import Finding, Where

RELEASE = pr.Release(
    id="tag:example.org,2026:harbour",
    headline="Harbour opens",
    story="It opens on Friday.",
    urgency=3,
    embargo=pr.Embargo(until="2027-01-01T09:00Z"),
)
WIRES = [("newsml-g2", None), ("newsml-g2", {"body": "nitf"}), ("nitf", None)]


def written(format: str, options: object = None) -> bytes:
    body = pr.render(RELEASE, format, options=options)
    return body if isinstance(body, bytes) else body.encode()


def line_of(data: bytes, text: bytes) -> int:
    return data[: data.index(text)].count(b"\n") + 1


def told(
    data: bytes | str, schemas: Path, format: str | None = None
) -> list[tuple[int | None, str, str, str]]:
    """Return line, field, message and advice of each fault."""
    found = pr.validate(data, format, schemas=schemas)
    return [(f.where.line, f.where.field, f.message, f.fix) for f in found if f.severity == "error"]


@pytest.mark.parametrize(("format", "options"), WIRES)
def test_what_is_written_here_is_valid(format: str, options: object, schemas: Path) -> None:
    assert pr.validate(written(format, options), schemas=schemas) == []


# --- XML -----------------------------------------------------------------------------------------------------------


def test_a_value_that_cannot_be_is_told_once_with_line_and_field(schemas: Path) -> None:
    data = written("newsml-g2").replace(b"<urgency>3<", b"<urgency>12<")
    assert told(data, schemas) == [
        (
            line_of(data, b"<urgency>"),
            "urgency",
            "urgency: The value '12' is greater than the maximum value allowed ('9').",
            "",
        )
    ]


def test_a_moment_that_is_none_is_told_as_the_releases(schemas: Path) -> None:
    data = written("newsml-g2").replace(b"2027-01-01T", b"2027-13-01T")
    ((line, field, message, fix),) = told(data, schemas)
    assert (line, field, fix) == (
        line_of(data, b"2027-13"),
        "embargo.until",
        "a moment such as 2026-03-02T09:00:00+01:00",
    )
    assert message.startswith("embargoed: '2027-13-01T09:00:00+00:00' is not a valid value")


def test_an_attribute_that_is_missing_and_one_that_is_not_known(schemas: Path) -> None:
    data = written("newsml-g2").replace(b" guid=", b" gid=")
    assert [(field, message, fix) for _, field, message, fix in told(data, schemas)] == [
        ("", "newsItem/@gid: The attribute 'gid' is not allowed.", ""),
        (
            "id",
            "newsItem: The attribute 'guid' is required but missing.",
            "it has to be given (`id` of the release)",
        ),
    ]


def test_an_element_out_of_place_is_told_with_what_belongs_there(schemas: Path) -> None:
    data = written("nitf").replace(b"hl1>", b"hl9>")
    ((line, field, message, fix),) = told(data, schemas)
    assert (line, field) == (line_of(data, b"<hl9>"), "headline")
    assert (message, fix) == ("hl9: This element is not expected.", "expected here: hl1")


def test_nitf_within_g2_is_checked_by_its_own_schema(schemas: Path) -> None:
    data = written("newsml-g2", {"body": "nitf"}).replace(b"hl1>", b"hl9>")
    assert [(field, message) for _, field, message, _ in told(data, schemas)] == [
        ("headline", "hl9: This element is not expected.")
    ]


def test_nitf_without_namespace_is_checked_and_told(schemas: Path) -> None:
    data = written("nitf").replace(b' xmlns="http://iptc.org/std/NITF/2006-10-18/"', b"")
    (finding,) = pr.validate(data, schemas=schemas)
    assert (finding.code, finding.severity, finding.where.line) == (
        "nitf-without-namespace",
        "warning",
        line_of(data, b"<nitf"),
    )


def test_another_version_of_g2_is_told(schemas: Path) -> None:
    data = written("newsml-g2").replace(b'standardversion="2.35"', b'standardversion="2.29"')
    assert pr.validate(data, schemas=schemas) == [
        Finding("schema-version", "info", "the document says NewsML-G2 2.29; it was checked by 2.35")
    ]


NEWSML_1 = """<NewsML Version="1.2"><NewsEnvelope><DateAndTime>20260101T000000Z</DateAndTime></NewsEnvelope>
<NewsItem><Identification><NewsIdentifier><ProviderId>example.org</ProviderId><DateId>20260101</DateId>
<NewsItemId>harbour</NewsItemId><RevisionId PreviousRevision="0" Update="N">1</RevisionId>
<PublicIdentifier>urn:newsml:example.org:20260101:harbour:1N</PublicIdentifier></NewsIdentifier></Identification>
<NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20260101T000000Z</FirstCreated>
<ThisRevisionCreated>20260101T000000Z</ThisRevisionCreated><Status FormalName="Usable"/></NewsManagement>
<NewsComponent><ContentItem><DataContent><p xmlns="http://www.w3.org/1999/xhtml">Words.</p></DataContent></ContentItem>
</NewsComponent></NewsItem></NewsML>"""


def test_newsml_1_is_checked_by_its_dtd_without_what_it_carries(schemas: Path) -> None:
    assert pr.validate(NEWSML_1, schemas=schemas) == []


def test_newsml_1_in_a_namespace_is_checked_and_told(schemas: Path) -> None:
    data = NEWSML_1.replace("<NewsML ", '<NewsML xmlns="http://iptc.org/std/NewsML/2003-10-10/" ')
    assert [f.code for f in pr.validate(data, schemas=schemas)] == ["newsml-with-namespace"]


def test_what_a_dtd_wants_is_told_in_few_words(schemas: Path) -> None:
    data = NEWSML_1.replace('<RevisionId PreviousRevision="0" Update="N">1</RevisionId>', "")
    assert told(data, schemas) == [
        (
            2,
            "id",
            "NewsIdentifier: holds ProviderId DateId NewsItemId PublicIdentifier",
            "expected in it: (ProviderId, DateId, NewsItemId, RevisionId, PublicIdentifier)",
        )
    ]


def test_what_is_no_xml_is_an_error_with_its_place(schemas: Path) -> None:
    with pytest.raises(pr.PressReleaseError) as error:
        pr.validate("<nitf>\n<head>\n</nitf>", file="bad.xml", schemas=schemas)
    assert (error.value.where.file, error.value.where.line) == ("bad.xml", 3)


def test_faults_are_told_up_to_a_thousand(schemas: Path) -> None:
    data = written("nitf").replace(b"<body.content>", b"<body.content>" + b'<p zz="1"/>' * 1200)
    found = told(data, schemas)
    assert len(found) == 1001
    assert found[-1][2].endswith(" faults more than are told here")


def test_a_document_too_wide_to_check_is_refused(schemas: Path) -> None:
    with ending(), pytest.raises(pr.PressReleaseError, match="too many elements to check"):
        pr.validate(f"<NewsML>{'<Foo/>' * 200_000}</NewsML>", schemas=schemas)


@pytest.mark.parametrize("format", ["ninjs-1.6", "ninjs-2.2", "ninjs-3.1"])
def test_deep_documents_are_checked_to_their_depths(format: str, schemas: Path) -> None:
    data: dict[str, object] = {"uri": "x:y", "nosuch": 1}
    for _ in range(90):
        inner = {**data, "name": "n"}
        data = {"uri": "x:y", "associations": {"a": data} if format == "ninjs-1.6" else [inner]}
    assert [message for _, _, message, _ in told(json.dumps(data), schemas, format)][:1] != []


# --- JSON ----------------------------------------------------------------------------------------------------------


def ninjs(**values: object) -> str:
    return json.dumps({"uri": "https://example.org/1", **values}, indent=1)


@pytest.mark.parametrize(
    ("values", "version"),
    [
        ({"headline": "One"}, "1.6"),
        ({"headlines": [{"value": "One"}]}, "2.2"),
        ({"embargoedUntil": "2027-01-01T09:00:00Z"}, "3.1"),
        ({"renditions": [{"name": "small", "contentType": "image/png"}]}, "3.1"),
        ({"standard": {"name": "ninjs", "version": "2.1"}}, "2.1"),
        ({"standard": {"name": "ninjs", "version": "3.0"}}, "3.0"),
        ({"$standard": {"name": "ninjs", "version": "1.4"}}, "1.4"),
    ],
)
def test_ninjs_is_checked_by_the_version_it_says_or_looks_like(
    values: dict[str, object], version: str, schemas: Path
) -> None:
    assert pr.validate(ninjs(**values), "ninjs", schemas=schemas) == []
    ((_, _, message, _),) = told(ninjs(**values, nosuch=1), schemas, "ninjs")
    assert message == "nosuch: no such property"
    assert told(ninjs(**values), schemas, f"ninjs-{version}") == []


def test_a_version_without_schema_is_checked_by_the_newest_of_its_branch(schemas: Path) -> None:
    (finding,) = pr.validate(ninjs(standard={"name": "ninjs", "version": "3.9"}), "ninjs", schemas=schemas)
    assert (finding.code, finding.message) == (
        "schema-version",
        "the document says ninjs 3.9; it was checked by 3.1",
    )


def test_faults_of_ninjs_have_line_field_and_advice(schemas: Path) -> None:
    data = '{"headline": "One",\n "pubstatus": "ready",\n "versioncreatd": "2026-01-01T00:00:00Z",\n "version": 4}'
    assert told(data, schemas, "ninjs") == [
        (1, "", "uri is missing", "give the release its `id`"),
        (2, "status", 'pubstatus: "ready" is not one of the known words', "usable, withheld, canceled"),
        (3, "", "versioncreatd: no such property", 'did you mean "versioncreated"?'),
        (4, "version", "version: 4 is no string", ""),
    ]


def test_a_moment_in_another_form_is_a_warning(schemas: Path) -> None:
    """The drafts leave it to each whether `format` is checked, and IPTC's own suite lets such moments pass."""
    (finding,) = pr.validate(ninjs(embargoed="tomorrow"), "ninjs", schemas=schemas)
    assert (finding.severity, finding.where.field) == ("warning", "embargo.until")


def test_a_place_may_have_its_shape_as_geojson(schemas: Path) -> None:
    point = {"type": "Point", "coordinates": [4.3, 52.1]}
    good = ninjs(headlines=[{"value": "x"}], places=[{"name": "Bay", "geojson": point}])
    assert told(good, schemas, "ninjs-2.2") == []
    assert told(good.replace('"Point"', '"Dot"'), schemas, "ninjs-2.2") != []


def test_each_item_of_a_stream_is_checked(schemas: Path) -> None:
    stream = '{"uri": "https://example.org/1"}\n{"uri": "https://example.org/2", "urgency": "high"}\n'
    (finding,) = pr.validate(stream, "ninjs", schemas=schemas, file="many.jsonl")
    assert finding.where == Where("many.jsonl", 2, field="urgency", item=2)


def test_a_feed_is_checked_by_the_schema_of_json_feed(schemas: Path) -> None:
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "News", "items": []}
    assert pr.validate(json.dumps(feed), schemas=schemas) == []
    feed["items"] = [{"id": 4, "content_text": "x"}]
    assert told(json.dumps(feed), schemas) == [(1, "id", "items.0.id: 4 is no string", "")]


def test_a_missing_library_is_told_with_the_line_that_installs_it(schemas: Path) -> None:
    program = (
        "import sys; sys.modules['jsonschema'] = None\n"
        "import pressrelease as pr\n"
        f"try: pr.validate('{{\"uri\": \"x:y\"}}', 'ninjs', schemas={str(schemas)!r})\n"
        "except pr.PressReleaseError as error: print(error)"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert (
        run.stdout == "checking ninjs needs a JSON Schema library\n  pip install 'pressrelease[validate]'\n"
    )


# --- no schema -----------------------------------------------------------------------------------------------------


def test_a_format_without_schema_is_read_and_its_problems_are_faults() -> None:
    found = pr.validate('{"headline": "One", "version": 0}', "json", file="one.json")
    assert [(f.code, f.severity, f.where.line, f.where.field) for f in found] == [
        ("no-schema", "info", None, ""),
        ("unreadable", "error", 1, "version"),
    ]


def test_a_format_with_rules_of_its_own_is_checked_by_them() -> None:
    fmt = pr.Format(
        name="loud",
        title="Loud",
        group="text",
        media_type="text/x-loud",
        suffixes=(".loud",),
        check=lambda source: [Finding("quiet", "error", "too quiet")] if source.data.islower() else [],
    )
    found = pr.validate("psst", "loud", registry=pr.Registry(fmt), file="a.loud")
    assert [str(f) for f in found] == [
        "a.loud: info: Loud has no schema; it was checked by the rules of the format [no-schema]",
        "a.loud: error: too quiet [quiet]",
    ]


def test_a_schema_that_is_missing_is_told_with_what_gets_it(tmp_path: Path) -> None:
    with pytest.raises(pr.PressReleaseError) as error:
        pr.validate(written("nitf"), schemas=tmp_path)
    assert error.value.problem == "the official schemas of this format are not here"
    assert "pressrelease schema fetch" in error.value.advice


def test_the_folder_is_named_by_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, schemas: Path
) -> None:
    monkeypatch.setenv("PRESSRELEASE_SCHEMAS", str(schemas))
    assert pr.validate(written("nitf")) == []
    monkeypatch.delenv("PRESSRELEASE_SCHEMAS")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    (tmp_path / "pressrelease").mkdir()
    (tmp_path / "pressrelease/schemas").symlink_to(schemas)
    assert pr.validate(written("nitf")) == []
