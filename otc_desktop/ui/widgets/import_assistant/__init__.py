"""The import assistant: file, columns, fate of every row."""
