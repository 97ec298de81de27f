"""Ids and the links to them: unique names as XML has them (XML 1.0, 2.3), none of which the caller needs."""

import re
from collections.abc import Collection
from typing import Final
from urllib.parse import unquote

from converter.readers.html.markup import Element

_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
_OTHER: Final = re.compile(r"[^A-Za-z0-9_.-]+")


def with_names(body: Element, reserved: Collection[str]) -> None:
    """Makes the ids of a body names that occur once and are not reserved, and leads its links to where they led."""
    taken: set[str] = set(reserved)
    renamed: dict[str, str] = {}
    links: list[Element] = []
    for element in body.iter():
        given = element.get("id")
        if given is not None:
            name = _free(given, taken)
            taken.add(name)
            renamed.setdefault(given, name)
            if name != given:
                element.set("id", name)
        if element.tag == "a" and (element.get("href") or "").startswith("#"):
            links.append(element)
    for link in links:
        target = link.get("href", "")[1:]
        led = renamed.get(target) or renamed.get(unquote(target))
        if led is not None:
            link.set("href", f"#{led}")


def _free(given: str, taken: set[str]) -> str:
    """A name like the one given that nothing has yet."""
    name = given if _NAME.fullmatch(given) else "_" + _OTHER.sub("-", given.strip())
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    return free
