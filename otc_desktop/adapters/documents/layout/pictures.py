"""Pictures: hostile files checked, then made small enough to print a thousand times."""

import hashlib
import warnings
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageOps
from reportlab.lib.utils import ImageReader

from otc_desktop.domain.shared.errors import InputFileError
from otc_desktop.domain.shared.paper_look import Logo

LARGEST_LOGO = 5_000_000
_MOST_PIXELS = 25_000_000
_LEAST_SIDE = 16
# At the size it is printed in, about 300 dots an inch.
_KEPT_SIZE = (640, 240)
_JPEG_QUALITY = 95


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture ready to be drawn, `width` and `height` in pixels."""

    reader: ImageReader
    width: int
    height: int

    def fitting(self, width: float, height: float) -> tuple[float, float]:
        """Its size in points inside a box, in its own proportions."""
        scale = min(width / self.width, height / self.height)
        return self.width * scale, self.height * scale


def checked_logo(content: bytes, *, name: str) -> Logo:
    """A PNG or JPEG file as a logo: its metadata gone, no larger than printing needs.

    Raises:
        InputFileError: `company.logo_too_large`, `company.bad_logo`,
            `company.logo_too_small`.
    """
    if len(content) > LARGEST_LOGO:
        raise InputFileError("company.logo_too_large", name=name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as opened:
                # Known from the header: nothing is unpacked yet.
                _check_size(opened.size, name)
                upright = ImageOps.exif_transpose(opened)
                made = upright.convert("RGBA")
    except InputFileError:
        raise
    except (
        OSError,
        SyntaxError,
        ValueError,
        KeyError,
        IndexError,
        EOFError,
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
    ) as problem:
        raise InputFileError("company.bad_logo", name=name) from problem
    box = made.getchannel("A").getbbox()
    if box is None:
        raise InputFileError("company.bad_logo", name=name)
    made = made.crop(box)
    made.thumbnail(_KEPT_SIZE, Image.Resampling.LANCZOS)
    output = BytesIO()
    made.save(output, "PNG", optimize=True)
    kept = output.getvalue()
    return Logo(sha256=hashlib.sha256(kept).hexdigest(), content=kept)


def _check_size(size: tuple[int, int], name: str) -> None:
    width, height = size
    if width * height > _MOST_PIXELS:
        raise InputFileError("company.logo_too_large", name=name)
    if min(width, height) < _LEAST_SIDE:
        raise InputFileError("company.logo_too_small", name=name, least=_LEAST_SIDE)


def picture_of(logo: Logo) -> Picture:
    """The logo on white, decoded once per process."""
    return _picture(_Named(logo.sha256, logo.content))


@dataclass(frozen=True, slots=True)
class _Named:
    """Bytes told apart by their hash alone, which the cache compares faster."""

    sha256: str
    content: bytes

    def __hash__(self) -> int:
        return hash(self.sha256)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Named) and other.sha256 == self.sha256


@lru_cache(maxsize=4)
def _picture(named: _Named) -> Picture:
    with Image.open(BytesIO(named.content), formats=("PNG",)) as opened:
        drawn = opened.convert("RGBA")
    white = Image.new("RGBA", drawn.size, "white")
    white.alpha_composite(drawn)
    output = BytesIO()
    # A JPEG goes into each PDF as it is; anything else would be compressed every time.
    white.convert("RGB").save(output, "JPEG", quality=_JPEG_QUALITY, subsampling=0)
    output.seek(0)
    return Picture(ImageReader(output), *drawn.size)
