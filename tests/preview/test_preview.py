"""What a preview keeps between two builds."""

from __future__ import annotations

import gc
import weakref

from jobboard.preview.preview import Preview


class _Knot:
    """An object that refers to itself."""

    def __init__(self) -> None:
        self.own = self


def test_a_preview_frees_what_earlier_builds_left_behind() -> None:
    """What was set apart at the end of a build is freed in the next pause, but never while a build runs."""
    preview = Preview()
    knot = _Knot()
    left = weakref.ref(knot)
    del knot
    gc.freeze()
    try:
        preview.begin_build()
        preview._tidy_up()
        assert left() is not None
        preview.is_building.release()
        preview._tidy_up()
        assert left() is None
    finally:
        gc.unfreeze()
