"""The verb `preview`: bind to the loopback, watch the folder, serve until told to stop."""

from __future__ import annotations

import datetime as dt
import errno
import secrets
import socket
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pressrelease.errors import PressReleaseError, Problem, shown
from pressrelease.files import SITE_MARK

if TYPE_CHECKING:
    from pressrelease.preview.app import Preview

DEFAULT_PORT = 8317
_ADDRESSES = {"127.0.0.1": socket.AF_INET, "localhost": socket.AF_INET, "::1": socket.AF_INET6}


class PreviewMissing(PressReleaseError):
    """A preview was asked for, and what serves it is not installed."""


class NotServed(PressReleaseError):
    """An address at which the preview is not served."""


def preview(
    folder: str | Path,
    *,
    host: str = "127.0.0.1",
    port: int = DEFAULT_PORT,
    now: dt.datetime | None = None,
    told: Callable[[int, int], None] | None = None,
    ready: Callable[[str], None] | None = None,
) -> None:
    """Serve the preview of the newsroom in `folder` until the process is interrupted.

    `host` is a loopback address, `port` a free one (0: any); `now` (aware) is the moment it shows, the present where it
    is None. `told` is called while releases are read, `ready` with the address (it holds the key) once it is served.
    Raises PressReleaseError: NotServed where it cannot be served there, PreviewMissing without the extra `preview`, and
    what `newsroom.toml` has wrong.
    """
    held = bound(host, port)
    with closing(held):
        anyio = _needed()
        from pressrelease.preview.desk import Desk  # noqa: PLC0415 - stands on the extra

        with closing(Desk(folder, now=now, told=told)) as desk:
            anyio.run(partial(_serve, desk, held, ready))


def _needed() -> Any:
    """Return anyio, which the servers stand on; raise PreviewMissing where one of the extra is not installed."""
    try:
        import anyio  # noqa: PLC0415 - an extra
        import pygments  # noqa: F401, PLC0415
        import starlette  # noqa: F401, PLC0415
        import uvicorn  # noqa: F401, PLC0415
        import watchfiles  # noqa: F401, PLC0415
    except ImportError as error:
        raise PreviewMissing(
            Problem(
                f"the preview needs {error.name}, which is not installed",
                advice="python -m pip install 'pressrelease[preview]'",
            )
        ) from None
    return anyio


def bound(host: str, port: int) -> socket.socket:
    """Return a socket at a loopback address: none that another machine can reach is ever bound."""
    if host not in _ADDRESSES:
        raise NotServed(
            Problem(
                "the preview shows drafts and is served to this machine only",
                found=shown(host),
                expected="127.0.0.1, localhost or ::1",
                advice="to show a page to others, build the site and put it where they may see it",
            )
        )
    held = socket.socket(_ADDRESSES[host])
    try:
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        held.bind(("127.0.0.1" if host == "localhost" else host, port))
        held.listen(128)  # who asks before the server runs waits for it
    except OSError as error:
        held.close()
        taken = error.errno in (errno.EADDRINUSE, errno.EACCES)
        advice = "another preview may run there; name another one with --port, or 0 for any" if taken else ""
        raise NotServed(
            Problem(f"cannot be served at port {port} ({error.strerror})", advice=advice)
        ) from None
    return held


async def _serve(desk: Any, held: socket.socket, ready: Callable[[str], None] | None) -> None:
    import anyio  # noqa: PLC0415 - an extra
    import uvicorn  # noqa: PLC0415 - an extra

    from pressrelease.preview.app import Preview  # noqa: PLC0415 - stands on the extra

    host, port = held.getsockname()[:2]
    key = secrets.token_urlsafe(18)
    preview = Preview(desk, port=port, key=key, ended=lambda: server.should_exit)
    server = uvicorn.Server(settings(preview.guarded))
    async with anyio.create_task_group() as group:
        group.start_soon(_watch, preview)
        if ready is not None:
            ready(f"http://{f'[{host}]' if ':' in host else host}:{port}/?key={key}")
        await server.serve(sockets=[held])
        group.cancel_scope.cancel()


def settings(app: Any) -> Any:
    """Return the server's settings for `app`."""
    from uvicorn import Config  # noqa: PLC0415 - an extra

    return Config(
        app,
        # The stricter parser; nothing of the preview speaks WebSocket.
        http="h11",
        ws="none",
        lifespan="off",
        log_level="warning",
        access_log=False,
        server_header=False,
        # There is no proxy before it: what a request says of one is not believed.
        proxy_headers=False,
        timeout_graceful_shutdown=2,
    )


async def _watch(preview: Preview) -> None:
    """Take up each change of the newsroom's folder as it happens."""
    from watchfiles import awatch  # noqa: PLC0415 - an extra

    root = preview.desk.live.root
    # Short steps: an edit is to be seen before the writer looks up.
    async for changes in awatch(root, watch_filter=_Watched(root), step=10, debounce=200):
        await preview.refresh({Path(name) for _, name in changes})


class _Watched:
    """Tell what is of the newsroom: not what editors put beside a file while they save, nor a site built within."""

    def __init__(self, root: Path) -> None:
        self._root = root.resolve()

    def __call__(self, change: object, name: str) -> bool:
        try:
            parts = Path(name).resolve().relative_to(self._root).parts
        except ValueError:  # a link that leads out of the folder
            return False
        if any(part.startswith((".", "~$")) or part.endswith("~") for part in parts):
            return False
        return not any((self._root.joinpath(*parts[:i]) / SITE_MARK).is_file() for i in range(1, len(parts)))
