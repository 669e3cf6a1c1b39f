"""How the service begins, where it listens, and how it ends."""

from __future__ import annotations

import os
import signal
import socket
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from belie.cli import app
from typer.testing import CliRunner, Result

pytest.importorskip("starlette", reason="serves only with belie[serve]")
pytest.importorskip("uvicorn", reason="serves only with belie[serve]")

FIRE = "A fire in Porto killed nine people on Monday. The fire in Porto killed 12 people on Monday."


def serve(*options: str) -> Result:
    return CliRunner().invoke(app, ["serve", "--workers", "1", *options])


def matching(worker: int) -> list[int]:
    """The processes that match for one that checks."""
    children = Path(f"/proc/{worker}/task/{worker}/children").read_text()
    return [int(child) for child in children.split()]


def is_there(process: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_what_is_in_hand_is_answered_before_it_ends(
    start: Any, until: Callable[..., Any], number: signal.Signals
) -> None:
    import httpx

    service = start("--workers", "1")
    assert service.url.startswith("http://127.0.0.1:")
    [worker] = service.workers()
    [child] = matching(worker)
    with httpx.Client(base_url=service.url, timeout=120) as client, ThreadPoolExecutor() as pool:
        os.kill(worker, signal.SIGSTOP)
        asked = [pool.submit(client.post, "/v1/check", json={"text": FIRE}) for _ in range(5)]
        until(lambda: client.get("/health").json()["in_hand"] == 5)
        for process in (child, worker, service.process.pid):  # as a terminal or systemd does
            os.kill(process, number)
        until(lambda: refused(service.url))
        os.kill(worker, signal.SIGCONT)
        answers = [each.result() for each in asked]
    assert [answer.status_code for answer in answers] == [200] * 5
    assert [answer.json()["errors"] for answer in answers] == [[]] * 5
    assert service.process.wait(60) == 0
    assert service.said()[-1] == "belie: stopped; what was in hand is answered"
    assert not is_there(worker)
    until(lambda: not is_there(child))


def test_asked_twice_it_waits_for_nothing(start: Any, until: Callable[..., Any]) -> None:
    import httpx

    service = start("--workers", "1")
    [worker] = service.workers()
    os.kill(worker, signal.SIGSTOP)
    with httpx.Client(base_url=service.url, timeout=120) as client, ThreadPoolExecutor() as pool:
        asked = pool.submit(client.post, "/v1/check", json={"text": FIRE})
        until(lambda: client.get("/health").json()["in_hand"] == 1)
        service.process.send_signal(signal.SIGINT)
        until(lambda: refused(service.url))
        service.process.send_signal(signal.SIGINT)
        assert service.process.wait(60) == 0
        answer = asked.result()
    said = "the process that checked it was ended with the service"
    assert (answer.status_code, answer.json()["detail"]) == (503, said)
    assert service.said()[-1] == "belie: stopped at once, as was asked twice"
    assert not is_there(worker)


def refused(url: str) -> bool:
    host, port = url.removeprefix("http://").split(":")
    try:
        socket.create_connection((host, int(port)), timeout=5).close()
    except ConnectionRefusedError:
        return True
    return False


def test_no_process_outlives_one_that_is_killed(start: Any, until: Callable[..., Any]) -> None:
    service = start("--workers", "2")
    workers = service.workers()
    processes = [*workers, *(child for worker in workers for child in matching(worker))]
    assert len(processes) == 4
    service.process.kill()
    until(lambda: not any(map(is_there, processes)))


def test_it_begins_however_short_the_time_for_a_request_is(start: Any) -> None:
    import httpx

    service = start("--workers", "1", "--timeout", "0.1")
    assert httpx.get(f"{service.url}/health", timeout=60).json()["status"] == "ok"


def test_it_listens_to_this_machine_alone_unless_told(service: Any) -> None:
    port = service.url.rpartition(":")[2]
    assert not refused(f"http://127.0.0.1:{port}")
    assert refused(f"http://127.0.0.2:{port}")


def test_nothing_is_logged_unless_asked_for(service: Any, ask: Any) -> None:
    ask.post("/v1/check", json={"text": FIRE})
    assert service.said() == [f"belie: listening on {service.url}; Ctrl-C ends it"]


def test_a_port_that_is_taken_is_said() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = serve("--port", str(port))
    assert result.exit_code == 2
    said = f"belie: 127.0.0.1:{port}: cannot be listened on: Address already in use\n"
    assert result.stderr == said


def test_an_address_that_is_none_is_said() -> None:
    result = serve("--port", "0", "--host", "no such host")
    assert result.exit_code == 2
    assert result.stderr.startswith("belie: no such host:0: cannot be listened on: ")


@pytest.mark.parametrize(
    ("options", "settings", "problem"),
    [
        (["--select", "casulty"], "", "there is no rule 'casulty/*'; did you mean 'casualty/*'?"),
        ([], "selct = []", "{path}:1:1: unknown key 'selct'; did you mean 'select'?"),
        (
            [],
            "rules = ['nix']",
            "{path}:1:1: there is no folder 'nix' beside this file; make it, ",
        ),
        (["--config", "nix.toml"], "", "nix.toml:1:1: cannot be read: No such file or directory"),
    ],
)
def test_what_keeps_it_from_checking_anything_is_said_at_once(
    tmp_path: Path, options: list[str], settings: str, problem: str
) -> None:
    path = tmp_path / "belie.toml"
    path.write_text(settings)
    result = serve("--port", "0", *(options or ["--config", str(path)]))
    assert result.exit_code == 2
    assert result.stderr.startswith(f"belie: {problem.format(path=path)}")


def test_what_of_a_house_cannot_be_used_is_said_and_the_rest_is(start: Any, tmp_path: Path) -> None:
    import httpx

    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "broken.yaml").write_text("rule: 1\n")
    (tmp_path / "belie.toml").write_text("rules = ['rules']\n")
    service = start("--workers", "1", folder=tmp_path)
    [problem, _] = service.said()
    assert problem.startswith("belie: rules/broken.yaml:1:")
    report = httpx.post(f"{service.url}/v1/check", json={"text": FIRE}, timeout=60).json()
    assert [finding["rule"] for finding in report["findings"]] == ["casualty/told-twice"]
    assert report["notes"][-1] == "not every rule or kind of the house is used"


def test_without_the_extra_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "starlette", None)
    result = serve()
    assert result.exit_code == 2
    assert result.stderr == (
        "belie: serve needs starlette and uvicorn; install them with: pip install 'belie[serve]'\n"
    )
