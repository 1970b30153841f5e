"""No number is tuned by hand: what was fitted stands in one file, what was not is told here.

That goes for constants, by their names, and for numbers inside of functions, as they are written.
"""

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
PAPER = "what mathematics, or a publication or library that the module names, says"
COST = "how much time and memory is spent; what is found hardly depends on it"
CHOICE = "what the program is to do, which no data can tell"
BOUND = "keeps a value where it means something; it is hardly ever reached"
NETWORK = "what shipped networks learned to see; another value wants `photoorg train similarity`"

KINDS = {
    "analysis/alignment.py": {PAPER: "TEMPLATE CROP_SIDE"},
    "analysis/demonstration.py": {
        CHOICE: "ALONE ALONE_IN_GROUP FACE_SIDE FIRST_DAY GROUP_PHOTOS SURE 0.05 0.4 0.6 0.7 0.8"
        " 0.9 1.04 1.05 1.1 1.4 1000 17 3 7 88",
        FORMAT: "_EXIF _TAKEN 255 255.0",
    },
    "analysis/detector_input.py": {FORMAT: "3"},
    "analysis/detector_view.py": {FORMAT: "_TILE 3"},
    "analysis/drawn_faces.py": {CHOICE: "ENLARGED", FORMAT: "_USUAL"},
    "analysis/closer.py": {COST: "OVERLAP", FORMAT: "_EDGE"},
    "analysis/face_crops.py": {CHOICE: "0.2 ADULT", FORMAT: "112 3"},
    "analysis/face_finds.py": {PAPER: "THRESHOLD"},
    "analysis/face_search.py": {FORMAT: "_UPRIGHT_TILT 3"},
    "analysis/faces.py": {
        COST: "CLOSER EMBED_BATCH",
        FORMAT: "3",
        CHOICE: "DOUBTFUL",
    },
    "analysis/harder.py": {COST: "CLOSER", CHOICE: "THRESHOLD"},
    "analysis/likeness/candidates.py": {
        COST: "CROWD FARTHEST UNSURE _CHUNK _TABLES _THREADS",
        CHOICE: "PLAIN",
        FORMAT: "_BANDS _BITS _POWERS 3",
    },
    "analysis/likeness/eyes.py": {CHOICE: "LEAST_APART", FORMAT: "_COLUMNS _FLAT _ROWS"},
    "analysis/likeness/face_hypotheses.py": {
        BOUND: "0.001",
        COST: "_BEST _EFFORT _MAX_PAIRS _MAX_TWOS _SETTLED 2000000",
        FORMAT: "_MIRRORED 3",
    },
    "analysis/likeness/face_matching.py": {FORMAT: "5"},
    "analysis/likeness/picture_likeness.py": {
        BOUND: "FARTHEST 0.001 0.999 20.0",
        COST: "CORNERS FEATURE_SIDE REFINED SIDES STEP 0.0001 40 5",
    },
    "analysis/likeness/sketches.py": {
        PAPER: "FREQUENCIES",
        CHOICE: "WINDOWS _CROPPED _FRAMED _PARTS _WHOLE",
        COST: "SIDE",
        FORMAT: "3",
    },
    "analysis/likeness/transforms.py": {FORMAT: "IDENTITY _TURNS"},
    "analysis/likeness/twins.py": {COST: "_OTHER_WINDOWS"},
    "analysis/networks.py": {FORMAT: "DETECTOR_SIDE 3"},
    "analysis/picture_features.py": {
        CHOICE: "_BINS _CELLS",
        FORMAT: "SIDE SIMPLE _RANGES 127.5 255 3",
    },
    "analysis/quality.py": {FORMAT: "_FACE"},
    "analysis/scan_floor.py": {COST: "_GROUP 200", FORMAT: "3"},
    "analysis/scrfd.py": {PAPER: "_OVERLAP", FORMAT: "10 3 5"},
    "analysis/turned_heads.py": {
        FORMAT: "3",
        COST: "SUSPECT _DOUBTFUL_TILT _FOUND_TILT _GRID",
        CHOICE: "_AROUND _PART _SMALLEST",
    },
    "analysis/thumbnails.py": {CHOICE: "FACE_SIDE JPEG_QUALITY PHOTO_SIDE _AT_EDGES _MARGIN"},
    "analysis/tracking/track.py": {CHOICE: "LEAST_WEIGHT NOWHERE"},
    "analysis/tracking/tracker.py": {
        PAPER: "OVERLAP",
        COST: "EMBEDDED_S TOUCHING",
        CHOICE: "FEWEST PATIENCE_S",
    },
    "analysis/tracking/watching.py": {COST: "AHEAD DENSE_S STEP_S"},
    "clustering/density/diffusion.py": {COST: "_BLOCK"},
    "clustering/density/peaks.py": {PAPER: "TAU"},
    "clustering/ndde_tpdi/default.py": {CHOICE: "FINER COARSER"},
    "clustering/ndde_tpdi/neighbor_cache.py": {COST: "FEWEST", FORMAT: "VERSION"},
    "clustering/ndde_tpdi/neighborhoods.py": {PAPER: "K"},
    "clustering/neighbors/ann.py": {COST: "BUILD_EFFORT LINKS _BLOCK 1000"},
    "clustering/neighbors/graph.py": {COST: "CROWD 1.25 10 48 5 7", FORMAT: "ROUNDING"},
    "clustering/neighbors/inner_products.py": {COST: "DEVIATIONS TILE 5", FORMAT: "127 255 3.0"},
    "clustering/neighbors/search.py": {COST: "EXACT_FACES 10"},
    "clustering/neighbors/top_k.py": {COST: "PART PARTS 3 5", FORMAT: "LOW"},
    "clustering/questions/evidence.py": {CHOICE: "HELD_BY"},
    "clustering/questions/explaining.py": {COST: "FAINT"},
    "clustering/questions/learning.py": {COST: "FAINT _STEPS", CHOICE: "TRUST SPREAD"},
    "clustering/questions/sheets.py": {CHOICE: "SIZE WORTH"},
    "clustering/questions/split_groups.py": {COST: "CUTS", CHOICE: "FEWEST"},
    "clustering/questions/suggestions.py": {CHOICE: "LIKELY", BOUND: "0.001"},
    "clustering/rules/canonical.py": {FORMAT: "7"},
    "clustering/rules/constraints.py": {COST: "4000 80", FORMAT: "3 5"},
    "clustering/rules/same_photo.py": {
        COST: "MOST_LOOKS MOST_PAIRS ROUNDS SAMPLE _TABLE",
        PAPER: "0.1587",
    },
    "clustering/rules/sides.py": {FORMAT: "_FREE 11400714819323198485"},
    "clustering/scoring/adaptation.py": {COST: "MOST NEAR SAMPLE 10000", FORMAT: "2654435761"},
    "clustering/scoring/affinity.py": {
        BOUND: "10 10.0 100 80.0",
        COST: "4.0 5.0",
        NETWORK: "CROWDING",
    },
    "clustering/scoring/calibration.py": {
        BOUND: "0.001 0.98 0.99",
        COST: "SAMPLE 2000 50000 500000 9",
        FORMAT: "2654435761 3 5",
        PAPER: "0.6745",
        NETWORK: "FEW_PEOPLE",
    },
    "clustering/scoring/networks.py": {FORMAT: "KIN RESOURCES 1000"},
    "clustering/scoring/picture_quality.py": {
        COST: "COHORT MOST",
        FORMAT: "3",
        NETWORK: "FEWEST GOOD LARGEST LEAST OF_COHORT OF_GROUP RIDGE",
    },
    "clustering/scoring/relational.py": {COST: "BATCH FEW HOPELESS SETTLED", FORMAT: "STRANGERS"},
    "clustering/scoring/relations.py": {
        BOUND: "0.001",
        FORMAT: "5 6",
        NETWORK: "FEATURES FIRST_MIDDLE FIRST_SLOPE SIGMA TOKENS UNIT USUAL_FACES 10 3",
    },
    "clustering/scoring/restoration.py": {NETWORK: "LEAST RIDGE SHRINKAGE"},
    "jobs/scanning/asking.py": {COST: "BATCH FOLDERS READERS"},
    "jobs/scanning/analyze.py": {COST: "BATCH READ_AHEAD", CHOICE: "CAREFUL STRANGE"},
    "jobs/scanning/continuity.py": {COST: "AT_ONCE MOST_CANDIDATES", CHOICE: "MOSTLY_THERE"},
    "jobs/scanning/found_files.py": {CHOICE: "FEW SHARE"},
    "jobs/scanning/guard.py": {
        CHOICE: "DEAF_S GROWTH NEARLY",
        COST: "TICK_S 3",
        FORMAT: "CROWDED GAVE_UP 1000000000.0",
    },
    "jobs/scanning/look.py": {FORMAT: "20"},
    "jobs/scanning/storing.py": {COST: "BATCH_S"},
    "jobs/scanning/videos.py": {COST: "KEPT_S 0.001", CHOICE: "DARK MISSING MISSING_S"},
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


PLAIN = {0, 1, 2, 0.5}
"""Nothing, one, both and half: what counts, turns round or halves."""
SMALL = 1e-5
"""Less only keeps from dividing by nothing."""


def literals_of(module: Path) -> set[str]:
    """Return the numbers written inside of functions, but for those that nobody would tune.

    Besides plain ones these are places in arrays, exponents, axes, and powers of two, which are
    bits and sizes of blocks.
    """
    tree = ast.parse(module.read_text("utf-8"))
    functions = [part for part in ast.walk(tree) if isinstance(part, ast.FunctionDef)]
    passed = {
        id(part)
        for function in functions
        for node in ast.walk(function)
        for told in _not_tuned(node)
        for part in ast.walk(told)
    }
    return {
        repr(part.value)
        for function in functions
        for part in ast.walk(function)
        if isinstance(part, ast.Constant) and id(part) not in passed and _is_asked(part.value)
    }


def _not_tuned(node: ast.AST) -> list[ast.expr]:
    if isinstance(node, ast.Subscript):
        return [node.slice]
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow):
        return [node.right]
    if isinstance(node, ast.keyword) and node.arg == "axis":
        return [node.value]
    return []


def _is_asked(value: object) -> bool:
    if type(value) is int:
        return value not in PLAIN and value & (value - 1) != 0
    return type(value) is float and value not in PLAIN and value > SMALL


def test_every_number_is_fitted_by_a_command_or_of_a_kind_that_is_not_tuned() -> None:
    found = {
        module.relative_to(HOUSE).as_posix(): numbers_of(module) | literals_of(module)
        for module in modules()
    }
    told = {
        module: {name for names in kinds.values() for name in names.split()}
        for module, kinds in KINDS.items()
    }
    assert {module: names for module, names in found.items() if names} == told


@pytest.mark.parametrize("family", families().values(), ids=families())
def test_a_fitted_number_has_a_command_and_other_values_to_try(family: Family) -> None:
    module = importlib.import_module(family.module)
    assert family.measure in MEASURES
    for command in family.before:
        parser().parse_args(command.split()[1:])
    asked = parser().parse_args(family.command.split()[1:])
    assert family.module.endswith(f".{asked.family}")
    for name, value in family.values.items():
        assert getattr(module, name) == value
        assert family.tried[name], name


@pytest.mark.parametrize("family", families().values(), ids=families())
def test_nothing_that_was_tried_is_better_than_what_is_shipped(family: Family) -> None:
    least = MEASURES[family.measure].least
    gains = [gain for tried in family.tried.values() for gain in tried.values()]
    assert all(gain.gain <= gain.noise(least) for gain in gains if gain is not None)


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
