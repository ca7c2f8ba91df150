"""What the frozen `otc` starts with."""

from otc_desktop.bootstrap import console_main

raise SystemExit(console_main())
