"""The models of stacks and of the pictures in one."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from photoorg.library.duplicates.values import Member, Stack, StackKind, Why
from photoorg.ui.duplicates.members_model import BEST, MembersModel
from photoorg.ui.duplicates.stacks_model import StacksModel
from photoorg.ui.duplicates.telling import ALL
from photoorg.ui.models.row_roles import LINE

Role = Qt.ItemDataRole
MANY = 100_000


def stack(kind: StackKind, *photos: int, why: Why | None = None) -> Stack:
    return Stack(kind, photos, [Path(f"/a/{photo}.jpg") for photo in photos], why)


STACKS = [
    stack(StackKind.COPY, 1, 1),
    stack(StackKind.NEAR, 3, 2, why=Why.LARGEST),
    stack(StackKind.BURST, 5, 4),
    stack(StackKind.BURST, 7, 6, 8),
    stack(StackKind.DENIED, 9, 10),
]


def test_stacks_are_shown_by_their_kind() -> None:
    model = StacksModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.show(STACKS, ALL)
    assert not model.show(list(STACKS), ALL)
    assert [model.index(row).data() for row in range(4)] == [
        *("2 copies", "2 versions", "Burst of 2", "Burst of 3"),
    ]
    assert model.index(1).data(LINE) == "3.jpg"
    assert model.index(1).data(Role.AccessibleTextRole) == (
        "2 versions: 3.jpg. 3.jpg is the best: it is the largest."
    )
    model.show(STACKS, StackKind.BURST)
    assert [one.photo_ids[0] for one in model.stacks()] == [5, 7]
    assert [model.count(kind) for kind in (ALL, *StackKind)] == [4, 1, 1, 2, 1]
    model.show(STACKS, StackKind.DENIED)
    assert [one.photo_ids[0] for one in model.stacks()] == [9]


def test_a_stack_is_found_again_by_any_of_its_photos() -> None:
    model = StacksModel()
    model.show(STACKS, ALL)
    assert model.row_like(stack(StackKind.BURST, 9, 6)) == 3
    assert model.row_like(stack(StackKind.NEAR, 9, 6)) == -1


def test_many_stacks_are_one_list() -> None:
    model = StacksModel()
    model.show([stack(StackKind.NEAR, n, n + 1) for n in range(0, 2 * MANY, 2)], ALL)
    assert model.rowCount() == MANY
    assert model.index(MANY - 1).data(LINE) == f"{2 * MANY - 2}.jpg"


def test_the_first_picture_is_the_best_if_one_is() -> None:
    model = MembersModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    members = [Member(n, Path(f"/a/{n}.jpg"), 40, 30, 5, None, missing=False) for n in range(3)]
    model.show(members, best=True)
    assert [model.index(row).data(BEST) for row in range(3)] == [True, False, False]
    size = "40 \N{MULTIPLICATION SIGN} 30 · 5 bytes"
    assert model.index(0).data(Role.AccessibleTextRole) == f"The best, 0.jpg, {size}"
    assert model.index(1).data(Role.AccessibleTextRole) == f"1.jpg, {size}"
    assert model.index(1).data(Role.AccessibleDescriptionRole) == "2 of 3"
    assert model.index(2).data(Role.ToolTipRole) == "/a/2.jpg"
    model.show(members, best=False)
    assert not model.index(0).data(BEST)
