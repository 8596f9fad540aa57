"""Filters that take HTML apart give back text, which the template escapes."""

from __future__ import annotations

from jinja2 import Environment
from portal.views.filters import section_marks


def test_a_heading_is_text_again_in_the_jump_marks() -> None:
    html = '<h2 id="reihe-1">&lt;img src=x onerror=alert(1)&gt; <em>Besucher</em> &amp; Gäste</h2>'
    assert section_marks(html) == [("reihe-1", "<img src=x onerror=alert(1)> Besucher & Gäste")]
    environment = Environment(autoescape=True)
    environment.filters["marken"] = section_marks
    shown = environment.from_string("{% for _, words in html | marken %}{{ words }}{% endfor %}").render(html=html)
    assert shown == "&lt;img src=x onerror=alert(1)&gt; Besucher &amp; Gäste"
