"""Build what is handed to users on this system, and prove that it starts.

    python3 -m pip install -c constraints.txt ".[build]"
    python3 installer/build.py --out dist

Makes one folder with the window, the console and the rules' process; on Linux a tar.gz of it, on
macOS a disk image, on Windows an installer where Inno Setup (`iscc`) is on the path. Beside it
`build.json` says the size, the seconds to a usable window and the SHA-256.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
RECIPES = CHECKOUT / "installer" / "frozen"
NAME = "otc-desktop"
# Of a program that starts for the first time on a slow machine.
_PATIENCE = 180
_MEGABYTE = 1_000_000


def main(arguments: list[str] | None = None) -> int:
    """Build, try out and pack; the exit status."""
    parser = argparse.ArgumentParser(description="Build OTC Desktop for this system.")
    parser.add_argument("--out", type=Path, default=CHECKOUT / "dist")
    out = parser.parse_args(arguments).out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="otc-build-") as work:
        folder = freeze(Path(work))
        seconds = try_out(folder, Path(work))
        package = pack(folder, out, version=_version())
    report = {
        "package": package.name,
        "megabytes": round(package.stat().st_size / _MEGABYTE),
        "seconds_to_window": round(seconds, 1),
        "sha256": _sha256(package),
    }
    (out / "build.json").write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(report, indent=2))
    return 0


def freeze(work: Path) -> Path:
    """The folder that holds the program and everything it needs, Python included."""
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    places = ["--distpath", str(work / "dist"), "--workpath", str(work / "work")]
    subprocess.run([*command, *places, str(RECIPES / "otc_desktop.spec")], check=True)
    return work / "dist" / NAME


def try_out(folder: Path, work: Path) -> float:
    """Make a company, issue an invoice, check the books, open the window; seconds to the window.

    Raises:
        SystemExit: one of them failed.
    """
    books = work / "smoke.sqlite"
    otc = [_program(folder, "otc"), "--database", f"sqlite:///{books}", "--json"]
    _answer([*otc, "demo", "--customers", "3", "--invoices", "10"])
    order = work / "invoice.json"
    line = {"description": "Essai", "quantity": "1", "unit_price": "10.00", "vat_rate": "20"}
    customer = _answer([*otc, "invoice", "list"])["invoices"][0]["customer"]
    order.write_text(json.dumps({"customer": customer, "lines": [line]}), encoding="utf-8")
    draft = _answer([*otc, "invoice", "create", str(order)])["id"]
    [issued] = _answer([*otc, "invoice", "issue", draft])["issued"]
    judged = _answer([*otc, "invoice", "check", issued["number"]])
    if judged["findings"] or not all(each["run"] for each in judged["rule_sets"]):
        raise SystemExit(f"The official rules did not pass: {judged}")
    if not _answer([*otc, "verify"])["ok"]:
        raise SystemExit("The books of the trial are not sound.")
    window = [_program(folder, NAME), "--database", f"sqlite:///{books}", "--quit-when-ready"]
    # The first start fills the system's caches; people feel the ones after it.
    return min(_seconds(window) for _start in range(2))


def pack(folder: Path, out: Path, *, version: str) -> Path:
    """The one file that is handed to users of this system."""
    if sys.platform == "darwin":
        image = out / f"{NAME}-{version}.dmg"
        image.unlink(missing_ok=True)
        bundle = folder.with_name("OTC Desktop.app")
        command = ["hdiutil", "create", "-volname", "OTC Desktop", "-srcfolder", str(bundle)]
        subprocess.run([*command, "-format", "UDZO", str(image)], check=True)
        return image
    compiler = shutil.which("iscc") if sys.platform == "win32" else None
    if compiler:
        settings = [f"/DVersion={version}", f"/DFolder={folder}", f"/O{out}"]
        subprocess.run([compiler, *settings, str(RECIPES / "windows.iss")], check=True)
        return out / f"{NAME}-{version}-setup.exe"
    archive = out / f"{NAME}-{version}-{sys.platform}.tar.gz"
    with tarfile.open(archive, "w:gz", compresslevel=6) as packed:
        packed.add(folder, arcname=f"{NAME}-{version}")
    return archive


def _version() -> str:
    text = (CHECKOUT / "otc_desktop" / "__init__.py").read_text(encoding="utf-8")
    return text.partition('__version__ = "')[2].partition('"')[0]


def _program(folder: Path, name: str) -> str:
    return str(folder / (f"{name}.exe" if os.name == "nt" else name))


def _answer(command: list[str]) -> dict[str, object]:
    done = subprocess.run(
        command, stdout=subprocess.PIPE, text=True, timeout=_PATIENCE, check=False
    )
    if done.returncode:
        raise SystemExit(f"failed: {' '.join(command)}\n{done.stdout}")
    return dict(json.loads(done.stdout))


def _seconds(command: list[str]) -> float:
    environment = {**os.environ}
    if sys.platform == "linux" and not environment.get("DISPLAY"):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    began = time.monotonic()
    subprocess.run(command, env=environment, timeout=_PATIENCE, check=True)
    return time.monotonic() - began


def _sha256(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


if __name__ == "__main__":
    raise SystemExit(main())
