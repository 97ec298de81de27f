"""Nothing lost: each number of the document has its entry in the ledger."""
