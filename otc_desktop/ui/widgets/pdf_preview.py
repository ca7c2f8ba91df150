"""A document beside its list: one page at a time, with zoom."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from otc_desktop.application.kernel.task import Task
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.tasks import Job
from otc_desktop.ui.widgets.pdf_pages import PageImage, draw_page

_ZOOM_STEPS = (50, 67, 80, 100, 125, 150, 200, 300)
_SCREEN_DPI = 96
_FRAME = 12  # pixels around the page
_RESIZED_MS = 150


class PdfPreview(QWidget):
    """Shows PDF bytes; pages are drawn in a pool thread.

    Args:
        services: what the window offers.
        hint: what is said while there is no document.
    """

    def __init__(
        self, services: WindowServices, *, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._hint = hint
        self._content: bytes | None = None
        self._page = 0
        self._pages = 0
        self._zoom = 0  # fits the width
        self._job: Job | None = None
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._picture.setMargin(_FRAME)
        self._picture.setObjectName("pages")
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setWidget(self._picture)
        self._area.viewport().installEventFilter(self)
        self.previous_button = self._button("‹", self.tr("Previous page"), self.previous_page)
        self.next_button = self._button("›", self.tr("Next page"), self.next_page)
        self._position = QLabel(self)
        smaller = self._button("−", self.tr("Smaller"), self.zoom_out)
        larger = self._button("+", self.tr("Larger"), self.zoom_in)
        self._zoom_label = QLabel(self)
        fit = self._button("↔", self.tr("Fit the width"), self.fit_width)
        self._resized = QTimer(self)
        self._resized.setSingleShot(True)
        self._resized.setInterval(_RESIZED_MS)
        self._resized.timeout.connect(self._draw)
        bar = QHBoxLayout()
        for widget in (self.previous_button, self._position, self.next_button):
            bar.addWidget(widget)
        bar.addStretch(1)
        for widget in (smaller, self._zoom_label, larger, fit):
            bar.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(bar)
        column.addWidget(self._area, 1)
        self.clear()

    def show_pdf(self, content: bytes) -> None:
        """Show a document from its first page."""
        self._content = content
        self._page = 0
        self._draw()

    def clear(self, message: str = "") -> None:
        """Show no document, but a message or the hint."""
        self._content = None
        self._give_up_drawing()
        self._page = self._pages = 0
        self._picture.setPixmap(QPixmap())
        self._picture.setText(message or self._hint)
        self._show_position()

    def page_count(self) -> int:
        """How many pages the document has; 0 until it is drawn."""
        return self._pages

    def page(self) -> int:
        """The page on show, 0-based."""
        return self._page

    def next_page(self) -> None:
        """Turn over."""
        self.go_to(self._page + 1)

    def previous_page(self) -> None:
        """Turn back."""
        self.go_to(self._page - 1)

    def go_to(self, page: int) -> None:
        """Show a page, 0-based; one outside the document is left alone."""
        if 0 <= page < self._pages:
            self._page = page
            self._area.verticalScrollBar().setValue(0)
            self._draw()

    def zoom_in(self) -> None:
        """One step larger."""
        zoom = self._zoom or 100
        self._set_zoom(next((step for step in _ZOOM_STEPS if step > zoom), _ZOOM_STEPS[-1]))

    def zoom_out(self) -> None:
        """One step smaller."""
        zoom = self._zoom or 100
        self._set_zoom(next((step for step in _ZOOM_STEPS[::-1] if step < zoom), _ZOOM_STEPS[0]))

    def fit_width(self) -> None:
        """As wide as there is room."""
        self._set_zoom(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl and the wheel zoom; a page that fits the width follows it."""
        if isinstance(event, QResizeEvent) and not self._zoom and self._content is not None:
            self._resized.start()
        if (
            isinstance(event, QWheelEvent)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            return True
        return super().eventFilter(watched, event)

    def _button(self, text: str, tip: str, action: object) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setProperty("quiet", True)
        button.clicked.connect(action)
        return button

    def _set_zoom(self, zoom: int) -> None:
        if zoom != self._zoom:
            self._zoom = zoom
            self._draw()

    def _give_up_drawing(self) -> None:
        if self._job is not None:
            self._services.tasks.cancel(self._job)
            self._job = None

    def _draw(self) -> None:
        self._give_up_drawing()
        self._show_position()
        content, number = self._content, self._page
        if content is None:
            return
        scale = self.devicePixelRatioF()
        dpi = round(_SCREEN_DPI * self._zoom / 100 * scale)
        room = max(100, self._area.viewport().width() - 2 * _FRAME)
        width = None if self._zoom else round(room * scale)

        def work(task: Task) -> PageImage:
            return draw_page(content, number=number, dpi=dpi, fit_width=width)

        job = self._services.tasks.submit(
            self, work, on_done=self._show_page, on_error=self._show_error
        )
        self._job = job

    def _show_page(self, drawn: PageImage) -> None:
        self._job = None
        self._page, self._pages = drawn.number, drawn.pages
        picture = QPixmap.fromImage(drawn.image)
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        self._picture.setPixmap(picture)
        self._show_position()

    def _show_error(self, error: OtcError) -> None:
        text = self._services.errors.text_of(error)
        self.clear(f"{text.title}\n{text.explanation}")

    def _show_position(self) -> None:
        self._position.setText(f"{self._page + 1} / {self._pages}" if self._pages else "")
        self.previous_button.setEnabled(self._page > 0)
        self.next_button.setEnabled(self._page + 1 < self._pages)
        self._zoom_label.setText(f"{self._zoom} %" if self._zoom else "")
