import os
import signal
import subprocess
import sys
import threading
import time
from types import MappingProxyType

import pytest
from belie.matching.base import EngineError, EngineUnavailableError
from belie.matching.durable.session import durable_rules
from belie.matching.engines import make_engine
from belie.matching.plain import Plain
from belie.matching.worker import Worker
from belie.rulebook.formula import AllOf, Column, Compare, Shifted
from belie.rulebook.plan import Absence, Plan
from generate import plan, rows, seeded

PLACE = Compare(Column("low", "place"), "==", Column("high", "place"))
MORE = Compare(Column("high", "dead"), ">", Column("low", "dead"))
ROLES = MappingProxyType({"low": "toll", "high": "toll"})
RISING = Plan("rising", ROLES, AllOf((PLACE, MORE)))

THREE = MappingProxyType({"a": "toll", "b": "toll", "c": "toll"})
# Nothing equates the roles, so that every three facts are tried: it takes long to find nothing.
ENDLESS = Plan(
    "endless",
    THREE,
    Compare(Shifted(Column("a", "dead"), 0, 0), ">", Shifted(Column("c", "dead"), 1, 0)),
)


def tolls(*dead):
    return {f"f{n}": {"kind": "toll", "place": "Derna", "dead": d} for n, d in enumerate(dead, 1)}


def process(worker):
    return worker._child._process


def kill(worker, how):
    child = process(worker)
    os.kill(child.pid, how)
    return child


def busy(worker, facts):
    """Kills nothing: waits until the child is at work on ``facts``, which another thread asks."""
    failures = []

    def ask():
        try:
            worker.match(facts)
        except EngineError as failure:
            failures.append(failure)

    child = process(worker)
    thread = threading.Thread(target=ask)
    thread.start()
    while seconds_of_cpu(child.pid) < 0.6:
        assert thread.is_alive()
        time.sleep(0.02)
    return child, thread, failures


def seconds_of_cpu(pid):
    """What a process has used of a processor so far."""
    with open(f"/proc/{pid}/stat") as file:  # noqa: PTH123
        fields = file.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def alive(pid):
    try:
        with open(f"/proc/{pid}/stat") as file:  # noqa: PTH123
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def ends(pid):
    until = time.monotonic() + 20
    while alive(pid):
        assert time.monotonic() < until, "it lives on"
        time.sleep(0.02)
    return True


@pytest.mark.parametrize("engine", ["durable", "plain"])
def test_it_finds_what_the_engine_finds(engine):
    random = seeded("worker")
    plans = [plan(random, f"r{number}") for number in range(12)]
    sessions = [rows(random, size) for size in (0, 8, 20, 30)]
    worker, plain = Worker(plans, engine), Plain(plans)
    assert [worker.match(facts) for facts in sessions] == [plain.match(facts) for facts in sessions]
    worker.close()


def test_much_goes_both_ways():
    facts = {f"fact {n}": {"kind": "toll", "place": "x" * 3000, "dead": n} for n in range(300)}
    worker = Worker([RISING])
    assert len(worker.match(facts)) == 300 * 299 // 2
    worker.close()


def test_roles_that_cannot_be_changed_are_no_hindrance():
    later = Absence(MappingProxyType({"later": "toll"}), Compare(Column("later", "dead"), ">", 90))
    worker = Worker([Plan("rising", ROLES, RISING.where, (later,))])
    assert len(worker.match(tolls(1, 2))) == 1
    assert worker.match(tolls(1, 2, 99)) == Plain([Plan("rising", ROLES, MORE)]).match({}) + [
        match for match in Plain([RISING]).match(tolls(1, 2, 99)) if "f3" in match.facts
    ]
    worker.close()


@pytest.mark.parametrize("how", [signal.SIGSEGV, signal.SIGKILL, signal.SIGABRT])
def test_a_child_that_dies_at_work_costs_that_call_and_no_other(how):
    worker = Worker([ENDLESS, RISING], "plain")
    for _ in range(3):
        worker.match(tolls(1, 2))
        child, thread, failures = busy(worker, tolls(*range(700)))
        os.kill(child.pid, how)
        thread.join()
        (failure,) = failures
        assert str(failure) == (
            f"the process of the plain engine was ended by {how.name}; the other articles are "
            "still checked, and with --engine plain this one is too"
        )
        assert worker.match(tolls(1, 2)) == Plain([RISING]).match(tolls(1, 2))
        assert process(worker).pid != child.pid
    worker.close()


@pytest.mark.parametrize("how", [signal.SIGSEGV, signal.SIGKILL])
def test_a_child_that_dies_between_calls_is_replaced(how):
    worker = Worker([RISING])
    for _ in range(3):
        assert len(worker.match(tolls(1, 2))) == 1
        kill(worker, how).wait()
        assert len(worker.match(tolls(1, 2, 3))) == 3
    worker.close()


def test_a_child_that_dies_before_it_is_ready_is_replaced():
    worker = Worker([RISING])
    kill(worker, signal.SIGKILL)
    while alive(process(worker).pid):
        time.sleep(0.01)
    assert len(worker.match(tolls(1, 2))) == 1
    worker.close()


def test_a_child_that_cannot_start_is_an_error_with_its_status(monkeypatch):
    worker = Worker([RISING])
    worker.close()
    monkeypatch.setattr("belie.matching.worker._PROGRAM", "raise SystemExit(7)")
    with pytest.raises(EngineError, match="durable engine ended with exit status 7; the other"):
        worker.match(tolls(1, 2))


def test_an_error_of_the_engine_comes_back_as_it_is_and_the_child_goes_on():
    worker = Worker([RISING])
    worker.match({})
    child = process(worker)
    with pytest.raises(EngineError, match=r"^a row holds 1\.5, which is neither a whole number"):
        worker.match(tolls(1, 1.5))
    assert len(worker.match(tolls(1, 2))) == 1
    assert process(worker) is child
    worker.close()


def test_any_other_error_keeps_its_type():
    text = Plan("text", {"one": "toll"}, Compare(Column("one", "place"), "<", "Z"))
    worker = Worker([text], "plain")
    with pytest.raises(TypeError, match="text has no order"):
        worker.match(tolls(1))
    worker.close()


def test_a_call_may_take_only_so_long():
    worker = Worker([ENDLESS, RISING], "plain", timeout=0.5)
    child = process(worker)
    with pytest.raises(EngineError, match=r"took longer than 0\.5 s and was ended; the other"):
        worker.match(tolls(*range(700)))
    assert child.returncode == -signal.SIGKILL
    worker._timeout = 60
    assert len(worker.match(tolls(1, 2))) == 1
    worker.close()


@pytest.mark.parametrize("facts", [tolls(1, 2), tolls(*range(20_000))], ids=["few", "many"])
def test_a_child_that_is_stopped_is_ended_when_its_time_is_up(facts):
    """Many are more than a pipe takes, so that the request is not written to the end."""
    worker = Worker([RISING], "plain", timeout=0.5)
    worker.match({})
    kill(worker, signal.SIGSTOP)
    with pytest.raises(EngineError, match=r"took longer than 0\.5 s and was ended; the other"):
        worker.match(facts)
    worker._timeout = 60
    assert len(worker.match(tolls(1, 2))) == 1
    worker.close()


def test_a_child_that_goes_on_within_its_time_is_waited_for():
    worker = Worker([RISING], "plain", timeout=60)
    worker.match({})
    child = kill(worker, signal.SIGSTOP)
    threading.Timer(0.3, lambda: child.send_signal(signal.SIGCONT)).start()
    assert len(worker.match(tolls(1, 2))) == 1
    assert process(worker) is child
    worker.close()


def test_where_no_process_can_be_started_another_engine_matches(monkeypatch):
    monkeypatch.setattr(sys, "executable", "")
    with pytest.raises(
        EngineUnavailableError,
        match=r"^the process of the durable engine cannot be started: sys\.executable names no",
    ):
        Worker([RISING])
    engine = make_engine("auto", [RISING], apart=True)
    assert engine.match(tolls(1, 2)) == Plain([RISING]).match(tolls(1, 2))


def test_a_child_that_cannot_be_replaced_is_an_error_of_that_call(monkeypatch):
    worker = Worker([RISING])
    worker.match({})
    kill(worker, signal.SIGKILL).wait()
    with monkeypatch.context() as without:
        without.setattr(sys, "executable", "/nowhere/python")
        with pytest.raises(EngineError, match=r"cannot be started: .*No such file or directory"):
            worker.match(tolls(1, 2))
    assert len(worker.match(tolls(1, 2))) == 1
    worker.close()


def test_a_plan_that_means_nothing_is_refused_at_once():
    with pytest.raises(ValueError, match="no fact is bound to x"):
        Worker([Plan("r", ROLES, Compare(Column("x", "dead"), ">", 1))])


def test_an_engine_that_is_not_there_is_refused_at_once(monkeypatch):
    durable_rules.cache_clear()
    with monkeypatch.context() as without:
        without.setitem(sys.modules, "durable_rules_engine", None)
        with pytest.raises(EngineUnavailableError, match="cannot be loaded"):
            Worker([RISING])


def test_closing_ends_the_child():
    worker = Worker([RISING])
    child = process(worker)
    worker.close()
    worker.close()
    assert child.returncode is not None


def test_a_worker_that_is_forgotten_ends_its_child():
    worker = Worker([RISING])
    child = process(worker)
    del worker
    assert child.returncode is not None


def test_it_is_used_from_any_thread():
    worker = Worker([RISING])
    found = []
    for _ in range(3):
        thread = threading.Thread(target=lambda: found.extend(worker.match(tolls(1, 2))))
        thread.start()
        thread.join()
    assert found == Plain([RISING]).match(tolls(1, 2)) * 3
    worker.close()


def test_after_a_fork_each_process_has_a_child_of_its_own():
    worker = Worker([RISING])
    worker.match({})
    forked = os.fork()
    if not forked:
        status = 1
        try:
            status = 0 if len(worker.match(tolls(1, 2))) == 1 else 2
            worker.close()
        finally:
            os._exit(status)
    assert os.waitstatus_to_exitcode(os.waitpid(forked, 0)[1]) == 0
    assert len(worker.match(tolls(1, 2, 3))) == 3
    worker.close()


SCRIPT = """
import os, signal, sys, time
sys.path.insert(0, {matching!r})
from test_worker import ENDLESS, RISING, Worker, process, tolls
worker = Worker([ENDLESS, RISING], sys.argv[2])
if sys.argv[1] != "starting":
    worker.match(tolls(1, 2))
print(process(worker).pid, flush=True)
if sys.argv[1] == "working":
    worker.match(tolls(*range(900)))
elif sys.argv[1] == "done":
    sys.exit()
time.sleep(60)
"""


def script(what, engine="plain"):
    """A program without a guard against being imported, and the process of its worker."""
    code = SCRIPT.format(matching=os.path.dirname(__file__))  # noqa: PTH120
    run = subprocess.Popen(
        [sys.executable, "-c", code, what, engine],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.path.dirname(__file__)},  # noqa: PTH120
    )
    return run, int(run.stdout.readline())


@pytest.mark.parametrize(
    ("what", "engine"),
    [
        ("starting", "plain"),
        ("waiting", "plain"),
        ("working", "plain"),
        ("working", "durable"),  # in C, where no Python runs
        ("done", "plain"),
    ],
)
def test_a_child_does_not_outlive_its_parent(what, engine):
    run, child = script(what, engine)
    if what == "working":
        while seconds_of_cpu(child) < 0.6:
            time.sleep(0.02)
    if what != "done":
        run.kill()
    assert run.communicate()[1] == ""
    assert ends(child)


def test_ctrl_c_is_for_the_parent_and_leaves_no_child():
    run, child = script("working")
    while seconds_of_cpu(child) < 0.6:
        time.sleep(0.02)
    run.send_signal(signal.SIGINT)
    printed = run.communicate()[1]
    assert printed.count("Traceback") == 1
    assert printed.rstrip().endswith("KeyboardInterrupt")
    assert ends(child)


def test_a_call_that_was_interrupted_leaves_no_answer_behind():
    worker = Worker([ENDLESS, RISING], "plain")
    worker.match({})
    signal.signal(signal.SIGALRM, lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    signal.setitimer(signal.ITIMER_REAL, 0.4)
    with pytest.raises(KeyboardInterrupt):
        worker.match(tolls(*range(700)))
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    assert len(worker.match(tolls(1, 2))) == 1
    worker.close()


def test_what_the_child_prints_does_not_come_between_its_answers(tmp_path, monkeypatch, capfd):
    (tmp_path / "sitecustomize.py").write_text("print('printed at the start')\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    worker = Worker([RISING])
    worker.match({})
    worker.close()
    assert capfd.readouterr() == ("", "")


MAIN = """
import sys
print("begins")
from belie.matching.worker import Worker
sys.path.insert(0, {matching!r})
from test_worker import RISING, tolls
worker = Worker([RISING])
print(len(worker.match(tolls(1, 2))))
"""


@pytest.mark.parametrize("how", ["file", "-c", "stdin"])
def test_a_program_without_a_guard_is_not_run_again(how, tmp_path):
    code = MAIN.format(matching=os.path.dirname(__file__))  # noqa: PTH120
    (tmp_path / "main.py").write_text(code)
    given = {"file": [str(tmp_path / "main.py")], "-c": ["-c", code], "stdin": []}[how]
    done = subprocess.run(
        [sys.executable, *given],
        input=code if how == "stdin" else "",
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.path.dirname(__file__)},  # noqa: PTH120
    )
    assert (done.stdout, done.stderr) == ("begins\n1\n", "")


def test_no_call_is_lost():
    """``BELIE_CHECKS=50000`` is the long run; other work keeps the processors busy meanwhile."""
    checks = int(os.environ.get("BELIE_CHECKS", "400"))
    busy = [
        subprocess.Popen([sys.executable, "-c", "while True: pass"])
        for _ in range(os.cpu_count() or 1)
    ]
    try:
        worker = Worker([RISING], timeout=60)
        child = process(worker)
        right = Plain([RISING]).match(tolls(1, 2, 3))
        assert [n for n in range(checks) if worker.match(tolls(1, 2, 3)) != right] == []
        assert process(worker) is child
        worker.close()
    finally:
        for each in busy:
            each.kill()
            each.wait()
