"""How long reading the history takes, beside the usual way of asking Git for every file.

    .venv/bin/python tests/bench/history.py [records [commits [sample]]]

The repository is made up: all records in the first commit, then commits that each change one to three of
them. The usual way is timed on a sample of files and multiplied; the table says so.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2] / "hooks")]

from portal.history import read_history  # noqa: E402

from bench import synthetic  # noqa: E402

_BEGIN = 1_760_000_000
_ONE_FILE = ("log", "--follow", "--format=%H %cI %s", "--name-status", "--")


def main(records: int = 10_000, commits: int = 5_000, sample: int = 40) -> None:
    with tempfile.TemporaryDirectory() as folder:
        repository = Path(folder, "repository.git")
        paths = _generate(repository, records, commits)
        work = Path(folder, "arbeit")
        _git(Path(folder), "clone", "--quiet", "--local", str(repository), str(work))
        start = time.perf_counter()
        _git(work, "log", "--first-parent", "-m", "--raw", "--format=%H", "--", "data")
        bare = time.perf_counter() - start
        start = time.perf_counter()
        history = read_history(work / "data")
        whole = time.perf_counter() - start
        dice = random.Random(sample)  # noqa: S311
        start = time.perf_counter()
        for path in dice.sample(paths, sample):
            _git(work, *_ONE_FILE, f"data/{path}")
        each = (time.perf_counter() - start) / sample
    print(
        f"{len(paths)} files, {commits + 1} commits, {len(history.all)} versions, "
        f"{sum(len(version.changes) for version in history.all)} changed fields"
    )
    print(f"git log alone, once:              {bare:8.1f} s")
    print(f"read_history, with every field:   {whole:8.1f} s")
    print(
        f"git log --follow, every file:     {each * len(paths):8.1f} s   ({sample} files timed, {each * 1000:.0f} ms each, "
        "multiplied; no fields compared)"
    )
    print(f"once instead of once per file:    {each * len(paths) / whole:8.0f} times as fast")


def _generate(repository: Path, records: int, commits: int) -> list[str]:
    """A bare repository, written by `git fast-import`; returns the files in its data folder."""
    subprocess.run(["git", "init", "--quiet", "--bare", "-b", "main", str(repository)], check=True)
    texts = dict(synthetic.files(records))
    paths = [path for path in texts if path.endswith(".md")]
    stream = b"".join(_stream(texts, paths, commits))
    subprocess.run(["git", "-C", str(repository), "fast-import", "--quiet"], input=stream, check=True)
    _git(repository, "gc", "--quiet")
    return list(texts)


def _stream(texts: dict[str, str], paths: list[str], commits: int) -> Iterator[bytes]:
    yield _commit(0, "Anfang", texts)
    dice = random.Random(commits)  # noqa: S311
    for number in range(1, commits + 1):
        changed = {path: _edited(texts[path], number, dice) for path in dice.sample(paths, dice.randrange(1, 4))}
        texts |= changed
        yield _commit(number, f"Nachtrag {number}", changed)


def _edited(text: str, number: int, dice: random.Random) -> str:
    """As editors do: a result comes in, a status is appended, a sentence is rewritten, a word is corrected."""
    if "ergebnis: unbekannt" in text and dice.random() < 0.7:
        return text.replace("ergebnis: unbekannt", "ergebnis: beschlossen", 1)
    if "verlauf:\n" in text and dice.random() < 0.7:
        return text.replace(
            "meilensteine:", f"  - {{datum: 2026-01-01, stand: in Betrieb, notiz: Meldung {number}}}\nmeilensteine:"
        )
    head, mark, prose = text.rpartition("---\n")
    if prose.strip() and dice.random() < 0.5:
        return f"{head}{mark}{prose.rstrip()} Satz {number} kam dazu.\n"
    title = text.index("titel:" if "titel:" in text else "name:")
    end = text.index("\n", title)
    return f"{text[:end]} {number}{text[end:]}"


def _commit(number: int, message: str, files: dict[str, str]) -> bytes:
    said = message.encode()
    parts = [
        f"commit refs/heads/main\ncommitter X <x@x> {_BEGIN + number * 3600} +0200\ndata {len(said)}\n".encode(),
        said,
        b"\n",
    ]
    for path, text in files.items():
        content = text.encode()
        parts += [f"M 100644 inline data/{path}\ndata {len(content)}\n".encode(), content, b"\n"]
    return b"".join(parts)


def _git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
