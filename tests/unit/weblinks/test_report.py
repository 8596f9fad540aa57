"""From records to a report on their links: which addresses, at which lines, in which words."""

from __future__ import annotations

from pathlib import Path

from command_line import run
from data_folder import DataFolder
from portal.load import load
from portal.problems import Problem
from portal.weblinks.asking import Answer, Finding
from portal.weblinks.places import Place, places
from portal.weblinks.report import markdown, report, summary
from unit.weblinks.server import running

#: Settings that lead to no foreign server.
_ALONE = {"portal.yml": "lizenz: {url: https://lizenz.example/}\n"}
_DEAD = Answer(finding=Finding.DEAD, words="Weg.", was_heard=True)


def _place(address: str, line: int = 1) -> Place:
    return Place(address=address, complain=lambda message: Problem(path="data/x.yml", line=line, message=message))


def test_addresses_are_found_in_fields_and_prose_with_their_lines(data: DataFolder) -> None:
    data.write(
        {
            **_ALONE,
            "quellen/q.yml": "titel: Q\nurl: https://eins.de/a?b=c#d\nnotizen:\n  - nichts\n  - siehe http://zwei.de/, dann\n",
            "beschluesse/b.md": "---\ntitel: B\n---\n\nWie [dort](https://drei.de/x) und\n<https://vier.de>.\n",
        }
    )
    docs = data.folder.parent / "docs"
    docs.mkdir()
    (docs / "a.md").write_text("# A\n\nhttps://fuenf.de/wiki/A_(B) https://portal.example/\n")
    found = {place.address: place.complain("").as_text() for place in places(load(data.folder), Path("docs"))}
    assert found == {
        "https://drei.de/x": "data/beschluesse/b.md:5: ",
        "https://vier.de": "data/beschluesse/b.md:6: ",
        "https://eins.de/a?b=c#d": "data/quellen/q.yml:2: ",
        "http://zwei.de/": "data/quellen/q.yml:5: ",
        "https://fuenf.de/wiki/A_(B)": "docs/a.md:3: ",
    }


def test_examples_and_the_portals_own_addresses_are_not_asked(data: DataFolder) -> None:
    data.write(
        {
            "portal.yml": "adresse: https://eigene.de/\nrepository: https://auch.eigene.de/\nlizenz: {url: https://l.de/}\n"
        }
    )
    assert [place.address for place in places(load(data.folder), data.folder)] == ["https://l.de/"]


def test_a_dead_address_is_told_at_each_place_that_names_it() -> None:
    done = report([_place("https://a.de", 3), _place("https://a.de", 9)], {"https://a.de": _DEAD})
    assert [problem.as_text() for problem in done.dead] == [
        "data/x.yml:3: https://a.de: Weg.",
        "data/x.yml:9: https://a.de: Weg.",
    ]
    assert summary(done) == "1\xa0Adresse gefragt: 2 tot."


def test_the_issue_has_a_box_for_each_dead_link_and_quotes_what_records_say() -> None:
    unclear = Answer(finding=Finding.UNCLEAR, words="Antwort 403", was_heard=True)
    text = markdown(
        report(
            [_place("https://a.de/`@alle`"), _place("https://b.de")],
            {"https://a.de/`@alle`": _DEAD, "https://b.de": unclear},
        )
    )
    assert "## Führt ins Leere\n\n- [ ] `data/x.yml:1` `https://a.de/@alle: Weg.`\n" in text
    assert "## Unklar: bitte im Browser ansehen\n\n- `data/x.yml:1` `https://b.de: Antwort 403`\n" in text
    assert "Umgezogen" not in text


def test_an_issue_too_long_for_its_platform_says_where_the_rest_is() -> None:
    many = [_place(f"https://a.de/{'x' * 200}/{number}") for number in range(400)]
    text = markdown(report(many, {place.address: _DEAD for place in many}))
    assert len(text) < 65_536
    assert text.endswith("`portal links` zeigt alles.\n")


def test_the_command_says_dead_links_at_their_lines_and_writes_the_report(data: DataFolder) -> None:
    (data.folder.parent / "docs").mkdir()
    with running() as server:
        data.write(
            _ALONE
            | {"quellen/q.yml": f"titel: Q\nurl: {server.url}/weg\n", "quellen/r.yml": f"url: {server.url}/gut\n"}
        )
        done = run("links", "--pause", "0", "--bericht", "bericht.md")
    assert done.returncode == 1
    assert done.stderr == f"data/quellen/q.yml:2: {server.url}/weg: Die Seite gibt es nicht mehr (Antwort 404).\n"
    assert done.stdout.endswith("gefragt: 1 tot.\n")
    assert "- [ ] `data/quellen/q.yml:2`" in Path("bericht.md").read_text()


def test_without_a_network_no_link_is_called_dead(data: DataFolder) -> None:
    (data.folder.parent / "docs").mkdir()
    data.write(_ALONE | {"quellen/q.yml": "titel: Q\nurl: http://127.0.0.1:1/\n"})
    done = run("links", "--pause", "0", "--geduld", "1")
    assert (done.returncode, done.stdout) == (2, "")
    assert (
        done.stderr
        == "portal links: Kein einziger Server hat geantwortet. Ist dieser Rechner mit dem Netz verbunden?\n"
    )


def test_a_missing_folder_is_wrong_usage(data: DataFolder) -> None:
    done = run("links")
    assert (done.returncode, done.stderr) == (2, "portal links: Den Ordner „docs“ gibt es nicht.\n")
