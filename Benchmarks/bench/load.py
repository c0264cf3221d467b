"""The load generator, run against a server."""

import json
import os
import resource
import subprocess


class Generator:
    def __init__(self, program, dev, seconds, warm_up):
        self.program = program
        self.dev = dev
        self.seconds = seconds
        self.warm_up = warm_up

    def run(self, kind, *arguments, in_flight, seconds=None):
        """One measurement, with the CPU that each side took for a unit of it."""
        seconds = seconds or self.seconds
        before, children = self.dev.cpu_seconds(), spent_by_children()
        ended = subprocess.run(
            [str(self.program), kind, "--in-flight", str(in_flight), "--seconds", str(seconds),
             "--warm-up", str(self.warm_up), *arguments],
            env=os.environ | {"O2C_CONFIG": str(self.dev.directory / "config.toml"),
                              "O2C_PROFILE": "dev"},
            stdout=subprocess.PIPE, text=True, timeout=seconds + self.warm_up + 60)
        if ended.returncode != 0:
            raise SystemExit(f"o2c-bench {kind} failed")
        result = json.loads(ended.stdout)
        if result["failures"] > 0:
            raise SystemExit(
                f"o2c-bench {kind}: {result['failures']} failed, first: {result['first_failure']}")
        after = self.dev.cpu_seconds()
        # The warm-up is in the CPU seconds, so the units of the whole time are estimated.
        units = result["rate"] * (seconds + self.warm_up) or 1
        spent = {who: after[who] - before[who] for who in after}
        spent["client"] = spent_by_children() - children
        result["cpu_us"] = {who: value * 1e6 / units for who, value in spent.items()}
        return result


def spent_by_children():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime
