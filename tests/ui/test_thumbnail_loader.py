"""Thumbnails come from the file, from the original when the file lacks them, and never block."""

from collections.abc import Iterator
from functools import partial
from io import BytesIO

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from photoorg.library.forgetting import forget
from photoorg.library.storage.sidecars import thumbnails_file
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from tests.ui.gallery import Gallery, wait_for


@pytest.fixture
def loader(gallery: Gallery, qtbot: QtBot) -> Iterator[ThumbnailLoader]:
    made = ThumbnailLoader(gallery.library.path)
    yield made
    made.close()


def jpeg(color: str, size: tuple[int, int] = (320, 240)) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, color).save(out, "JPEG")
    return out.getvalue()


def test_a_stored_thumbnail_comes_after_ready(
    qtbot: QtBot, gallery: Gallery, loader: ThumbnailLoader
) -> None:
    photo = gallery.photos["beach.jpg"]
    gallery.library.thumbnails.put_photos([(photo, jpeg("red"))])
    with qtbot.waitSignal(loader.ready, timeout=30_000) as ready:
        assert loader.photo(photo) is None
    assert ready.args == ["photo", photo]
    pixmap = loader.photo(photo)
    assert pixmap is not None
    assert (pixmap.width(), pixmap.height()) == (320, 240)
    assert pixmap.toImage().pixelColor(9, 9).red() > 240


def test_a_missing_one_is_made_from_the_photo_with_all_its_faces_and_kept(
    qtbot: QtBot, gallery: Gallery, loader: ThumbnailLoader
) -> None:
    one, other = gallery.faces["beach.jpg"]
    assert loader.face(one) is None
    wait_for(qtbot, lambda: loader.face(one))
    pixmap = loader.face(one)
    assert pixmap is not None
    assert pixmap.width() == pixmap.height()
    stored = gallery.library.thumbnails
    assert stored.face(one)
    assert stored.face(other)
    assert stored.photo(gallery.photos["beach.jpg"])


def test_of_a_forgotten_face_nothing_is_kept(
    qtbot: QtBot, gallery: Gallery, loader: ThumbnailLoader
) -> None:
    face, _ = gallery.faces["beach.jpg"]
    forget(gallery.library, None)
    wait_for(qtbot, lambda: loader.face(face))
    assert gallery.library.thumbnails.face(face) is None
    assert gallery.library.thumbnails.photo(gallery.photos["beach.jpg"]) is None


def test_a_deleted_file_of_thumbnails_is_made_again(
    qtbot: QtBot, gallery: Gallery, loader: ThumbnailLoader
) -> None:
    photo = gallery.photos["snow.jpg"]
    gallery.library.thumbnails.put_photos([(photo, jpeg("red"))])
    gallery.library.thumbnails.close()
    file = thumbnails_file(gallery.library.path)
    for left in file.parent.glob(f"{file.name}*"):
        left.unlink()
    wait_for(qtbot, lambda: loader.photo(photo))
    pixmap = loader.photo(photo)
    assert pixmap is not None
    assert pixmap.width() == 320


def test_what_cannot_be_made_is_asked_for_once(
    qtbot: QtBot, gallery: Gallery, loader: ThumbnailLoader
) -> None:
    photo = gallery.photos["garden.jpg"]
    file = gallery.folder / "garden.jpg"
    away = file.rename(file.with_suffix(".away"))
    assert loader.photo(photo) is None
    wait_for(qtbot, loader.idle)
    qtbot.wait(10)  # the answer travels through the event loop
    assert loader.photo(photo) is None
    assert loader.idle()
    away.rename(file)
    loader.try_again()
    wait_for(qtbot, lambda: loader.photo(photo))


def test_a_photo_that_nobody_knows_any_more_is_no_bug(
    qtbot: QtBot, loader: ThumbnailLoader
) -> None:
    assert loader.photo(4711) is None
    wait_for(qtbot, loader.idle)


def test_a_side_is_scaled_down_and_never_up(
    qtbot: QtBot, gallery: Gallery, loader: ThumbnailLoader
) -> None:
    photo = gallery.photos["beach.jpg"]
    gallery.library.thumbnails.put_photos([(photo, jpeg("red"))])
    wait_for(qtbot, lambda: loader.photo(photo, 100) and loader.photo(photo, 5000))
    small, large = loader.photo(photo, 100), loader.photo(photo, 5000)
    assert small is not None
    assert large is not None
    assert small.deviceIndependentSize().width() == 100
    assert large.width() == 320


def test_the_cache_is_bounded_in_bytes(qtbot: QtBot, gallery: Gallery) -> None:
    loader = ThumbnailLoader(gallery.library.path, cache_bytes=3 * 320 * 240 * 4)
    ids = list(gallery.photos.values())
    gallery.library.thumbnails.put_photos([(photo, jpeg("red")) for photo in ids])
    for photo in ids:
        wait_for(qtbot, partial(loader.photo, photo))
    assert loader.photo(ids[-1]) is not None
    assert loader.photo(ids[0]) is None
    loader.close()


def blue(loader: ThumbnailLoader, photo: int, side: int = 0) -> bool:
    pixmap = loader.photo(photo, side)
    return pixmap is not None and pixmap.toImage().pixelColor(9, 9).blue() > 240


def test_a_replaced_thumbnail_is_read_anew_and_the_old_one_stays_until_then(
    qtbot: QtBot, gallery: Gallery, loader: ThumbnailLoader
) -> None:
    edited, other = gallery.photos["beach.jpg"], gallery.photos["snow.jpg"]
    gallery.library.thumbnails.put_photos([(edited, jpeg("red")), (other, jpeg("red"))])
    wait_for(qtbot, lambda: loader.photo(edited) and loader.photo(edited, 50))
    wait_for(qtbot, lambda: loader.photo(other))
    loader.look_for_newer()
    gallery.library.thumbnails.put_photos([(edited, jpeg("blue")), (other, jpeg("red"))])
    told: list[tuple[str, int]] = []
    loader.ready.connect(lambda kind, id_: told.append((kind, id_)))
    with qtbot.waitSignal(loader.photosReplaced) as replaced:
        loader.look_for_newer()
    assert replaced.args == [[edited]]
    assert told == [("photo", edited)]
    assert loader.photo(edited) is not None
    wait_for(qtbot, lambda: blue(loader, edited) and blue(loader, edited, 50))
    assert not blue(loader, other)
    with qtbot.assertNotEmitted(loader.photosReplaced):
        loader.look_for_newer()


def test_closing_drops_what_waits(gallery: Gallery, loader: ThumbnailLoader) -> None:
    for photo in gallery.photos.values():
        loader.photo(photo)
    loader.close()
    assert loader.idle()
    assert loader.photo(next(iter(gallery.photos.values()))) is None
    assert loader.idle()
