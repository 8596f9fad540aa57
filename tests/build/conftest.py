from build.fixtures import crowded, live, musterstadt, remembered, site, town  # noqa: F401 - fixtures
