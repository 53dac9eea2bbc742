#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""build.py FOLDER WASM OUT: one page of page.html, page.css, page.js and the module, with nothing more to load."""
import base64
import pathlib
import sys

folder, wasm, out = (pathlib.Path(a) for a in sys.argv[1:])
page = (folder / "page.html").read_text(encoding="utf-8")
for mark, text in (("/*{page.css}*/", (folder / "page.css").read_text(encoding="utf-8")),
                   ("{explorer.wasm}", base64.b64encode(wasm.read_bytes()).decode()),
                   ("/*{page.js}*/", (folder / "page.js").read_text(encoding="utf-8"))):
    assert page.count(mark) == 1, f"page.html has one {mark}"
    page = page.replace(mark, text.strip())
out.write_text(page, encoding="utf-8")
