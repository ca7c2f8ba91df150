"""A build step: a wheel carries resources/ and migrations/ inside the package.

In a checkout they stand at the top, beside the package; `adapters/platform/resources.py`
looks in both places.
"""

from pathlib import Path

from setuptools.command.build_py import build_py

PACKAGE = "otc_desktop"
DATA_FOLDERS = ("resources", "migrations")
# Written by tools while they work; no part of the program.
LEFT_OUT = {"__pycache__"}


class BuildWithData(build_py):
    """Builds the package and lays the program's data files into it."""

    def run(self) -> None:
        """Build the modules, then copy the data; an editable install finds them where they are."""
        super().run()
        if self.editable_mode:
            return
        for source, target in self._data().items():
            Path(target).parent.mkdir(parents=True, exist_ok=True)
            self.copy_file(source, target)

    def get_outputs(self, include_bytecode: bool = True) -> list[str]:
        """Every file this step writes."""
        return [*super().get_outputs(include_bytecode), *self._data().values()]

    def get_output_mapping(self) -> dict[str, str]:
        """Where each written file comes from."""
        return {**super().get_output_mapping(), **{to: at for at, to in self._data().items()}}

    def get_source_files(self) -> list[str]:
        """What a source archive needs, so that a wheel can be built of it."""
        return [*super().get_source_files(), *self._data(), "constraints.txt", *_installer()]

    def _data(self) -> dict[str, str]:
        """Each data file, and its place in the built package."""
        target = Path(self.build_lib) / PACKAGE
        return {
            str(file): str(target / file)
            for folder in DATA_FOLDERS
            for file in sorted(Path(folder).rglob("*"))
            if file.is_file() and not LEFT_OUT & set(file.parts)
        }


def _installer() -> list[str]:
    return [str(file) for file in sorted(Path("installer").rglob("*.py"))]
