"""Credit by the console: exposure, alerts, held orders and their release."""

import json
from datetime import date
from pathlib import Path

from tests.support.console import Console
from tests.support.line import set_up

DAY = "2026-11-20"


def _order(folder: Path, quantity: str) -> Path:
    path = folder / "order.json"
    line = {"product": "P-03", "quantity": quantity}
    path.write_text(json.dumps({"customer": "C0001", "lines": [line]}), "utf-8")
    return path


def test_credit_from_limit_to_release(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'books.db'}"
    set_up(url, tmp_path, date.fromisoformat(DAY)).close()
    otc = Console(url, tmp_path)
    words = ("credit", "set", "C0001", "--limit", "1000", "--insured", "500", "--grade", "B")
    assert otc(DAY, *words)["limit"] == "1000.00"

    # 10 hours at 80.00 with 20 % of VAT.
    first = otc(DAY, "order", "create", _order(tmp_path, "10"))["number"]
    assert otc(DAY, "order", "confirm", first)["holds"] == []
    otc(DAY, "delivery", "create", first)
    second = otc(DAY, "order", "create", _order(tmp_path, "5"))["number"]
    held = otc(DAY, "order", "confirm", second)
    assert held["status"] == "held"
    assert [hold["code"] for hold in held["holds"]] == ["credit.limit_exceeded"]

    found = otc(DAY, "credit", "status", "C0001")
    assert found["exposure"] == {
        "open_items": "0.00",
        "delivered_not_invoiced": "960.00",
        "ordered": "0.00",
        "total": "960.00",
        "held": "480.00",
    }
    assert (found["available"], found["uninsured"]) == ("40.00", "460.00")
    assert found["alerts"] == ["insurance_exceeded", "limit_near"]
    assert otc(DAY, "credit", "alerts")["alerts"][0]["customer"] == "C0001"
    [waiting] = otc(DAY, "credit", "status")["held_orders"]
    assert (waiting["number"], waiting["overrun"]) == (second, "440.00")

    refused = otc(DAY, "credit", "refuse", second, "--reason", "trop")
    assert refused["status"] == "held"
    assert otc(DAY, "credit", "status")["held_orders"] == []
    assert otc.refused(DAY, "delivery", "create", second) == ["sales.held"]
    assert otc.refused(DAY, "credit", "approve", second, "--reason", " ") == [
        "credit.missing_reason"
    ]
    until = ("--until", "2026-11-21", "--amount", "500")
    approved = otc(DAY, "credit", "approve", second, "--reason", "accord", *until)
    assert approved["status"] == "confirmed"
    assert otc.refused("2026-11-22", "delivery", "create", second) == ["credit.order_held"]
    assert otc("2026-11-22", "order", "release", second, "--reason", "encore")["holds"] == []
    otc("2026-11-22", "delivery", "create", second)

    otc(DAY, "credit", "ceased", "C0001", "--source", "BODACC")
    third = otc(DAY, "order", "create", _order(tmp_path, "1"))["number"]
    codes = {hold["code"] for hold in otc(DAY, "order", "confirm", third)["holds"]}
    assert codes == {"credit.limit_exceeded", "credit.siren_ceased"}
    assert otc(DAY, "credit", "recheck", third)["status"] == "held"
    otc(DAY, "credit", "ceased", "C0001", "--source", "erreur", "--no")
    otc(DAY, "credit", "set", "C0001", "--limit", "none")
    assert otc(DAY, "credit", "recheck", third)["status"] == "confirmed"
