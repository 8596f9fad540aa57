from build.fixtures import crowded, live, musterstadt, site, town  # noqa: F401 - fixtures
