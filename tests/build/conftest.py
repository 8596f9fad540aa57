from build.fixtures import crowded, live, musterstadt, remembered, site, strange_settings, town  # noqa: F401 - fixtures
