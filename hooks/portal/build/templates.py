"""The templates' environment: MkDocs's own, with what the portal knows, quicker for a site of many thousand pages."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from typing import Any

from jinja2 import BytecodeCache, Environment

from portal.build.knowledge import Build
from portal.dates import PartialDate
from portal.german import file_size
from portal.records import RECORD_TYPES, UNKNOWN
from portal.views.filters import filters


class Templates(Environment):
    """For one build. Records are text, so whatever templates print is escaped."""

    def __init__(self, other: Environment, build: Build, compiled: BytecodeCache | None = None) -> None:
        super().__init__(
            loader=other.loader,
            bytecode_cache=compiled,
            autoescape=True,  # MkDocs leaves it off
            trim_blocks=True,
            lstrip_blocks=True,
            cache_size=-1,  # all of them, without asking which was used last
            auto_reload=False,  # templates do not change during a build; asking each time costs a look at every file
        )
        self.filters |= other.filters | filters(build.view)
        self.filters["dateigroesse"] = lambda path: file_size(build.sizes[path])
        self.globals |= other.globals
        self.globals |= {
            "portal": build.register.settings,
            "register": build.register,
            "view": build.view,
            "stand": PartialDate.of_day(build.register.today),
            "frische": build.freshness,
            "has_history": build.reading.as_of.has_history,
            "record_types": RECORD_TYPES,
            "assets": build.assets,
            "UNKNOWN": UNKNOWN,
        }

    def make_globals(self, d: Mapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Every template shares one mapping: with Jinja's chain of mappings, each import compares all names, slowly."""
        return super().make_globals(d) if d else self.globals  # type: ignore[arg-type]
