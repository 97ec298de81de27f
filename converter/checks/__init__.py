"""Facts and paper held against each other."""
