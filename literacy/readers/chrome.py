"""The furniture of a web page: menus, banners, skip links, what is hidden.

Losing a sentence of a leaflet is worse than keeping a menu, so a part goes only when its element
says what it is, or when it is nearly all links. What goes is noted.
"""

from __future__ import annotations

import re

from lxml.html import HtmlElement

# Never text to a reader, so not worth a note.
_SILENT = {
    *("script", "style", "template", "noscript", "head", "title", "meta", "link", "base"),
    *(
        "iframe",
        "noframes",
        "applet",
        "canvas",
        "map",
    ),
    *("button", "select", "option", "datalist", "textarea", "input", "audio", "video", "math"),
}
_ROLES = {"navigation", "search", "menu", "menubar", "toolbar", "dialog", "alertdialog", "none "}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_COOKIE = re.compile(r"\bcookie", re.I)
_SKIP = re.compile(r"\bskip[ -_]?(to|link|nav|main)", re.I)
_SITE = {"header", "footer", "aside"}
_FEET = re.compile(r"©|\(c\) \d{4}|copyright|cookies|privacy|accessibility statement", re.I)
_NOTES = {
    "nav": "Menus and site navigation were left out.",
    "hidden": "Hidden text was left out.",
    "site": "The site's own header, footer or side menu was left out.",
    "main": "Only the main part of the page was read.",
}


class Chrome:
    """Decides what to skip, and remembers what it skipped, for the notes."""

    def __init__(self) -> None:
        self._seen: set[str] = set()

    @property
    def notes(self) -> tuple[str, ...]:
        return tuple(note for key, note in _NOTES.items() if key in self._seen)

    def skips(self, element: HtmlElement) -> bool:
        tag = element.tag
        if not isinstance(tag, str) or tag in _SILENT:
            return True
        reason = self._reason(element, tag)
        if reason and element.text_content().strip():
            self._seen.add(reason)
        return bool(reason)

    def left_rest(self) -> None:
        self._seen.add("main")

    def _reason(self, element: HtmlElement, tag: str) -> str:
        if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
            return "hidden"
        if tag == "nav" or (element.get("role") or "").lower() in _ROLES:
            return "nav"
        label = f"{element.get('id') or ''} {element.get('class') or ''}"
        if _COOKIE.search(label) and tag in ("div", "section", "aside", "form", "dialog"):
            return "site"
        if tag == "a" and (element.get("href") or "").startswith("#") and _is_skip_link(element):
            return "nav"
        return "site" if tag in _SITE and _is_site_part(element, tag) else ""


def main_part(body: HtmlElement, chrome: Chrome) -> HtmlElement:
    """Return the element that holds the page's own content, or ``body`` if none claims to."""
    for path in (".//main", ".//*[@role='main']", ".//article"):
        found = body.xpath(path)
        if len(found) == 1 and _has_most(found[0], body, chrome):
            if _words(body) > _words(found[0]):
                chrome.left_rest()
            return found[0]
    return body


def _has_most(part: HtmlElement, body: HtmlElement, chrome: Chrome) -> bool:
    """Guard against a page whose "main" is a stub: the rest must be mostly links."""
    inside = _words(part)
    if not inside:
        return False
    outside = _words(body) - inside - (_linked(body) - _linked(part))
    return inside * 2 >= outside


def _is_site_part(element: HtmlElement, tag: str) -> bool:
    if any(parent.tag in ("main", "article", "section") for parent in element.iterancestors()):
        return False
    if element.xpath(".//h1|.//main|.//article"):
        return False
    mostly_links = _linked(element) * 2 > _words(element)
    if tag == "footer":
        return mostly_links or bool(_FEET.search(element.text_content()))
    if tag == "header":
        return mostly_links or bool(element.xpath(".//nav|.//form")) or _is_name_only(element)
    return mostly_links


def _is_name_only(element: HtmlElement) -> bool:
    return _words(element) <= 12 and not element.xpath(".//h2|.//h3|.//p")


def _is_skip_link(element: HtmlElement) -> bool:
    label = f"{element.get('class') or ''} {element.text_content()[:80]}"
    return bool(_SKIP.search(label))


def _words(element: HtmlElement) -> int:
    return len(_shown(element).split())


def _linked(element: HtmlElement) -> int:
    return sum(len(link.text_content().split()) for link in element.iter("a"))


def _shown(element: HtmlElement) -> str:
    texts = element.xpath(
        ".//text()[not(ancestor::script or ancestor::style or ancestor::noscript)]"
    )
    return " ".join(texts)
