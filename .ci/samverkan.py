#!/usr/bin/env python3
"""Runs `samverkan`: the usual wrapper of an entry point loads what no answer needs."""

import sys

from samverkan_cli.__main__ import main

sys.exit(main())
