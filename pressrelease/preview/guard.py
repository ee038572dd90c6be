"""Who may ask for what: one writer's browser on this machine, and no page but the preview's own.

Drafts are shown, so each request is refused unless all of this holds: its Host is a loopback name with our port (a name
that an attacker's DNS points here, "rebinding", is none); neither Origin nor Sec-Fetch-Site tells of another site, nor
of another port of this machine; the method is one we know; and the cookie holds the key that only the terminal showed,
which keeps out other users of the machine. Answers carry no CORS header; nobody else may frame or embed them.
"""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, MutableMapping
from http.cookies import CookieError, SimpleCookie
from typing import Any, TypeAlias

Scope: TypeAlias = MutableMapping[str, Any]
Message: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Message]]
Send: TypeAlias = Callable[[Message], Awaitable[None]]
App: TypeAlias = Callable[[Scope, Receive, Send], Awaitable[None]]

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
_OF_THE_PREVIEW = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_OF_THE_SITE = (
    # A house's templates may bring styles of their own; nothing is asked of another host.
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)
_HEADERS = {
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    # Not "no-referrer": under that a browser calls the origin of our own form "null".
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-robots-tag": "noindex",
}
SITE = "/site/"
"""Below it lies the site as it would be built."""


def cookie_name(port: int) -> str:
    """Return the name of the cookie that holds the key: cookies know no ports, so two previews would share one."""
    return f"pressrelease-preview-{port}"


class Guard:
    """Let through to `app` only what the writer's own browser asks, with the key; `login` answers who has none."""

    def __init__(self, app: App, login: App, *, port: int, key: str) -> None:
        self._app = app
        self._login = login
        self._key = key
        self._cookie = cookie_name(port)
        self._hosts = frozenset(
            name for host in LOOPBACK for name in (f"{host}:{port}", *([host] if port == 80 else []))
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        guarded = self._guarded(scope["path"], send)
        refusal = self._refusal(scope)
        if refusal is not None:
            await _refuse(guarded, *refusal)
        elif self._has_key(scope):
            await self._app(scope, receive, guarded)
        else:
            await self._login(scope, receive, guarded)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        """Return status and reason where nobody may ask so, with or without the key."""
        hosts = _values(scope, b"host")
        if len(hosts) != 1 or hosts[0].lower() not in self._hosts:
            return 421, "The preview answers only at its own address: 127.0.0.1 with its port."
        origins = _values(scope, b"origin")
        if any(origin.lower() != f"http://{hosts[0].lower()}" for origin in origins):
            return 403, "The preview answers no page of another origin."
        sites = _values(scope, b"sec-fetch-site")
        if any(site not in ("same-origin", "none") for site in sites):
            return (
                403,
                "The preview is not reached from another site: type its address, or open it from the terminal.",
            )
        if scope["method"] not in ("GET", "HEAD", "POST"):
            return 405, "The preview knows no such method."
        if scope["method"] == "POST" and not origins and not sites:
            return 403, "A change must say which page it comes from (Origin or Sec-Fetch-Site)."
        return None

    def _has_key(self, scope: Scope) -> bool:
        """Return whether the request's cookie holds the key; what is no cookie holds none."""
        for value in _values(scope, b"cookie"):
            try:
                found = SimpleCookie(value).get(self._cookie)
            except CookieError:
                continue
            if found is not None and same(found.value, self._key):
                return True
        return False

    def _guarded(self, path: str, send: Send) -> Send:
        """Return `send` with the headers that every answer carries."""
        policy = _OF_THE_SITE if path.startswith(SITE) else _OF_THE_PREVIEW
        own = {**_HEADERS, "content-security-policy": policy}

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                kept = [
                    (n, v) for n, v in message.get("headers", ()) if n.decode("latin-1").lower() not in own
                ]
                message["headers"] = [*kept, *((n.encode(), v.encode()) for n, v in own.items())]
            await send(message)

        return guarded


def same(given: str, key: str) -> bool:
    """Return whether `given` is the key, in a time that does not tell how much of it is right."""
    return secrets.compare_digest(given.encode("utf-8", "replace"), key.encode())


def _values(scope: Scope, name: bytes) -> list[str]:
    return [value.decode("latin-1").strip() for key, value in scope["headers"] if key.lower() == name]


async def _refuse(send: Send, status: int, reason: str) -> None:
    body = f"{reason}\n".encode()
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
