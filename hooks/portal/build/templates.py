"""The templates' environment: MkDocs's own, quicker for a site of many thousand pages."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from typing import Any

from jinja2 import Environment


class Templates(Environment):
    """Knows what another environment knows. Records are text, so whatever templates print is escaped."""

    def __init__(self, other: Environment) -> None:
        super().__init__(
            loader=other.loader,
            autoescape=True,  # MkDocs leaves it off
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,  # templates do not change during a build; asking each time costs a look at every file
        )
        self.filters |= other.filters
        self.globals |= other.globals

    def make_globals(self, d: Mapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Every template shares one mapping: with Jinja's chain of mappings, each import compares all names, slowly."""
        return super().make_globals(d) if d else self.globals  # type: ignore[arg-type]
