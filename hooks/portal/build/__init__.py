"""One build: what it knows, how a page becomes HTML, and the steps from the register to a finished site."""
