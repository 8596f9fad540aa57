"""Nothing about private people: phone numbers, addresses, accounts, and names outside public office.

Like the house rules, this is part of `portal check` and stops no build: whoever imports thousands of
official papers wants to look at them before weighing each address. See ADR 0022.
"""

from portal.check.privacy.lint import problems

__all__ = ["problems"]
