"""Where the repository lives, and how its host wants to be asked for a new issue."""

from __future__ import annotations

from urllib.parse import quote

#: GitLab keeps its own pages behind this step, and so does the path under which files are edited there.
_GITLAB_STEP = "-"


def issue_url(repository: str, edit_path: str, title: str = "") -> str:
    """The form for a new issue with a title filled in: as GitHub, Gitea and Forgejo spell it, or as GitLab does.

    `edit_path` is what stands between the repository and a file's path when it is edited; it tells the two apart.
    """
    root = repository.rstrip("/")
    is_gitlab = edit_path.lstrip("/").split("/", 1)[0] == _GITLAB_STEP
    form, field = (
        (f"{root}/{_GITLAB_STEP}/issues/new", "issue[title]") if is_gitlab else (f"{root}/issues/new", "title")
    )
    return f"{form}?{quote(field)}={quote(title, safe='')}" if title else form
