"""MkDocs events mapped to the portal's steps. Beside this file, building.py, byhand.py and live.py know MkDocs.

MkDocs converts the few pages written by hand and sets up the templates; the portal renders all others itself, so that
a record costs no more than its template. Everything is imported here at the top: MkDocs makes this folder importable
only while it loads this file, and under `mkdocs serve` the same module lives through many builds.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from building import TEMPLATES, Building, data_folder
from byhand import resolved
from jinja2 import Environment
from live import Live, Rebuilder
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from portal.workers import collect_rarely

#: Only under `mkdocs serve`.
_live: Live | None = None
_building: Building | None = None


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    global _live
    collect_rarely()
    if command == "serve":
        _live = Live()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load, check and link the records; stop before anything is written if they are not in order."""
    global _building
    _building = Building(config, _live)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    _now().choose(files)
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    _now().by_hand.turn_to(page)
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    return resolved(html, page.url)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    return _now().set_up(env, files)


def on_template_context(context: dict[str, Any], *, template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """The error page is served under any address, so its links start at the root."""
    _now().build.view.turn_to_anywhere(context["base_url"].rstrip("/") + "/")
    return context


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """A page written by hand gets what generated ones have."""
    build = _now().build
    return {**context, **build.context(_now().by_hand.add(page, build.changes))}


def on_post_build(config: MkDocsConfig) -> None:
    _now().finish()


def on_build_error(error: Exception) -> None:
    if _building:
        _building.discard()


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    assert _live
    server.watch(str(data_folder()))
    server.set_app(_live.answer(server))
    by_mkdocs = [Path(config.config_file_path), Path(config.docs_dir), TEMPLATES]
    server.builder = Rebuilder(builder, lambda: _now().show_records(), by_mkdocs)
    return server


def on_shutdown() -> None:
    if _live:
        _live.whole.close()


def _now() -> Building:
    """The build that is under way, or that the preview shows."""
    assert _building
    return _building
