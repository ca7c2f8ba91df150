"""How a field shows that it does not understand what is in it."""

from PySide6.QtWidgets import QWidget


def mark_validity(field: QWidget, problem: str) -> None:
    """Frame the field and say the problem in its tool tip; an empty one takes both away."""
    if bool(field.property("invalid")) != bool(problem):
        field.setProperty("invalid", bool(problem))
        # A style sheet looks at a property only when the widget is polished again.
        field.style().unpolish(field)
        field.style().polish(field)
    field.setToolTip(problem)
    field.setAccessibleDescription(problem)
