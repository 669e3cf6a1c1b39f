"""What tests of several rooms share."""

import signal

import pytest
from belie.matching.base import EngineUnavailableError
from hypothesis import settings

# In the background, under nohup and on some machines that test, Ctrl-C is ignored, and so it would
# be by each command that a test starts and then interrupts. belie itself leaves that as it is, for
# whoever has a command ignore Ctrl-C wants it to.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# How long one example takes says more of the machine than of belie, and each test has a limit.
settings.register_profile("unhurried", deadline=None)
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
