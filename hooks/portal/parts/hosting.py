"""Where the repository lives: how its host spells the address of a new issue, a commit, a file of long ago."""

from __future__ import annotations

from urllib.parse import quote

#: GitLab keeps its own pages behind this step, and so does the path under which files are edited there.
_GITLAB_STEP = "-"
#: Gitea and Forgejo edit below this step, and show a commit's files below another.
_FORGEJO_STEP = "_edit"


def issue_url(repository: str, edit_path: str, title: str = "") -> str:
    """The form for a new issue with a title filled in: as GitHub, Gitea and Forgejo spell it, or as GitLab does.

    `edit_path` is what stands between the repository and a file's path when it is edited; it tells the two apart.
    """
    root = repository.rstrip("/")
    form, field = (
        (f"{root}/{_GITLAB_STEP}/issues/new", "issue[title]")
        if _first_step(edit_path) == _GITLAB_STEP
        else (f"{root}/issues/new", "title")
    )
    return f"{form}?{quote(field)}={quote(title, safe='')}" if title else form


def commit_url(repository: str, edit_path: str, commit: str) -> str:
    """What a commit changed."""
    step = f"{_GITLAB_STEP}/" if _first_step(edit_path) == _GITLAB_STEP else ""
    return f"{repository.rstrip('/')}/{step}commit/{commit}"


def file_url(repository: str, edit_path: str, commit: str, path: str) -> str:
    """A file as a commit left it; this address never shows anything else."""
    steps = {_GITLAB_STEP: f"{_GITLAB_STEP}/blob", _FORGEJO_STEP: "src/commit"}
    step = steps.get(_first_step(edit_path), "blob")
    return f"{repository.rstrip('/')}/{step}/{commit}/{quote(path)}"


def _first_step(edit_path: str) -> str:
    return edit_path.lstrip("/").split("/", 1)[0]
