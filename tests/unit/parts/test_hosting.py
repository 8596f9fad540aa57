"""The address of the form for a new issue, on the hosts that towns use."""

from __future__ import annotations

import pytest
from portal.parts.hosting import commit_url, editing_urls, file_url, issue_url, new_file_url


@pytest.mark.parametrize(
    ("repository", "edit_path", "title", "address"),
    [
        ("https://github.com/stadt/portal", "edit/main", "", "https://github.com/stadt/portal/issues/new"),
        (
            "https://github.com/stadt/portal/",
            "edit/main",
            "Wer weiß & was?",
            "https://github.com/stadt/portal/issues/new?title=Wer%20wei%C3%9F%20%26%20was%3F",
        ),
        (
            "https://codeberg.org/stadt/portal",
            "_edit/main",
            "A",
            "https://codeberg.org/stadt/portal/issues/new?title=A",
        ),
        (
            "https://gitlab.example/stadt/portal",
            "-/edit/main",
            "A/B",
            "https://gitlab.example/stadt/portal/-/issues/new?issue%5Btitle%5D=A%2FB",
        ),
    ],
)
def test_every_host_gets_its_own_spelling(repository: str, edit_path: str, title: str, address: str) -> None:
    assert issue_url(repository, edit_path, title) == address


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
