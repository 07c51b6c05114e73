"""Fuzzes the targets for a stated time, guided by coverage where atheris is installed, else by Hypothesis.

`python tests/fuzz/run.py --seconds 60 [TARGET …]`. What breaks a target is kept below `.cache/fuzz`; a case that is worth
keeping goes into `tests/fuzz/corpus/<target>/`, which the tests run through the targets.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib.util
import re
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
FOUND = ROOT / ".cache" / "fuzz"
MAX_BYTES = 4096
sys.path[:0] = [str(ROOT / "hooks"), str(HERE.parent)]


def main() -> int:
    """Give each target its share of the time; 1 when one of them was broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("targets", nargs="*")
    options = parser.parse_args()
    names = options.targets or [folder.name for folder in sorted((HERE / "corpus").iterdir())]
    if options.one:
        return _fuzz(names[0], options.seconds)
    seconds = max(1, options.seconds // len(names))
    print(f"{'atheris' if importlib.util.find_spec('atheris') else 'Hypothesis'}, {seconds} s for each target")
    failed = 0
    for name in names:
        command = [sys.executable, __file__, "--one", "--seconds", str(seconds), name]
        result = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
        said = result.stdout + result.stderr
        number = re.findall(r"(?:number_of_executed_units:|executions:)\s*(\d+)", said)
        covered = re.findall(r"cov: (\d+)", said)
        print(
            f"{name:10} {int(number[-1]) if number else 0:>12,} executions"
            + (f", {covered[-1]} branches" if covered else "")
            + (", BROKEN" if result.returncode else "")
        )
        if result.returncode:
            failed = 1
            lines = [line for line in said.splitlines() if not line.startswith(("#", "INFO:", "WARNING:"))]
            print("\n".join(lines)[-4000:])
    return failed


def _fuzz(name: str, seconds: int) -> int:
    FOUND.joinpath(name).mkdir(parents=True, exist_ok=True)
    if importlib.util.find_spec("atheris"):
        _fuzz_by_coverage(name, seconds)
        return 0  # not reached: libFuzzer ends the process
    return _fuzz_by_examples(name, seconds)


def _fuzz_by_coverage(name: str, seconds: int) -> None:
    import atheris

    with atheris.instrument_imports(include=["jobboard"]):
        from fuzz.targets import TARGETS
    atheris.Setup(
        [
            sys.argv[0], str(FOUND / name), str(HERE / "corpus" / name), f"-max_total_time={seconds}", f"-max_len={MAX_BYTES}",
            f"-dict={HERE / 'words.dict'}", f"-artifact_prefix={FOUND / name}.", "-timeout=20", "-rss_limit_mb=4096",
            "-print_final_stats=1", "-verbosity=1",
        ],
        TARGETS[name],
    )  # fmt: skip
    atheris.Fuzz()


def _fuzz_by_examples(name: str, seconds: int) -> int:
    from hypothesis import HealthCheck, given, seed, settings
    from hypothesis import strategies as st

    from fuzz.targets import TARGETS

    words = re.findall(r'^"(.*)"$', (HERE / "words.dict").read_text("utf-8"), re.MULTILINE)
    pieces = [word.encode().decode("unicode_escape").encode("latin-1") for word in words]
    inputs = [path.read_bytes() for path in sorted((HERE / "corpus" / name).iterdir())]
    cuts = st.tuples(st.integers(0, MAX_BYTES), st.integers(0, 40), st.sampled_from(pieces) | st.binary(max_size=8))
    executions, end, turn = 0, time.monotonic() + seconds, 0

    def run(data: bytes, changes: list[tuple[int, int, bytes]]) -> None:
        nonlocal executions
        for at, length, piece in changes:
            at %= len(data) + 1
            data = data[:at] + piece + data[at + length :]
        executions += 1
        try:
            TARGETS[name](data)
        except BaseException:
            FOUND.joinpath(f"{name}.broken").write_bytes(data)
            raise

    while time.monotonic() < end:
        turn += 1
        few = settings(max_examples=300, deadline=None, database=None, suppress_health_check=list(HealthCheck))
        changed = given(st.sampled_from(inputs) | st.binary(max_size=200), st.lists(cuts, max_size=8))
        with contextlib.redirect_stdout(sys.stderr):
            seed(turn)(few(changed(run)))()
    print(f"executions: {executions}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
