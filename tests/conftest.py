"""What tests of several rooms share."""

import pytest
from belie.matching.base import EngineUnavailableError


@pytest.fixture(scope="session")
def spark():
    """A session of Spark on this machine, whose Java compiles little, as for a short run."""
    from belie.matching.spark import local_session

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1")
        try:
            session = local_session()
        except EngineUnavailableError as missing:
            pytest.skip(str(missing))
    yield session
    session.stop()
