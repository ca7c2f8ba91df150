"""`python -m otc_desktop` is the console command `otc`."""

from otc_desktop.bootstrap import console_main

if __name__ == "__main__":
    raise SystemExit(console_main())
