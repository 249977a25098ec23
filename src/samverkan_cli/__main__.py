"""Where `samverkan` begins."""

import sys

from samverkan_cli.cli.app import main

if __name__ == "__main__":
    sys.exit(main())
