"""MkDocs events mapped to the portal's steps. The only file that knows MkDocs.

Everything is imported here at the top: MkDocs makes this folder importable only while it loads
this file, and under `mkdocs serve` the same module lives through many builds.
"""

from __future__ import annotations

import datetime as dt
import logging
import os
import posixpath
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler
from portal import search
from portal.dates import PartialDate
from portal.editing import files as editing
from portal.follow.following import Following, Offer
from portal.german import file_size
from portal.history import History, changelist, read_history
from portal.history.changelist import change_pages
from portal.history.telling import Host, page_history
from portal.outputs import assets, datafiles, exports, ledger, webfiles
from portal.outputs.cite import citation
from portal.outputs.jsonld import Graphs, WebPage
from portal.outputs.publish import Staging, write
from portal.parts.page import Page as GeneratedPage
from portal.parts.prose import EXTENSIONS, RecordLinks, clean, link_numbers
from portal.pipeline import HasProblems, Reading, read, register_of
from portal.problems import summary
from portal.records import RECORD_TYPES, UNKNOWN, Record
from portal.register.entries import Entry
from portal.register.link import Register
from portal.register.names import Target
from portal.register.urls import relative, url_of
from portal.views.filters import filters
from portal.views.freshness import Changes, freshness
from portal.views.pages import pages
from portal.views.view import View

ASSETS = Path(__file__).parent.parent / "overrides" / "assets"
_UNUSED = ("assets/javascripts/", "assets/stylesheets/", "assets/images/", "assets/css/", "assets/js/")

log = logging.getLogger("mkdocs.hooks.portal")


class Build:
    """What one build knows; made anew in `on_config`, so that nothing survives into the next."""

    def __init__(
        self, reading: Reading, register: Register, history: History, staging: Staging | None, config: MkDocsConfig
    ) -> None:
        self.reading = reading
        self.history = history
        self.host = Host(config.repo_url or "", register.settings.edit_path)
        self.register = register
        self.view = View(register)
        self.staging = staging
        #: Addresses of the stylesheet and the scripts, by the names templates know.
        self.assets: dict[str, str] = {}
        every = (*pages(register), *change_pages(history, register, self.host))
        self.pages = {page.source: page for page in every}
        self.changes = Changes(register)
        self.freshness = freshness(register)
        self.graphs = Graphs(register, config.site_url or "")
        self.following = Following(register, config.site_url or "", history)
        #: How many bytes each data file has, by its path.
        self.sizes: dict[str, int] = {}
        #: The page whose Markdown is being converted.
        self.current = ""

    def href(self, target: Target) -> str:
        """A link as MkDocs likes it: to the source file, which it checks and rewrites."""
        source = f"{url_of(target.key).rstrip('/')}.md"
        if source == self.current and not target.fragment:
            return ""
        way = posixpath.relpath(source, posixpath.dirname(self.current))
        return way + (f"#{target.fragment}" if target.fragment else "")

    def warn(self, message: str) -> None:
        """A wrong link in a page written by hand; in records the checks have refused it already."""
        log.warning("Doc file '%s': %s", self.current, message)


_command = "build"
#: The environment as it was given; what a build sets for MkDocs must not speak to the next build.
_environ = dict(os.environ)
_build: Build


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    global _command
    _command = command


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load, check and link the records; stop before anything is written if they are not in order."""
    global _build
    folder = data_folder()
    reading = read(folder, _environ, dt.date.today)
    try:
        register = register_of(reading)
    except HasProblems:
        for problem in reading.problems:
            log.error(problem.as_text())
        raise Abort(summary(reading.problems, reading.read.total())) from None

    # MkDocs stamps the sitemap with the build's day; the data's day keeps builds reproducible.
    os.environ["SOURCE_DATE_EPOCH"] = str(_epoch(register.today))
    staging = None if _command == "serve" else Staging(Path(config.site_dir))
    if staging:
        config.site_dir = str(staging.folder)
    config.site_url = config.site_url or register.settings.address.rstrip("/") + "/"
    config.site_name = register.settings.name
    config.site_description = register.settings.tagline
    config.repo_url = os.environ.get("REPO_URL") or register.settings.repository
    _build = Build(reading, register, read_history(folder, reading.entries), staging, config)
    links = RecordLinks(register, _build.href, _build.warn)
    config.markdown_extensions = [*EXTENSIONS, "toc", "footnotes", links]  # type: ignore[list-item]
    config.mdx_configs["footnotes"] = {"BACKLINK_TITLE": "Zurück zum Text, Fußnote {}"}
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Append the generated pages; leave out what the theme brings and the portal does not use."""
    for file in list(files):
        if file.src_uri.startswith(_UNUSED):
            files.remove(file)
    for source, page in _build.pages.items():
        file = File.generated(config, source, content=page.markdown, inclusion=InclusionLevel.NOT_IN_NAV)
        file.edit_uri = None
        files.append(file)
    for name, (path, text) in assets.assets(ASSETS).items():
        files.append(File.generated(config, path, content=text))
        _build.assets[name] = path
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Name the template and title of a generated page."""
    _build.current = page.file.src_uri
    generated = _build.pages.get(page.file.src_uri)
    page.update_date = _build.changes.of(page.url, generated)  # MkDocs would say: today
    if generated:
        page.meta.update(
            template=generated.template,
            title=generated.title,
            description=generated.description,
            is_redirect=generated.redirect_to is not None,
            is_variant=generated.is_variant,
        )
        page.title = generated.title
        return generated.markdown
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Prose of records is written by many hands: only harmless HTML passes."""
    if page.file.src_uri not in _build.pages:
        return html
    return link_numbers(clean(html), _build.register, lambda target: _address(page, target))


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Write the data files, whose sizes pages show; filters and globals for the templates."""
    site, site_url = Path(config.site_dir), config.site_url or ""
    _build.sizes = write(site, exports.files(_build.register, site_url, _build.history))
    _build.sizes |= write(site, exports.summaries(_build.register, site_url, _build.sizes))
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
    }
    return env


def on_template_context(context: dict[str, Any], *, template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """The error page is served under any address, so its links start at the root."""
    _build.view.turn_to_anywhere(context["base_url"].rstrip("/") + "/")
    return context


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Attach the record to the page that shows it."""
    generated = context["generated"] = _build.pages.get(page.file.src_uri)
    entry = _build.register.entries[generated.key] if generated and generated.key else None
    _build.view.turn_to(page.url, entry)
    if generated:
        context["record_type"] = generated.record_type
        context["inhalt"] = generated.content(_build.register) if generated.content else None
    source = f"{Path(config.docs_dir).name}/{page.file.src_uri}" if not generated else ""
    if entry:
        context |= {"entry": entry, "record": entry.record}
        source = entry.raw.origin.source if entry.raw else ""
        context["geschichte"] = page_history(_build.history, entry.key, _build.host)
        context["form_url"] = editing.form_url(entry.key) if entry.raw else ""
        context["zitat"] = citation(entry, _build.register, config.site_url or "")
    context["folgen"] = _offer(generated)
    context["jsonld"] = _jsonld(page, entry)
    context["dateien"] = datafiles.of_page(generated.record_type if generated else None, entry)
    context["edit_url"] = _edit_url(config, source)
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Small files, search index, the ledger; then the new site takes the old one's place."""
    site = Path(config.site_dir)
    site_url = config.site_url or ""
    write(site, webfiles.files(_build.register, site_url))
    write(site, _build.following.files())
    write(site, editing.files(_build.register, config.repo_url or ""))
    try:
        found = search.build_index(site, _build.register)
    except search.SearchFailed as error:
        raise Abort(f"Die Suche ließ sich nicht aufbauen: {error}") from None
    balance = ledger.count(_build.register, _build.reading.read, site, found)
    if not balance.balances:
        log.error("Der Kassensturz geht nicht auf:\n%s", balance.table())
        raise Abort("Es ist etwas verloren gegangen; die neue Fassung wird nicht veröffentlicht.")
    print(balance.table())
    if _build.staging and _has_warnings():
        _build.staging.discard()  # MkDocs aborts a strict build after this event
    elif _build.staging:
        config.site_dir = str(_build.staging.publish())


def on_build_error(error: Exception) -> None:
    if "_build" in globals() and _build.staging:
        _build.staging.discard()


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


def _epoch(day: dt.date) -> int:
    return int(dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC).timestamp())


def _address(page: Page, target: Target) -> str:
    """A link from a finished page; empty where it would lead to that page itself."""
    url = url_of(target.key, target.fragment)
    return "" if url == page.url else relative(page.url, url)


def _offer(generated: GeneratedPage | None) -> Offer:
    """What can be followed from a page: its record, its list, the changes, or everything."""
    if generated and generated.url.startswith(changelist.BASE):
        return _build.following.offer_of_changes()
    type_name = generated.record_type.name if generated and generated.record_type else ""
    return _build.following.offer(generated.key if generated else None, type_name)


def _jsonld(page: Page, entry: Entry[Record] | None) -> str:
    """The page for machines; nothing where another page is meant."""
    generated = _build.pages.get(page.file.src_uri)
    if generated and generated.redirect_to:
        return ""
    return _build.graphs.script(
        WebPage(
            url=page.url,
            title=str(page.title) if page.url else _build.register.settings.name,
            description=page.meta.get("description") or _build.register.settings.tagline,
            language=page.meta.get("lang", "de"),
            modified=page.update_date,
            is_data=bool(generated),
            record_type=generated.record_type if generated else None,
            entry=entry,
        )
    )


def _edit_url(config: MkDocsConfig, source: str) -> str:
    """Where a source file can be edited; nothing for pages that have none, such as lists and derived meetings."""
    if not source or not config.repo_url:
        return ""
    return f"{config.repo_url.rstrip('/')}/{_build.register.settings.edit_path}/{quote(source)}"
