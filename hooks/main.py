"""MkDocs events mapped to the portal's steps. The only file that knows MkDocs.

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
from pathlib import Path
from typing import Any, Literal

from commands.progress import Progress
from jinja2 import Environment
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
from portal.build.rendering import Renderer
from portal.build.steps import finish
from portal.dates import PartialDate
from portal.german import file_size
from portal.history import read_history
from portal.outputs import assets, security
from portal.outputs.publish import Staging
from portal.parts.page import Page as GeneratedPage
from portal.parts.prose import EXTENSIONS, FOOTNOTE_WORDS, FOOTNOTES, RecordLinks
from portal.phases import Phases
from portal.pipeline import HasProblems, read, register_of
from portal.problems import summary
from portal.records import RECORD_TYPES, UNKNOWN
from portal.register.names import Target
from portal.register.urls import relative, url_of
from portal.search import SearchFailed
from portal.views.filters import filters
from portal.workers import Crew, processors, unseen

TEMPLATES = Path(__file__).parent.parent / "overrides"
ASSETS = TEMPLATES / "assets"
_UNUSED = ("assets/javascripts/", "assets/stylesheets/", "assets/images/", "assets/css/", "assets/js/")
#: Links to records while MkDocs converts a page: it leaves alone what has a scheme. What follows lies below the root.
_SCHEME = "portal:"
_LINK = re.compile(rf'(?<=href="){_SCHEME}([^"]*)')

log = logging.getLogger("mkdocs.hooks.portal")

_command = "build"
_build: Build
_renderer: Renderer
_phases: Phases
_staging: Staging | None = None
#: The pages written by hand, by their addresses.
_by_hand: dict[str, Face]
#: The source file of the page whose Markdown is being converted.
_current = ""


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    global _command
    _command = command


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load, check and link the records; stop before anything is written if they are not in order."""
    global _build, _phases, _staging, _by_hand
    folder = data_folder()
    _phases = Phases()
    reading = read(folder, os.environ, dt.date.today, _phases)
    try:
        with _phases.measured("link"):
            register = register_of(reading)
    except HasProblems:
        for problem in reading.problems:
            log.error(problem.as_text())
        raise Abort(summary(reading.problems, reading.read.total())) from None

    _staging = None if _command == "serve" else Staging(Path(config.site_dir))
    if _staging:
        config.site_dir = str(_staging.folder)
    config.site_url = config.site_url or register.settings.address.rstrip("/") + "/"
    config.site_name = register.settings.name
    config.site_description = register.settings.tagline
    config.repo_url = os.environ.get("REPO_URL") or register.settings.repository
    config.theme.static_templates.discard(sitemap.PATH)
    _by_hand = {}
    with _phases.measured("history"):
        history = read_history(folder, reading.entries)
    with _phases.measured("pages"):
        _build = Build(reading, register, history, config.site_url, config.repo_url or "")
    links = RecordLinks(register, _placeholder, _warn)
    config.markdown_extensions = [*EXTENSIONS, "toc", FOOTNOTES, links]  # type: ignore[list-item]
    config.mdx_configs[FOOTNOTES] = FOOTNOTE_WORDS
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out what the theme brings and the portal does not use; name the pages that others may link to."""
    for file in list(files):
        if file.src_uri.startswith(_UNUSED):
            files.remove(file)
    for page in _build.pages:
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
    global _renderer
    for file in list(files):
        if file.generated_by and file.is_documentation_page():
            files.remove(file)
    env.filters |= filters(_build.view)
    env.filters["dateigroesse"] = lambda path: file_size(_build.sizes[path])
    env.trim_blocks = env.lstrip_blocks = True
    env.autoescape = True  # MkDocs leaves it off; whatever a record says is text, not HTML
    env.globals |= {
        "portal": _build.register.settings,
        "register": _build.register,
        "view": _build.view,
        "stand": PartialDate.of_day(_build.register.today),
        "frische": _build.freshness,
        "has_history": _build.reading.as_of.has_history,
        "record_types": RECORD_TYPES,
        "assets": _build.assets,
        "UNKNOWN": UNKNOWN,
        "security": None if _command == "serve" else security,  # the preview brings a script of its own into pages
    }
    _renderer = Renderer(_build, env, {"config": config})
    _renderer.read_templates(path.relative_to(TEMPLATES).as_posix() for path in sorted(TEMPLATES.rglob("*.html")))
    return env


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
        source=f"{Path(config.docs_dir).name}/{page.file.src_uri}",
    )
    return {**context, **_build.context(face)}


def on_post_build(config: MkDocsConfig) -> None:
    """All that follows from the records; then the new site takes the old one's place."""
    crew = Crew(1 if _command == "serve" else processors(), Progress() if log.isEnabledFor(logging.INFO) else unseen)
    try:
        balance = finish(
            _build, _renderer, Path(config.site_dir), _by_hand.values(), crew, phases=_phases, warn=log.warning
        )
    except SearchFailed as error:
        raise Abort(f"Die Suche ließ sich nicht aufbauen: {error}") from None
    if not balance.balances:
        log.error("Der Kassensturz geht nicht auf:\n%s", balance.table())
        raise Abort("Es ist etwas verloren gegangen; die neue Fassung wird nicht veröffentlicht.")
    print(balance.table())
    if _staging and _has_warnings():
        _staging.discard()  # MkDocs aborts a strict build after this event
    elif _staging:
        with _phases.measured("publish"):
            config.site_dir = str(_staging.publish())
    if path := os.environ.get("PHASES"):
        Path(path).write_text(json.dumps(_phases.seconds), encoding="utf-8")


def on_build_error(error: Exception) -> None:
    if _staging:
        _staging.discard()


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    server.watch(str(data_folder()))

    def build_or_keep() -> None:
        """A record not in order yet must not leave the preview hanging: it keeps the last good pages."""
        try:
            builder()
        except Abort as error:
            log.error("%s Die Vorschau zeigt den letzten guten Stand.", error.format_message())

    server.builder = build_or_keep
    return server


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


def _placeholder(target: Target) -> str:
    return _SCHEME + url_of(target.key, target.fragment)


def _warn(message: str) -> None:
    """A wrong link in a page written by hand; in records the checks have refused it already."""
    log.warning("Doc file '%s': %s", _current, message)
