"""The commands about kinds and rules: what there is, new ones, and their examples."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar

import typer

from ..configuration import Configuration, configuration_for
from ..house import House
from ..knowledge import KnowledgeError, nearest
from ..output import complain
from ..selection import graded
from .application import FAILED, FOUND, Command, app, examples, fail

if TYPE_CHECKING:
    from ..rulebook.rule import Rule

__all__ = ["kind", "kinds", "new", "rule", "rules", "run_examples", "schema"]

_Known = TypeVar("_Known")


@app.command(
    cls=Command,
    epilog=examples(
        "belie rules",
        "belie check drafts/ --format jsonl --output monday.jsonl",
        "belie rules --precision monday.jsonl tuesday.jsonl",
    ),
)
def rules(
    reports: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="REPORT", help="With --precision: what earlier runs wrote as json or jsonl."
        ),
    ] = None,
    *,
    precision: Annotated[
        bool,
        typer.Option("--precision", help="How many findings of each rule editors dismissed."),
    ] = False,
) -> None:
    """List the rules, or with --precision how often what each found was worth telling.

    A finding that a REPORT shows stands unless somebody has dismissed it since, in the
    .belie-dismissed.toml beside its copy or in the working directory.
    """
    from ..catalogue import list_rules

    if precision != bool(reports):
        fail("--precision and REPORT belong together; give it what earlier runs wrote as json")
    if reports:
        _show_precision(reports)
        return
    with _opened() as house:
        typer.echo(list_rules(_in_force(house)))


@app.command(
    cls=Command,
    epilog=examples(
        "belie rule control/annexed-but-lost",
    ),
)
def rule(name: Annotated[str, typer.Argument(metavar="RULE")]) -> None:
    """Explain one rule, with its examples."""
    from ..catalogue import describe_rule

    with _opened() as house:
        known = {each.name: each for each in _in_force(house)}
        typer.echo(describe_rule(_named(name, known, "rule")))


@app.command(cls=Command)
def kinds() -> None:
    """List the kinds of fact that are read."""
    from ..catalogue import list_kinds

    with _opened() as house:
        typer.echo(list_kinds(house.kinds))


@app.command(
    cls=Command,
    epilog=examples(
        "belie kind control",
        "belie kind casualty",
    ),
)
def kind(name: Annotated[str, typer.Argument(metavar="KIND")]) -> None:
    """Explain one kind of fact, with its words or phrases and examples."""
    from ..catalogue import describe_kind

    with _opened() as house:
        typer.echo(describe_kind(_named(name, house.kinds, "kind")))


@app.command(
    "test",
    cls=Command,
    epilog=examples(
        "belie test",
        "belie test rules/control",
        "belie test drafts/new-rule.yaml",
    ),
)
def run_examples(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATH",
            help="Files or folders of kinds and rules; else those that belie.toml names, or all of "
            "belie's.",
        ),
    ] = None,
    *,
    coverage: Annotated[
        bool, typer.Option("--coverage", help="Name the conditions that no example proves.")
    ] = False,
) -> None:
    """Run the examples inside kinds and rules, and look for what is wrong with a rule besides.

    A kind must read its sentences, by its phrases or by its words, a rule must flag and keep quiet
    as its examples say, and a rule that none of its examples makes flag fails too. Exit code 1 if
    any fails, 2 if a file cannot be used; the others are tested all the same.
    """
    from ..selftest import NothingToTestError, house_tested, load_tested, run_tests

    settings = _configuration().settings
    house = House(settings.rules, settings.kinds)
    try:
        if paths or not (settings.rules or settings.kinds):
            tested = load_tested(paths or (), house.kinds)
        else:
            tested = house_tested(house)
    except (KnowledgeError, NothingToTestError) as failure:
        fail(str(failure))
    problems = dict.fromkeys((*map(str, tested.problems), *house.problems()))
    for problem in problems:
        complain(problem)
    results = run_tests(tested)
    failures = [result for result in results if not result.passed]
    for result in failures:
        typer.echo(f"{result.path}:{result.line}: {result.name}: {result.problem}")
    typer.echo(f"{len(results) - len(failures):,} of {len(results):,} examples hold")
    if coverage:
        from ..coverage import cover

        covered = cover(tested.rules, tested.kinds)
        for unproved in (*covered.unproved, *covered.idle):
            typer.echo(str(unproved))
        proved = covered.conditions - len(covered.unproved)
        typer.echo(f"{proved:,} of {covered.conditions:,} conditions are proved by an example")
    raise typer.Exit(FAILED if problems else FOUND * bool(failures))


@app.command(
    cls=Command,
    epilog=examples(
        "belie new rule house/two-mayors --of control",
        "belie new kind siege",
        "belie new kind arrest --counts > arrest.yaml",
    ),
)
def new(
    what: Annotated[Literal["rule", "kind"], typer.Argument()],
    name: Annotated[str, typer.Argument(metavar="NAME")],
    *,
    of: Annotated[
        str | None, typer.Option(metavar="KIND", help="The kind of fact a rule is about.")
    ] = None,
    counts: Annotated[
        bool, typer.Option("--counts", help="Of a kind: it counts people, and is read by words.")
    ] = False,
) -> None:
    """Begin a rule, called topic/name, or a kind, read by phrases or words; its examples hold.

    It is written into the first folder of rules or of kinds that belie.toml names, where nothing
    is ever overwritten. Without such a folder it is printed.
    """
    from ..knowledge import parse_yaml
    from ..scaffold import new_kind, new_rule

    if counts and what != "kind":
        fail(f"--counts goes with a kind, not with a {what}")
    settings = _configuration(complete=False).settings
    house = House(settings.rules, settings.kinds)
    known = house.kinds
    try:
        if what == "rule":
            from ..rulebook.rule import load_rule

            text = new_rule(
                name, _named(of or next(iter({**house.own_kinds, **known})), known, "kind")
            )
            load_rule(parse_yaml(text, Path(name)), known)
        else:
            from ..kinds import load_kind

            text = new_kind(name, counts=counts)
            load_kind(parse_yaml(text, Path(name)))
    except KnowledgeError as failure:
        fail(f"{name!r} {failure.problem}")  # all but the name is belie's own
    folders = settings.rules if what == "rule" else settings.kinds
    if not folders:
        typer.echo(text, nl=False)
        return
    if name in (known if what == "kind" else [each.name for each in house.rules]):
        fail(f"there is a {what} {name!r} already; call it something else")
    path = folders[0] / f"{name}.yaml"
    _write_new(path, text, (*settings.rules, *settings.kinds))
    typer.echo(f"{path}: written; belie test {path} runs its examples")


def _write_new(path: Path, text: str, folders: Sequence[Path]) -> None:
    """Writes a file where there is none, and makes the folders of the house that are missing."""
    try:
        for folder in (*folders, path.parent):
            folder.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        fail(f"{path}: is there already; nothing was written")
    except OSError as failure:
        fail(f"{path}: cannot be written: {failure.strerror}")


@app.command(
    cls=Command,
    epilog=examples(
        "belie schema rule > rule.schema.json",
        "belie schema statements --kind casualty --kind poll",
        "belie schema mentions",
    ),
)
def schema(
    what: Annotated[
        Literal["rule", "shared", "kind", "article", "statements", "report", "mentions"],
        typer.Argument(),
    ],
    *,
    kind: Annotated[
        list[str] | None,
        typer.Option(metavar="KIND", help="Of statements, only this kind. Repeatable."),
    ] = None,
) -> None:
    """Print a JSON Schema: of files of rules, what they share or kinds; of what is checked or told.

    That of statements is fit for the structured output of a language model.
    """
    import json

    from ..entry_schema import article_schema
    from ..kinds import kind_schema
    from ..report.mentions import mentions_schema
    from ..report.schema import report_schema
    from ..rulebook.rule import rule_schema
    from ..rulebook.shared import shared_schema
    from ..statements.schema import statements_schema

    if kind and what != "statements":
        fail(f"--kind goes with statements, not with {what}")
    configuration = _configuration()
    known = House(configuration.settings.rules, configuration.settings.kinds).kinds
    chosen = [_named(name, known, "kind") for name in kind or ()]
    told = chosen or [each for each in known.values() if not each.compared]
    schemas: dict[str, Callable[[], dict[str, Any]]] = {
        "rule": rule_schema,
        "shared": shared_schema,
        "kind": kind_schema,
        "article": article_schema,
        "report": report_schema,
        "mentions": mentions_schema,
        "statements": lambda: statements_schema(told),
    }
    typer.echo(json.dumps(schemas[what](), indent=2))


def _configuration(*, complete: bool = True) -> Configuration:
    """What is in force in the working directory; ``complete`` as for ``configuration_for``."""
    try:
        return configuration_for(complete=complete)
    except KnowledgeError as failure:
        fail(str(failure))


def _in_force(house: House) -> list[Rule]:
    """The rules of the house, each as grave as its settings say."""
    return graded(house.rules, _configuration().settings.severities)


@contextmanager
def _opened() -> Iterator[House]:
    """The kinds and rules in force in the working directory; what is wrong with any is said."""
    settings = _configuration().settings
    house = House(settings.rules, settings.kinds)
    try:
        yield house
    except KnowledgeError as failure:
        fail(str(failure))
    finally:
        for problem in house.problems():
            complain(problem)
    if house.problems():
        raise typer.Exit(FAILED)


def _show_precision(reports: Sequence[Path]) -> None:
    from ..baseline import BaselineError
    from ..precision import judged, render_judgement

    try:
        typer.echo(render_judgement(judged(reports)), nl=False)
    except (BaselineError, KnowledgeError) as failure:
        fail(str(failure))


def _named(name: str, known: Mapping[str, _Known], what: str) -> _Known:
    if name not in known:
        fail(f"there is no {what} {name!r}{nearest(name, known)}")
    return known[name]
