"""What the keys of the viewer do; :attr:`.ViewerBar.keys` tells of them."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt

from photoorg.library.decisions.turning import Way
from photoorg.ui.viewer.comparison import Comparison
from photoorg.ui.viewer.face_tools import FaceTools
from photoorg.ui.viewer.photo_canvas import STEP, PhotoCanvas
from photoorg.ui.viewer.slideshow import Slides
from photoorg.ui.viewer.viewer_bar import ViewerBar

_TO_THE_END = 10**9

_Key = Qt.Key


def acts(
    bar: ViewerBar,
    canvas: PhotoCanvas,
    tools: FaceTools,
    slides: Slides,
    comparison: Comparison,
    *,
    step: Callable[[int], None],
    leave: Callable[[], object],
) -> Mapping[Qt.Key, Callable[[], object]]:
    """Return what each key does; ``step`` walks so many photos on, ``leave`` is what Esc does."""
    return {
        _Key.Key_Left: lambda: step(-1),
        _Key.Key_Right: lambda: step(1),
        _Key.Key_PageUp: lambda: step(-1),
        _Key.Key_PageDown: lambda: step(1),
        _Key.Key_Space: lambda: step(1),
        _Key.Key_Home: lambda: step(-_TO_THE_END),
        _Key.Key_End: lambda: step(_TO_THE_END),
        _Key.Key_Escape: leave,
        _Key.Key_B: bar.faces.click,
        _Key.Key_I: bar.details.click,
        _Key.Key_C: bar.compare.click,
        _Key.Key_X: comparison.exchange,
        _Key.Key_N: tools.name_current,
        _Key.Key_D: tools.draw,
        _Key.Key_E: tools.reshape_current,
        _Key.Key_Delete: tools.erase_current,
        _Key.Key_H: tools.search_harder,
        _Key.Key_L: lambda: tools.turn(Way.LEFT),
        _Key.Key_R: lambda: tools.turn(Way.RIGHT),
        _Key.Key_S: slides.start,
        _Key.Key_Plus: lambda: canvas.zoom_by(STEP),
        _Key.Key_Equal: lambda: canvas.zoom_by(STEP),
        _Key.Key_Minus: lambda: canvas.zoom_by(1 / STEP),
        _Key.Key_0: canvas.fit,
        _Key.Key_1: canvas.actual_size,
    }
