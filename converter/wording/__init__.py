"""Words and what they mean: a grammar of labels, and the rules that lead from a label to a concept."""
