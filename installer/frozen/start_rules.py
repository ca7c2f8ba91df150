"""What the frozen `otc-rules` starts with: the process in which e-invoice rules run."""

from otc_desktop.adapters.einvoicing.saxon_worker import main

main()
