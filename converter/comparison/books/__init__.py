"""Files of every form as books: the figures that they state, each with its line, period and place."""
