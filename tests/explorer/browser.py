# SPDX-License-Identifier: BSL-1.0
"""A page on localhost in headless Chromium, driven over the WebDriver protocol: nothing to install but both."""
import functools
import http.server
import json
import re
import subprocess
import tempfile
import threading
import urllib.error
import urllib.request

# The rest keeps Chromium from looking for hosts of its own.
ARGUMENTS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run",
             "--disable-background-networking", "--disable-component-update", "--disable-sync",
             "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost"]
KEYS = {"Tab": "\uE004", "Enter": "\uE007", "Left": "\uE012", "Right": "\uE014", "Down": "\uE015", "PageUp": "\uE00E",
        "Space": " ", "Backspace": "\uE003", "Shift": "\uE008", "Control": "\uE009"}


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


class Browser:
    """A browser with a folder served to it; `with Browser(folder, chromium, chromedriver) as b`."""

    def __init__(self, folder, chromium, chromedriver):
        self.server = http.server.ThreadingHTTPServer(("localhost", 0), functools.partial(Quiet, directory=str(folder)))
        self.address = f"http://localhost:{self.server.server_address[1]}/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self.driver = subprocess.Popen([chromedriver, "--port=0"], stdout=subprocess.PIPE, text=True)
        try:
            self.begin(chromium)
        except BaseException:
            self.end()
            raise

    def begin(self, chromium):
        port = next((m[1] for m in (re.search(r"successfully on port (\d+)", line) for line in self.driver.stdout) if m), None)
        if port is None:
            raise OSError("chromedriver does not start")
        self.root = f"http://localhost:{port}/session"
        self.root += "/" + self.call("POST", "", {"capabilities": {"alwaysMatch": {
            "goog:chromeOptions": {"binary": chromium,
                                   "args": [*ARGUMENTS, f"--user-data-dir={self.profile.name}"]},
            "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"}}}})["sessionId"]

    def end(self):
        self.driver.kill()
        self.driver.wait()
        self.driver.stdout.close()
        self.server.shutdown()
        self.server.server_close()
        self.profile.cleanup()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.call("DELETE", "")
        except OSError:
            pass  # it is gone already
        self.end()

    def call(self, method, path, body=None):
        request = urllib.request.Request(self.root + path, method=method, headers={"Content-Type": "application/json"},
                                         data=None if body is None else json.dumps(body).encode())
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as fault:
            raise OSError(fault.read().decode()[:600]) from fault

    def open(self, page):
        self.call("POST", "/url", {"url": self.address + page})

    def time_to_show(self, page):
        """Milliseconds until a page, opened anew, has its mark `shown`."""
        self.open(page)
        return self.run("return performance.getEntriesByName('shown')[0].startTime")

    def run(self, script, *arguments):
        """What a function body returns."""
        return self.call("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def settle(self):
        """Waits until what was asked for is shown."""
        self.call("POST", "/execute/async", {"args": [], "script":
                  "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));"})

    def wait(self, milliseconds):
        self.call("POST", "/execute/async", {"args": [milliseconds], "script": "setTimeout(arguments[1], arguments[0])"})

    def press(self, *keys, held=None):
        """Presses keys by name, or types a text."""
        strokes = [KEYS.get(key, key) for key in keys]
        actions = [{"type": kind, "value": c} for stroke in strokes for c in stroke for kind in ("keyDown", "keyUp")]
        if held:
            actions = [{"type": "keyDown", "value": KEYS[held]}, *actions, {"type": "keyUp", "value": KEYS[held]}]
        self.call("POST", "/actions", {"actions": [{"type": "key", "id": "keyboard", "actions": actions}]})
        self.settle()

    def devtools(self, command, **parameters):
        return self.call("POST", "/goog/cdp/execute", {"cmd": command, "params": parameters})

    def look(self, width, height, colours):
        """As on a screen of this size, in "light" or "dark"."""
        self.devtools("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        self.devtools("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": colours}])
        self.settle()

    def log(self, kind):
        return self.call("POST", "/se/log", {"type": kind})
