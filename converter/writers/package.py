"""Report packages (Report Packages 1.0): the report with all the taxonomy it needs in one file, which opens offline anywhere.

It is a taxonomy package too, so that a processor can also be told the report's taxonomy by its address. Files keep the relations that they
have in a folder: unpacked, the report opens as it does there.
"""

import json
from collections.abc import Mapping
from urllib.parse import quote

from converter.linkbases.extension import CORE_FOLDER
from converter.linkbases.taxonomy_package import TaxonomyPackage, archive, metadata
from converter.report import Report
from converter.taxonomy import NAMESPACE

_TYPE = "https://xbrl.org/report-package/2023"
_REPORTS = "reports"


def report_package(report: Report, form: Mapping[str, bytes], taxonomy: Mapping[str, bytes]) -> dict[str, bytes]:
    """The package by file name: `<name>.xbri` where the form is Inline XBRL, else `<name>.xbr`.

    form: the one report that it holds, by file name. taxonomy: the report's taxonomy files by path, as they stand beside it in a folder.
    """
    kind = "xbri" if any(name.endswith(".xhtml") for name in form) else "xbr"
    described = TaxonomyPackage(
        identifier=f"{report.namespace}/{quote(report.name)}.{kind}",
        name=f"{report.entity.name or report.entity.identifier}, {report.end}",
        description="An earnings release as XBRL, with its own extension taxonomy and the Earnings Release taxonomy that it extends.",
        version=report.end.day.isoformat(),
        entry_points=((f"Extension taxonomy of {report.name}", f"{report.namespace}/{quote(report.name)}.xsd"),),
        rewritten=((f"{NAMESPACE}/", f"../{_REPORTS}/{CORE_FOLDER}/"), (f"{report.namespace}/", f"../{_REPORTS}/")),
    )
    held = {
        **metadata(described),
        "META-INF/reportPackage.json": json.dumps({"documentInfo": {"documentType": f"{_TYPE}/{kind}"}}, indent=2).encode() + b"\n",
        **{f"{_REPORTS}/{name}": content for name, content in {**taxonomy, **form}.items()},
    }
    return {f"{report.name}.{kind}": archive(report.name, held)}
