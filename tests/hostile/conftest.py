"""What the hostile tests stand on."""

from __future__ import annotations

from build.fixtures import musterstadt, remembered, strange_settings, town  # noqa: F401 - fixtures

from hostile.fixtures import hostile_town, verdicts  # noqa: F401 - fixtures
