"""The processes that check: none is lost with more than it was doing, and nobody waits for ever."""

from __future__ import annotations

import asyncio
import os
import re
import signal
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import pytest

FIRE = "A fire in Porto killed nine people on Monday. The fire in Porto killed {} people on Monday."
TIMEOUT = 5


@pytest.fixture(scope="module")
def small(start: Any) -> Any:
    """A service of one process, before which two requests may wait."""
    origin = "https://cms.example.org"
    options = ("--workers", "1", "--queue", "2", "--timeout", f"{TIMEOUT}", "--access-log")
    return start(*options, "--allow-origin", origin)


@pytest.fixture
def client(small: Any) -> Iterator[Any]:
    import httpx

    with httpx.Client(base_url=small.url, timeout=120) as client:
        yield client


def figure(client: Any, name: str) -> int:
    found = re.search(rf"^belie_{name} (\d+)$", client.get("/metrics").text, re.MULTILINE)
    assert found is not None
    return int(found[1])


@contextmanager
def stopped(process: int) -> Iterator[None]:
    """While ``process`` does nothing."""
    os.kill(process, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(process, signal.SIGCONT)


def is_soon(answer: Any) -> bool:
    """Whether it says after how many seconds to come again, and these are few."""
    return 1 <= int(answer.headers["retry-after"]) <= 60


def checked(client: Any, number: int) -> Any:
    return client.post("/v1/check", json={"id": str(number), "text": FIRE.format(10 + number)})


def sent(pool: ThreadPoolExecutor, client: Any, until: Any, number: int) -> Any:
    """A request that is in hand."""
    before = figure(client, "in_hand")
    answer = pool.submit(checked, client, number)
    until(lambda: figure(client, "in_hand") > before)
    return answer


def test_what_cannot_wait_is_refused_at_once_and_all_else_answered(
    small: Any, client: Any, until: Callable[..., Any]
) -> None:
    with ThreadPoolExecutor() as pool:
        with stopped(*small.workers()):
            waiting = [sent(pool, client, until, number) for number in range(3)]
            refused = [checked(client, number) for number in range(3)]
            plain = client.post("/v2/check", data={"language": "en", "text": "a"})
            assert client.get("/health").json()["in_hand"] == 3
        answers = [each.result() for each in waiting]
    assert [answer.status_code for answer in answers] == [200] * 3
    assert [answer.json()["article"]["id"] for answer in answers] == ["0", "1", "2"]
    for answer in refused:
        assert (answer.status_code, is_soon(answer)) == (429, True)
        assert answer.json() == {
            "type": "/docs#too-much",
            "title": "Too many requests are waiting",
            "status": 429,
            "detail": "too many requests are waiting; send it again later",
        }
    assert (plain.status_code, is_soon(plain)) == (429, True)
    assert plain.text == "Error: too many requests are waiting; send it again later"


def test_a_process_that_dies_costs_the_request_that_it_had(
    small: Any, client: Any, until: Callable[..., Any]
) -> None:
    replaced = figure(client, "workers_replaced_total")
    with ThreadPoolExecutor() as pool:
        [worker] = small.workers()
        os.kill(worker, signal.SIGSTOP)
        first, second = (sent(pool, client, until, number) for number in range(2))
        os.kill(worker, signal.SIGKILL)
        lost, answered = first.result(), second.result()
    assert (lost.status_code, answered.status_code) == (503, 200)
    assert is_soon(lost)
    assert lost.json()["detail"] == "the process that checked it was ended by SIGKILL"
    assert figure(client, "workers_replaced_total") == replaced + 1
    said = "belie: a process that checks was ended by SIGKILL; another takes its place"
    assert small.said()[-4:].count(said) == 1


def test_a_process_that_dies_while_it_does_nothing_costs_nobody_anything(
    small: Any, client: Any, until: Callable[..., Any]
) -> None:
    replaced = figure(client, "workers_replaced_total")
    os.kill(*small.workers(), signal.SIGKILL)
    until(lambda: figure(client, "workers_replaced_total") > replaced)
    assert checked(client, 1).status_code == 200


def test_while_no_process_can_check_health_says_so(
    small: Any, client: Any, until: Callable[..., Any]
) -> None:
    [worker] = small.workers()
    os.kill(worker, signal.SIGKILL)
    ill = until(lambda: (x := client.get("/health")).status_code == 503 and x)
    assert ill.json()["detail"] == "no process can check"
    until(lambda: client.get("/health").status_code == 200)


def test_what_takes_too_long_is_given_up(
    small: Any, client: Any, until: Callable[..., Any]
) -> None:
    [worker] = small.workers()
    os.kill(worker, signal.SIGSTOP)
    late = checked(client, 1)
    assert (late.status_code, late.json()["detail"]) == (504, "checking it took longer than 5 s")
    until(lambda: figure(client, "workers_ready"))
    assert checked(client, 1).status_code == 200


def test_who_leaves_is_not_waited_for(small: Any, client: Any, until: Callable[..., Any]) -> None:
    import httpx

    with ThreadPoolExecutor() as pool, stopped(*small.workers()):
        first = sent(pool, client, until, 1)
        with pytest.raises(httpx.ReadTimeout):
            httpx.post(f"{small.url}/v1/check", json={"text": FIRE}, timeout=0.5)
        until(lambda: figure(client, "in_hand") == 1)
    assert first.result().status_code == 200


def test_pages_of_another_server_may_ask_where_that_is_allowed(client: Any) -> None:
    asked = {"Access-Control-Request-Method": "POST", "Origin": "https://cms.example.org"}
    asked["Access-Control-Request-Headers"] = "content-type"
    may = client.options("/v1/check", headers=asked)
    assert may.status_code == 200
    assert may.headers["access-control-allow-origin"] == "https://cms.example.org"
    for origin, allowed in ((asked["Origin"], asked["Origin"]), ("https://b.example", None)):
        answer = client.post("/v1/check", json={"text": "a"}, headers={"Origin": origin})
        assert answer.headers.get("access-control-allow-origin") == allowed


def test_the_log_has_a_line_for_each_request_where_it_is_asked_for_and_never_copy(
    small: Any, client: Any
) -> None:
    hidden = "Quetzalcoatl"
    client.post("/v1/check", json={"text": hidden, "title": hidden})
    client.get("/v2/check", params={"language": "en", "text": hidden})
    client.get(f"/{hidden}")
    lines = small.said()
    forms = (r"POST /v1/check 200", r"GET /v2/check 200", r"GET other 404")
    for line, form in zip(lines[-3:], forms, strict=True):
        assert re.fullmatch(rf"belie: {form} \d+\.\d{{3}} s", line)
    assert hidden not in "".join(lines)


def test_two_hundred_in_flight_are_all_answered(service: Any) -> None:
    import httpx

    async def asked(client: httpx.AsyncClient, number: int) -> tuple[int, str, str]:
        article = {"id": str(number), "text": FIRE.format(10 + number % 70)}
        answer = await client.post("/v1/check", json=article)
        data = answer.json()
        return answer.status_code, data["article"]["id"], data["findings"][0]["message"]

    async def all_at_once() -> list[tuple[int, str, str]]:
        limits = httpx.Limits(max_connections=None)
        async with httpx.AsyncClient(base_url=service.url, timeout=120, limits=limits) as client:
            return await asyncio.gather(*(asked(client, number) for number in range(200)))

    assert asyncio.run(all_at_once()) == [
        (200, str(number), f"9 people killed in Porto, or {10 + number % 70}?")
        for number in range(200)
    ]


def test_of_more_than_can_wait_each_is_answered_or_refused(small: Any) -> None:
    import httpx

    async def all_at_once() -> Counter[int]:
        limits = httpx.Limits(max_connections=None)
        async with httpx.AsyncClient(base_url=small.url, timeout=120, limits=limits) as client:
            asked = (client.post("/v1/check", json={"text": "Rain fell."}) for _ in range(50))
            return Counter([answer.status_code for answer in await asyncio.gather(*asked)])

    answers = asyncio.run(all_at_once())
    assert set(answers) == {200, 429}
    assert answers.total() == 50
