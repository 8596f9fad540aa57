"""What several views share: prose, rows of links, statements, clocks, links to the repository."""
