from __future__ import annotations

from pathlib import Path

from bench import synthetic
from bench.pages import pages, write


def test_every_record_is_a_page_with_a_title() -> None:
    found = list(pages(100))
    assert len(found) == len({page.path for page in found}) == 100
    assert all(page.title for page in found)
    assert {page.path.partition("/")[0] for page in found} >= {"beschluesse", "glossar", "quellen", "themen"}


def test_a_page_says_all_that_its_record_says() -> None:
    (paper,) = (page for page in pages(100) if page.path == "beschluesse/vorlage-3")
    record = dict(synthetic.files(100))["beschluesse/vorlage-3.md"]
    _, head, prose = record.split("---\n")
    assert prose in paper.text
    values = [line.partition(": ")[2] for line in head.splitlines() if line.startswith(("nummer:", "kurzfassung:"))]
    assert all(value in paper.text for value in values)
    assert len(paper.text) > 0.8 * len(record)


def test_titles_stand_where_the_generator_looks_for_them(tmp_path: Path) -> None:
    page = next(pages(100))
    write(tmp_path / "a", [page], front_matter=False)
    write(tmp_path / "b", [page], front_matter=True)
    assert (tmp_path / f"a/{page.path}.md").read_text(encoding="utf-8").startswith(f"# {page.title}\n")
    assert (tmp_path / f"b/{page.path}.md").read_text(encoding="utf-8").startswith(f'---\ntitle: "{page.title}"\n---\n')
