"""Worker processes of a command, started when the first work is handed out: most builds have too little for any."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from multiprocessing.connection import wait
from typing import Any


class Workers(Executor):
    """A pool of `number` processes that starts with its first task."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._pool: ProcessPoolExecutor | None = None

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Hand out a task."""
        if self._pool is None:
            # A command has no other threads, so that a fork is safe; it spares each worker its imports.
            start = "fork" if sys.platform == "linux" else "spawn"
            context = multiprocessing.get_context(start)
            self._pool = ProcessPoolExecutor(self._number, context, initializer=_end_with_parent)
        return self._pool.submit(fn, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the processes."""
        if self._pool is not None:
            self._pool.shutdown(wait, cancel_futures=cancel_futures)


def _end_with_parent() -> None:
    """End this worker when the command is killed.

    It would wait for work for ever; and it holds what the command had locked, so that the next build would wait too.
    """
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def watch() -> None:
        wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
