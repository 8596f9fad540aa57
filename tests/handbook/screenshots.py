# ruff: noqa: E402 - the folders of tests and hooks must be known first
"""Makes the handbook's pictures anew: .venv/bin/python tests/handbook/screenshots.py

They show a new town, as `portal init` writes it, with the record of the first chapter. Few colours keep them small.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2] / "hooks")]

from browser.chromium import arguments, chromium, make_driver_run
from browser.server import serving
from build.sites import STANDING, mkdocs
from PIL import Image
from playwright.sync_api import Page, sync_playwright
from portal.writing.files import write_folder
from portal.writing.newtown import files

from handbook.chapters import COLOURS, FOLDER, example_files

_WIDTH, _HEIGHT = 840, 800
_ROOM = 16
#: What is shown: the picture's name, and the part of the page; none for what one sees first.
_PARTS = {"beschluss": "", "mitschreiben": "section[aria-labelledby=seite] .raster"}


def main() -> None:
    make_driver_run()
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_folder(folder / "data", {**files("Musterstadt"), **example_files()})
        # Not strict: the pictures that the chapters show may be missing.
        done = mkdocs("build", DATA=str(folder / "data"), SITE=str(folder / "site"), **STANDING)
        if done.returncode:
            sys.exit(done.stderr)
        with serving(folder / "site") as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=arguments())
            page = browser.new_page(viewport={"width": _WIDTH, "height": _HEIGHT}, color_scheme="light")
            page.goto(f"{address}beschluesse/b-26-0042/")
            for picture in _PARTS:
                _shoot(page, picture)
            browser.close()


def _shoot(page: Page, picture: str) -> None:
    target = FOLDER / "bilder" / f"{picture}.png"
    box = page.locator(_PARTS[picture]).first.bounding_box() if _PARTS[picture] else None
    clip = {"x": 0, "y": 0, "width": _WIDTH, "height": _HEIGHT}
    if box:
        clip = {
            "x": box["x"] - _ROOM,
            "y": box["y"] - _ROOM,
            "width": box["width"] + 2 * _ROOM,
            "height": box["height"] + 2 * _ROOM,
        }
    page.screenshot(path=target, clip=clip, full_page=True)
    with Image.open(target) as image:
        image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(target, optimize=True)
    print(f"{target.name}: {target.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
