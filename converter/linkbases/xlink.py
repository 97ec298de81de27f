"""The building blocks of taxonomy files: schemas, and extended links with locators, resources and arcs (XBRL 2.1, 3.5 and 5.2)."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from urllib.parse import quote

from attrs import define, field, frozen
from lxml import etree

from converter.sources.xml import FORBIDDEN
from converter.taxonomy import Concept, Group, Type

LINK = "http://www.xbrl.org/2003/linkbase"
XBRLI = "http://www.xbrl.org/2003/instance"
XLINK = "http://www.w3.org/1999/xlink"
XBRLDI = "http://xbrl.org/2006/xbrldi"
XBRLDT = "http://xbrl.org/2005/xbrldt"
XSD = "http://www.w3.org/2001/XMLSchema"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
REF = "http://www.xbrl.org/2006/ref"
_DTR = "http://www.xbrl.org/dtr/type/2024-01-31"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

XBRLI_LOCATION = "http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"
_LINK_LOCATION = "http://www.xbrl.org/2003/xbrl-linkbase-2003-12-31.xsd"
XBRLDT_LOCATION = "http://www.xbrl.org/2005/xbrldt-2005.xsd"
REF_LOCATION = "http://www.xbrl.org/2006/ref-2006-02-27.xsd"
_DTR_LOCATION = "https://www.xbrl.org/dtr/type/2024-01-31/types.xsd"

STANDARD_ROLE = "http://www.xbrl.org/2003/role/"
STANDARD_ARCROLE = "http://www.xbrl.org/2003/arcrole/"
_LINK_ROLE = STANDARD_ROLE + "link"
SUMMATION = "https://xbrl.org/2023/arcrole/summation-item"
SUMMATION_LOCATION = "https://www.xbrl.org/2023/calculation-1.1.xsd#summation-item"
_STANDARD_LABELS = ("label", "terseLabel", "verboseLabel", "totalLabel", "periodStartLabel", "periodEndLabel", "documentation")
_REGISTERED_ROLE = "http://www.xbrl.org/2009/role/"
_REGISTERED_LOCATION = "http://www.xbrl.org/lrr/role/{}-2009-12-16.xsd#{}"
_NEGATED_LABELS = ("Label", "TerseLabel", "TotalLabel", "NetLabel", "PeriodStartLabel", "PeriodEndLabel")
LABEL_ROLES: Mapping[str, str] = {
    **{word: STANDARD_ROLE + word for word in _STANDARD_LABELS},
    **{f"negated{word}": f"{_REGISTERED_ROLE}negated{word}" for word in _NEGATED_LABELS},
    "netLabel": f"{_REGISTERED_ROLE}netLabel",
}
"""Label roles by their last part: XBRL 2.1, table 8, and the link role registry's net and negated labels of 2009-12-16."""

ITEM_TYPES: Mapping[Type, str] = {
    Type.MONETARY: "xbrli:monetaryItemType",
    Type.SHARES: "xbrli:sharesItemType",
    Type.PURE: "xbrli:pureItemType",
    Type.STRING: "xbrli:stringItemType",
    Type.PER_SHARE: "dtr-types:perShareItemType",
    Type.PERCENT: "dtr-types:percentItemType",
    Type.DOMAIN: "dtr-types:domainItemType",
}


def plain(words: str) -> str:
    """Words on one line, without the characters that XML 1.0 forbids (section 2.2)."""
    return " ".join(FORBIDDEN.sub(" ", words).split())


def label_role(word: str) -> str:
    """The URI of a label role by its last part. Raises ValueError for a role that no one defined."""
    try:
        return LABEL_ROLES[word]
    except KeyError:
        raise ValueError(f"{word!r} is no label role; there are {', '.join(LABEL_ROLES)}") from None


def element_id(concept: Concept) -> str:
    """The id of the concept's declaration, by which linkbases point to it."""
    return f"{concept.prefix}_{concept.name}"


@frozen
class RoleType:
    """The declaration of a role in a schema (XBRL 2.1, 5.1.3). used_on: elements such as `link:presentationLink`."""

    uri: str
    definition: str
    used_on: tuple[str, ...]

    @property
    def id(self) -> str:
        return self.uri.rpartition("/")[2]


def document(root: etree._Element) -> bytes:
    """A whole XML file in UTF-8, indented, with a line end at its end."""
    etree.indent(root, "  ")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def schema(
    namespace: str,
    prefix: str,
    concepts: Iterable[Concept],
    imports: Iterable[tuple[str, str]],
    linkbases: Mapping[str, str],
    roles: Iterable[RoleType],
) -> bytes:
    """A taxonomy schema (XBRL 2.1, 5.1).

    imports: (namespace, location) beside those of XBRL itself. linkbases: file name by what it holds (`label`, `presentation`, ...).
    """
    concepts = tuple(concepts)
    tables = {"xbrldt": XBRLDT} if any(concept.group is not Group.ITEM for concept in concepts) else {}
    spaces = {"xsd": XSD, "xbrli": XBRLI, "link": LINK, "xlink": XLINK, "dtr-types": _DTR, **tables, prefix: namespace}
    root = etree.Element(f"{{{XSD}}}schema", {"targetNamespace": namespace, "elementFormDefault": "qualified"}, nsmap=spaces)
    appinfo = etree.SubElement(etree.SubElement(root, f"{{{XSD}}}annotation"), f"{{{XSD}}}appinfo")
    for kind, name in linkbases.items():
        etree.SubElement(
            appinfo,
            f"{{{LINK}}}linkbaseRef",
            {
                f"{{{XLINK}}}type": "simple",
                f"{{{XLINK}}}href": quote(name),
                f"{{{XLINK}}}role": f"{STANDARD_ROLE}{kind}LinkbaseRef",
                f"{{{XLINK}}}arcrole": "http://www.w3.org/1999/xlink/properties/linkbase",
            },
        )
    for role in roles:
        declared = etree.SubElement(appinfo, f"{{{LINK}}}roleType", {"roleURI": role.uri, "id": role.id})
        etree.SubElement(declared, f"{{{LINK}}}definition").text = plain(role.definition)
        for element in role.used_on:
            etree.SubElement(declared, f"{{{LINK}}}usedOn").text = element
    official = ((XBRLI, XBRLI_LOCATION), (LINK, _LINK_LOCATION), (_DTR, _DTR_LOCATION), *((XBRLDT, XBRLDT_LOCATION) for _ in tables))
    for target, location in (*official, *imports):
        etree.SubElement(root, f"{{{XSD}}}import", {"namespace": target, "schemaLocation": location})
    for concept in concepts:
        etree.SubElement(root, f"{{{XSD}}}element", _declaration(concept))
    return document(root)


def _declaration(concept: Concept) -> dict[str, str]:
    attributes = {
        "id": element_id(concept),
        "name": concept.name,
        "type": ITEM_TYPES[concept.type],
        "substitutionGroup": concept.group.value,
        "nillable": "true",
        f"{{{XBRLI}}}periodType": concept.period.value,
    }
    if concept.balance and not concept.abstract:
        attributes[f"{{{XBRLI}}}balance"] = concept.balance.value
    if concept.abstract:
        attributes["abstract"] = "true"
    return attributes


def _text(words: str) -> str:
    return escape(words, quote=False)


def _attributes(attributes: Mapping[str, str]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())


def _enclosed(element: str, attributes: Mapping[str, str], lines: Sequence[str]) -> list[str]:
    """The lines of an element that holds lines, indented."""
    start = f"<{element}{_attributes(attributes)}"
    return [f"{start}>", *(f"  {line}" for line in lines), f"</{element}>"] if lines else [f"{start}/>"]


class Linkbase:
    """A linkbase in the making (XBRL 2.1, 3.5.2): references to roles first, then extended links.

    It is written line by line: lxml would need most of the time of a conversion's output for its thousand attributes with namespaces.
    """

    def __init__(self, spaces: Mapping[str, str] | None = None, locations: Mapping[str, str] | None = None) -> None:
        places = {LINK: _LINK_LOCATION, **(locations or {})}
        self._root = {
            **{f"xmlns:{prefix}": space for prefix, space in {"link": LINK, "xlink": XLINK, "xsi": XSI, **(spaces or {})}.items()},
            "xsi:schemaLocation": " ".join(f"{space} {location}" for space, location in places.items()),
        }
        self._referred: dict[str, str] = {}
        self._arcroles: dict[str, str] = {}
        self._links: list[ExtendedLink] = []

    def refer(self, role: str, href: str) -> None:
        """A roleRef: a role other than XBRL 2.1's own must be pointed to before it is used (3.5.2.4)."""
        self._referred[role] = href

    def refer_arcrole(self, arcrole: str, href: str) -> None:
        """An arcroleRef (3.5.2.5)."""
        self._arcroles[arcrole] = href

    def refer_label_role(self, role: str) -> None:
        """The roleRef of a label role, where it needs one."""
        if role.startswith(_REGISTERED_ROLE):
            word = role.removeprefix(_REGISTERED_ROLE)
            self.refer(role, _REGISTERED_LOCATION.format("net" if word == "netLabel" else "negated", word))

    def link(self, element: str, role: str = _LINK_ROLE) -> "ExtendedLink":
        """A new extended link, such as `labelLink`."""
        made = ExtendedLink(element, role)
        self._links.append(made)
        return made

    def file(self) -> bytes:
        """The linkbase as a file."""
        lines: list[str] = []
        for element, attribute, references in (("roleRef", "roleURI", self._referred), ("arcroleRef", "arcroleURI", self._arcroles)):
            for uri, href in references.items():
                lines += _enclosed(f"link:{element}", {attribute: uri, "xlink:type": "simple", "xlink:href": href}, ())
        for link in self._links:
            lines += _enclosed(f"link:{link.element}", {"xlink:type": "extended", "xlink:role": link.role}, link.lines)
        return "\n".join(("<?xml version='1.0' encoding='UTF-8'?>", *_enclosed("link:linkbase", self._root, lines), "")).encode()


@define
class ExtendedLink:
    """An extended link in the making. Labels of locators and resources are the caller's and must be unique within the link.

    Labels are names and all references URIs, so neither has a character that would have to be escaped.
    """

    element: str
    role: str
    lines: list[str] = field(init=False, factory=list)

    def locator(self, label: str, href: str) -> None:
        """A locator: what stands at href takes part in this link (3.5.3.7)."""
        self.lines.append(f'<link:loc xlink:type="locator" xlink:href="{href}" xlink:label="{label}"/>')

    def label(self, label: str, role: str, words: str, id: str = "") -> None:
        """A label in English (5.2.2.2). words: as `plain` gives them."""
        named = f' id="{id}"' if id else ""
        attributes = f'xlink:type="resource" xlink:label="{label}" xlink:role="{role}"{named} xml:lang="en"'
        self.lines.append(f"<link:label {attributes}>{_text(words)}</link:label>")

    def reference(self, label: str, role: str, parts: Iterable[tuple[str, str]]) -> None:
        """A reference (5.2.3.2). parts: name and text of each, in the namespace of the prefix `ref`."""
        said = [f"<ref:{name}>{_text(text)}</ref:{name}>" for name, text in parts]
        self.lines += _enclosed("link:reference", {"xlink:type": "resource", "xlink:label": label, "xlink:role": role}, said)

    def arc(self, element: str, arcrole: str, start: str, end: str, **attributes: str) -> None:
        """An arc between two labels (3.5.3.9); attributes are those that are not XLink's, such as order and weight."""
        further = _attributes(attributes) if attributes else ""
        self.lines.append(f'<link:{element} xlink:type="arc" xlink:arcrole="{arcrole}" xlink:from="{start}" xlink:to="{end}"{further}/>')
