"""The house's order: imports go down only, there is no ring, and no module is longer than a reader's patience."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "converter"
LONGEST = 400

LAYERS = (
    ("where, when, who, of what, and what is doubted", {"place", "period", "diagnostic", "outcome", "filing", "taxonomy"}),
    ("bytes to text", {"sources"}),
    ("what is printed, meant and said", {"document", "statement", "report", "ledger"}),
    ("words and what they mean", {"wording", "model"}),
    ("who reports", {"entity"}),
    ("text to rows", {"readers"}),
    ("rows to statements", {"recognition"}),
    ("statements to sums", {"footing"}),
    ("the taxonomy as files", {"linkbases"}),
    ("statements and sums to facts", {"tagging"}),
    ("the paper as XHTML", {"overlay"}),
    ("facts and paper held against each other", {"checks"}),
    ("facts to files, and whether they hold", {"validation", "writers"}),
    ("one release", {"pipeline"}),
    ("many releases", {"batch", "comparison"}),
    ("people and programs", {"commands", "cli"}),
)
"""From the bottom up. A module may import from its own layer and from those below; a folder is one name."""


def _name(path: Path) -> str:
    """Dotted name inside the package: `readers.text`; empty for the package itself."""
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix("__init__").rstrip(".")


MODULES = {_name(path): path for path in sorted(PACKAGE.rglob("*.py"))}


def _is_type_checking(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)


def _nodes(node: ast.AST) -> Iterator[ast.AST]:
    """All nodes but those under `if TYPE_CHECKING:`, which name a type for the checker and import nothing."""
    for child in ast.iter_child_nodes(node):
        if not _is_type_checking(child):
            yield child
            yield from _nodes(child)


def imports_of(path: Path) -> set[str]:
    """Modules of the package that a file imports, at the top or inside a function."""
    found = set()
    for node in _nodes(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.removeprefix("converter").lstrip(".") for alias in node.names if alias.name.split(".")[0] == "converter"}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path.name}: relative imports hide the layer"
            module = node.module or ""
            if module.split(".")[0] == "converter":
                inner = module.removeprefix("converter").lstrip(".")
                for alias in node.names:
                    whole = f"{inner}.{alias.name}".lstrip(".")
                    found.add(whole if whole in MODULES else inner)
    return found


def layer_of(module: str) -> int:
    top = module.split(".")[0]
    return next((number for number, (_, names) in enumerate(LAYERS) if top in names), -1)


def test_every_module_has_a_layer() -> None:
    assert not [module for module in MODULES if module and layer_of(module) < 0]


@pytest.mark.parametrize("module", [module for module in MODULES if module])
def test_imports_go_down(module: str) -> None:
    if layer_of(module) < 0:
        pytest.skip("test_every_module_has_a_layer tells")
    upward = {other for other in imports_of(MODULES[module]) if other and layer_of(other) > layer_of(module)}
    assert not upward, f"{module} imports from above: {sorted(upward)}"
    assert "" not in imports_of(MODULES[module]), f"{module} imports the package that exports it"


def test_every_folder_is_installed() -> None:
    """What the list of packages leaves out works in a checkout and is missing where the package was installed."""
    setup = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]
    folders = {".".join(path.parent.relative_to(ROOT).parts) for path in PACKAGE.rglob("__init__.py")}
    assert folders == set(setup["packages"]) - {name for name in setup["package-dir"] if name != "converter"}


def test_no_ring() -> None:
    graph = {module: imports_of(path) & set(MODULES) - {""} for module, path in MODULES.items() if module}
    done: set[str] = set()
    while ready := {module for module in graph if module not in done and graph[module] <= done}:
        done |= ready
    assert not set(graph) - done, f"modules that import each other, or are imported by them: {sorted(set(graph) - done)}"


@pytest.mark.parametrize("module", list(MODULES))
def test_no_module_is_too_long(module: str) -> None:
    assert len(MODULES[module].read_text(encoding="utf-8").split("\n")) <= LONGEST


@pytest.mark.parametrize("module", list(MODULES))
def test_no_meaningless_names(module: str) -> None:
    assert not {"utils", "util", "helpers", "manager", "data", "info", "misc", "common"} & set(module.split("."))


def test_every_folder_of_code_and_tables_is_installed() -> None:
    """A folder that `packages` does not name is there for `pip install -e`, and absent for whoever installs the project."""
    setuptools = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]
    folders = {".".join(path.parent.relative_to(ROOT).parts) for path in PACKAGE.rglob("*.py")}
    assert set(setuptools["packages"]) == folders | set(setuptools["package-dir"])
    assert all((ROOT / folder).is_dir() for folder in setuptools["package-dir"].values())
