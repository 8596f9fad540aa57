"""The browser itself keeps out what got into a page. That nothing else suffers from it, all other tests show:
their server sends the same headers as a town's, and no console may complain."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect
from portal.outputs.security import HEADERS

from browser.visitor import Visitor, until

_POLICY = "content-security-policy"
#: Notes what the browser refuses; it is no part of the page, so the policy does not hold it up.
_NOTING = "window.refused = []; addEventListener('securitypolicyviolation', e => refused.push(e.effectiveDirective))"
_REFUSED = {"script-src-elem", "script-src-attr", "style-src-elem", "style-src-attr", "base-uri", "form-action"}
#: What somebody might get into a page: each sets a mark that must not be there.
_INJECTED = """
<script>document.documentElement.dataset.boese = 'skript'</script>
<script type="module">document.documentElement.dataset.boese = 'modul'</script>
<script src="data:text/javascript,document.documentElement.dataset.boese='data'"></script>
<img src="gibt-es-nicht.png" alt="" onerror="document.documentElement.dataset.boese = 'onerror'">
<svg onload="document.documentElement.dataset.boese = 'onload'"></svg>
<iframe srcdoc="<script>parent.document.documentElement.dataset.boese = 'srcdoc'</script>"></iframe>
<a id="boese" href="javascript:document.documentElement.dataset.boese = 'href'">Klick</a>
<form id="weg" action="https://boese.example/"><button>Senden</button></form>
<style>body { outline: 7px solid red }</style>
<base href="https://boese.example/">
<p id="bunt" style="outline: 7px solid red">bunt</p>
"""


def _tampered(page: Page, change: Callable[[dict[str, str], str], tuple[dict[str, str], str]]) -> None:
    """The start page arrives with something in it that nobody published."""

    def answer(route: Route) -> None:
        response = route.fetch()
        headers, html = change(dict(response.headers), response.text())
        assert "</h1>" in html
        route.fulfill(response=response, headers=headers, body=html.replace("</h1>", f"</h1>{_INJECTED}", 1))

    page.route("**/impressum/", answer)


def _only_of_the_server(headers: dict[str, str], html: str) -> tuple[dict[str, str], str]:
    before, _, rest = html.partition('<meta http-equiv="Content-Security-Policy"')
    assert rest
    return headers, before + rest.partition(">")[2]


def _only_of_the_page(headers: dict[str, str], html: str) -> tuple[dict[str, str], str]:
    del headers[_POLICY]
    return headers, html


@pytest.mark.parametrize("change", [_only_of_the_server, _only_of_the_page])
def test_nothing_that_was_smuggled_into_a_page_runs_or_is_shown(
    visitor: Visitor, change: Callable[[dict[str, str], str], tuple[dict[str, str], str]]
) -> None:
    visitor.provokes("Content Security Policy", "gibt-es-nicht.png", "csp", "404")
    visitor.page.add_init_script(_NOTING)
    _tampered(visitor.page, change)
    page = visitor.goes_to("impressum/")
    page.locator("#boese").click()
    assert page.evaluate("document.documentElement.dataset.boese") is None
    assert page.evaluate("document.baseURI") == page.url
    for place in ("body", "#bunt"):
        expect(page.locator(place)).not_to_have_css("outline-width", "7px")
    page.evaluate("document.getElementById('weg').requestSubmit()")
    until(page, "directives => directives.every(one => refused.includes(one))", sorted(_REFUSED))
    assert visitor.here == "impressum/"


def test_every_file_comes_with_the_headers(visitor: Visitor) -> None:
    for address in ("", "gibt-es-nicht/", "api/v1/index.json"):
        headers = visitor.page.request.get(visitor.root + address).headers
        assert {name: headers.get(name.lower()) for name in HEADERS} == dict(HEADERS)
