"""What every use case stands on: context, ports, unit of work, tasks, paging."""
