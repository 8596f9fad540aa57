"""The rules for workflows: who may do what, with whose code, and with which words of strangers."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

_ROOT = Path(__file__).resolve().parents[2]
_FOLDER = _ROOT / ".github" / "workflows"
_TOOLS = Path(sys.executable).parent
_FILES = sorted(_FOLDER.glob("*.yml"))
#: The only rights to write, by workflow and job.
_MAY_WRITE = {
    ("kommentar.yml", "kommentar"): {"pull-requests"},
    ("links.yml", "links"): {"issues"},
    ("pakete.yml", "pakete"): {"issues"},
    ("veroeffentlichen.yml", "veroeffentlichen"): {"pages", "id-token"},
}
_PINNED = re.compile(r"^\s*(?:- )?uses: (?P<action>[\w.-]+/[\w./-]+)@(?P<commit>[0-9a-f]{40}) # v\d+\.\d+\.\d+$")


def _read(file: Path) -> dict[str, Any]:
    """Without implicit types: YAML would take `on` for a truth value."""
    loaded: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - makes nothing but texts
    return loaded


def _steps(workflow: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for job in workflow["jobs"].values():
        yield from job["steps"]


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        value = [*value.values()]
    if isinstance(value, list):
        for item in value:
            yield from _strings(item)
    else:
        yield value


def _clean(*command: str) -> None:
    done = subprocess.run(
        [str(_TOOLS / command[0]), *command[1:]], cwd=_ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


each = pytest.mark.parametrize("file", _FILES, ids=lambda file: file.name)


@each
def test_every_action_is_pinned_by_commit_with_its_version_beside_it(file: Path) -> None:
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert lines
    assert [line for line in lines if not _PINNED.match(line)] == []


def test_an_action_has_one_pin_in_all_workflows() -> None:
    pins = {
        (match["action"], match["commit"])
        for file in _FILES
        for line in file.read_text(encoding="utf-8").splitlines()
        if (match := _PINNED.match(line))
    }
    assert len(pins) == len({action for action, _ in pins})


@each
def test_a_workflow_may_read_and_only_named_jobs_may_write(file: Path) -> None:
    workflow = _read(file)
    assert workflow["permissions"] in ({}, "", {"contents": "read"})
    for name, job in workflow["jobs"].items():
        rights = job.get("permissions") or {}
        assert isinstance(rights, dict)
        writing = {right for right, level in rights.items() if level != "read"}
        assert writing == _MAY_WRITE.get((file.name, name), set()), name


@each
def test_scripts_hold_no_expressions(file: Path) -> None:
    """What GitHub puts into a script is run as part of it; environment variables are only read."""
    assert [step["run"] for step in _steps(_read(file)) if "${{" in step.get("run", "")] == []


@each
def test_no_checkout_leaves_a_token_behind(file: Path) -> None:
    for step in _steps(_read(file)):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"


@each
def test_every_job_ends_some_day_and_does_not_run_twice_at_once(file: Path) -> None:
    workflow = _read(file)
    assert workflow["concurrency"]["group"]
    assert workflow["defaults"]["run"]["shell"] == "bash" or not any("run" in step for step in _steps(workflow))
    for job in workflow["jobs"].values():
        assert 0 < int(job["timeout-minutes"]) <= 60


@each
def test_a_strangers_code_runs_without_secrets_and_without_rights(file: Path) -> None:
    workflow = _read(file)
    assert "pull_request_target" not in workflow["on"]
    if "pull_request" in workflow["on"]:
        assert workflow["permissions"] == {"contents": "read"}
        assert not any("permissions" in job for job in workflow["jobs"].values())
        assert [text for text in _strings(workflow) if "secrets." in text or "github.token" in text] == []


def test_the_commenting_workflow_takes_nothing_of_the_proposal_but_one_file() -> None:
    workflow = _read(_FOLDER / "kommentar.yml")
    assert [*workflow["on"]] == ["workflow_run"]
    actions = [step for step in _steps(workflow) if "uses" in step]
    assert [step["uses"].partition("@")[0] for step in actions] == ["actions/checkout", "actions/setup-python"]
    assert actions[0]["with"]["ref"] == "${{ github.event.repository.default_branch }}"
    for step in actions:
        assert not [text for text in _strings(step) if "workflow_run" in text]
    scripts = [step["run"] for step in _steps(workflow) if "run" in step]
    assert not [
        script for script in scripts if re.search(r"\bgit (?:fetch|checkout|pull|clone)\b|unzip|GITHUB_ENV", script)
    ]


def test_the_script_that_reads_the_file_has_no_token() -> None:
    workflow = _read(_FOLDER / "kommentar.yml")
    assert "env" not in workflow
    assert "GH_TOKEN" not in workflow["jobs"]["kommentar"]["env"]
    reading = [step for step in _steps(workflow) if "--paket" in step.get("run", "")]
    assert len(reading) == 1
    assert {*reading[0]["env"]} == {"SITE_ID"}


def test_workflows_that_wait_for_others_name_existing_ones() -> None:
    names = {_read(file)["name"] for file in _FILES}
    for file in _FILES:
        assert set(_read(file)["on"].get("workflow_run", {}).get("workflows", [])) <= names


def test_every_named_right_to_write_is_used() -> None:
    assert {(file.name, job) for file in _FILES for job in _read(file)["jobs"]} >= set(_MAY_WRITE)


def test_zizmor_finds_nothing() -> None:
    _clean("zizmor", "--offline", "--no-progress", "--quiet", "--persona=pedantic", ".github")


def test_workflows_dependabot_and_forms_follow_their_schemas() -> None:
    github = ".github"
    forms = [str(file) for file in sorted((_ROOT / github / "ISSUE_TEMPLATE").glob("*.yml")) if file.stem != "config"]
    for schema, files in {
        "vendor.github-workflows": [str(file) for file in _FILES],
        "vendor.dependabot": [f"{github}/dependabot.yml"],
        "vendor.github-issue-forms": forms,
        "vendor.github-issue-config": [f"{github}/ISSUE_TEMPLATE/config.yml"],
    }.items():
        assert files
        _clean("check-jsonschema", "--quiet", "--builtin-schema", schema, *files)
