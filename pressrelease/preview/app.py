"""The preview as an ASGI application: what is at which address, and the stream that tells of changes."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from functools import partial
from typing import Any, TypeVar
from urllib.parse import parse_qs

import anyio
import anyio.to_thread
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from pressrelease.errors import PressReleaseError, Problem, shown
from pressrelease.preview.desk import Desk
from pressrelease.preview.guard import Guard, cookie_name, same
from pressrelease.site.live import NothingThere

T = TypeVar("T")
HEARTBEAT = 15.0
"""Seconds after which a silent stream says that it lives, so that neither side waits for one that is gone."""
LOOK = 0.5
"""Seconds between two looks whether the server ends."""
_LONGEST_FORM = 1000


class Preview:
    """The desk behind its addresses. One piece of work at a time is done at the desk, in a thread of its own."""

    def __init__(self, desk: Desk, *, port: int, key: str, ended: Callable[[], bool] = lambda: False) -> None:
        self.desk = desk
        self._key = key
        self._cookie = cookie_name(port)
        self._ended = ended
        self._one = anyio.CapacityLimiter(1)
        self._changed = anyio.Event()
        rooms = Starlette(
            routes=[
                Route("/", self._index),
                Route("/release/{source:path}", self._release),
                Route("/site/{path:path}", self._site),
                Route("/events", self._events),
                Route("/key", self._enter, methods=["POST"]),
                *self._open,
                Route("/{path:path}", self._nowhere),
            ]
        )
        door = Starlette(
            routes=[
                Route("/", self._door),
                Route("/key", self._enter, methods=["POST"]),
                *self._open,
                Route("/{path:path}", self._door),
            ]
        )
        self.guarded = Guard(rooms, door, port=port, key=key)

    async def refresh(self, changed: set[Any]) -> None:
        """Take up what changed, and let every page know."""
        await self._at_desk(self.desk.refresh, changed)
        self._changed.set()
        self._changed = anyio.Event()

    async def _at_desk(self, work: Callable[..., T], *arguments: Any) -> T:
        return await anyio.to_thread.run_sync(partial(work, *arguments), limiter=self._one)

    # --- the door -----------------------------------------------------------------------------------------------------

    @property
    def _open(self) -> tuple[Route, ...]:
        """What may be seen without the key: nothing of the newsroom."""
        return (
            Route("/preview.css", self._style),
            Route("/preview.js", self._script),
            Route("/favicon.ico", self._icon),
        )

    async def _door(self, request: Request) -> Response:
        """Ask for the key, or take it from the address that the terminal showed."""
        given = request.query_params.get("key", "")
        if given and request.url.path == "/":
            return self._admitted(given)
        return self._asked(200 if request.url.path == "/" else 401)

    async def _enter(self, request: Request) -> Response:
        """Take the key from the form."""
        body = b""
        async for part in request.stream():
            body += part
            if len(body) > _LONGEST_FORM:
                return self._asked(413)
        return self._admitted(parse_qs(body.decode("utf-8", "replace")).get("key", [""])[0].strip())

    def _admitted(self, given: str) -> Response:
        if not same(given, self._key):
            return self._asked(401, wrong=True)
        answer = RedirectResponse("/", 303)
        answer.set_cookie(self._cookie, self._key, httponly=True, samesite="strict", path="/")
        return answer

    def _asked(self, status: int, *, wrong: bool = False) -> Response:
        return HTMLResponse(self.desk.page("key.html", wrong=wrong), status)

    # --- the rooms ----------------------------------------------------------------------------------------------------

    async def _index(self, request: Request) -> Response:
        if "key" in request.query_params:
            return self._admitted(request.query_params["key"])
        return HTMLResponse(await self._at_desk(self.desk.index, request.query_params.get("words", "")))

    async def _release(self, request: Request) -> Response:
        source, channel = request.path_params["source"], request.query_params.get("channel", "")
        try:
            return HTMLResponse(await self._at_desk(self.desk.release, source, channel))
        except NothingThere as error:
            return self._missing(error)

    async def _site(self, request: Request) -> Response:
        framed = request.headers.get("sec-fetch-dest") == "iframe"
        file = partial(self.desk.file, framed=framed)
        try:
            body, kind = await self._at_desk(file, request.path_params["path"])
        except NothingThere as error:
            return self._missing(error)
        except PressReleaseError as error:
            return self._missing(error, 500)
        return Response(body, media_type=kind)

    async def _nowhere(self, request: Request) -> Response:
        return self._missing(
            NothingThere(Problem("the preview has no such page", found=shown(request.url.path)))
        )

    def _missing(self, error: PressReleaseError, status: int = 404) -> Response:
        return HTMLResponse(self.desk.page("missing.html", error=error), status)

    async def _events(self, request: Request) -> Response:
        return StreamingResponse(self._told(), media_type="text/event-stream")

    async def _told(self) -> AsyncIterator[str]:
        """Yield the number of each refresh (Server-Sent Events, WHATWG HTML 9.2), beginning with the last one."""
        told, silent = 0, 0.0
        while not self._ended():
            changed = self._changed
            if told != self.desk.version:
                told, silent = self.desk.version, 0.0
                yield f"data: {told}\n\n"
            with anyio.move_on_after(LOOK):
                await changed.wait()
            silent += LOOK
            if silent >= HEARTBEAT:
                silent = 0.0
                yield ": still here\n\n"

    async def _style(self, request: Request) -> Response:
        return Response(await self._at_desk(self.desk.style), media_type="text/css")

    async def _icon(self, request: Request) -> Response:
        return Response(status_code=204)

    async def _script(self, request: Request) -> Response:
        return Response(await self._at_desk(self.desk.script), media_type="text/javascript")
