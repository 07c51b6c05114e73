"""Places a site's folders on the disk, away from where files were deleted a moment ago.

For each new file, ext4 without a journal looks at every file deleted in the last minutes near its folder, whose inode it
would not use yet (`recently_deleted` in the kernel's fs/ext4/ialloc.c): a site that was deleted and is built again takes
up to twenty times as long to write.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress

_GET_FLAGS, _SET_FLAGS = 0x80086601, 0x40086602  # FS_IOC_GETFLAGS and FS_IOC_SETFLAGS in linux/fs.h, with 64 bits
_TOP_OF_HIERARCHIES = 0x00020000
"""FS_TOPDIR_FL, the attribute T of chattr(1): ext4 spreads what is in such a folder over the disk, by its names."""


def place(site: str, names: Iterable[str]) -> None:
    """Make the folder *site* or, if it exists, the folders *names* in it, in a part of the disk taken by chance.

    Only ext4 can do so; elsewhere nothing is made. What is there already stays as it is.
    """
    if sys.platform != "linux":
        return
    is_new = not os.path.lexists(site)
    with suppress(OSError), tempfile.TemporaryDirectory(dir=os.path.dirname(site) if is_new else site) as top:
        _spread(top)
        folder = f"{top}/{os.path.basename(top)}"  # a name by chance
        os.mkdir(folder)
        if is_new:
            os.rename(folder, site)
        else:
            for name in names:
                os.mkdir(f"{folder}/{name}")
                os.rename(f"{folder}/{name}", f"{site}/{name}")


def _spread(folder: str) -> None:
    """Set the attribute T.

    Raises OSError where the file system does not know it.
    """
    import fcntl  # only Unix has it

    opened = os.open(folder, os.O_RDONLY)
    try:
        flags = int.from_bytes(fcntl.ioctl(opened, _GET_FLAGS, bytes(4)), sys.byteorder)
        fcntl.ioctl(opened, _SET_FLAGS, (flags | _TOP_OF_HIERARCHIES).to_bytes(4, sys.byteorder))
    finally:
        os.close(opened)
