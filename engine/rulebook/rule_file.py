"""The form of a rule's file, as pydantic checks it."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from ..model import Severity, Status
from .examples import RuleTest, Text

__all__ = ["RuleFile", "UnlessBlock"]

_MAX_ROLES = 4

_Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
_Roles = Annotated[dict[_Identifier, str], Field(max_length=_MAX_ROLES)]


class UnlessBlock(BaseModel):
    """Roles beside ``where``."""

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[str, str]

    where: Annotated[tuple[Text, ...], Field(min_length=1)]

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
    unless: tuple[UnlessBlock, ...] = ()
    say: Text
    tests: tuple[RuleTest, ...] = ()

    @field_validator("unless", mode="before")
    @classmethod
    def _one_block_or_several(cls, blocks: Any) -> Any:  # noqa: ANN401 - not yet validated
        return [blocks] if isinstance(blocks, dict) else blocks

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
