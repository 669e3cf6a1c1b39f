"""The commands about kinds and rules: what there is, new ones, and their examples."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar

import typer

from ..knowledge import KnowledgeError, nearest
from .application import FOUND, Command, app, examples, fail

if TYPE_CHECKING:
    from ..kinds import Kind
    from ..rulebook.rule import Rule

__all__ = ["kind", "kinds", "new", "rule", "rules", "run_examples", "schema"]

_Known = TypeVar("_Known")


@app.command(cls=Command)
def rules() -> None:
    """List the rules."""
    from ..catalogue import list_rules

    typer.echo(list_rules(_load_rules()))


@app.command(
    cls=Command,
    epilog=examples(
        "belie rule control/annexed-but-lost",
    ),
)
def rule(name: Annotated[str, typer.Argument(metavar="RULE")]) -> None:
    """Explain one rule, with its examples."""
    from ..catalogue import describe_rule

    known = {each.name: each for each in _load_rules()}
    typer.echo(describe_rule(_named(name, known, "rule")))


@app.command(cls=Command)
def kinds() -> None:
    """List the kinds of fact that are read."""
    from ..catalogue import list_kinds

    typer.echo(list_kinds(_load_kinds()))


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

    typer.echo(describe_kind(_named(name, _load_kinds(), "kind")))


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
            metavar="PATH", help="Files or folders of kinds and rules; else all of belie's."
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
    any fails.
    """
    from ..selftest import NothingToTestError, load_tested, run_tests

    try:
        tested = load_tested(paths or ())
    except (KnowledgeError, NothingToTestError) as failure:
        fail(str(failure))
    results = run_tests(tested)
    failures = [result for result in results if not result.passed]
    for result in failures:
        typer.echo(f"{result.path}:{result.line}: {result.name}: {result.problem}")
    typer.echo(f"{len(results) - len(failures):,} of {len(results):,} examples hold")
    if coverage:
        from ..coverage import cover

        covered = cover(tested.rules, tested.kinds)
        for problem in (*covered.unproved, *covered.idle):
            typer.echo(str(problem))
        proved = covered.conditions - len(covered.unproved)
        typer.echo(f"{proved:,} of {covered.conditions:,} conditions are proved by an example")
    raise typer.Exit(FOUND if failures else 0)


@app.command(
    cls=Command,
    epilog=examples(
        "belie new rule drafts/two-mayors --of control > drafts/two-mayors.yaml",
        "belie new kind siege > siege.yaml",
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
    """Print the beginnings of a rule, called topic/name, or of a kind, read by phrases or words."""
    from ..knowledge import parse_yaml
    from ..scaffold import new_kind, new_rule

    if counts and what != "kind":
        fail(f"--counts goes with a kind, not with a {what}")
    known = _load_kinds()
    try:
        if what == "rule":
            from ..rulebook.rule import load_rule

            text = new_rule(name, _named(of or next(iter(known)), known, "kind"))
            load_rule(parse_yaml(text, Path(name)), known)
        else:
            from ..kinds import load_kind

            text = new_kind(name, counts=counts)
            load_kind(parse_yaml(text, Path(name)))
    except KnowledgeError as failure:
        fail(str(failure))
    typer.echo(text, nl=False)


@app.command(
    cls=Command,
    epilog=examples(
        "belie schema rule > rule.schema.json",
        "belie schema statements --kind casualty --kind poll",
        "belie schema mentions",
    ),
)
def schema(
    what: Annotated[Literal["rule", "shared", "kind", "statements", "mentions"], typer.Argument()],
    *,
    kind: Annotated[
        list[str] | None,
        typer.Option(metavar="KIND", help="Of statements, only this kind. Repeatable."),
    ] = None,
) -> None:
    """Print a JSON Schema: of files of rules, what they share or kinds; of statements or mentions.

    That of statements is fit for the structured output of a language model.
    """
    import json

    from ..kinds import kind_schema
    from ..report.mentions import mentions_schema
    from ..rulebook.rule import rule_schema
    from ..rulebook.shared import shared_schema
    from ..statements.schema import statements_schema

    if kind and what != "statements":
        fail(f"--kind goes with statements, not with {what}")
    known = _load_kinds()
    chosen = [_named(name, known, "kind") for name in kind or ()]
    told = chosen or [each for each in known.values() if not each.compared]
    schemas: dict[str, Callable[[], dict[str, Any]]] = {
        "rule": rule_schema,
        "shared": shared_schema,
        "kind": kind_schema,
        "mentions": mentions_schema,
        "statements": lambda: statements_schema(told),
    }
    typer.echo(json.dumps(schemas[what](), indent=2))


def _load_kinds() -> dict[str, Kind]:
    from ..kinds import load_kinds

    try:
        return load_kinds()
    except KnowledgeError as failure:
        fail(str(failure))


def _load_rules() -> list[Rule]:
    from ..rulebook.rule import load_rules

    kinds = _load_kinds()
    try:
        return load_rules(kinds=kinds)
    except KnowledgeError as failure:
        fail(str(failure))


def _named(name: str, known: Mapping[str, _Known], what: str) -> _Known:
    if name not in known:
        fail(f"there is no {what} {name!r}{nearest(name, known)}")
    return known[name]
