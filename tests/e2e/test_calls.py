"""`otc call`, `otc promise` and `otc payment-plan` as a user types them."""

from datetime import date
from pathlib import Path

from tests.support.console import Console
from tests.support.line import issue, set_up

SOLD, DAY, DUE, BROKEN = "2026-03-02", "2026-04-20", "2026-04-30", "2026-05-06"


def test_calls_promises_and_payment_plans_by_the_console(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'books.db'}"
    house = set_up(url, tmp_path, date.fromisoformat(SOLD))
    first, second = (issue(house).invoice.number for _ in range(2))
    house.close()
    otc = Console(url, tmp_path)
    (call,) = otc(DAY, "call", "list")["calls"]
    assert (call["customer"], call["reason"], call["amount"]) == ("C0001", "overdue", "240.00")
    assert first in otc(DAY, "call", "sheet", "C0001")["script"]
    create = ("payment-plan", "create", "C0001", "--invoice", first)
    by_hand = ("--instalment", f"{DUE}=50.00", "--instalment", "2026-05-15=69.99")
    assert otc.refused(DAY, *create, *by_hand) == ["dunning.plan_sum"]
    plan = otc(DAY, *create, "--count", "7", "--first", DUE, "--rhythm", "weekly")
    assert plan["approved"] and plan["amount"] == "120.00"
    assert {each["amount"] for each in plan["instalments"]} == {"17.15", "17.14"}
    letter = tmp_path / "plan.pdf"
    sent = otc(DAY, "payment-plan", "letter", plan["number"], "--out", letter, "--send")
    assert letter.read_bytes().startswith(b"%PDF") and "@" in sent["recipient"]
    # The other invoice is promised: nothing is left to call for.
    promised = ("--promised-on", "2026-04-24", "--invoice", second)
    closed = otc(DAY, "call", "log", "C0001", "--outcome", "promised", *promised)
    assert closed["promise"] and closed["proposed"] is None
    assert otc(DAY, "call", "list")["calls"] == []
    withheld = otc(DAY, "reminders", "plan")["withheld"]
    assert {each["invoice"]: each["reason"] for each in withheld} == {
        first: "dunning.payment_plan",
        second: "dunning.promised",
    }
    told = otc(BROKEN, "promise", "check")
    assert [each["state"] for each in told["promises"]] == ["broken"]
    assert [each["state"] for each in told["payment_plans"]] == ["broken"]
    (call,) = otc(BROKEN, "call", "list")["calls"]
    assert (call["reason"], call["amount"]) == ("broken_promise", "240.00")
    kept = otc(BROKEN, "kpi")["kpis"]["promises_kept"]
    assert (kept["value"], kept["payment_plans"]) == (0, {"broken": 1})
    assert otc(BROKEN, "verify")["ok"]
