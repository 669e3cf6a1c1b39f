"""A stop ends a run at once, but not in the midst of what must be whole."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest
from belie.stopping import heed_stops, whole


@pytest.fixture(autouse=True)
def heeding() -> Iterator[None]:
    kept = {each: signal.getsignal(each) for each in (signal.SIGINT, signal.SIGTERM)}
    signal.signal(signal.SIGINT, signal.default_int_handler)
    heed_stops()
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)


def test_a_stop_ends_what_need_not_be_whole() -> None:
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)
    with pytest.raises(SystemExit, match="143"):
        signal.raise_signal(signal.SIGTERM)


@pytest.mark.parametrize(
    ("number", "ends"), [(signal.SIGINT, KeyboardInterrupt), (signal.SIGTERM, SystemExit)]
)
def test_what_must_be_whole_is_done_to_its_end(number: int, ends: type[BaseException]) -> None:
    done = []

    def work() -> None:
        with whole():
            with whole():
                signal.raise_signal(number)
                done.append("written")
            done.append("noted")
        done.append("gone on")

    with pytest.raises(ends):
        work()
    assert done == ["written", "noted"]
    with whole():  # and that stop is over
        done.append("later")


def test_a_second_stop_does_not_wait() -> None:
    done = []

    def work() -> None:
        with whole():
            signal.raise_signal(signal.SIGTERM)
            done.append("first")
            signal.raise_signal(signal.SIGINT)
            done.append("second")

    with pytest.raises(KeyboardInterrupt):
        work()
    assert done == ["first"]


def test_ctrl_c_stays_unheard_where_it_was() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    heed_stops()
    signal.raise_signal(signal.SIGINT)
