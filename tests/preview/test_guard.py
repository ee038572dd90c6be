"""Who is refused: other hosts' names, other origins, other ports, other users; and what every answer carries."""

from __future__ import annotations

import datetime as dt
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from pressrelease.preview.app import Preview
from pressrelease.preview.desk import Desk
from pressrelease.preview.serving import NotServed, preview

ROOT = Path(__file__).parents[2]
NOW = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
PORT, KEY = 8317, "the-key"
HERE = f"http://127.0.0.1:{PORT}"
SECRET = "Two pilot services"


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    folder = tmp_path_factory.mktemp("guard") / "newsroom"
    shutil.copytree(ROOT / "sample_releases", folder)
    desk = Desk(folder, now=NOW)
    ended = iter((False, True))
    yield Preview(desk, port=PORT, key=KEY, ended=lambda: next(ended, True))
    desk.close()


def browser(app: Preview, *, key: str = KEY, **headers: str) -> TestClient:
    """Return what a browser asks with: its headers, and the cookie if it has the key."""
    cookies = {f"pressrelease-preview-{PORT}": key} if key else {}
    return TestClient(app.guarded, base_url=HERE, headers=headers, cookies=cookies, follow_redirects=False)


PAGES = ["/", "/release/pilot-merger.md", "/site/pilot-merger/", "/events", "/preview.css"]


@pytest.mark.parametrize("path", PAGES)
def test_the_writer_sees_everything(app: Preview, path: str) -> None:
    assert browser(app).get(path).status_code == 200


def test_a_draft_is_marked_as_what_nobody_else_sees(app: Preview) -> None:
    page = browser(app).get("/release/pilot-merger.md").text
    assert SECRET in page
    assert "Embargoed until 2 March 2035, 09:00 (UTC); seen by you alone" in page


def test_the_page_of_a_draft_that_stands_alone_is_marked_and_what_a_build_makes_of_it_within_the_preview(
    app: Preview,
) -> None:
    mark = "Embargoed until 2 March 2035, 09:00 (UTC); seen by you alone"
    alone = browser(app, **{"sec-fetch-dest": "document"}).get("/site/pilot-merger/")
    framed = browser(app, **{"sec-fetch-dest": "iframe"}).get("/site/pilot-merger/")
    assert mark in alone.text
    assert framed.content == app.desk.live.body("pilot-merger/index.html")
    assert "seen by you alone" not in browser(app).get("/site/crane-count/").text


def test_an_earlier_version_is_shown_as_its_readers_find_it(app: Preview) -> None:
    page = browser(app).get("/release/crane-count@1.md").text
    assert '<iframe src="/site/crane-count/v1/"' in page
    assert "nine electric cranes" in browser(app).get("/site/crane-count/v1/").text
    withdrawn = browser(app).get("/release/lighthouse-sale@1.md").text
    assert "<iframe" not in withdrawn
    assert "Nobody is shown this version" in withdrawn


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        f"evil.example:{PORT}",
        f"127.0.0.1.evil.example:{PORT}",
        f"localhost@evil.example:{PORT}",
        f"0.0.0.0:{PORT}",
        "127.0.0.1",
        "127.0.0.1:80",
        "",
    ],
)
def test_a_name_that_is_not_the_loopback_with_our_port_is_refused(app: Preview, host: str, path: str) -> None:
    answer = browser(app, host=host).get(path)
    assert (answer.status_code, SECRET in answer.text) == (421, False)


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST", "127.0.0.1", "[::1]"])
def test_every_name_of_the_loopback_is_ours(app: Preview, host: str) -> None:
    assert browser(app, host=f"{host}:{PORT}").get("/").status_code == 200


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": f"http://localhost:{PORT + 1}"},
        {"origin": f"https://127.0.0.1:{PORT}"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_page_of_another_origin_gets_nothing_even_with_the_cookie(
    app: Preview, headers: dict[str, str], path: str
) -> None:
    answer = browser(app, **headers).get(path)
    assert (answer.status_code, SECRET in answer.text) == (403, False)
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
@pytest.mark.parametrize("headers", [{}, {"origin": "https://evil.example"}, {"origin": "null"}])
def test_no_method_that_changes_is_open_to_others(app: Preview, method: str, headers: dict[str, str]) -> None:
    assert browser(app, **headers).request(method, "/key", content="key=the-key").status_code in (403, 405)


def test_a_websocket_is_never_opened(app: Preview) -> None:
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {"type": "websocket", "path": "/events", "headers": [(b"host", f"127.0.0.1:{PORT}".encode())]}
    client = TestClient(app.guarded)
    with client:
        assert client.portal is not None
        client.portal.call(app.guarded, scope, None, send)
    assert sent == [{"type": "websocket.close", "code": 1008}]


@pytest.mark.parametrize("key", ["", "another", "the-ke", "the-key2", '"the-key'])
@pytest.mark.parametrize(
    "path", ["/release/pilot-merger.md", "/site/pilot-merger/", "/events", "/site/feed.xml"]
)
def test_without_the_key_nothing_of_the_newsroom_is_told(app: Preview, path: str, key: str) -> None:
    answer = browser(app, key="", cookie=f"pressrelease-preview-{PORT}={key}").get(path)
    assert answer.status_code == 401
    assert not any(words in answer.text for words in (SECRET, "Kestrel", "pilot"))


def test_the_key_of_another_preview_opens_nothing(app: Preview) -> None:
    cookie = f"pressrelease-preview-{PORT + 1}={KEY}"
    assert browser(app, key="", cookie=cookie).get("/release/pilot-merger.md").status_code == 401


def test_the_first_page_asks_for_the_key(app: Preview) -> None:
    answer = browser(app, key="").get("/")
    assert answer.status_code == 200
    assert "Kestrel" not in answer.text
    assert 'type="password"' in answer.text


def test_the_printed_address_gives_the_key_and_leaves_it_out_of_the_address(app: Preview) -> None:
    answer = browser(app, key="").get(f"/?key={KEY}")
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"]
    assert cookie == f"pressrelease-preview-{PORT}={KEY}; HttpOnly; Path=/; SameSite=strict"


def test_the_form_gives_the_key_to_our_own_page_only(app: Preview) -> None:
    form = {"key": f" {KEY} "}
    assert browser(app, key="", origin=HERE).post("/key", data=form).status_code == 303
    assert browser(app, key="", origin=HERE).post("/key", data={"key": "wrong"}).status_code == 401
    assert browser(app, key="", origin=HERE).post("/key", data={"key": "x" * 5000}).status_code == 413
    assert browser(app, key="", origin="https://evil.example").post("/key", data=form).status_code == 403


@pytest.mark.parametrize("path", [*PAGES, "/nothing", "/site/nothing", "/release/../newsroom.toml"])
def test_every_answer_forbids_to_keep_frame_embed_or_guess(app: Preview, path: str) -> None:
    headers = browser(app).get(path).headers
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    policy = headers["content-security-policy"]
    assert ("frame-ancestors 'self'" if path.startswith("/site/") else "frame-ancestors 'none'") in policy
    assert "unsafe-inline" not in policy.replace("style-src 'self' 'unsafe-inline'", "")
    assert "unsafe-eval" not in policy


@pytest.mark.parametrize(
    "path",
    ["/release/newsroom.toml", "/release/..%2f..%2fetc%2fpasswd", "/site/..%2fnewsroom.toml", "/site/%00"],
)
def test_files_outside_the_site_and_the_releases_are_not_given(app: Preview, path: str) -> None:
    assert browser(app).get(path).status_code == 404


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "example.org", ""])
def test_an_address_that_others_reach_is_not_served(host: str) -> None:
    with pytest.raises(NotServed) as caught:
        preview(ROOT / "sample_releases", host=host)
    assert caught.value.expected == "127.0.0.1, localhost or ::1"


def test_a_port_that_is_taken_is_told() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(NotServed) as caught:
            preview(ROOT / "sample_releases", port=port)
    assert caught.value.problem.startswith(f"cannot be served at port {port}")
    assert "--port" in caught.value.advice
