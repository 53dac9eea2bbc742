#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""version.py HEADER: prints the version of the library, which stands in version.hpp."""
import pathlib
import re
import sys

print(re.search(r'library_version = "(.+?)"', pathlib.Path(sys.argv[1]).read_text())[1])
