"""What was measured, as a table for people and as values for bench.json."""

import os
import platform
import statistics


class Cases:
    def __init__(self):
        self.values = {}
        self._wanted = {}
        self._limits = {}

    def add(self, name, value, unit, limit=None):
        self.values[name] = {"value": round(value, 3), "unit": unit}
        if limit is not None:
            self._limits[name] = limit

    def add_rate(self, name, results, unit, floor, wanted=None):
        """The median of the runs, against the floor."""
        value = statistics.median(result["rate"] for result in results)
        self.add(name, value, unit)
        self.values[name] |= {"floor": round(floor, 3), "ratio": round(value / floor, 3)}
        if wanted is not None:
            self._wanted[name] = wanted

    def print(self, durable):
        print(f"\n{platform.machine()}, {os.cpu_count()} cores; PostgreSQL: {durable}\n")
        print(f"{'case':<34}{'value':>12} {'unit':<10}{'floor':>10}{'ratio':>8}  ")
        for name, case in self.values.items():
            floor = f"{case['floor']:,.0f}" if "floor" in case else ""
            ratio = f"{case['ratio']:.2f}" if "ratio" in case else ""
            digits = 0 if case["value"] >= 100 else 2
            print(f"{name:<34}{case['value']:>12,.{digits}f} {case['unit']:<10}{floor:>10}"
                  f"{ratio:>8}  {self._verdict(name, case)}".rstrip())

    def _verdict(self, name, case):
        if name in self._wanted:
            wanted = self._wanted[name]
            return f"at least {wanted}" + ("" if case["ratio"] >= wanted else ": NOT reached")
        if name in self._limits:
            limit = self._limits[name]
            return f"below {limit}" + ("" if case["value"] < limit else ": NOT reached")
        return ""
