"""Everything that is known, linked in both directions: names, addresses, states, dates."""
