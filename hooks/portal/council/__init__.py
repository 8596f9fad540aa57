"""Bodies at work: agendas, offices, votes of groups."""
