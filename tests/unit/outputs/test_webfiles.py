"""The small files that browsers and search engines ask for, and the drawings they name."""

from __future__ import annotations

import json
import re
import struct
from pathlib import Path

import pytest
from data_folder import DataFolder
from portal.outputs.webfiles import ACCENT, GROUND, MANIFEST, files

_OVERRIDES = Path(__file__).parents[3] / "overrides"
_PICTURES = _OVERRIDES / "assets" / "bilder"


def test_the_manifest_takes_its_words_from_the_settings_and_its_addresses_from_nowhere(data: DataFolder) -> None:
    manifest = json.loads(_files(data)[MANIFEST])
    assert manifest["name"] == "Musterportal"
    assert manifest["short_name"] == "Muster GO!"
    assert manifest["lang"] == "de"
    assert manifest["display"] == "browser"
    addresses = [manifest["start_url"], manifest["scope"], *(icon["src"] for icon in manifest["icons"])]
    assert not [address for address in addresses if address.startswith(("/", "http"))], addresses


def test_every_icon_of_the_manifest_is_there_in_its_size(data: DataFolder) -> None:
    for icon in json.loads(_files(data)[MANIFEST])["icons"]:
        file = _OVERRIDES / icon["src"]
        if icon["type"] == "image/png":
            assert "x".join(map(str, _size(file))) == icon["sizes"], icon
        else:
            assert file.read_text(encoding="utf-8").startswith("<svg"), icon


def test_everybody_may_read_everything_and_is_told_where_the_sitemap_is(data: DataFolder) -> None:
    text = _files(data)["robots.txt"].decode()
    assert text == "User-agent: *\nAllow: /\n\nSitemap: https://portal.example/sitemap.xml\n"


def test_without_an_address_there_is_no_sitemap_to_name(data: DataFolder) -> None:
    assert dict(files(data.register(), ""))["robots.txt"] == b"User-agent: *\nAllow: /\n"


def test_the_preview_has_the_size_that_the_pages_say_and_is_small() -> None:
    picture = _PICTURES / "vorschau.png"
    frame = (_OVERRIDES / "partials" / "vorschau.html").read_text(encoding="utf-8")
    said = [re.search(rf'og:image:{side}" content="(\d+)"', frame) for side in ("width", "height")]
    assert [int(match[1]) for match in said if match] == list(_size(picture)) == [1200, 630]
    assert picture.stat().st_size <= 60_000


@pytest.mark.parametrize("name", ["vorschau", "zeichen"])
def test_every_picture_has_its_drawing_beside_it_and_names_no_town(name: str) -> None:
    drawing = (_PICTURES / f"{name}.svg").read_text(encoding="utf-8")
    assert list(_PICTURES.glob(f"{name}*.png"))
    assert "norderstedt" not in drawing.lower()


def test_the_colours_outside_the_stylesheet_are_those_of_the_stylesheet() -> None:
    tokens = (_OVERRIDES / "assets" / "css" / "01-marken.css").read_text(encoding="utf-8")
    frame = (_OVERRIDES / "base.html").read_text(encoding="utf-8")
    light, dark = re.findall(r"--grund: (#\w+);", tokens)
    accent = re.findall(r"--blau: (#\w+);", tokens)[0]
    said = dict(re.findall(r'name="theme-color" media="\(prefers-color-scheme: (\w+)\)" content="(#\w+)"', frame))
    assert said == {"light": _long(light), "dark": _long(dark)}
    assert (_long(light), _long(accent)) == (GROUND, ACCENT)


def _files(data: DataFolder) -> dict[str, bytes]:
    return dict(files(data.register(), "https://portal.example/"))


def _size(file: Path) -> tuple[int, int]:
    content = file.read_bytes()
    assert content.startswith(b"\x89PNG\r\n\x1a\n"), f"{file.name} ist kein PNG"
    width, height = struct.unpack(">II", content[16:24])
    return width, height


def _long(colour: str) -> str:
    """#fff as #ffffff."""
    return colour if len(colour) == 7 else "#" + "".join(2 * digit for digit in colour[1:])
