"""Which account each kind of amount goes to (PCG 2026)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountScheme:
    """Accounts by role; the defaults are those of the French general chart."""

    customers: str = "411000"
    sales: str = "707000"
    charges: str = "708500"
    rebates: str = "709700"
    rebates_owed: str = "419800"
    vat_on_rebates: str = "445870"
    deposits: str = "419100"
    retentions: str = "411700"
    vat_collected: str = "445710"
    vat_pending: str = "445840"
    bank_charges: str = "627000"
    cheques: str = "511200"
    bills: str = "413000"
    bills_in_collection: str = "511300"
    bills_at_discount: str = "511400"
    cards: str = "511500"
    cash: str = "530000"
    debits: str = "511600"
    discounts_granted: str = "665000"
    rounding_loss: str = "658000"
    rounding_gain: str = "758000"
    exchange_loss: str = "656000"
    exchange_gain: str = "756000"
    bad_debts: str = "654100"
    bad_debts_recovered: str = "758800"
    doubtful: str = "416000"
    doubtful_provisions: str = "491000"
    provision_charges: str = "681700"
    provision_reversals: str = "781700"
    opening_balance: str = "890000"


DEFAULT_SCHEME = AccountScheme()
