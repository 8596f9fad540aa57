"""The data file on its way to a workflow that may comment: read without trusting it."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from command_line import run
from portal.comparing.compare import compare
from portal.comparing.parcel import LARGEST, NAME, Refused, read_parcel, to_json
from portal.comparing.sites import read_site
from portal.comparing.words import MARK
from unit.comparing.built import built


@pytest.fixture(scope="module")
def valid(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("paket")
    old = read_site(built(folder / "alt", {"": "", "x/": "<h1>X</h1>"}))
    new = read_site(built(folder / "neu", {"": "", "y/": "<h1>@alle</h1>", "x/": "<h1>Z</h1>"}))
    return to_json(compare(old, new))


def _parcel(folder: Path, files: dict[str, bytes]) -> Path:
    path = folder / "paket.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def test_what_was_written_can_be_read(tmp_path: Path, valid: str) -> None:
    found = read_parcel(_parcel(tmp_path, {NAME: valid.encode()}))
    assert [page.title for page in found.others.added.items] == ["@alle"]
    assert to_json(found) == valid


@pytest.mark.parametrize(
    "break_it",
    [
        lambda d: d.update(number=7),
        lambda d: d.update(version=2),
        lambda d: d.pop("broken"),
        lambda d: d["others"]["added"].update(total="1"),
        lambda d: d["others"]["added"].update(total=-1),
        lambda d: d["others"]["added"].update(total=10**9),
        lambda d: d["others"]["added"]["items"][0].update(title="x" * 121),
        lambda d: d["others"]["added"]["items"][0].update(title="zwei\nZeilen"),
        lambda d: d["others"]["added"]["items"][0].update(address="../../weg/"),
        lambda d: d["others"]["added"]["items"][0].update(address="https://boese.example/"),
        lambda d: d["others"]["added"]["items"][0].update(address="a b/"),
        lambda d: d["others"]["added"].update(items=d["others"]["added"]["items"] * 26),
        lambda d: d["others"]["changed"]["items"][0].update(sections=["a"] * 6),
    ],
)
def test_one_wrong_value_and_the_whole_is_refused(tmp_path: Path, valid: str, break_it: Any) -> None:
    changed = json.loads(valid)
    break_it(changed)
    assert changed != json.loads(valid)
    with pytest.raises(Refused, match="hat nicht die erwartete Form"):
        read_parcel(_parcel(tmp_path, {NAME: json.dumps(changed).encode()}))


@pytest.mark.parametrize("content", [b"", b"[]", b"null", b"\xff\xfe", b"[" * 5000, b'{"version": NaN}'])
def test_what_is_no_such_json_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(Refused):
        read_parcel(_parcel(tmp_path, {NAME: content}))


@pytest.mark.parametrize("names", [[], ["anders.json"], [NAME, "mehr.txt"], [f"../{NAME}"]])
def test_only_the_one_file_may_be_in_it(tmp_path: Path, valid: str, names: list[str]) -> None:
    with pytest.raises(Refused, match="genau eine Datei"):
        read_parcel(_parcel(tmp_path, dict.fromkeys(names, valid.encode())))


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    bomb = _parcel(tmp_path, {NAME: b" " * (100 * LARGEST)})
    assert bomb.stat().st_size < LARGEST
    with pytest.raises(Refused, match="ist größer als"):
        read_parcel(bomb)


def test_a_file_that_is_too_large_or_no_archive_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "paket.zip"
    path.write_bytes(b"PK\x03\x04" + b"x" * LARGEST)
    with pytest.raises(Refused, match="Das Paket ist größer"):
        read_parcel(path)
    path.write_bytes(b"PK\x03\x04 kaputt")
    with pytest.raises(Refused, match="keine lesbare Zip-Datei"):
        read_parcel(path)


def test_a_damaged_archive_is_refused(tmp_path: Path, valid: str) -> None:
    path = _parcel(tmp_path, {NAME: valid.encode()})
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        start = archive.getinfo(NAME).header_offset + 30 + len(NAME)
    damaged = bytearray(path.read_bytes())
    damaged[start + 5 : start + 9] = b"\xff\xff\xff\xff"
    path.write_bytes(damaged)
    with pytest.raises(Refused, match="keine lesbare Zip-Datei"):
        read_parcel(path)


def test_an_unusual_compression_is_refused(tmp_path: Path, valid: str) -> None:
    path = tmp_path / "paket.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr(NAME, valid)
    with pytest.raises(Refused, match="unübliche Weise"):
        read_parcel(path)


def test_the_command_compares_writes_json_and_reads_it_again(tmp_path: Path) -> None:
    old, new = built(tmp_path / "alt", {"": "A"}), built(tmp_path / "neu", {"": "B"})
    done = run("compare", str(old), str(new), "--json", str(tmp_path / "u.json"))
    assert (done.returncode, done.stderr) == (0, "")
    assert "1\xa0geänderte andere Seite." in done.stdout
    parcel = _parcel(tmp_path, {NAME: (tmp_path / "u.json").read_bytes()})
    again = run("compare", "--paket", str(parcel))
    assert (again.returncode, again.stdout) == (0, done.stdout)


def test_the_command_gives_the_whole_comment_with_mark_run_and_commit(tmp_path: Path, valid: str) -> None:
    parcel = str(_parcel(tmp_path, {NAME: valid.encode()}))
    done = run("compare", "--paket", parcel, "--vorschau", "https://git.example/runs/1", "--commit", "0123456789abcdef")
    lines = done.stdout.splitlines()
    assert lines[:2] == [MARK, "## Was sich für Leserinnen und Leser ändert"]
    assert "herunterladen](https://git.example/runs/1)" in done.stdout
    assert "`0123456789ab`" in done.stdout


def test_the_command_ends_with_1_for_a_refused_parcel_and_with_2_for_wrong_usage(tmp_path: Path) -> None:
    refused = run("compare", "--paket", str(_parcel(tmp_path, {"x": b""})))
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "genau eine Datei" in refused.stderr
    for arguments in (["compare"], ["compare", str(tmp_path), str(tmp_path)], ["compare", "--paket", "gibtsnicht.zip"]):
        done = run(*arguments)
        assert done.returncode == 2
        assert done.stderr.startswith("portal compare: ")
