"""Where the browser of these tests comes from. (Nothing is installed here: installers are only noted.)"""

from __future__ import annotations

from pathlib import Path

import psutil
import pytest
from playwright.sync_api import Browser

from browser import chromium as finder

_find = finder.chromium.__wrapped__


@pytest.fixture
def installers(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A machine without any browser; notes what would be run to get one."""
    commands: list[str] = []
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(finder, "_installed", lambda: iter(()))
    monkeypatch.setattr(finder, "_try", lambda *command, **_: commands.append(" ".join(command[-3:])))
    return commands


def test_the_one_named_by_the_environment_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named = tmp_path / "mein-chromium"
    named.write_text("#!/bin/sh\n")
    named.chmod(0o755)
    monkeypatch.setenv("CHROMIUM", str(named))
    assert _find() == str(named)


def test_a_wrong_name_in_the_environment_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", "/gibt/es/nicht")
    with pytest.raises(finder.NoChromium, match="CHROMIUM=/gibt/es/nicht ist kein Programm"):
        _find()


def test_one_that_is_installed_is_taken_as_it_is(installers: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finder, "_installed", lambda: iter(["/usr/bin/chromium"]))
    assert _find() == "/usr/bin/chromium"
    assert installers == []


@pytest.mark.parametrize(
    ("root", "expected"),
    [
        (True, ["apt-get update -qq", "-y -qq chromium", "install --with-deps chromium"]),
        (False, ["playwright install chromium"]),
    ],
    ids=["root", "anybody"],
)
def test_without_one_it_is_installed_or_the_tests_fail_with_a_german_sentence(
    root: bool, expected: list[str], installers: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finder, "_is_root", lambda: root)
    monkeypatch.setattr(finder.shutil, "which", lambda name: f"/usr/bin/{name}")
    with pytest.raises(finder.NoChromium, match="Bitte das Paket „chromium“ oder Google Chrome installieren"):
        _find()
    assert installers == expected


def test_ubuntus_stub_for_a_snap_is_no_browser(tmp_path: Path) -> None:
    stub = tmp_path / "chromium-browser"
    stub.write_text('#!/bin/sh\nexec /snap/bin/chromium "$@"\n')
    assert finder._is_snap_stub(str(stub)) is not Path("/snap/bin/chromium").exists()
    stub.write_text("#!/bin/sh\nexec /usr/lib/chromium/chromium\n")
    assert not finder._is_snap_stub(str(stub))


def test_a_driver_that_does_not_start_gets_its_library_or_a_sentence(
    installers: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finder, "_driver_runs", lambda: False)
    monkeypatch.setattr(finder, "_is_root", lambda: True)
    monkeypatch.setattr(finder.shutil, "which", lambda name: f"/usr/bin/{name}")
    with pytest.raises(finder.NoChromium, match="libatomic1"):
        finder.make_driver_run()
    assert installers == ["apt-get update -qq", "-y -qq libatomic1"]


def test_what_the_browser_leaves_out_holds_all_that_playwright_wants_left_out(browser: Browser) -> None:
    """Chromium listens only to the last of two lists."""
    processes = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    (number,) = (process["id"] for process in processes if process["type"] == "browser")
    option = "--disable-features="
    said = [word.removeprefix(option) for word in psutil.Process(number).cmdline() if word.startswith(option)]
    playwrights, ours = (set(features.split(",")) for features in said)
    assert playwrights < ours, f"Es fehlen: {playwrights - ours}"


def test_a_window_is_opened_without_pages_of_the_browser(browser: Browser) -> None:
    context = browser.new_context()
    context.new_page()
    targets = browser.new_browser_cdp_session().send("Target.getTargets", {"filter": [{}]})["targetInfos"]
    context.close()
    assert {target["type"] for target in targets} <= {"page", "tab", "browser"}, targets
