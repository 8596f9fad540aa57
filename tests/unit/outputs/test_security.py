"""The policy allows nothing that pages do not need, and every host is told the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from portal.outputs import headers
from portal.outputs.security import HEADERS, IN_PAGES, REFERRER

_HOSTING = Path(__file__).parents[3] / "betrieb"


def test_only_the_site_itself_may_be_loaded_and_nothing_inside_of_pages_runs() -> None:
    policy = dict(part.split(" ", 1) for part in IN_PAGES.split("; "))
    assert policy.pop("default-src") == policy.pop("base-uri") == "'none'"
    assert policy.pop("script-src") == "'self' 'wasm-unsafe-eval'"
    assert set(policy.values()) == {"'self'"}


def test_servers_send_what_pages_say_and_what_pages_cannot_say() -> None:
    assert HEADERS["Content-Security-Policy"] == f"{IN_PAGES}; frame-ancestors 'none'"
    assert HEADERS["Referrer-Policy"] == REFERRER
    assert HEADERS["X-Content-Type-Options"] == "nosniff"
    assert HEADERS["X-Frame-Options"] == "DENY"
    assert int(HEADERS["Strict-Transport-Security"].removeprefix("max-age=")) >= 31536000
    assert "geolocation=()" in HEADERS["Permissions-Policy"]
    assert "clipboard-write" not in HEADERS["Permissions-Policy"]


def test_the_file_for_hosts_names_the_headers_for_everything() -> None:
    everywhere = headers.content().decode().split("/api/*")[0]
    assert everywhere == "/*\n" + "".join(f"  {name}: {value}\n" for name, value in HEADERS.items())


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("nginx-sicherheit.conf", 'add_header {} "{}" always;'),
        ("nginx-daten.conf", '    add_header {} "{}" always;'),
        ("apache-sicherheit.conf", 'Header always set {} "{}"'),
    ],
)
def test_the_snippets_for_servers_say_exactly_the_same(name: str, line: str) -> None:
    lines = (_HOSTING / name).read_text(encoding="utf-8").splitlines()
    found = [each for each in lines if "eader" in each and not each.startswith("#") and "Allow-Origin" not in each]
    assert found == [line.format(*header) for header in HEADERS.items()]
