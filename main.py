"""Start the window: the same as the `otc-desktop` command."""

from otc_desktop.bootstrap import gui_main

if __name__ == "__main__":
    raise SystemExit(gui_main())
