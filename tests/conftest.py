"""What tests of several rooms share."""

import os
import signal
from time import process_time
from timeit import timeit

import pytest
from belie.matching.base import EngineUnavailableError
from hypothesis import settings

# In the background, under nohup and on some machines that test, Ctrl-C is ignored, and so it would
# be by each command that a test starts and then interrupts. belie itself leaves that as it is, for
# whoever has a command ignore Ctrl-C wants it to.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# How long one example takes says more of the machine than of belie, and each test has a limit.
# Before a change goes in the examples are the same each time, so that what it is held back for is
# what it changed; whoever runs the tests by hand draws new ones. An example that failed is written
# into its test, where both run it.
settings.register_profile("unhurried", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("unhurried")


def pytest_collection_modifyitems(items):
    """What needs Spark is run by one worker, for each would start a Java of its own.

    Java shares the cores with all else that runs, so its tests may take longer than others.
    """
    for item in items:
        if "spark" in item.fixturenames:
            item.add_marker(pytest.mark.xdist_group("spark"))
            item.add_marker(pytest.mark.timeout(300))


@pytest.fixture(scope="session")
def assert_linear():
    """Asserts that four times as much takes about four times as long, on any machine.

    A square would take sixteen times as long, so eight divides the two. The least of a few tries
    counts, for whatever else runs on a machine makes single ones longer, and never shorter.
    """

    def seconds(read, made):
        return timeit(lambda: read(made), number=1, timer=process_time)

    def check(read, make, size=64_000):
        """Compares ``read(make(size / 4))`` with ``read(make(size))``."""
        short, long = make(size // 4), make(size)
        read(short)  # what is loaded at first use
        least, most = seconds(read, short), seconds(read, long)
        for _ in range(4):
            if most < max(8 * least, 0.1):
                return
            least, most = min(least, seconds(read, short)), min(most, seconds(read, long))
        pytest.fail(f"{most:.3f} s, where a quarter as much takes {least:.3f} s")

    return check


@pytest.fixture(scope="session")
def spark():
    """A session of Spark on this machine, whose Java compiles little, as for a short run."""
    from belie.matching.spark import local_session

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
        try:
            session = local_session()
        except EngineUnavailableError as missing:
            pytest.skip(str(missing))
    yield session
    session.stop()
