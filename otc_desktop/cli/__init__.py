"""The console command: argv to use case to JSON. The contract is the product page's."""
