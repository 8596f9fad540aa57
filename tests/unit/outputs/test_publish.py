"""A new site takes the old one's place only when it is whole."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from threading import Event, Thread

import pytest
from portal.outputs.publish import Staging, lay_out
from portal.outputs.sitefolder import write


def _names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_finished_site_replaces_the_old_one_whole(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write(site, [("alt.html", b"alt"), ("bleibt.html", b"alt")])
    staging = Staging(site)
    write(staging.folder, [("bleibt.html", b"neu")])
    assert (site / "bleibt.html").read_bytes() == b"alt"
    assert staging.publish() == site
    assert _names(tmp_path) == ["site/bleibt.html"]
    assert (site / "bleibt.html").read_bytes() == b"neu"


def test_a_first_site_needs_no_old_one(tmp_path: Path) -> None:
    site = tmp_path / "noch" / "nicht" / "da"
    staging = Staging(site)
    write(staging.folder, [("index.html", b"neu")])
    staging.publish()
    assert _names(tmp_path) == ["noch/nicht/da/index.html"]
    assert site.stat().st_mode & 0o777 == 0o755


def test_a_failed_build_leaves_the_old_site_and_nothing_else(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write(site, [("index.html", b"alt")])
    staging = Staging(site)
    write(staging.folder, [("index.html", b"halb")])
    staging.discard()
    assert _names(tmp_path) == ["site/index.html"]
    assert (site / "index.html").read_bytes() == b"alt"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux exchanges two folders in one step")
def test_there_is_a_site_at_every_moment(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write(site, [("index.html", b"0")])
    missing: list[str] = []
    done = Event()

    def look() -> None:
        while not done.is_set():
            try:
                (site / "index.html").read_bytes()
            except OSError as error:
                missing.append(str(error))

    visitor = Thread(target=look)
    visitor.start()
    for number in range(200):
        staging = Staging(site)
        write(staging.folder, [("index.html", b"%d" % number)])
        staging.publish()
    done.set()
    visitor.join()
    assert not missing


def test_of_two_first_builds_the_later_one_takes_the_place_of_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    first, second = Staging(site), Staging(site)
    for staging, text in ((first, b"eins"), (second, b"zwei")):
        write(staging.folder, [("index.html", text)])
    first.publish()
    answers = [False, True]  # there was none a moment ago
    monkeypatch.setattr(Path, "exists", lambda _: answers.pop(0))
    second.publish()
    assert (site / "index.html").read_bytes() == b"zwei"
    assert [*tmp_path.iterdir()] == [site]


def test_what_a_killed_build_left_is_removed_and_what_runs_is_left_alone(tmp_path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    for name in (f".site-neu-{ended.pid}-abc", f".site-neu-{os.getpid()}-abc", ".site-neu-sonstwas", ".site-alt"):
        write(tmp_path / name, [("index.html", b"halb")])
    write(tmp_path / "site", [("index.html", b"ganz")])
    Staging(tmp_path / "site").discard()
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {"site", f".site-neu-{os.getpid()}-abc", ".site-neu-sonstwas", ".site-alt"}


def test_a_site_that_a_killed_build_took_away_comes_back(tmp_path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    write(tmp_path / f".site-alt-{ended.pid}-abc", [("index.html", b"ganz")])
    Staging(tmp_path / "site").discard()
    assert (tmp_path / "site" / "index.html").read_bytes() == b"ganz"


def test_what_was_the_site_is_what_a_later_build_begins_with(tmp_path: Path) -> None:
    site, spare = tmp_path / "site", tmp_path / "gemerkt" / "vorige"
    for content in ("eins", "zwei"):
        staging = Staging(site, spare)
        assert not staging.begin_with_spare()
        (staging.folder / "index.html").write_text(content)
        staging.publish()
    assert (spare / "index.html").read_text() == "eins"
    staging = Staging(site, spare)
    assert staging.begin_with_spare()
    assert not spare.exists()
    assert (staging.folder / "index.html").read_text() == "eins"
    assert (site / "index.html").read_text() == "zwei"
    staging.discard()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["gemerkt", "site"]


def test_a_spare_that_is_of_no_use_is_gone_when_the_new_site_is_there(tmp_path: Path) -> None:
    site, spare = tmp_path / "site", tmp_path / "gemerkt" / "vorige"
    write(site, [("index.html", b"eins")])
    write(spare, [("a/index.html", b"null"), ("b.txt", b"null")])
    staging = Staging(site, spare)
    staging.do_without_spare()
    assert not spare.exists()
    (staging.folder / "index.html").write_text("zwei")
    staging.publish()
    assert [path.name for path in spare.iterdir()] == ["index.html"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["gemerkt", "site"]


def test_a_part_can_be_seen_elsewhere_before_the_site_is_whole(tmp_path: Path) -> None:
    place = tmp_path / "vorab"
    for content in (b"eins", b"zwei"):
        part = tmp_path / content.decode()
        write(part, [("a/b.txt", content)])
        lay_out(part, place)
        assert (place / "a" / "b.txt").read_bytes() == content
        assert (part / "a" / "b.txt").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["eins", "vorab", "zwei"]


def test_an_old_site_that_cannot_be_put_aside_is_removed(tmp_path: Path) -> None:
    site, spare = tmp_path / "site", tmp_path / "gemerkt" / "vorige"
    spare.mkdir(parents=True)
    (spare / "von-anderen.html").write_text("noch gebraucht")
    for _ in range(2):
        Staging(site, spare).publish()
    assert [path.name for path in spare.iterdir()] == ["von-anderen.html"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["gemerkt", "site"]
