"""The rows TXT: texts that must come through every answer literally and on one line."""

LITERAL = {
    "TXT-02": "stäng [/] x",
    "TXT-03": "[/red]",
    "TXT-05": "[link=https://evil.example]Beslut[/link]",
    "TXT-06": ":warning: :pile_of_poo:",
    "TXT-07": "slut\\",
    "TXT-09": "<img src=x onerror=alert(1)>",
    "TXT-10": '" onmouseover="x',
    "TXT-11": "<!-- dold",
    "TXT-12": "<details><summary>",
    "TXT-14": "![](https://evil.example/p.png)",
    "TXT-18": "- [x] Godkänt av nämnden",
    "TXT-27": "а",
    "TXT-30": "+46701740635",
    "TXT-31": "-5",
    "TXT-32": "@SUM(1)",
    "TXT-33": "＝1+1",
    "TXT-34": "a;=1",
    "TXT-36": "%s {0} ${HOME} $(id) `id`",
    "TXT-37": "../../etc/passwd",
}
"""Strange, and still a name that somebody may want."""

REFUSED = {
    "TXT-23": "titel\n\n**Beslut: bifall**",
    "TXT-24": "titel\n\nSamverkan-Fas: X 2 -> 5",
    "TXT-26": "GODKÄND\rAVSLAG",
    "TXT-28": "x" * 10000,
    "TXT-39": "",
    "TXT-40": "   ",
}
"""No name on one line: refused by `new`, and by `check` when an editor put it there."""

TXT = {**LITERAL, **REFUSED}
