"""The words of the HTML Standard that the rules know: elements, attributes, roles. Nothing obsolete is among them."""

from __future__ import annotations


def _words(text: str) -> set[str]:
    return set(text.split())


SECTIONING = _words("article aside header footer main nav section")
#: Block content: may not stand inside a paragraph, a heading or a span.
NOT_PHRASING = SECTIONING | _words(
    "address blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure form h1 h2 h3 "
    "h4 h5 h6 hgroup hr legend li menu ol p pre search summary table tbody td tfoot th thead tr ul"
)
PHRASING_ONLY = _words(
    "abbr b bdi bdo button cite code data dfn em h1 h2 h3 h4 h5 h6 i kbd label mark p pre q s samp small span strong "
    "sub sup time u var"
)
INTERACTIVE = _words("a button details embed iframe input label select textarea")

ELEMENTS = SECTIONING | _words(
    "html head body title base link meta style script noscript template h1 h2 h3 h4 h5 h6 hgroup p hr pre blockquote "
    "ol ul menu li dl dt dd figure figcaption div search address a em strong small s cite q dfn abbr ruby rt rp data "
    "time code var samp kbd sub sup i b u mark bdi bdo span br wbr ins del picture source img audio video track map "
    "area table caption colgroup col tbody thead tfoot tr td th form label input button select datalist optgroup "
    "option textarea output progress meter fieldset legend details summary dialog svg math"
)
EVERYWHERE = _words("id class lang dir title hidden tabindex role inert translate spellcheck popover")
ATTRIBUTES = {
    name: _words(attributes)
    for name, attributes in {
        "a": "href rel target download hreflang type",
        "blockquote": "cite",
        "button": "type disabled name value form",
        "col": "span",
        "data": "value",
        "del": "cite datetime",
        "details": "open name",
        "form": "action method autocomplete name novalidate",
        "img": "src alt width height loading decoding srcset sizes",
        "input": "type name value checked disabled placeholder required min max step pattern list form readonly size "
        "minlength maxlength enterkeyhint autocomplete",
        "ins": "cite datetime",
        "label": "for",
        "li": "value",
        "link": "rel href as type crossorigin media sizes hreflang integrity",
        "meta": "charset name content http-equiv property media",
        "meter": "value min max low high optimum",
        "ol": "start reversed type",
        "optgroup": "label disabled",
        "option": "value selected disabled label",
        "output": "for name",
        "progress": "value max",
        "script": "src type async defer integrity crossorigin",
        "select": "name multiple size disabled required form autocomplete",
        "td": "colspan rowspan headers",
        "textarea": "name rows cols disabled required minlength maxlength placeholder readonly autocomplete",
        "th": "colspan rowspan scope headers abbr",
        "time": "datetime",
    }.items()
}
ARIA = {
    f"aria-{name}"
    for name in _words(
        "atomic autocomplete busy checked colcount controls current describedby description details disabled expanded "
        "haspopup hidden invalid keyshortcuts label labelledby level live modal multiselectable orientation owns "
        "placeholder posinset pressed readonly relevant required roledescription rowcount selected setsize sort "
        "valuemax valuemin valuenow valuetext"
    )
}
ROLES = _words(
    "alert alertdialog application article banner button cell checkbox columnheader combobox complementary contentinfo "
    "definition dialog doc-backlink doc-endnotes doc-noteref document feed figure form grid gridcell group heading img "
    "link list listbox listitem log main marquee math menu menubar menuitem meter navigation none note option "
    "presentation progressbar radio radiogroup region row rowgroup rowheader scrollbar search searchbox separator "
    "slider spinbutton status switch tab table tablist tabpanel term textbox timer toolbar tooltip tree"
)
