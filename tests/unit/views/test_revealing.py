"""Which questions brought a figure to light."""

from __future__ import annotations

from data_folder import DataFolder
from portal.register.entries import Key
from portal.views.revealing import questions_about

_FIGURE = "titel: Z\neinheit: E\nquellen: amtsblatt\nzu: [rat, a, a#frage-2]\nreihen: {titel: R, werte: [{stichtag: 2022, wert: 1}]}\n"
_INQUIRY = (
    "titel: {0}\ngestellt: {{am: 2023}}\nquellen: amtsblatt\nfragen:\n"
    "  - {{frage: Eins, stand: offen, kennzahlen: {1}}}\n  - {{frage: Zwei, stand: offen}}\n"
)


def test_a_figure_knows_the_questions_it_names_and_those_that_name_it_each_once(data: DataFolder) -> None:
    files = {"a": _INQUIRY.format("A", "[]"), "b": _INQUIRY.format("B", "z")}
    data.write({f"fragen/{name}.yml": text for name, text in files.items()}).write({"kennzahlen/z.yml": _FIGURE})
    register = data.register()
    found = questions_about(register.entries[Key("kennzahlen", "z")], register)
    assert [(str(each.target.key), each.target.fragment, each.question.text) for each in found] == [
        (str(Key("fragen", "a")), "frage-2", "Zwei"),
        (str(Key("fragen", "b")), "frage-1", "Eins"),
    ]
