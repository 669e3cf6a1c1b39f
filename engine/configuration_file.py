"""The form of a file of settings, and of a file of dismissals, as pydantic checks it."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from .configuration import FailOn
from .model import Severity

__all__ = ["ConfigurationFile", "DismissalEntry", "DismissalFile", "PathsTable"]


class PathsTable(BaseModel):
    """What holds for some files alone."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    severities: dict[str, Severity] = {}


class ConfigurationFile(PathsTable):
    """All that the file may say; see ``configuration``."""

    rules: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    fail_on: Annotated[FailOn | None, Field(alias="fail-on")] = None
    paths: dict[str, PathsTable] = {}


class DismissalEntry(BaseModel):
    """One finding that is not to be told again; see ``dismissals``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    fingerprint: Annotated[str, Field(pattern=r"^[0-9a-f]{8,16}$")]
    why: Annotated[str, Field(min_length=1)]
    until: date | None = None
    copy_: Annotated[str | None, Field(alias="copy")] = None


class DismissalFile(BaseModel):
    """All of them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    dismissed: tuple[DismissalEntry, ...] = ()
