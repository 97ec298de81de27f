"""The viewer: one HTML file that shows the release with every tagged number clickable, made with ixbrl-viewer from the inline form.

The page holds its script and asks the network for nothing: a policy in its head forbids it, whatever the script would like to do.
"""

import logging
import tempfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from lxml import etree

from converter.diagnostic import Code, Diagnostic, Refusal
from converter.report import Report
from converter.validation.referee import opened
from converter.writers.outputs import missing

_XHTML = "http://www.w3.org/1999/xhtml"
_SCRIPT = "ixbrlviewer.js"
_POLICY = "default-src 'unsafe-inline' data: blob:"
# The script looks for its settings beside the address that it was loaded from, and it has none. From disk it looks for nothing.
_ADDRESS = (
    "Object.defineProperty(HTMLScriptElement.prototype,'src',{configurable:true,get(){return this.getAttribute('src')||'file:///'}});"
)


def viewer_page(report: Report, inline: Mapping[str, bytes], taxonomy: Mapping[str, bytes]) -> bytes:
    """The page, from the files of the inline form and of the report's taxonomy.

    Raises Refusal (OUTPUT_FAILED) where ixbrl-viewer is not installed or does not take the document.
    """
    if lacking := missing("viewer"):
        raise _refusal(f"{lacking[:1].upper()}{lacking[1:]}.")
    from iXBRLViewerPlugin.constants import DEFAULT_VIEWER_PATH
    from iXBRLViewerPlugin.iXBRLViewer import IXBRLViewerBuilder
    from iXBRLViewerPlugin.xhtmlserialize import XHTMLSerializer

    with tempfile.TemporaryDirectory() as folder:
        for name, content in {**taxonomy, **inline}.items():
            (Path(folder) / name).parent.mkdir(parents=True, exist_ok=True)
            (Path(folder) / name).write_bytes(content)
        with opened(Path(folder) / f"{report.name}.xhtml", logging.NullHandler()) as models:
            (model,) = models
            builder = IXBRLViewerBuilder(model.modelManager.cntlr)
            builder.processModel(model)
            made = builder.createViewer(scriptUrl=_SCRIPT, showValidations=False)
            if made is None:
                raise _refusal(f"ixbrl-viewer does not take {report.name}.xhtml.")
            page = made.files[0].xmlDocument
    _prepare(page)
    held = BytesIO()
    XHTMLSerializer(held, xml_declaration=False).serialize(page)
    return _with_script(held.getvalue(), Path(DEFAULT_VIEWER_PATH).read_text(encoding="utf-8"))


def _prepare(page: "etree._ElementTree[etree._Element]") -> None:
    """Puts in front what a browser must know first: the encoding, and that nothing may be fetched. Marks the script's place."""
    head = page.getroot().find(f"{{{_XHTML}}}head")
    scripts = [each for each in page.iter(f"{{{_XHTML}}}script") if each.get("src") == _SCRIPT]
    if head is None or len(scripts) != 1:
        raise _refusal("This version of ixbrl-viewer makes pages in another way than expected.")
    for position, attributes in enumerate(({"charset": "UTF-8"}, {"http-equiv": "Content-Security-Policy", "content": _POLICY})):
        head.insert(position, etree.Element(f"{{{_XHTML}}}meta", attributes))
    scripts[0].attrib.pop("src")
    scripts[0].text = _SCRIPT


def _with_script(page: bytes, script: str) -> bytes:
    """The page with the script in it. HTML reads a script as it stands, up to its end tag: nothing in it may look like one."""
    plain = script.replace("</script", r"<\/script").replace("<!--", r"<\!--")
    before, place, after = page.rpartition(f">{_SCRIPT}</script>".encode())
    if not place:
        raise _refusal("This version of ixbrl-viewer writes pages in another way than expected.")
    return b"".join((before, f">{_ADDRESS}\n{plain}</script>".encode(), after))


def _refusal(message: str) -> Refusal:
    return Refusal(Diagnostic(Code.OUTPUT_FAILED, message))
