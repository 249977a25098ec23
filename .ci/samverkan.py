#!/usr/bin/env python3
"""Runs `samverkan`: the usual wrapper of an entry point loads what no answer needs."""

from samverkan_cli.__main__ import leave, main

leave(main())
