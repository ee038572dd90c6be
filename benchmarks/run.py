"""Run every benchmark, one after the other: `python benchmarks/run.py [NAME …]`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main() -> None:
    """Run the benchmarks named on the command line, or all."""
    named = sys.argv[1:] or sorted(p.stem for p in HERE.glob("*.py") if p.stem != "run")
    for name in named:
        print(f"--- {name}", flush=True)
        subprocess.run([sys.executable, HERE / f"{name}.py"], check=True)


if __name__ == "__main__":
    main()
