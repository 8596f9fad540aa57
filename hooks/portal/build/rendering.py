"""From a generated page to its HTML. The templates are those of pages written by hand, so all pages look alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from jinja2 import Environment

from portal.build.face import Face
from portal.build.knowledge import Build
from portal.parts.page import Page
from portal.parts.prose import Prose


def file_of(page: Page) -> str:
    """The path of a page's file below the site's root."""
    return f"{page.url}index.html"


class Renderer:
    """Renders one page after the other. `common` is what every template knows, such as the site's settings."""

    def __init__(self, build: Build, environment: Environment, common: Mapping[str, Any]) -> None:
        self.build = build
        self.environment = environment
        self._common = common
        self._prose = Prose(build.register, with_footnotes=True)

    def read_templates(self, names: Iterable[str]) -> None:
        """Compile templates now, so that not every worker has to."""
        for name in names:
            self.environment.get_template(name)

    def macro(self, template: str, name: str) -> Callable[..., str]:
        """What draws a part of a page, for files that hold such parts."""
        drawn: Callable[..., str] = getattr(self.environment.get_template(template).module, name)
        return drawn

    def html(self, page: Page) -> str:
        content = self._prose.html(page.markdown, page.url) if page.markdown else ""
        return self.html_of(replace(self.build.face_of(page), content=content))

    def html_of(self, face: Face) -> str:
        """A page whose text is known already, such as one written by hand."""
        context = {**self._common, **self.build.context(face)}
        return self.environment.get_template(face.template).render(context)
