"""Jobs that run by themselves: their plans, their runs, and which workstation leads."""
