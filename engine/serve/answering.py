"""What a process that checks answers, one request after the other."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from ..batch import Examination, Examiner, Task
from ..closing import Closing
from ..configuration import Configuration, Settings, read_configuration
from ..containment import contained
from ..entries import EntryError, Submission, Unreadable, submission_of
from ..in_force import InForce
from ..knowledge import KnowledgeError
from ..matching.base import EngineUnavailableError
from ..model import Article, Issue, Report
from ..report.json import findings_alone, json_line
from ..selection import UnknownRuleError
from ..statements.facts import FactMaker
from . import language_tool
from .messages import CSS, HTML, JSON, TEXT, Answer, Errand, Job, Setup
from .problems import Problem, ProblemError, mistake_in, unfit
from .requests import Choice, choice_of, data_of, stated_in

__all__ = ["Answering", "UnfitHouseError"]

_UNNAMED = "article"
_MOST_CHOICES = 2
"""Choices of rules that are kept ready beside that of the house; each has a process."""


class UnfitHouseError(Exception):
    """Nothing can be checked as is asked; the message says why."""


class Answering(Closing):
    """Checks in this process, with what is loaded once.

    Args:
        setup: how.

    Raises:
        UnfitHouseError: when nothing can be checked so.
    """

    def __init__(self, setup: Setup) -> None:
        self._setup = setup
        self._day = date.today()
        try:
            self._configuration = _configuration(setup)
            self._in_force = self._opened()
            self._examiner = self._another()
            self._rules = self._examiner.checker(self._in_force.settings(None)).rules
            self._maker = FactMaker(self._in_force.house(None).kinds)
            self._choices: set[Settings] = set()
            self._chosen = self._another()
            self._try()
        except (KnowledgeError, UnknownRuleError, EngineUnavailableError, ProblemError) as failure:
            raise UnfitHouseError(str(failure)) from None
        self._errands: Mapping[Errand, Callable[[Job], Answer]] = {
            "check": self._check,
            "page": self._page,
            "statements": self._statements,
            "language tool": self._language_tool,
            "describe": self._describe,
        }

    def _opened(self) -> InForce:
        """What is in force; a dismissal may have ended since yesterday."""
        setup = self._setup
        return InForce(setup.select, setup.ignore, configuration=self._configuration)

    def _try(self) -> None:
        """Checks an example of a rule: what is loaded or found wrong at first use is so now."""
        examples = (test for rule in self._rules for test in rule.tests if test.text)
        if example := next(examples, None):
            self._examined(
                Submission(Article(example.text or "", None, example.published)), Choice()
            )

    def _another(self) -> Examiner:
        how = Examination(timeout=self._setup.matching)
        return Examiner(how, houses=self._in_force.houses)

    def problems(self) -> Iterator[str]:
        """What is wrong with files of the house, each once."""
        return self._in_force.problems()

    def answer(self, job: Job) -> Answer:
        """The answer to ``job``, whatever it is."""
        faults: list[Issue] = []
        problem: Problem | None = None
        with contained(faults, "the request was not answered"):
            try:
                return self._errands[job.errand](job)
            except ProblemError as failure:
                problem = failure.problem
            except MemoryError:
                problem = Problem("too-large", "there is not enough memory to check it")
        problem = problem or Problem("fault", faults[0].message)
        return problem.in_words() if job.errand == "language tool" else problem.answer()

    def _check(self, job: Job) -> Answer:
        choice = choice_of(job.query)
        report = self._examined(_submission(job), choice)
        return _as_json(findings_alone(report) if choice.findings else report)

    def _page(self, job: Job) -> Answer:
        from ..report.html import render_article

        report = self._examined(_submission(job), choice_of(job.query))
        html = render_article(report, kinds=self._in_force.house(None).kinds)
        return Answer(html.encode(), HTML)

    def _statements(self, job: Job) -> Answer:
        choice = choice_of(job.query)
        kinds = self._in_force.house(None).kinds
        stated = stated_in(data_of(job.body), kinds, self._maker)
        report = self._examined(Submission(stated.article, stated=stated), choice)
        return _as_json(findings_alone(report) if choice.findings else report)

    def _language_tool(self, job: Job) -> Answer:
        wish = language_tool.wish_of(language_tool.form_of(job.body))
        report = self._examined(Submission(wish.article), Choice()) if wish.article else None
        data = language_tool.check_data(report, wish, self._rules)
        return Answer(_json(data).encode())

    def _describe(self, _: Job) -> Answer:
        from ..report.html import stylesheet
        from .documentation import documentation
        from .specification import specification

        kinds = [kind for kind in self._in_force.house(None).kinds.values() if not kind.compared]
        described = specification(kinds, self._setup.largest)
        longest = self._setup.largest // language_tool.BYTES_A_UNIT
        rules = language_tool.configuration_data(self._rules, longest)
        return Answer(
            _json(
                {
                    "/docs": [HTML, documentation(described)],
                    "/openapi.json": [JSON, _json(described)],
                    "/assets/report.css": [CSS, stylesheet()],
                    "/v2/languages": [JSON, _json(language_tool.languages_data())],
                    "/v2/configinfo": [JSON, _json(rules)],
                    "/v2/maxtextlength": [TEXT, str(longest)],
                }
            ).encode()
        )

    def _examined(self, submission: Submission, choice: Choice) -> Report:
        """The report on an article, with the rules, severities and dismissals of the house.

        Raises:
            ProblemError: when a rule is asked for that there is not.
        """
        if date.today() != self._day:
            houses, self._day = self._in_force.houses, date.today()
            self._in_force = self._opened()
            self._in_force.houses = houses
        task = next(self._in_force.tasks([submission]))
        if isinstance(task, Unreadable):  # a file of dismissals, say, that cannot be used any more
            raise ProblemError(Problem("fault", task.problem))
        if choice.select or choice.ignore:
            task = self._chosen_for(task, choice)
            report = self._chosen.report(task)
        else:
            report = self._examiner.report(task)
        report = self._in_force.judged(task, report)
        return replace(report, notes=(*report.notes, *submission.notes))

    def _chosen_for(self, task: Task, choice: Choice) -> Task:
        for name, ignore in (("select", ()), ("ignore", choice.ignore)):
            settings = task.settings.asked(choice.select, ignore)
            try:
                self._in_force.houses.of(settings).rulebook(settings)
            except UnknownRuleError as failure:
                raise unfit(str(failure), parameter=name) from None
        if settings not in self._choices and len(self._choices) == _MOST_CHOICES:
            self._choices.clear()
            self._chosen.close()
            self._chosen = self._another()
        self._choices.add(settings)
        return replace(task, settings=settings)

    def close(self) -> None:
        """Gives back what its checkers hold; it is not used again."""
        self._examiner.close()
        self._chosen.close()


def _configuration(setup: Setup) -> Configuration | None:
    """The file of settings that was named.

    Raises:
        UnfitHouseError: when it says nothing of belie.
        KnowledgeError: when it cannot be used.
    """
    if setup.configuration is None:
        return None
    found = read_configuration(setup.configuration)
    if found is None:
        raise UnfitHouseError(f"{setup.configuration}: has no table [tool.belie]")
    return found


def _submission(job: Job) -> Submission:
    try:
        return submission_of(data_of(job.body), _UNNAMED)
    except EntryError as failure:
        raise ProblemError(Problem("unfit", str(failure), [mistake_in(failure)])) from None


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False)


def _as_json(report: Report) -> Answer:
    return Answer(f"{json_line(report)}\n".encode())
