"""A server with its private PostgreSQL, started as `o2cd dev` does, and what it uses."""

import os
import pathlib
import shutil
import signal
import subprocess
import threading
import time

TICK = os.sysconf("SC_CLK_TCK")


class DevServer:
    def __init__(self, program, directory):
        self.program = program
        self.directory = pathlib.Path(directory)
        self.process = None
        self._data = None

    def start(self):
        """Starts it and answers how many seconds passed until it served."""
        self.directory.mkdir(parents=True, exist_ok=True)
        ready = self.directory / "ready"
        ready.unlink(missing_ok=True)
        output = open(self.directory / "output.log", "ab")
        began = time.monotonic()
        self.process = subprocess.Popen(
            [str(self.program), "dev", "--directory", str(self.directory), "--port", "0",
             "--no-demo"], stdout=output, stderr=output, stdin=subprocess.DEVNULL)
        while not ready.exists():
            if self.process.poll() is not None or time.monotonic() - began > 120:
                raise SystemExit("o2cd did not start:\n" + self._tail())
            time.sleep(0.002)
        took = time.monotonic() - began
        self._data = self._argument_of_postgres("-D")
        return took

    def stop(self):
        if self.process is None or self.process.poll() is not None:
            return
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(40)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def snapshot(self):
        """Keeps the databases as they are now, for `restore`."""
        self.stop()
        self._copy(self._data, self._kept)
        self.start()

    def restore(self):
        self.stop()
        shutil.rmtree(self._data)
        self._copy(self._kept, self._data)
        self.start()

    @property
    def _kept(self):
        return self._data + ".kept"

    def _copy(self, source, target):
        subprocess.run(["cp", "-a", source, target], check=True)

    def remove(self):
        """The cluster may lie elsewhere, where the user of PostgreSQL may enter."""
        if self._data is not None:
            shutil.rmtree(pathlib.Path(self._data).parent, ignore_errors=True)
        shutil.rmtree(self.directory, ignore_errors=True)

    @property
    def socket_directory(self):
        return self._argument_of_postgres("-c", "unix_socket_directories=")

    def memory(self):
        """Resident KiB of the server alone, without its PostgreSQL."""
        for line in pathlib.Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1])
        raise RuntimeError("no VmRSS")

    def watch_memory(self):
        return Peak(self.memory)

    def cpu_seconds(self):
        """What server and PostgreSQL have used so far, backends that ended included."""
        postmaster = self._postmaster()
        backends = [p for p in processes() if parent(p) == postmaster]
        return {
            "server": used(self.process.pid, with_children=False),
            "database": used(postmaster) + sum(used(p) for p in backends),
        }

    def _postmaster(self):
        for process in processes():
            if parent(process) == self.process.pid and "postgres" in arguments(process)[0]:
                return process
        raise RuntimeError("the server has no PostgreSQL")

    def _argument_of_postgres(self, name, prefix=""):
        words = arguments(self._postmaster())
        for key, value in zip(words, words[1:]):
            if key == name and value.startswith(prefix):
                return value[len(prefix):]
        raise RuntimeError(f"PostgreSQL has no argument {name} {prefix}")

    def _tail(self):
        text = (self.directory / "output.log").read_text(errors="replace")
        return text[-2000:]


class Peak:
    """The highest of what `sample` gives until it is stopped."""

    def __init__(self, sample):
        self._sample = sample
        self._highest = sample()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self):
        while not self._ended.wait(0.1):
            self._highest = max(self._highest, self._sample())

    def stop(self):
        self._ended.set()
        self._thread.join()
        return self._highest


def processes():
    return [int(name) for name in os.listdir("/proc") if name.isdigit()]


def fields(process):
    """Of /proc/PID/stat from the state on; empty when the process is gone."""
    try:
        text = pathlib.Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return []
    return text[text.rindex(")") + 2:].split()


def parent(process):
    found = fields(process)
    return int(found[1]) if found else 0


def used(process, with_children=True):
    found = fields(process)
    if not found:
        return 0
    last = 15 if with_children else 13
    return sum(int(value) for value in found[11:last]) / TICK


def arguments(process):
    try:
        return pathlib.Path(f"/proc/{process}/cmdline").read_text().split("\0")
    except OSError:
        return [""]
