"""The templates' environment: MkDocs's own, with what the portal knows, quicker for a site of many thousand pages."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from typing import Any

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from portal.build.knowledge import Build
from portal.dates import PartialDate
from portal.german import file_size
from portal.records import RECORD_TYPES, UNKNOWN
from portal.store import Store
from portal.views.filters import filters

#: The name under which builds keep compiled templates.
_COMPILED = "vorlagen"


class CompiledTemplates(BytecodeCache):
    """Templates compiled once, for this build and those after it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: dict[tuple[str, str], bytes] = store.load(_COMPILED) or {}
        self._has_more = False

    def load_bytecode(self, bucket: Bucket) -> None:
        if kept := self._kept.get((bucket.key, bucket.checksum)):
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key, bucket.checksum] = bucket.bytecode_to_string()
        self._has_more = True

    def keep(self) -> None:
        if self._has_more:
            self._store.keep(_COMPILED, self._kept)


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
