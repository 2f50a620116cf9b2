"""The program inside this process, as the tests of the command line run it."""

from cli.conftest import cache, environ, inside

__all__ = ["cache", "environ", "inside"]
