"""The benchmark of the window gives its figures; what they are is not judged here."""

from PySide6.QtWidgets import QApplication

from photoorg.ui.window_bench import measure_window


def test_the_benchmark_measures_starts_and_frames(qapp: QApplication) -> None:
    result = measure_window(300, 20, 60, starts=1, frames=5, names=2, answers=2)
    starts = {
        f"start_{library}_{moment}_s"
        for library in ("empty", "full")
        for moment in ("window", "content", "processor")
    }
    frames = {
        f"{page}_{part}{kind}_ms"
        for page in (
            *("people_grid", "person_page", "photos_page", "naming_key", "naming_after"),
            *("finding", "finding_stall", "dismissing_stall", "review_one_shown"),
            *("review_one_written", "review_sheets_shown", "review_sheets_written"),
        )
        for part in ("p50", "p99", "max")
        for kind in ("", "_processor")
    }
    memory = {"start_empty_mb", "start_full_mb"}
    whole = {"faces", "people", "questions_processor_s", "dismissing_s"}
    assert set(result) == whole | starts | memory | frames
    assert all(value > 0 for value in result.values())
