from build.fixtures import live, musterstadt, site, town  # noqa: F401 - fixtures
