#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""hostile.py TOOL [--full]: input and surroundings that mean ill are answered in bounds, whole rows, and plain words.

With --full ten million rows go through a stream, else one million.
"""
import csv
import io
import json
import os
import resource
import subprocess
import sys
import threading

TOOL = sys.argv[1]
FULL = "--full" in sys.argv[2:]
MEMORY = 64 << 20  # what a stream may take, however long it is
SECONDS = 120
HEADER = b"id,exporter,importer,recipient,item,date\n"
GOOD = b"1,BEL,SYR,government,GPMG,2012-06-01\n"
FAULTS = []
CHECKS = 0


def check(fact, holds, shown=""):
    global CHECKS
    CHECKS += 1
    if not holds:
        FAULTS.append(f"{fact}: {str(shown)[:300]}")


def bounded():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def run(*arguments, stdin=b"", **streams):
    if "stdin" not in streams and stdin is not None:
        streams["input"] = stdin
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **streams}
    return subprocess.run([TOOL, *arguments], timeout=SECONDS, preexec_fn=bounded, **streams)


def rows_of(output):
    """The rows of an output; it must end with a whole one."""
    check("the output ends with a line end", output == b"" or output.endswith(b"\n"), output[-80:])
    return list(csv.reader(io.StringIO(output.decode("utf-8", "replace").replace("\0", "?"), newline="")))


def screened(rows, code, *outcomes):
    """Rows of transfers give these outcomes."""
    done = run("screen", stdin=HEADER + rows)
    read = rows_of(done.stdout)
    check(f"{rows[:30]} exits with {code}", done.returncode == code, (done.returncode, done.stderr))
    check(f"{rows[:30]} gives rows of one size", len({len(r) for r in read}) == 1, read)
    found = [r[read[0].index("outcome")] for r in read[1:]]
    check(f"{rows[:30]} gives {outcomes}", found == list(outcomes), found)
    return [dict(zip(read[0], r)) for r in read[1:]]


def refused(*arguments, says, **streams):
    done = run(*arguments, **streams)
    shown = [a[:20] for a in arguments]
    check(f"{shown} exits with 2", done.returncode == 2, done)
    check(f"{shown} prints nothing", done.stdout == b"", done.stdout)
    check(f"{shown} says what is wrong in one short line",
          done.stderr.count(b"\n") == 1 and len(done.stderr) < 400 and says.encode() in done.stderr, done.stderr)
    check(f"{shown} is refused in UTF-8 that prints",
          done.stderr.decode("utf-8", "replace").replace("\n", "").isprintable() and
          "\ufffd" not in done.stderr.decode("utf-8", "replace"), done.stderr)


def unwritten(fact, done):
    check(f"{fact} is said", b"the output could not be written" in done.stderr, done.stderr)
    check(f"{fact} exits with 1", done.returncode == 1, done.returncode)


# --- rows that cannot be read ------------------------------------------------------------------------

def bad_rows():
    for row in (b"\0\n", b"\0,\0,\0,\0,\0,\0\n", b"\xff\xfe,\xc3(,\xed\xa0\x80,,,\n", b'"1"x,BEL,SYR,,GPMG,2012-06-01\n',
                b"1,BEL,SYR\n", b"1,BEL,SYR,,GPMG,2012-06-01,,,,\n", b"," * 70000 + b"\n", b'"' + b"x" * 70000 + b"\n"):
        screened(row + GOOD, 1, "error", "prohibited")
    screened(GOOD + GOOD.rstrip(b"\n"), 0, "prohibited", "prohibited")
    screened(b"\n\r\n\n" + GOOD, 0, "prohibited")
    screened(GOOD.replace(b"\n", b"\r\n") * 2, 0, "prohibited", "prohibited")
    screened(GOOD.replace(b"1", b'"1"', 1).replace(b"2012-06-01", b'"2012-06-01"').replace(b"\n", b"\r\n"), 0, "prohibited")
    screened(GOOD.replace(b"\n", b"\r") * 2, 1, "error")  # a carriage return alone ends no line
    lines = screened(b'"two\r\nlines",BEL,SYR,,GPMG,2012-06-01\n', 0, "prohibited")
    check("line ends in a cell are kept", lines[0]["id"] == "two\r\nlines", lines)


def open_quotes():
    rows = screened(GOOD + b'2,"BEL,SYR,government,GPMG,2012-06-01\r\n' + GOOD * 3000, 1,
                    "prohibited", "error", *["prohibited"] * 3000)
    check("a row with an open quote ends where its line does", rows[1]["exporter"] == "BEL,SYR,government,GPMG,2012-06-01", rows[1])
    check("an open quote is named", "a quote is not closed" in rows[1]["rules"], rows[1])
    rows = screened(b'2,BEL,SYR,"government,GPMG,2012-06-01\n' + GOOD + b'3,"BEL",SYR,government,GPMG,2012-06-01\n', 1,
                    "error", "prohibited", "prohibited")
    check("a quote that closes in another row costs one row too", "text after a closing quote" in rows[0]["rules"], rows[0])
    rows = screened(GOOD + b'2,"BEL', 1, "prohibited", "error")
    check("an open quote in the last row is named", "a quote is never closed" in rows[1]["rules"], rows[1])
    tree = json.loads(run("screen", "--format=json", stdin=HEADER + b'2,"BEL\n' + GOOD).stdout)
    check("an open quote is one object", [t["outcome"] for t in tree] == ["error", "prohibited"], tree)


def marks():
    mark = b"\xef\xbb\xbf"
    check("a byte order mark is no text", run("count", "-", stdin=mark + b"att,2015-07-01\n").returncode == 0)
    for part in (mark[:1], mark[:2], mark[1:], mark[2:], mark + mark):
        done = run("count", "-", stdin=part + b"att,2015-07-01\n")
        check(f"{part} is no byte order mark", done.returncode == 1 and len(rows_of(done.stdout)) == 2, done)


def headers():
    def refuse(header, says):
        refused("screen", stdin=header + b"\n" + GOOD, says=says)
    refuse(b"exporter,importer,recipient,item", "there is no date; needed are exporter")
    refuse(b"exporter,importer,recipient,item,date,date", "'date' stands twice")
    refuse(b"exporter,importer,recipient,item,date,Item", "'item' stands twice")
    refuse(b"exporter,importer,recipient,item,date,outcome", "rename it")
    refuse(b"exporter,importer,recipient,item,date,overriding_rsk", "did you mean overriding_risk?")
    refuse(b'exporter,"importer', "the first line names the columns: a quote is never closed")
    refuse(b'"exporter"x,importer', "the first line names the columns: text after a closing quote")
    refuse(b"x" * 100000, "the first line names the columns: a record of more than 65536 bytes")
    refuse(b"\0\xff\x1b[2J,importer", "there is no exporter")
    refuse(b"exporter,importer,recipient,item,date,\x1b[2J,\x1b[2J", "'?[2j' stands twice")
    refused("screen", stdin=b"", says="standard input is empty: the first line names the columns")
    refused("screen", stdin=b"\xef\xbb\xbf", says="standard input is empty: the first line names the columns")
    screened(b"", 0)
    done = run("screen", "--format=json", stdin=HEADER)
    check("no transfers are an empty array", json.loads(done.stdout) == [] and done.returncode == 0, done)


def queries():
    for line in (b"", b"\0", b"\xff", b'"att,2015-07-01', b"att", b"att,,,,,,", b"x" * 70000, b"," * 70000):
        done = run("count", "-", stdin=line + b"\natt,2015-07-01\n")
        read = rows_of(done.stdout)
        check(f"{line[:20]} is one row with an error", done.returncode == 1 and len(read) == 3 and
              len({len(r) for r in read}) == 1 and read[1][2].startswith("error: ") and read[2][3] == "69", done)
    done = run("count", "-")
    check("no queries, no rows", (done.returncode, done.stdout, done.stderr) == (0, b"", b""), done)


# --- more than fits ----------------------------------------------------------------------------------

def fed(arguments, chunks):
    """Runs the tool on what `chunks` yields, through a pipe; counts the lines of its output."""
    tool = subprocess.Popen([TOOL, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                            preexec_fn=bounded)

    def feed():
        with tool.stdin:
            for chunk in chunks:
                tool.stdin.write(chunk)
    writer = threading.Thread(target=feed)
    writer.start()
    lines, last = 0, b""
    while block := tool.stdout.read(1 << 16):
        lines += block.count(b"\n")
        last = block
    writer.join()
    return tool.wait(), lines, last


def huge_lines():
    for command, line_start, good, lines in ((["count", "-"], b"", b"att,2015-07-01\n", 3), (["screen"], b"", GOOD, 3),
                                             (["screen"], b'"', GOOD, 3), (["screen"], b'1,"a\n', GOOD, None)):
        head = HEADER if command == ["screen"] else b""
        code, found, last = fed(command, [head + line_start, *[b"x" * (1 << 20)] * 64, b"\n" + good])
        check(f"64 MiB without a line end are an error in {command}", code == 1, code)
        check(f"the row after 64 MiB is answered in {command}", found == (lines or 4) and
              (b"69" in last or b"prohibited" in last), (found, last[-200:]))


def many_rows():
    million = 10 if FULL else 1
    block = b"IRQ\n" * 10000
    code, found, last = fed(["state", "-"], (block for _ in range(100 * million)))
    check(f"{million} million rows are answered", (code, found) == (0, 1000000 * million + 1), (code, found))
    check("the last of them is whole", last.endswith(b"IRQ,one,IRQ,alpha3\n"), last[-80:])
    quote = b'1,"' + b"x" * 100 + b"\n"
    code, found, last = fed(["screen"], [HEADER, *[quote * 1000] * 20])
    check("twenty thousand open quotes are rows", code == 1 and found <= 20001, (code, found))


# --- surroundings ------------------------------------------------------------------------------------

def reader_that_leaves():
    for restore in (True, False):  # with SIGPIPE as a shell leaves it, and ignored
        tool = subprocess.Popen([TOOL, "count", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, restore_signals=restore)
        tool.stdout.close()
        try:
            for _ in range(1000):
                tool.stdin.write(b"att,2015-07-01\n" * 100)
            tool.stdin.close()
        except BrokenPipeError:
            pass
        code, err = tool.wait(SECONDS), tool.stderr.read()
        tool.stderr.close()
        check("a reader that leaves ends the stream", code == (-13 if restore else 1), (restore, code))
        check("where the signal does not, a message does", restore or b"could not be written" in err, err)


def full_disks():
    if not os.path.exists("/dev/full"):
        return
    with open("/dev/full", "wb") as full:
        for arguments in (["--help"], ["--version"], [], ["state", "Iraq"], ["sources"], ["brief", "Iraq"],
                          ["embargo", "IRQ", "2015-12-07", "--format=json"], ["report", "routes", "--format=dot"],
                          ["screen", "BEL", "SYR", "government", "GPMG", "2012-06-01"],
                          ["screen", "BEL", "SYR", "government", "GPMG", "2012-06-01", "--format=json"],
                          ["diff", "SYR", "2011-01-01", "2013-07-01"]):
            unwritten(f"a full disk under {arguments}", run(*arguments, stdout=full))
        unwritten("a full disk under a stream", run("count", "-", stdin=b"att,2015-07-01\n" * 5000, stdout=full))
        unwritten("a full disk under transfers", run("screen", stdin=HEADER + GOOD * 5000, stdout=full))
        refused("count", "att", says="takes TREATY DATE")


def closed(descriptor, *arguments):
    def close():
        bounded()
        os.close(descriptor)
    return subprocess.run([TOOL, *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          preexec_fn=close, timeout=SECONDS)


def closed_streams():
    for arguments in (["screen"], ["count", "-"], ["screen", "--format=json"]):
        done = closed(0, *arguments)
        check(f"a closed input of {arguments} is said", done.returncode == 1 and done.stdout == b"" and
              b"standard input could not be read" in done.stderr, done)
        folder = os.open("/", os.O_RDONLY)
        done = subprocess.run([TOOL, *arguments], stdin=folder, capture_output=True)
        os.close(folder)
        check(f"a folder as the input of {arguments} is said", done.returncode == 1 and done.stdout == b"" and
              b"standard input could not be read" in done.stderr, done)
    check("what asks no input needs none", closed(0, "state", "Iraq").returncode == 0)
    for arguments in (["--help"], ["--version"], ["state", "Iraq"], ["sources"]):
        unwritten(f"a closed output of {arguments}", closed(1, *arguments))
    done = closed(2, "conquer")
    check("a closed stderr changes no exit", done.returncode == 2 and done.stdout == b"", done)


def odd_arguments():
    refused("", says="'' is no command: see armsledger --help")
    refused("-", says="'-' is no command")
    refused("--", says="'--' is no option")
    refused("x" * 100000, says="xxx...' is no command")
    refused("\udcff\udcfe", says="'??' is no command")
    refused("é" * 1000, says="é...' is no command")
    refused("a\nb\x1b[2J", says="'a?b?[2J' is no command")
    refused("\x9b2J\x7fé", says="'?2J?é' is no command")
    refused("count", "att", "", says="'' is no date: write YYYY-MM-DD")
    refused("count", "", "2015-12-07", says="'' is no treaty on record: write att")
    refused("embargo", "", "2015-12-07", says="goes by '': write an ISO 3166-1 code")
    refused("embargo", "\udcff" * 50000, "2015-12-07", says="???...'")
    refused("screen", "", "", "", "", "", says="'' is no date")
    refused("screen", "BEL", "SYR", "\udcff", "GPMG", "2012-06-01", says="'?' is no recipient: write government")
    refused("screen", "BEL", "SYR", "", "x" * 100000, "2012-06-01", says="nearest: ")
    refused("screen", "BEL", "SYR", "", "\n:\n", "2012-06-01", says="'?' is no control list: write ")
    refused("count", "att", "2015-12-07", "--format=", says="'' is no format: write text, csv, json")
    refused("count", "att", "2015-12-07", "--issuer=", says="'' is no issuer: write UN")
    refused("count", *["x"] * 10000, says="count takes TREATY DATE, not 10000 arguments")
    refused("report", "claims", "--state=\udcff", says="'?'")
    refused("report", "\x1b", says="not '?'")
    refused("sources", "\x1b", says="no source has the id '?'")
    refused("brief", "\x1b", says="'?'")
    done = run("state", "")
    check("an empty text means nothing", done.returncode == 0 and b"none" in done.stdout, done)


for part in (bad_rows, open_quotes, marks, headers, queries, huge_lines, many_rows, reader_that_leaves, full_disks,
             closed_streams, odd_arguments):
    part()
for fault in FAULTS:
    print(fault)
print(f"{CHECKS - len(FAULTS)} passed, {len(FAULTS)} failed")
sys.exit(1 if FAULTS else 0)
