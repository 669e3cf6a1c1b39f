"""A service as it runs for others: a process of its own, which listens on this machine."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ANSWERS_IN = 120.0  # seconds, on the busiest machine


@dataclass
class Running:
    """A service that runs.

    Attributes:
        url: where.
        process: its process.
        log: the file that its standard error goes to.
    """

    url: str
    process: subprocess.Popen[bytes]
    log: Path

    def workers(self) -> list[int]:
        """The processes that check."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [
            int(child)
            for child in children.split()
            if "belie.serve.worker" in Path(f"/proc/{child}/cmdline").read_text()
        ]

    def stop(self) -> int:
        """Has it end, and waits; the exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(ANSWERS_IN)

    def said(self) -> list[str]:
        """The lines on its standard error."""
        return self.log.read_text().splitlines()


@pytest.fixture(scope="session")
def until() -> Callable[[Callable[[], Any]], Any]:
    """Waits until something holds, and gives what that is; a failure where it takes too long."""

    def waited(holds: Callable[[], Any]) -> Any:
        end = time.monotonic() + ANSWERS_IN
        while time.monotonic() < end:
            if found := holds():
                return found
            time.sleep(0.02)
        pytest.fail(f"nothing came about in {ANSWERS_IN:g} s")

    return waited


@pytest.fixture(scope="session")
def start(
    tmp_path_factory: pytest.TempPathFactory, until: Callable[..., Any]
) -> Iterator[Callable[..., Running]]:
    """Starts a service with options, in a folder of its own or a given one."""
    pytest.importorskip("starlette", reason="serves only with belie[serve]")
    pytest.importorskip("uvicorn", reason="serves only with belie[serve]")
    pytest.importorskip("httpx", reason="is asked with httpx, of the extra test-faces")
    running: list[Running] = []

    def started(*options: str, folder: Path | None = None, **environment: str) -> Running:
        log = tmp_path_factory.mktemp("service") / "log"
        with log.open("wb") as stream:
            process = subprocess.Popen(
                [sys.executable, "-m", "belie", "serve", "--port", "0", *options],
                stderr=stream,
                cwd=folder or log.parent,
                env={**os.environ, **environment},
            )
        service = Running("", process, log)
        running.append(service)

        def address() -> str | None:
            assert process.poll() is None, log.read_text()
            found = re.search(r"listening on (http://\S+);", log.read_text())
            return found and found[1]

        service.url = until(address)
        return service

    yield started
    for service in running:
        if service.process.poll() is None:
            service.process.kill()
            service.process.wait()


@pytest.fixture(scope="session")
def service(start: Callable[..., Running]) -> Running:
    """One with the usual options."""
    return start("--workers", "2")


@pytest.fixture
def ask(service: Running) -> Iterator[Any]:
    """Asks that one; a client of httpx."""
    import httpx

    with httpx.Client(base_url=service.url, timeout=ANSWERS_IN) as client:
        yield client


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What asks a service is run by one worker, for each would start one of its own."""
    for item in items:
        if "start" in getattr(item, "fixturenames", ()) and "serve" in str(item.path):
            item.add_marker(pytest.mark.xdist_group("serve"))
