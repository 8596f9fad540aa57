"""`sitemap.xml`: every page that search engines should know, with the day its records last changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from portal.build.face import Face

PATH = "sitemap.xml"
#: As many as the protocol allows in one file.
MOST = 50_000
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def files(faces: Iterable[Face], site_url: str, most: int = MOST) -> Iterator[tuple[str, bytes]]:
    """One file, or for very large sites an index of several."""
    listed = [face for face in faces if not _is_left_out(face)]
    parts = [listed[start : start + most] for start in range(0, len(listed), most)] or [[]]
    if len(parts) == 1:
        yield PATH, _document("urlset", map(_url, parts[0]))
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield name, _document("urlset", map(_url, part))
    yield (
        PATH,
        _document("sitemapindex", (f"<sitemap><loc>{escape(site_url + name)}</loc></sitemap>" for name in names)),
    )


def _is_left_out(face: Face) -> bool:
    """Old addresses lead elsewhere, and lists in another order show the same things."""
    page = face.generated
    return not face.canonical_url or bool(page and (page.redirect_to or page.is_variant))


def _url(face: Face) -> str:
    changed = f"<lastmod>{face.update_date}</lastmod>" if face.update_date else ""
    return f"<url><loc>{escape(face.canonical_url)}</loc>{changed}</url>"


def _document(element: str, children: Iterable[str]) -> bytes:
    lines = "\n".join(children)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{element} xmlns="{_NAMESPACE}">\n{lines}\n</{element}>\n'.encode()
