"""What old HTML says, as XHTML 1.1 has it."""
