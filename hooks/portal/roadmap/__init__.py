"""Plans and what became of them: the schedule, the board, the control of decisions."""
