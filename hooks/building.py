"""One build by MkDocs, from its settings to the finished site, or to a preview that shows it."""

from __future__ import annotations

import datetime as dt
import json
import logging
import os
from functools import partial
from pathlib import Path

from byhand import ByHand
from commands.progress import Progress
from jinja2 import Environment
from live import Live
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils import CountHandler
from portal.build import sitemap
from portal.build.knowledge import Build
from portal.build.publication import NotWhole, Publication
from portal.build.rendering import Renderer
from portal.build.templates import CompiledTemplates, Templates
from portal.history import read_history
from portal.outputs import assets, security
from portal.outputs.publish import Staging
from portal.outputs.sitefolder import listing
from portal.parts.page import Page as GeneratedPage
from portal.phases import Phases
from portal.pipeline import HasProblems, Reading, read, register_of
from portal.problems import summary
from portal.register.link import Register
from portal.register.lookups import noting
from portal.store import CACHE, NOWHERE, Store, store_of, store_of_texts
from portal.workers import Crew, Meanwhile, leave_behind, processors, uncollected, unseen

TEMPLATES = Path(__file__).parent.parent / "overrides"
ASSETS = TEMPLATES / "assets"
_UNUSED = ("assets/javascripts/", "assets/stylesheets/", "assets/images/", "assets/css/", "assets/js/")

log = logging.getLogger("mkdocs.hooks.portal")


class Building:
    """Begins with the records: if they are not in order, it ends there, before anything is written."""

    def __init__(self, config: MkDocsConfig, live: Live | None) -> None:
        self._config = config
        self._live = live
        self._phases = Phases()
        cache = "" if live else os.environ.get("CACHE", str(_root(config) / CACHE))
        # The preview draws pages one by one, and keeps the records in memory.
        self._store = store_of(cache, Path(config.site_dir), _sources(config))
        self._compiled = live.compiled if live else CompiledTemplates(self._store)
        # What a disk has not been asked for in a while takes it seconds.
        self._older = Meanwhile(partial(listing, spare)) if (spare := self._store.spare) else None
        reading, register = self._read(store_of_texts(cache, data_folder()))
        self._staging = None if live else Staging(Path(config.site_dir), self._store.spare)
        if self._staging:
            config.site_dir = str(self._staging.folder)
        config.site_url = config.site_url or register.settings.address.rstrip("/") + "/"
        config.site_name = register.settings.name
        config.site_description = register.settings.tagline
        config.repo_url = os.environ.get("REPO_URL") or register.settings.repository
        config.theme.static_templates.discard(sitemap.PATH)
        self.by_hand = ByHand(register, config)
        self.build = self._build_of(reading, register)
        self._publication: Publication | None = None
        self._environment: Environment
        self._renderer: Renderer

    def choose(self, files: Files) -> None:
        """Leave out what the theme brings and the portal does not use; name the pages that others may link to."""
        for file in list(files):
            if file.src_uri.startswith(_UNUSED):
                files.remove(file)
        with self._phases.measured("pages"):
            generated = self.build.pages
        for page in generated:
            if _is_linkable(page, Path(self._config.docs_dir)):
                add = File.generated(self._config, page.source, content="", inclusion=InclusionLevel.NOT_IN_NAV)
                files.append(add)
        for name, (path, text) in assets.assets(ASSETS).items():
            files.append(File.generated(self._config, path, content=text))
            self.build.assets[name] = path

    def set_up(self, environment: Environment, files: Files) -> Environment:
        """Filters and globals for the templates; from here on MkDocs only has the pages written by hand."""
        for file in list(files):
            if file.generated_by and file.is_documentation_page():
                files.remove(file)
        self._environment = environment
        self._renderer = self._renderer_of(self.build)
        self._renderer.read_templates(
            path.relative_to(TEMPLATES).as_posix() for path in sorted(TEMPLATES.rglob("*.html"))
        )
        if self._staging:  # MkDocs has emptied the folder and not yet written to it
            self._publication = Publication(
                self._staging, self._store, self._renderer, older=self._older, early_index=_for_preview()
            )
        return self._renderer.environment

    def finish(self) -> None:
        """All that follows from the records; then the new site takes the old one's place."""
        if self._live:
            self._live.show(self._renderer, self.by_hand.faces)
            return
        assert self._staging
        assert self._publication
        crew = Crew(processors(), Progress() if log.isEnabledFor(logging.INFO) else unseen)
        faces = self.by_hand.faces.values()
        try:
            balance = self._publication.finish(faces, crew, phases=self._phases, warn=log.warning)
        except NotWhole as error:
            raise Abort(str(error)) from None
        if not balance.balances:
            log.error("Der Kassensturz geht nicht auf:\n%s", balance.table())
            raise Abort("Es ist etwas verloren gegangen; die neue Fassung wird nicht veröffentlicht.")
        print(balance.table())
        if _has_warnings():
            self._staging.discard()  # MkDocs aborts a strict build after this event
            return
        self._config.site_dir = str(self._publication.publish(self._phases))
        self._compiled.keep()
        if path := os.environ.get("PHASES"):
            Path(path).write_text(json.dumps(self._phases.seconds), encoding="utf-8")
        leave_behind(self)

    def discard(self) -> None:
        """Nothing is left of a build that failed."""
        if self._staging:
            self._staging.discard()

    def show_records(self) -> bool:
        """Show changed records without MkDocs; not possible where pages written by hand depend on what changed."""
        assert self._live
        reading, register = self._read(NOWHERE)
        if register.settings != self.build.register.settings or not self.by_hand.name_the_same(register):
            return False
        build = self._build_of(reading, register)
        build.assets = self.build.assets
        self.build, self._renderer = build, self._renderer_of(build)
        self._live.show(self._renderer, self.by_hand.faces)
        return True

    def _read(self, store: Store) -> tuple[Reading, Register]:
        """Load, check and link the records; every problem is said."""
        live, phases = self._live, self._phases
        memory = live.memory if live else None
        # The preview has threads, and forks do not go with them.
        with uncollected(), Crew(1 if live else processors()) as crew:
            reading = read(
                data_folder(), os.environ, dt.date.today, phases=phases, memory=memory, store=store, crew=crew
            )
        try:
            with uncollected(), phases.measured("link"):
                return reading, register_of(reading, memory)
        except HasProblems:
            for problem in reading.problems:
                log.error(problem.as_text())
            raise Abort(summary(reading.problems, reading.read.total())) from None

    def _build_of(self, reading: Reading, register: Register) -> Build:
        with self._phases.measured("history"):
            reads = self._live.history.read if self._live else read_history
            history = reads(data_folder(), reading.entries)
        if self._store.is_open:
            register = noting(register)
        return Build(reading, register, history, self._config.site_url or "", self._config.repo_url or "")

    def _renderer_of(self, build: Build) -> Renderer:
        templates = Templates(self._environment, build, self._compiled)
        # The preview brings a script of its own into pages, which the policy would forbid.
        templates.globals["security"] = None if self._live or _for_preview() else security
        return Renderer(build, templates, {"config": self._config})


def data_folder() -> Path:
    return Path(os.environ.get("DATA") or "data")


def _for_preview() -> Path | None:
    """Where a running preview wants to find the search index, if it is one that this is built for."""
    return Path(found) if (found := os.environ.get("PREVIEW")) else None


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _sources(config: MkDocsConfig) -> list[Path]:
    """All code and text that a site is made by, beside its records."""
    root = _root(config)
    return [Path(__file__).parent, TEMPLATES, Path(config.docs_dir), root / "requirements", root / "mkdocs.yml"]


def _has_warnings() -> bool:
    """Whether this is a strict build that MkDocs is about to refuse."""
    handlers = logging.getLogger("mkdocs").handlers
    return any(handler.get_counts() for handler in handlers if isinstance(handler, CountHandler))


def _is_linkable(page: GeneratedPage, docs: Path) -> bool:
    """Whether pages written by hand may name its file: what lies beside them. Records are named by [[id]]."""
    folder, _, rest = page.url.partition("/")
    return not page.key and not page.redirect_to and (not rest or (docs / folder).is_dir())
