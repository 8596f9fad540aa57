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


def new_file_url(repository: str, edit_path: str, folder: str) -> str:
    """The page for a new file in a folder; it asks for the file's name and its text."""
    return f"{_new_page(repository, edit_path)}/{quote(folder)}"


def editing_urls(repository: str, edit_path: str) -> dict[str, object]:
    """What a script needs to open the host's editor: addresses, and how a new file's name and text are handed over.

    GitHub, Gitea and Forgejo fill in both. GitLab fills in the name, and in some versions ignores the text; `fills` says
    whether one may rely on it.
    """
    is_gitlab = _first_step(edit_path) == _GITLAB_STEP
    return {
        "new": _new_page(repository, edit_path),
        "edit": f"{repository.rstrip('/')}/{edit_path.strip('/')}",
        "name": "file_name" if is_gitlab else "filename",
        "text": "content" if is_gitlab else "value",
        "fills": not is_gitlab,
    }


def _new_page(repository: str, edit_path: str) -> str:
    """`edit/main` and `new/main`, `-/edit/main` and `-/new/main`, `_edit/main` and `_new/main`."""
    steps = edit_path.strip("/").split("/")
    at = next((number for number, step in enumerate(steps) if step in {"edit", _FORGEJO_STEP}), 0)
    steps[at] = "_new" if steps[at] == _FORGEJO_STEP else "new"
    return f"{repository.rstrip('/')}/{'/'.join(steps)}"
