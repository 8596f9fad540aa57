"""Following without an account: feeds, calendars, and what the page „Folgen“ needs."""
