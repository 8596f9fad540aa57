"""The address of the form for a new issue, on the hosts that towns use."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from portal.parts.hosting import commit_url, editing_urls, file_url, issue_url, new_file_url

_FORM = "https://github.com/stadt/portal/issues/new?template=fehler.yml&title="
_TEXT = "Was+stimmt+nicht%3F%0A%0A%0AWoher+wissen+Sie+es%3F%0A%0A%0A"


@pytest.mark.parametrize(
    ("repository", "edit_path", "about", "page", "address"),
    [
        ("https://github.com/stadt/portal", "edit/main", "", "", f"{_FORM}Fehler:+"),
        (
            "https://github.com/stadt/portal/",
            "edit/main",
            "Wer weiß & was?",
            "",
            f"{_FORM}Fehler:+Wer+wei%C3%9F+%26+was%3F",
        ),
        (
            "https://github.com/stadt/portal",
            "edit/main",
            "A",
            "https://p.example/a/",
            f"{_FORM}Fehler:+A&seite=https://p.example/a/",
        ),
        (
            "https://codeberg.org/stadt/portal",
            "_edit/main",
            "A",
            "",
            f"https://codeberg.org/stadt/portal/issues/new?title=Fehler:+A&body={_TEXT}",
        ),
        (
            "https://gitlab.opencode.de/stadt/portal",
            "-/edit/main",
            "A/B",
            "https://p.example/a/",
            "https://gitlab.opencode.de/stadt/portal/-/issues/new?issue%5Btitle%5D=Fehler:+A/B"
            f"&issue%5Bdescription%5D={_TEXT}Seite:+https://p.example/a/%0A",
        ),
    ],
)
def test_every_host_gets_its_own_spelling(repository: str, edit_path: str, about: str, page: str, address: str) -> None:
    assert issue_url(repository, edit_path, "fehler", about, page) == address


def test_what_a_page_says_comes_back_unchanged_when_the_form_opens() -> None:
    title, page = "Wer & was? #1 + 100 % „ß“=", "https://portal.example/a/?b=c&d#e"
    query = urlsplit(issue_url("https://github.com/s/p", "edit/main", "frage", title, page)).query
    assert parse_qs(query, strict_parsing=True) == {
        "template": ["frage.yml"],
        "title": [f"Frage: {title}"],
        "seite": [page],
    }


@pytest.mark.parametrize(
    ("repository", "edit_path", "commit", "file"),
    [
        ("https://github.com/s/p/", "edit/main", "https://github.com/s/p/commit/abc", "https://github.com/s/p/blob/abc/data/a%20b.md"),
        ("https://gitlab.example/s/p", "-/edit/main", "https://gitlab.example/s/p/-/commit/abc", "https://gitlab.example/s/p/-/blob/abc/data/a%20b.md"),
        ("https://codeberg.org/s/p", "_edit/main", "https://codeberg.org/s/p/commit/abc", "https://codeberg.org/s/p/src/commit/abc/data/a%20b.md"),
    ],
)  # fmt: skip
def test_every_host_shows_commits_and_old_files_under_its_own_addresses(
    repository: str, edit_path: str, commit: str, file: str
) -> None:
    assert commit_url(repository, edit_path, "abc") == commit
    assert file_url(repository, edit_path, "abc", "data/a b.md") == file


@pytest.mark.parametrize(
    ("repository", "edit_path", "new", "edit", "fills"),
    [
        ("https://github.com/s/p/", "edit/main", "https://github.com/s/p/new/main", "https://github.com/s/p/edit/main", True),
        ("https://gitlab.example/s/p", "-/edit/main", "https://gitlab.example/s/p/-/new/main", "https://gitlab.example/s/p/-/edit/main", False),
        ("https://codeberg.org/s/p", "_edit/main", "https://codeberg.org/s/p/_new/main", "https://codeberg.org/s/p/_edit/main", True),
        ("https://github.com/s/p", "/edit/neu/edit/", "https://github.com/s/p/new/neu/edit", "https://github.com/s/p/edit/neu/edit", True),
    ],
)  # fmt: skip
def test_every_host_has_a_page_for_new_files(repository: str, edit_path: str, new: str, edit: str, fills: bool) -> None:
    found = editing_urls(repository, edit_path)
    assert (found["new"], found["edit"], found["fills"]) == (new, edit, fills)
    assert new_file_url(repository, edit_path, "data/ü") == f"{new}/data/%C3%BC"
