"""Where the repository lives: how its host spells the address of a new issue, a commit, a file of long ago."""

from __future__ import annotations

from enum import Enum
from urllib.parse import quote, urlencode

#: GitLab keeps its own pages behind this step, and so does the path under which files are edited there.
_GITLAB_STEP = "-"
#: Gitea and Forgejo edit below this step, and show a commit's files below another.
_FORGEJO_STEP = "_edit"


class Form(Enum):
    """The forms for reports, by their files in `.github/ISSUE_TEMPLATE/`: how a title begins, what a report needs."""

    ERROR = ("fehler", "Fehler", "Was stimmt nicht?", "Woher wissen Sie es?")
    QUESTION = ("frage", "Frage", "Was möchten Sie wissen?", "Wo haben Sie schon gesucht?")
    MISSING = ("beschluss-fehlt", "Beschluss fehlt", "Was wurde beschlossen, von wem und wann?", "Wo steht es?")
    STATE = ("projektstand", "Projektstand", "Was hat sich geändert, und seit wann?", "Woher wissen Sie es?")

    def __init__(self, file: str, title: str, *questions: str) -> None:
        self.file = file
        self.title = title
        self.questions = questions


def title_field(edit_path: str) -> str:
    """What the title of an issue is called in the address of its form."""
    return "issue[title]" if _first_step(edit_path) == _GITLAB_STEP else "title"


def issue_url(repository: str, edit_path: str, form: str, about: str = "", page: str = "") -> str:
    """The form for a new issue, filled in with what it is about and from which page it was opened.

    `edit_path` is what stands between the repository and a file's path when it is edited; it tells the hosts apart.
    GitHub knows forms, and fills their fields by name. The others get the questions as text.
    """
    chosen = _FORMS[form]
    title = {title_field(edit_path): f"{chosen.title}: {about}"}
    text = "".join(f"{question}\n\n\n" for question in chosen.questions) + (f"Seite: {page}\n" if page else "")
    step = _first_step(edit_path)
    if step == _GITLAB_STEP:
        fields = title | {"issue[description]": text}
    elif step == _FORGEJO_STEP:
        fields = title | {"body": text}
    else:
        fields = {"template": f"{chosen.file}.yml"} | title | ({"seite": page} if page else {})
    path = f"{_GITLAB_STEP}/issues/new" if step == _GITLAB_STEP else "issues/new"
    return f"{repository.rstrip('/')}/{path}?{urlencode(fields, safe='/:!')}"


_FORMS = {form.file: form for form in Form}


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
