"""Formulas as one line of text: a half must read "1/2" and never "12"."""

from __future__ import annotations

from literacy.ooxml.names import Element, child, name_of

_JOINS = {"m:f": ("m:num", "/", "m:den"), "m:sSup": ("m:e", "^", "m:sup")}


def formula_text(element: Element) -> str:
    """Return the characters of ``m:oMath`` in reading order, fractions and powers written out."""
    name = name_of(element)
    if name == "m:t":
        return element.text or ""
    if name in _JOINS:
        before, sign, after = _JOINS[name]
        return _part(child(element, before)) + sign + _part(child(element, after))
    inside = "".join(formula_text(one) for one in element)
    return f"√({inside})" if name == "m:rad" else inside


def _part(element: Element | None) -> str:
    text = "" if element is None else formula_text(element)
    return text if text.isalnum() else f"({text})"
