"""No number is tuned by hand: what was fitted stands in one file, what was not is told here."""

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from photoorg.cli import parser
from photoorg.fitted import Family, families
from photoorg.training.numbers.measures import MEASURES
from tests.conftest import REPOSITORY

HOUSE = REPOSITORY / "photoorg"
ROOMS = (
    "analysis",
    "clustering/density",
    "clustering/ndde_tpdi",
    "clustering/neighbors",
    "clustering/questions",
    "clustering/rules",
    "clustering/scoring",
    "jobs/scanning",
)
"""What lies on the way from a photo to a person."""

FORMAT = "how files, networks and libraries are written or called, or no quantity at all"
PAPER = "what a publication or a library says that the module names"
COST = "how much time and memory is spent; what is found hardly depends on it"
CHOICE = "what the program is to do, which no data can tell"
NETWORK = "what shipped networks learned to see; another value wants `photoorg train similarity`"

KINDS = {
    "analysis/alignment.py": {PAPER: "TEMPLATE CROP_SIDE"},
    "analysis/demonstration.py": {
        CHOICE: "ALONE ALONE_IN_GROUP FACE_SIDE FIRST_DAY GROUP_PHOTOS",
        FORMAT: "_EXIF _TAKEN",
    },
    "analysis/detector_view.py": {FORMAT: "_TILE"},
    "analysis/drawn_faces.py": {CHOICE: "ENLARGED", FORMAT: "_USUAL"},
    "analysis/closer.py": {COST: "OVERLAP", FORMAT: "_EDGE"},
    "analysis/faces.py": {COST: "CLOSER EMBED_BATCH", PAPER: "THRESHOLD", CHOICE: "DOUBTFUL"},
    "analysis/harder.py": {COST: "CLOSER", CHOICE: "THRESHOLD"},
    "analysis/likeness/face_hypotheses.py": {
        COST: "_BEST _EFFORT _MAX_PAIRS _MAX_TWOS _SETTLED",
        FORMAT: "_MIRRORED",
    },
    "analysis/likeness/picture_likeness.py": {COST: "FEATURE_SIDE REFINED SIDES STEP"},
    "analysis/likeness/transforms.py": {FORMAT: "IDENTITY _TURNS"},
    "analysis/networks.py": {FORMAT: "DETECTOR_SIDE"},
    "analysis/quality.py": {FORMAT: "_FACE"},
    "analysis/scan_floor.py": {COST: "_GROUP"},
    "analysis/scrfd.py": {PAPER: "_OVERLAP"},
    "analysis/thumbnails.py": {CHOICE: "FACE_SIDE JPEG_QUALITY PHOTO_SIDE _AT_EDGES _MARGIN"},
    "analysis/tracking/track.py": {CHOICE: "LEAST_WEIGHT NOWHERE"},
    "analysis/tracking/tracker.py": {
        PAPER: "OVERLAP",
        COST: "EMBEDDED_S TOUCHING",
        CHOICE: "FEWEST PATIENCE_S",
    },
    "analysis/tracking/watching.py": {COST: "DENSE_S STEP_S"},
    "clustering/density/diffusion.py": {COST: "_BLOCK"},
    "clustering/density/peaks.py": {PAPER: "TAU"},
    "clustering/ndde_tpdi/default.py": {CHOICE: "FINER COARSER"},
    "clustering/ndde_tpdi/neighbor_cache.py": {COST: "FEWEST", FORMAT: "VERSION"},
    "clustering/ndde_tpdi/neighborhoods.py": {PAPER: "K"},
    "clustering/neighbors/ann.py": {COST: "BUILD_EFFORT LINKS _BLOCK"},
    "clustering/neighbors/graph.py": {COST: "CROWD", FORMAT: "ROUNDING"},
    "clustering/neighbors/inner_products.py": {COST: "DEVIATIONS TILE"},
    "clustering/neighbors/search.py": {COST: "EXACT_FACES"},
    "clustering/neighbors/top_k.py": {COST: "PART PARTS", FORMAT: "LOW"},
    "clustering/questions/evidence.py": {CHOICE: "HELD_BY"},
    "clustering/questions/explaining.py": {COST: "FAINT"},
    "clustering/questions/sheets.py": {CHOICE: "SIZE WORTH"},
    "clustering/questions/split_groups.py": {COST: "CUTS", CHOICE: "FEWEST"},
    "clustering/questions/suggestions.py": {CHOICE: "LIKELY"},
    "clustering/rules/same_photo.py": {COST: "MOST_LOOKS MOST_PAIRS ROUNDS SAMPLE _TABLE"},
    "clustering/rules/sides.py": {FORMAT: "_FREE"},
    "clustering/scoring/adaptation.py": {COST: "MOST NEAR SAMPLE"},
    "clustering/scoring/affinity.py": {NETWORK: "CROWDING"},
    "clustering/scoring/calibration.py": {COST: "SAMPLE"},
    "clustering/scoring/networks.py": {FORMAT: "KIN RESOURCES"},
    "clustering/scoring/picture_quality.py": {
        COST: "COHORT MOST",
        NETWORK: "FEWEST GOOD LARGEST LEAST OF_COHORT OF_GROUP RIDGE",
    },
    "clustering/scoring/relational.py": {COST: "BATCH FEW HOPELESS SETTLED", FORMAT: "STRANGERS"},
    "clustering/scoring/relations.py": {
        NETWORK: "FEATURES FIRST_MIDDLE FIRST_SLOPE SIGMA TOKENS UNIT USUAL_FACES"
    },
    "clustering/scoring/restoration.py": {NETWORK: "LEAST RIDGE SHRINKAGE"},
    "jobs/scanning/analyze.py": {COST: "BATCH READ_AHEAD", CHOICE: "CAREFUL STRANGE"},
    "jobs/scanning/continuity.py": {COST: "AT_ONCE MOST_CANDIDATES", CHOICE: "MOSTLY_THERE"},
    "jobs/scanning/found_files.py": {CHOICE: "FEW SHARE"},
    "jobs/scanning/guard.py": {
        CHOICE: "DEAF_S GROWTH NEARLY",
        COST: "TICK_S",
        FORMAT: "CROWDED GAVE_UP",
    },
    "jobs/scanning/storing.py": {COST: "BATCH_S"},
    "jobs/scanning/walk.py": {FORMAT: "_INT64"},
}


def modules() -> Iterator[Path]:
    for room in ROOMS:
        yield from sorted((HOUSE / room).rglob("*.py"))


def numbers_of(module: Path) -> set[str]:
    """Return the names of the constants of a module that hold numbers written there."""
    names = set()
    for line in ast.parse(module.read_text("utf-8")).body:
        if not isinstance(line, ast.Assign | ast.AnnAssign) or line.value is None:
            continue
        written = [part.value for part in ast.walk(line.value) if isinstance(part, ast.Constant)]
        if any(type(value) in (int, float) for value in written):
            targets = line.targets if isinstance(line, ast.Assign) else [line.target]
            names |= {
                part.id
                for target in targets
                for part in ast.walk(target)
                if isinstance(part, ast.Name)
            }
    return names


def test_every_number_is_fitted_by_a_command_or_of_a_kind_that_is_not_tuned() -> None:
    found = {module.relative_to(HOUSE).as_posix(): numbers_of(module) for module in modules()}
    told = {
        module: {name for names in kinds.values() for name in names.split()}
        for module, kinds in KINDS.items()
    }
    assert {module: names for module, names in found.items() if names} == told


@pytest.mark.parametrize("family", families().values(), ids=families())
def test_a_fitted_number_has_a_command_and_other_values_to_try(family: Family) -> None:
    module = importlib.import_module(family.module)
    assert family.measure in MEASURES
    asked = parser().parse_args(family.command.split()[1:])
    assert family.module.endswith(f".{asked.family}")
    for name, value in family.values.items():
        assert getattr(module, name) == value
        assert len(family.tried[name]) > 1, name


def test_no_module_takes_a_fitted_number_out_of_another_one() -> None:
    """It would keep the value that was there first when others are tried."""
    fitted = {(family.module, name) for family in families().values() for name in family.values}
    taken = {
        (line.module, alias.name)
        for module in HOUSE.rglob("*.py")
        for line in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(line, ast.ImportFrom) and line.module
        for alias in line.names
    }
    assert taken & fitted == set()


def test_no_fitted_number_is_compiled_into_code() -> None:
    """Numba keeps what it compiled with the values there were, whatever the file says later."""
    for family in families().values():
        source = HOUSE.parent / f"{family.module.replace('.', '/')}.py"
        compiled = [
            function
            for function in ast.walk(ast.parse(source.read_text("utf-8")))
            if isinstance(function, ast.FunctionDef)
            and any("njit" in ast.unparse(decorator) for decorator in function.decorator_list)
        ]
        used = {part.id for f in compiled for part in ast.walk(f) if isinstance(part, ast.Name)}
        assert used.isdisjoint(family.values), family.module
