from build.fixtures import town  # noqa: F401 - fixture
