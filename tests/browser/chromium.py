"""Finds a Chromium for the browser tests, and installs one where there is none.

Alone, `python tests/browser/chromium.py` prints the path of the browser that the tests would start.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
#: What the browser leaves out. Each window of Chromium begins with pages of its own, for what would be suggested below the
#: address bar: they cost a third of the time of opening a window, and some of every address that is gone to.
_OWN_PAGES = (
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxFullPopup",
    "WebUIReloadButton",
    "PreloadTopChromeWebUI",
)
#: What Playwright has it leave out, too; said once more, since Chromium listens only to the last who says something.
_FOR_PLAYWRIGHT = (
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay",
    "MediaRouter",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "TcpPortRandomizationWin",
    "OptimizationHints",
    "NetworkTimeServiceQuerying",
    "AimEnabled",
    "PreconnectToSearch",
    "msForceBrowserSignIn",
    "msEdgeUpdateLaunchServicesPreferredVersion",
)
_MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
_NOTHING_FOUND = (
    "Für die Browsertests fehlt ein Chromium, und es ließ sich nicht installieren: Bitte das Paket „chromium“ oder "
    "Google Chrome installieren, oder mit CHROMIUM=/pfad/zum/browser sagen, wo einer liegt."
)


_DRIVER_FAILS = (
    "Playwright, das den Browser steuert, startet nicht: Bitte das Paket „libatomic1“ installieren "
    "(apt install libatomic1)."
)


class NoChromium(Exception):
    """There is no browser; the message says in one German sentence what to install."""


@cache
def chromium() -> str:
    """The path of a Chromium, installed on the spot if need be."""
    if named := os.environ.get("CHROMIUM"):
        if found := shutil.which(named):
            return found
        raise NoChromium(f"CHROMIUM={named} ist kein Programm: Bitte den Pfad eines Chromium oder Chrome angeben.")
    if found := next(_installed(), None):
        return found
    for install in (_install_with_apt, _install_with_playwright):
        install()
        if found := next(_installed(), None):
            return found
    raise NoChromium(_NOTHING_FOUND)


def make_driver_run() -> None:
    """Playwright steers the browser with a Node.js of its own, which needs a library that a bare Debian lacks."""
    if _driver_runs():
        return
    if _is_root() and shutil.which("apt-get"):
        _try("apt-get", "update", "-qq")
        _try("apt-get", "install", "-y", "-qq", "libatomic1", env={"DEBIAN_FRONTEND": "noninteractive"})
    if not _driver_runs():
        raise NoChromium(_DRIVER_FAILS)


def _driver_runs() -> bool:
    return (
        subprocess.run([sys.executable, "-m", "playwright", "--version"], check=False, capture_output=True).returncode
        == 0
    )


def arguments() -> list[str]:
    """What Chromium is started with: it refuses its sandbox to root."""
    without = f"--disable-features={','.join([*_FOR_PLAYWRIGHT, *_OWN_PAGES])}"
    return [without, "--no-sandbox"] if _is_root() else [without]


def _installed() -> Iterator[str]:
    yield from (found for name in _NAMES if (found := shutil.which(name)) and not _is_snap_stub(found))
    yield from (path for path in (_MAC, _of_playwright()) if Path(path).is_file())


def _is_snap_stub(path: str) -> bool:
    """Ubuntu's package `chromium` is a script that asks for a snap, which containers do not have."""
    with Path(path).open("rb") as file:
        start = file.read(4096)
    return start.startswith(b"#!") and b"/snap/" in start and not Path("/snap/bin/chromium").exists()


def _of_playwright() -> str:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def _install_with_apt() -> None:
    if _is_root() and shutil.which("apt-get"):
        _try("apt-get", "update", "-qq")
        _try("apt-get", "install", "-y", "-qq", "chromium", env={"DEBIAN_FRONTEND": "noninteractive"})


def _install_with_playwright() -> None:
    with_system_packages = ["--with-deps"] if _is_root() and shutil.which("apt-get") else []
    _try(sys.executable, "-m", "playwright", "install", *with_system_packages, "chromium")


def _try(*command: str, env: dict[str, str] | None = None) -> None:
    """Run an installer; whether it worked shows in whether a browser is there afterwards."""
    print("Browsertests:", *command, file=sys.stderr)
    subprocess.run(command, check=False, stdout=sys.stderr, env={**os.environ, **(env or {})})


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


if __name__ == "__main__":
    try:
        make_driver_run()
        print(chromium())
    except NoChromium as error:
        sys.exit(str(error))
