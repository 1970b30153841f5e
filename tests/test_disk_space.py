import math
from pathlib import Path

from photoorg.disk_space import free_space


def test_a_file_system_without_a_size_has_room():
    assert free_space(Path("/proc")) == math.inf
    assert 0 < free_space(Path.cwd()) < math.inf
