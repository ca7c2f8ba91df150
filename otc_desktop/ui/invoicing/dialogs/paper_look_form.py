"""What the company's documents look like: chosen on the left, seen on the right at once."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QColorDialog,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from otc_desktop.application.company.paper_look import (
    ReadLogo,
    ReadPaperLook,
    SavePaperLook,
    ShowSample,
    read_logo,
    read_paper_look,
    save_paper_look,
    show_sample,
)
from otc_desktop.domain.shared.errors import OtcError, RuleError
from otc_desktop.domain.shared.paper_look import HOUSE_LOOK, Logo, PaperLook, PaperTemplate
from otc_desktop.ui.invoicing.dialogs.legal_texts import LegalTextsDialog
from otc_desktop.ui.kernel.presenter import Presenter, faults_of
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.tasks import Job
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.widgets.file_choice import ask_for_file
from otc_desktop.ui.widgets.form_dialog import FormDialog
from otc_desktop.ui.widgets.pdf_preview import PdfPreview
from otc_desktop.ui.widgets.validity import mark_validity

_WIDTH, _HEIGHT = 1_080, 760
_FORM_WIDTH = 380
_TYPED_MS = 250
_LOGO_SIZE = (170, 56)
_LOGO_MARGIN = 12
_ON_PAPER = "background: white; border-radius: 4px; padding: 6px;"
_SWATCH = 22
_FOOTER_HEIGHT = 64
_COLOURS = ("#1D4E79", "#0F766E", "#1E6B52", "#7A1F2B", "#B45309", "#4338CA", "#374151")


class PaperLookForm(FormDialog):
    """Reads the look when it opens, shows every choice on a sample, keeps it when agreed.

    Args:
        services: what the window offers.
        program: the program behind it.
    """

    def __init__(
        self, services: WindowServices, program: Program, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, title="", accept_text="", enter_accepts=False, parent=parent)
        self.setWindowTitle(self.tr("Document template"))
        self.accept_button.setText(self.tr("Keep this template"))
        self.presenter = Presenter(services, program, self)
        self._version = 0
        self._logo: Logo | None = None
        self._job: Job | None = None
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(_TYPED_MS)
        self._typed.timeout.connect(self._show_sample)
        self.templates = self._template_choice()
        self.colour = QLineEdit(self)
        self.colour.setMaxLength(7)
        self.colour.setAccessibleName(self.tr("Main colour"))
        self.colour.textChanged.connect(self._changed)
        self.logo_view = QLabel(self)
        self.logo_view.setMinimumHeight(_LOGO_SIZE[1] + _LOGO_MARGIN)
        self.remove_logo = QPushButton(self.tr("Without logo"), self)
        self.remove_logo.setAutoDefault(False)
        self.remove_logo.clicked.connect(lambda: self.show_logo(None))
        self.footer = QPlainTextEdit(self)
        self.footer.setFixedHeight(_FOOTER_HEIGHT)
        self.footer.setTabChangesFocus(True)
        self.footer.setPlaceholderText(
            self.tr("Opening hours, a certificate … The legal identity is printed anyway.")
        )
        self.footer.textChanged.connect(self._changed)
        self.code = self._column(self.tr("Article &code"))
        self.discount = self._column(self.tr("&Discount"))
        self.discount.setToolTip(
            self.tr("Without its column a discount stands below the description.")
        )
        self.unit = self._column(self.tr("&Unit"))
        self.language = QComboBox(self)
        self.language.addItem("Français", "fr")
        self.language.addItem("English", "en")
        self.language.currentIndexChanged.connect(self._changed)
        self.preview = PdfPreview(services, parent=self)
        row = QHBoxLayout()
        row.setSpacing(2 * SPACING)
        form = QWidget(self)
        form.setFixedWidth(_FORM_WIDTH)
        self._fill(form)
        row.addWidget(form)
        row.addWidget(self.preview, 1)
        self.body.addLayout(row, 1)
        self.watch_fields({"colour": self.colour, "footer": self.footer})
        self.resize(_WIDTH, _HEIGHT)
        self.accept_button.setEnabled(False)
        self.submitted.connect(self._keep)
        self.presenter.read(read_paper_look, ReadPaperLook(), on_done=self._opened)

    def look(self) -> PaperLook:
        """The look on show.

        Raises:
            RuleError: what the domain refuses of it.
        """
        return PaperLook(
            template=list(PaperTemplate)[max(self.templates.checkedId(), 0)],
            colour=self.colour.text(),
            footer=self.footer.toPlainText(),
            show_code=self.code.isChecked(),
            show_discount=self.discount.isChecked(),
            show_unit=self.unit.isChecked(),
            logo=self._logo,
            version=self._version,
        )

    def show_look(self, look: PaperLook) -> None:
        """Show a look in every field."""
        self._logo = look.logo
        self.templates.button(list(PaperTemplate).index(look.template)).setChecked(True)
        self.colour.setText(look.colour)
        self.footer.setPlainText(look.footer)
        for box, is_shown in (
            (self.code, look.show_code),
            (self.discount, look.show_discount),
            (self.unit, look.show_unit),
        ):
            box.setChecked(is_shown)
        self.show_logo(look.logo)

    def show_logo(self, logo: Logo | None) -> None:
        """Show a logo, or none."""
        self._logo = logo
        self.remove_logo.setEnabled(logo is not None)
        picture = QPixmap()
        # As on paper: a dark logo must not vanish in a dark window.
        self.logo_view.setStyleSheet("" if logo is None else _ON_PAPER)
        if logo is None:
            self.logo_view.setPixmap(picture)
            self.logo_view.setText(self.tr("No logo yet: a PNG or JPEG picture, at most 5 MB."))
        else:
            picture.loadFromData(logo.content)
            self.logo_view.setPixmap(
                picture.scaled(
                    *_LOGO_SIZE,
                    Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            )
        self._changed()

    def take_logo(self, path: Path) -> None:
        """Check a picture file and show it as the logo."""
        self.message_bar.dismiss()
        self.presenter.read(
            read_logo, ReadLogo(path=path), on_done=self.show_logo, on_error=self._refused
        )

    def _opened(self, look: PaperLook) -> None:
        self._version = look.version
        self.show_look(look)
        self.accept_button.setEnabled(True)

    def _changed(self) -> None:
        self._typed.start()

    def _show_sample(self) -> None:
        """Draw the sample anew; one that is being drawn is given up."""
        try:
            look = self.look()
        except RuleError as refusal:
            self._mark(refusal)
            return
        self._mark(None)
        if self._job is not None:
            self.services.tasks.cancel(self._job)
        self._job = self.presenter.read(
            show_sample,
            ShowSample(look=look, language=str(self.language.currentData())),
            on_done=self._sampled,
            on_error=self._refused,
        )

    def _sampled(self, content: bytes) -> None:
        self._job = None
        self.preview.show_pdf(content)

    def _mark(self, refusal: RuleError | None) -> None:
        for name, field in (("colour", self.colour), ("footer", self.footer)):
            at_fault = refusal is not None and refusal.where == name
            text = self.presenter.error_text(refusal) if refusal and at_fault else ""
            mark_validity(field, text)

    def _keep(self) -> None:
        try:
            command = SavePaperLook(look=self.look())
        except RuleError as refusal:
            self._refused(refusal)
            return
        self.presenter.write(save_paper_look, command, on_done=self._kept, on_error=self._refused)

    def _kept(self, _look: PaperLook) -> None:
        self.services.notices.done(self.tr("Template kept: the next documents have it"))
        self.accept()

    def _refused(self, refusal: OtcError) -> None:
        sentence = self.presenter.sentence
        self.refuse([(fault.where or "", sentence(fault)) for fault in faults_of(refusal)])
        self.accept_button.setEnabled(True)

    def _open_sentences(self) -> None:
        dialog = LegalTextsDialog(
            self.services,
            self.presenter.program,
            language=str(self.language.currentData()),
            parent=self,
        )
        # The sample prints what was reworded.
        dialog.finished.connect(self._changed)
        dialog.open()

    def _ask_for_logo(self) -> None:
        kinds = self.tr("Pictures (*.png *.jpg *.jpeg)")
        ask_for_file(self, self.tr("Choose the logo"), kinds, self.take_logo)

    def _ask_for_colour(self) -> None:
        dialog = QColorDialog(QColor(self.colour.text()), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(lambda colour: self.colour.setText(colour.name().upper()))
        dialog.open()

    def _template_choice(self) -> QButtonGroup:
        group = QButtonGroup(self)
        texts = {
            PaperTemplate.CLASSIC: self.tr("&Classic – framed boxes"),
            PaperTemplate.MODERN: self.tr("&Modern – areas of colour"),
            PaperTemplate.PLAIN: self.tr("&Plain – fine lines, little ink"),
        }
        for position, template in enumerate(PaperTemplate):
            button = QRadioButton(texts[template], self)
            group.addButton(button, position)
        group.idToggled.connect(lambda _id, is_on: self._changed() if is_on else None)
        return group

    def _column(self, text: str) -> QCheckBox:
        box = QCheckBox(text, self)
        box.toggled.connect(self._changed)
        return box

    def _fill(self, form: QWidget) -> None:
        rows = QFormLayout()
        rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        rows.setVerticalSpacing(SPACING)
        choice = QVBoxLayout()
        choice.setSpacing(SPACING // 2)
        for button in self.templates.buttons():
            choice.addWidget(button)
        rows.addRow(self.tr("Layout"), choice)
        rows.addRow(self.tr("Main colour"), self._colour_row())
        logo = QVBoxLayout()
        logo.setSpacing(SPACING)
        logo.addWidget(self.logo_view)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACING)
        choose = QPushButton(self.tr("Choose a &logo…"), form)
        choose.setAutoDefault(False)
        choose.clicked.connect(self._ask_for_logo)
        buttons.addWidget(choose)
        buttons.addWidget(self.remove_logo)
        buttons.addStretch(1)
        logo.addLayout(buttons)
        rows.addRow(self.tr("Logo"), logo)
        rows.addRow(self.tr("Text at the &foot of each page"), self.footer)
        columns = QHBoxLayout()
        columns.setSpacing(2 * SPACING)
        for box in (self.code, self.discount, self.unit):
            columns.addWidget(box)
        columns.addStretch(1)
        rows.addRow(self.tr("Shown with each line"), columns)
        rows.addRow(self.tr("Language of the &sample"), self.language)
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(rows)
        hint = QLabel(
            self.tr(
                "Quotes, confirmations, delivery notes, invoices and credit notes share this "
                "template. Issued documents stay as they are."
            ),
            form,
        )
        hint.setProperty("muted", True)
        hint.setWordWrap(True)
        column.addWidget(hint)
        column.addStretch(1)
        defaults = QPushButton(self.tr("As delivered"), form)
        defaults.setAutoDefault(False)
        defaults.clicked.connect(lambda: self.show_look(HOUSE_LOOK.with_logo(self._logo)))
        self.buttons.insertWidget(0, defaults)
        self.sentences = QPushButton(self.tr("&Legal sentences…"), form)
        self.sentences.setAutoDefault(False)
        self.sentences.setToolTip(self.tr("Late payment, discount, reasons without VAT"))
        self.sentences.clicked.connect(self._open_sentences)
        self.buttons.insertWidget(1, self.sentences)

    def _colour_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACING // 2)
        self.colour.setFixedWidth(90)
        row.addWidget(self.colour)
        for colour in _COLOURS:
            swatch = QPushButton(self)
            swatch.setFixedSize(_SWATCH, _SWATCH)
            swatch.setToolTip(colour)
            swatch.setAccessibleName(colour)
            swatch.setAutoDefault(False)
            swatch.setStyleSheet(
                f"background: {colour}; border: 1px solid palette(mid); border-radius: 4px;"
                " min-width: 0; padding: 0;"
            )
            swatch.clicked.connect(lambda _checked, chosen=colour: self.colour.setText(chosen))
            row.addWidget(swatch)
        other = QPushButton("…", self)
        other.setToolTip(self.tr("Another colour"))
        other.setAccessibleName(self.tr("Another colour"))
        other.setAutoDefault(False)
        other.setStyleSheet("min-width: 0; padding: 4px 8px;")
        other.clicked.connect(self._ask_for_colour)
        row.addWidget(other)
        row.addStretch(1)
        return row
