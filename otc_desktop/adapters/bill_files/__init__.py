"""Files by which bills of exchange go to the bank."""
