"""MkDocs events mapped to the portal's steps. Only this file and live.py know MkDocs.

MkDocs converts the few pages written by hand and sets up the templates; the portal renders all others itself, so that
a record costs no more than its template. Everything is imported here at the top: MkDocs makes this folder importable
only while it loads this file, and under `mkdocs serve` the same module lives through many builds.
"""

from __future__ import annotations

import datetime as dt
import json
import logging
import os
import re
from functools import partial
from pathlib import Path
from typing import Any, Literal

from commands.progress import Progress
from jinja2 import Environment
from live import Live, Rebuilder
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler
from portal.build import sitemap
from portal.build.face import Face
from portal.build.knowledge import Build
from portal.build.publication import NotWhole, Publication
from portal.build.rendering import Renderer
from portal.build.templates import CompiledTemplates, Templates
from portal.history import read_history
from portal.outputs import assets, security
from portal.outputs.publish import Staging
from portal.parts.page import Page as GeneratedPage
from portal.parts.prose import EXTENSIONS, FOOTNOTE_WORDS, FOOTNOTES, RecordLinks
from portal.phases import Phases
from portal.pipeline import HasProblems, Reading, read, register_of
from portal.problems import summary
from portal.register.entries import Key
from portal.register.link import Register
from portal.register.lookups import noting
from portal.register.names import Target
from portal.register.urls import relative, url_of
from portal.store import NOWHERE, Store, store_of, store_of_texts
from portal.workers import Crew, collect_rarely, processors, uncollected, unseen

TEMPLATES = Path(__file__).parent.parent / "overrides"
ASSETS = TEMPLATES / "assets"
#: What one build keeps for the next, unless CACHE names another folder, or none.
CACHE = ".cache"
_UNUSED = ("assets/javascripts/", "assets/stylesheets/", "assets/images/", "assets/css/", "assets/js/")
#: Links to records while MkDocs converts a page: it leaves alone what has a scheme. What follows lies below the root.
_SCHEME = "portal:"
_LINK = re.compile(rf'(?<=href="){_SCHEME}([^"]*)')

log = logging.getLogger("mkdocs.hooks.portal")

_build: Build
_renderer: Renderer
_phases: Phases
_staging: Staging | None = None
_publication: Publication
_store: Store
#: Under `mkdocs serve` from one build to the next, otherwise by way of the store.
_compiled: CompiledTemplates | None = None
#: Only under `mkdocs serve`.
_live: Live | None = None
#: Of the last time that MkDocs set up its templates.
_templates: Environment
#: The pages written by hand, by their addresses.
_by_hand: dict[str, Face]
#: Records that they name, with their titles.
_named_by_hand: dict[Key, str]
#: The source file of the page whose Markdown is being converted.
_current = ""


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    global _live
    collect_rarely()
    if command == "serve":
        _live = Live()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load, check and link the records; stop before anything is written if they are not in order."""
    global _build, _phases, _staging, _store, _compiled, _by_hand, _named_by_hand
    _phases = Phases()
    _store = _store_for(config)
    _compiled = _compiled or CompiledTemplates(_store)
    reading, register = _read_all(_store_of_texts(config))
    _staging = None if _live else Staging(Path(config.site_dir), _store.spare)
    if _staging:
        config.site_dir = str(_staging.folder)
    config.site_url = config.site_url or register.settings.address.rstrip("/") + "/"
    config.site_name = register.settings.name
    config.site_description = register.settings.tagline
    config.repo_url = os.environ.get("REPO_URL") or register.settings.repository
    config.theme.static_templates.discard(sitemap.PATH)
    _by_hand, _named_by_hand = {}, {}
    _build = _build_of(reading, register, config)
    links = RecordLinks(register, _placeholder, _warn)
    config.markdown_extensions = [*EXTENSIONS, "toc", FOOTNOTES, links]  # type: ignore[list-item]
    config.mdx_configs[FOOTNOTES] = FOOTNOTE_WORDS
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out what the theme brings and the portal does not use; name the pages that others may link to."""
    for file in list(files):
        if file.src_uri.startswith(_UNUSED):
            files.remove(file)
    with _phases.measured("pages"):
        generated = _build.pages
    for page in generated:
        if _is_linkable(page, Path(config.docs_dir)):
            files.append(File.generated(config, page.source, content="", inclusion=InclusionLevel.NOT_IN_NAV))
    for name, (path, text) in assets.assets(ASSETS).items():
        files.append(File.generated(config, path, content=text))
        _build.assets[name] = path
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    global _current
    _current = page.file.src_uri
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    return _LINK.sub(lambda found: relative(page.url, found[1]), html)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Filters and globals for the templates; from here on MkDocs only has the pages written by hand."""
    global _templates, _renderer, _publication
    for file in list(files):
        if file.generated_by and file.is_documentation_page():
            files.remove(file)
    _templates = env
    _renderer = _renderer_of(_build, config)
    _renderer.read_templates(path.relative_to(TEMPLATES).as_posix() for path in sorted(TEMPLATES.rglob("*.html")))
    if _staging:  # MkDocs has emptied the folder and not yet written to it
        _publication = Publication(_staging, _store, _renderer, settings="PREVIEW" in os.environ)
    return _renderer.environment


def _renderer_of(build: Build, config: MkDocsConfig) -> Renderer:
    templates = Templates(_templates, build, _compiled)
    # The preview brings a script of its own into pages, which the policy would forbid.
    templates.globals["security"] = None if _live or "PREVIEW" in os.environ else security
    return Renderer(build, templates, {"config": config})


def on_template_context(context: dict[str, Any], *, template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """The error page is served under any address, so its links start at the root."""
    _build.view.turn_to_anywhere(context["base_url"].rstrip("/") + "/")
    return context


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """A page written by hand gets what generated ones have."""
    face = _by_hand[page.url] = Face(
        url=page.url,
        title=str(page.title),
        description=page.meta.get("description", ""),
        content=page.content or "",
        canonical_url=page.canonical_url or "",
        update_date=_build.changes.of(page.url, None),
        language=page.meta.get("lang", "de"),
        is_homepage=page.is_homepage,
        template=page.meta.get("template", "main.html"),
        source=f"{Path(config.docs_dir).name}/{page.file.src_uri}",
    )
    return {**context, **_build.context(face)}


def on_post_build(config: MkDocsConfig) -> None:
    """All that follows from the records; then the new site takes the old one's place."""
    if _live:
        _live.show(_renderer, _by_hand)
        return
    assert _staging
    crew = Crew(processors(), Progress() if log.isEnabledFor(logging.INFO) else unseen)
    try:
        balance = _publication.finish(_by_hand.values(), crew, phases=_phases, warn=log.warning)
    except NotWhole as error:
        raise Abort(str(error)) from None
    if not balance.balances:
        log.error("Der Kassensturz geht nicht auf:\n%s", balance.table())
        raise Abort("Es ist etwas verloren gegangen; die neue Fassung wird nicht veröffentlicht.")
    print(balance.table())
    if _has_warnings():
        _staging.discard()  # MkDocs aborts a strict build after this event
        return
    config.site_dir = str(_publication.publish(_phases))
    if _compiled:
        _compiled.keep()
    if path := os.environ.get("PHASES"):
        Path(path).write_text(json.dumps(_phases.seconds), encoding="utf-8")


def on_build_error(error: Exception) -> None:
    if _staging:
        _staging.discard()


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    assert _live
    server.watch(str(data_folder()))
    server.set_app(_live.answer(server))
    by_mkdocs = [Path(config.config_file_path), Path(config.docs_dir), TEMPLATES]
    server.builder = Rebuilder(builder, partial(_show_records, config), by_mkdocs)
    return server


def on_shutdown() -> None:
    if _live:
        _live.whole.close()


def _show_records(config: MkDocsConfig) -> bool:
    """Show changed records without MkDocs; not possible where pages written by hand depend on what changed."""
    global _build, _renderer
    assert _live
    reading, register = _read_all(NOWHERE)
    if register.settings != _build.register.settings:
        return False
    if any(_title(register, key) != title for key, title in _named_by_hand.items()):
        return False
    build = _build_of(reading, register, config)
    build.assets = _build.assets
    _build, _renderer = build, _renderer_of(build, config)
    _live.show(_renderer, _by_hand)
    return True


def _read_all(store: Store) -> tuple[Reading, Register]:
    """Load, check and link the records; every problem is said."""
    memory = _live.memory if _live else None
    # The preview has threads, and forks do not go with them.
    with uncollected(), Crew(1 if _live else processors()) as crew:
        reading = read(data_folder(), os.environ, dt.date.today, phases=_phases, memory=memory, store=store, crew=crew)
    try:
        with uncollected(), _phases.measured("link"):
            return reading, register_of(reading, memory)
    except HasProblems:
        for problem in reading.problems:
            log.error(problem.as_text())
        raise Abort(summary(reading.problems, reading.read.total())) from None


def _build_of(reading: Reading, register: Register, config: MkDocsConfig) -> Build:
    with _phases.measured("history"):
        reads = _live.history.read if _live else read_history
        history = reads(data_folder(), reading.entries)
    if _store.is_open:
        register = noting(register)
    return Build(reading, register, history, config.site_url or "", config.repo_url or "")


def _store_for(config: MkDocsConfig) -> Store:
    """What builds of this site by this code remember. The preview renders pages one by one and needs nothing of it."""
    root = Path(config.config_file_path).parent
    sources = [Path(__file__).parent, TEMPLATES, Path(config.docs_dir), root / "requirements", root / "mkdocs.yml"]
    return store_of("" if _live else _cache(config), Path(config.site_dir), sources)


def _store_of_texts(config: MkDocsConfig) -> Store:
    """What builds and checks remember of the records' files. The preview keeps their whole values in memory."""
    return store_of_texts("" if _live else _cache(config), data_folder())


def _cache(config: MkDocsConfig) -> str:
    return os.environ.get("CACHE", str(Path(config.config_file_path).parent / CACHE))


def _has_warnings() -> bool:
    """Whether this is a strict build that MkDocs is about to refuse."""
    handlers = logging.getLogger("mkdocs").handlers
    return any(handler.get_counts() for handler in handlers if isinstance(handler, CountHandler))


def data_folder() -> Path:
    return Path(os.environ.get("DATA") or "data")


def _is_linkable(page: GeneratedPage, docs: Path) -> bool:
    """Whether pages written by hand may name its file: what lies beside them. Records are named by [[id]]."""
    folder, _, rest = page.url.partition("/")
    return not page.key and not page.redirect_to and (not rest or (docs / folder).is_dir())


def _title(register: Register, key: Key) -> str:
    entry = register.entries.get(key)
    return entry.record.title if entry else ""


def _placeholder(target: Target) -> str:
    _named_by_hand[target.key] = _title(_build.register, target.key)
    return _SCHEME + url_of(target.key, target.fragment)


def _warn(message: str) -> None:
    """A wrong link in a page written by hand; in records the checks have refused it already."""
    log.warning("Doc file '%s': %s", _current, message)
