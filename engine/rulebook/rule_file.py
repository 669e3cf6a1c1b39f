"""The form of a rule's file, as pydantic checks it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from ..model import Severity, Status
from .examples import RuleTest, Text

__all__ = ["RuleFile", "SharedFile", "UnlessBlock"]

_MAX_ROLES = 4

_Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
_Signature = Annotated[
    str, Field(pattern=r"^[a-z][a-z0-9_]*\([a-z][a-z0-9_]*(, [a-z][a-z0-9_]*){0,3}\)$")
]


def _or_one(schema: dict[str, Any]) -> None:
    """Has a schema say that of what is listed, one alone needs no list."""
    several = dict(schema)
    schema.clear()
    schema["anyOf"] = [several["items"], several]


_Conditions = Annotated[
    tuple[Text, ...], Field(min_length=1, max_length=20, json_schema_extra=_or_one)
]
_Roles = Annotated[dict[_Identifier, str], Field(max_length=_MAX_ROLES)]


class UnlessBlock(BaseModel):
    """Roles beside ``where``, of which one may be several; two facts that may be swapped in it."""

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[str, str]

    either: Annotated[tuple[_Identifier, ...], Field(min_length=2, max_length=2)] = ()
    several: tuple[Literal[1, 2, 3], ...] = ()
    where: Annotated[tuple[Text, ...], Field(min_length=1)]

    @property
    def problem(self) -> str:
        """What is wrong with its facts; empty where nothing is."""
        if not self.roles:
            return "names no fact; write role: kind beside where"
        if len(self.roles) > _MAX_ROLES:
            return f"names {len(self.roles)} facts; {_MAX_ROLES} is the limit: divide it"
        if self.several and len(self.roles) > 1:
            return "is about several of one fact; name one"
        return ""

    @property
    def roles(self) -> dict[str, str]:
        """Kind by role."""
        return self.__pydantic_extra__


class RuleFile(BaseModel):
    """All that a file may say; see ``Rule``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    rule: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*/[a-z][a-z0-9-]*$")]
    title: Text
    severity: Severity
    status: Status
    why: Text
    exceptions: str = ""
    when: _Roles = {}
    each: Annotated[dict[_Identifier, str], Field(max_length=1)] = {}
    by: tuple[Text, ...] = ()
    having: Text | None = None
    where: tuple[Text, ...] = ()
    unless: Annotated[tuple[UnlessBlock | Text, ...], Field(json_schema_extra=_or_one)] = ()
    say: Text
    because: Text | None = None
    tests: tuple[RuleTest, ...] = ()

    @field_validator("unless", mode="before")
    @classmethod
    def _one_block_or_several(cls, blocks: Any) -> Any:  # noqa: ANN401 - not yet validated
        return [blocks] if isinstance(blocks, dict | str) else blocks

    @model_validator(mode="after")
    def _pairs_or_groups(self) -> RuleFile:
        if not self.when and not self.each:
            raise ValueError("a rule has when, for facts beside each other, or each, for a group")
        if bool(self.each) != bool(self.having) or bool(self.each) < bool(self.by):
            raise ValueError("each, by and having go together")
        if self.each and not self.by and not self.when:
            raise ValueError("a group is of what agrees in by, or of what stands beside a when")
        if self.each and self.unless:
            raise ValueError("a rule with each has no unless")
        return self


class SharedFile(BaseModel):
    """What rules share by name, each with its parameters: ``claimed(fact)``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    conditions: dict[_Signature, _Conditions] = {}
    unless: dict[_Signature, UnlessBlock] = {}

    @field_validator("conditions", mode="before")
    @classmethod
    def _one_line_or_several(cls, conditions: Any) -> Any:  # noqa: ANN401 - not yet validated
        if not isinstance(conditions, dict):
            return conditions
        return {k: [v] if isinstance(v, str) else v for k, v in conditions.items()}
