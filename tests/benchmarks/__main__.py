"""Run every benchmark, each in a process of its own.

python -m tests.benchmarks
"""

import os
import subprocess
import sys
from pathlib import Path


def main() -> int:
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    failed = 0
    for path in sorted(Path(__file__).parent.glob("bench_*.py")):
        print(f"\n{path.stem}", flush=True)
        command = [sys.executable, "-m", f"tests.benchmarks.{path.stem}"]
        failed += subprocess.run(command, env=environment, check=False).returncode != 0
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
