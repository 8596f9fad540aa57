"""The small files that browsers and search engines ask every site for."""

from __future__ import annotations

import json
from collections.abc import Iterator

from portal.register.link import Register

MANIFEST = "manifest.webmanifest"
#: The page's ground and its accent, as in 01-marken.css; a manifest cannot name custom properties.
GROUND, ACCENT = "#ffffff", "#2044aa"

_ICONS = (
    ("assets/zeichen/marke.svg", "image/svg+xml", "any"),
    ("assets/bilder/zeichen-180.png", "image/png", "180x180"),
    ("assets/bilder/zeichen-512.png", "image/png", "512x512"),
)


def files(register: Register, site_url: str) -> Iterator[tuple[str, bytes]]:
    """Path and content of every file, in a fixed order."""
    yield MANIFEST, _manifest(register)
    yield "robots.txt", _robots(site_url)


def _manifest(register: Register) -> bytes:
    """For those who put the portal on their home screen. All addresses are relative: it may lie below a path."""
    settings = register.settings
    manifest = {
        "name": settings.name,
        "short_name": settings.programme,
        "description": settings.tagline,
        "lang": "de",
        "dir": "ltr",
        "start_url": ".",
        "scope": ".",
        "display": "browser",
        "theme_color": ACCENT,
        "background_color": GROUND,
        "icons": [{"src": source, "type": kind, "sizes": sizes} for source, kind, sizes in _ICONS],
    }
    return (json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode()


def _robots(site_url: str) -> bytes:
    lines = ["User-agent: *", "Allow: /"]
    if site_url:
        lines += ["", f"Sitemap: {site_url}sitemap.xml"]
    return ("\n".join(lines) + "\n").encode()
