"""Files by which the bank is asked to collect and to pay."""
