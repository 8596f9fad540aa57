"""Every page says what browsers may do with it. That none needs to be allowed more is a rule for HTML (html_rules)."""

from __future__ import annotations

from portal.outputs.security import IN_PAGES, REFERRER

from build.sites import Site

_HEAD = (
    f'<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{IN_PAGES}">\n'
    f'<meta name="referrer" content="{REFERRER}">\n'
)


def test_every_page_names_the_policy_before_anything_is_loaded(site: Site) -> None:
    pages = [path for path in site.files if path.endswith(".html")]
    assert pages
    assert [path for path in pages if _HEAD not in site.files[path].read_text(encoding="utf-8")[:1000]] == []


def test_no_file_leads_to_sources_that_were_not_published(site: Site) -> None:
    found = [
        path
        for path, file in site.files.items()
        if path.endswith(".map") or (path.endswith((".js", ".css")) and b"sourceMappingURL" in file.read_bytes())
    ]
    assert not found
