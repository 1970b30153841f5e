"""When and where photos were taken, in a terminal."""

from pathlib import Path

from tests.commands.conftest import Photoorg


def test_a_date_is_told_corrected_and_taken_back(photoorg: Photoorg, library: Path) -> None:
    first = photoorg("photos", "--library", library, "--json").json[0]
    (told,) = photoorg("date", first["id"], "--library", library, "--json").json
    assert (told["taken"], told["source"]) == (first["taken_at"], None)
    said = photoorg(
        "date", first["path"], "--taken", "1965-07", "--library", library, "--json"
    ).json
    assert (said[0]["taken"], said[0]["source"]) == ("1965-07", "you")
    photos = photoorg("photos", "--library", library, "--json").json
    assert {one["taken_at"] for one in photos if one["id"] == first["id"]} == {"1965-07"}
    photoorg("undo", "--library", library)
    (told,) = photoorg("date", first["id"], "--library", library, "--json").json
    assert (told["taken"], told["source"]) == (first["taken_at"], None)
    photoorg("redo", "--library", library)
    photoorg("date", first["id"], "--taken", "file", "--library", library)
    assert "1965" not in photoorg("date", first["id"], "--library", library).out


def test_many_photos_at_once(photoorg: Photoorg, library: Path) -> None:
    ids = [photo["id"] for photo in photoorg("photos", "--library", library, "--json").json[:3]]
    told = photoorg(
        "date", *ids, "--taken", "2003-07-14 10:11", "--library", library, "--json"
    ).json
    assert {one["taken"] for one in told} == {"2003-07-14T10:11:00"}
    history = photoorg("history", "--library", library).out
    assert "Tell when 3 photos were taken" in history


def test_what_is_no_date_or_no_photo(photoorg: Photoorg, library: Path) -> None:
    (first, *_) = photoorg("photos", "--library", library, "--json").json
    wrong = photoorg("date", first["id"], "--taken", "30 February", "--library", library)
    assert (wrong.code, "is no date" in wrong.err) == (2, True)
    assert photoorg("date", 999, "--library", library).code == 2
    assert photoorg("date", "nowhere.jpg", "--library", library).code == 2


def test_a_clock_that_was_wrong(photoorg: Photoorg, library: Path) -> None:
    (first, *_) = photoorg("photos", "--library", library, "--json").json
    photoorg("date", first["id"], "--taken", "2003-07-14 10:11", "--library", library)

    def shift(*way: str) -> str:
        (told,) = photoorg("date", first["id"], *way, "--library", library, "--json").json
        return str(told["taken"])

    assert shift("--later", "1d 1h30min") == "2003-07-15T11:41:00"
    assert shift("--earlier", "90min 5s") == "2003-07-15T10:10:55"
    wrong = photoorg("date", first["id"], "--later", "soon", "--library", library)
    assert (wrong.code, "is no time" in wrong.err) == (2, True)
    photoorg("date", first["id"], "--taken", "2003-07", "--library", library)
    wrong = photoorg("date", first["id"], "--later", "1h", "--library", library)
    assert (wrong.code, "put right" in wrong.err) == (2, True)
