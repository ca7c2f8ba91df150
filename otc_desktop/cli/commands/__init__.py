"""One function per command: (house, options, task) to the JSON document."""
