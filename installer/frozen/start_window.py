"""What the frozen `otc-desktop` starts with."""

from otc_desktop.bootstrap import gui_main

raise SystemExit(gui_main())
