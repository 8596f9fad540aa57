"""What browsers may do with the site: only what it needs itself. `betrieb/` has the same for nginx and Apache."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

#: Nothing is allowed that is not named. There are no scripts and styles inside of pages, so none need be let through.
_EVERYWHERE = MappingProxyType(
    {
        "default-src": "'none'",
        "script-src": "'self' 'wasm-unsafe-eval'",  # the search is compiled to WebAssembly; this allows no eval
        "style-src": "'self'",
        "img-src": "'self'",
        "font-src": "'self'",
        "connect-src": "'self'",
        "manifest-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
    }
)
#: What a page cannot say of itself, only the server that sends it.
_OF_SERVERS = MappingProxyType({"frame-ancestors": "'none'"})

#: Other sites are not told which page somebody comes from.
REFERRER = "same-origin"

#: Devices that the site has no use for. Writing to the clipboard is left alone: there are buttons to copy.
_UNUSED = (
    "camera",
    "display-capture",
    "geolocation",
    "microphone",
    "midi",
    "payment",
    "publickey-credentials-get",
    "usb",
)


def _said(policy: Mapping[str, str]) -> str:
    return "; ".join(f"{directive} {sources}" for directive, sources in policy.items())


#: For the head of each page, where a host sends no headers of ours: GitHub Pages.
IN_PAGES = _said(_EVERYWHERE)

#: What servers send with everything.
HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "Content-Security-Policy": _said({**_EVERYWHERE, **_OF_SERVERS}),
        "Strict-Transport-Security": "max-age=31536000",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",  # for browsers that do not know frame-ancestors
        "Referrer-Policy": REFERRER,
        "Permissions-Policy": ", ".join(f"{device}=()" for device in _UNUSED),
        "Cross-Origin-Opener-Policy": "same-origin",
    }
)
