"""The floor: PostgreSQL alone, through pgbench."""

import glob
import os
import pathlib
import re
import shutil
import subprocess

HERE = pathlib.Path(__file__).resolve().parent.parent / "Floor"
# What rows.sql gives for a column: bytes, which differ with the digits of a number.
TOLERANCE = 0.10
FLOOR = "o2c_floor"


class Database:
    """The server's database, and beside it in the same PostgreSQL a copy for the floor: what the
    server does with the events of its orders, after they are committed, must not slow the floor.
    """

    def __init__(self, dev):
        self.dev = dev
        self.socket = dev.socket_directory
        self.seller = self.sql("SELECT seller_id FROM seller_ids() AS s (seller_id)", "o2c_app")
        self.reply_length = None

    def seed(self):
        self.file("seed.sql", "o2c_app")
        self.analyze("o2c")

    def analyze(self, database):
        """What autovacuum does within a minute or so, and after it everything is planned anew."""
        self.psql("postgres", "-c", "ANALYZE", database=database)

    def make_floor(self):
        """Once the server has stored a reply, so that the floor's are as long."""
        self.reply_length = self.sql(
            "SELECT octet_length(reply) FROM requests WHERE method LIKE '%PlaceOrder' "
            "ORDER BY create_time DESC LIMIT 1", "o2c_app")
        self.sql("CREATE DATABASE o2c_floor OWNER o2c_owner", "postgres")
        copy = subprocess.run(
            [program("pg_dump"), "-h", self.socket, "-U", "postgres", "o2c"],
            env=self.environment(), stdout=subprocess.PIPE, check=True)
        self.psql("postgres", database=FLOOR, text=copy.stdout.decode())
        self.file("place_order.sql", "o2c_owner", database=FLOOR)
        self.analyze(FLOOR)

    def check_rows(self):
        """Both sides leave the same rows, or the comparison would be of different things."""
        ours = self.rows_of_newest("o2c")
        self.psql("o2c_app", "-c", "SELECT floor_place_order(7, ARRAY[5, 500, 900], ARRAY[2, 3, 5])",
                  database=FLOOR)
        theirs = self.rows_of_newest(FLOOR)
        faults = [f"only one side has {'|'.join(key)}" for key in ours.keys() ^ theirs.keys()]
        for key in ours.keys() & theirs.keys():
            if (ours[key] is None) != (theirs[key] is None):
                faults.append(f"NULL on one side only: {'|'.join(key)}")
        sizes = [sum(v or 0 for v in side.values()) for side in (ours, theirs)]
        if abs(sizes[0] - sizes[1]) > TOLERANCE * sizes[0]:
            faults.append(f"{sizes[0]} bytes of ours, {sizes[1]} of the floor's")
        if faults:
            raise SystemExit("the floor is not of the same rows:\n  " + "\n  ".join(sorted(faults)))

    def rows_of_newest(self, database):
        newest = self.psql(
            "o2c_app", "-c", "SELECT order_id FROM orders ORDER BY create_time DESC LIMIT 1",
            database=database)
        lines = self.file(
            "rows.sql", "o2c_app", "-v", f"order_id={newest}", database=database).splitlines()
        rows = {}
        for line in lines:
            *key, size = line.split("|")
            rows[tuple(key)] = None if size == "null" else int(size)
        return rows

    def pgbench(self, script, clients, seconds):
        """Orders a second."""
        ended = subprocess.run(
            [program("pgbench"), "-n", "-M", "prepared", "-c", str(clients), "-j",
             str(min(clients, os.cpu_count())), "-T", str(max(1, round(seconds))), "-f",
             str(HERE / f"{script}.pgbench"), *self.target("o2c_app", FLOOR)],
            env=self.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        rate = re.search(r"^tps = ([0-9.]+)", ended.stdout, re.MULTILINE)
        if ended.returncode != 0 or rate is None:
            raise SystemExit("pgbench failed:\n" + ended.stderr[-2000:])
        return float(rate[1])

    def orders(self):
        return int(self.sql("SELECT count(*) FROM orders", "o2c_app"))

    def durability(self):
        names = ("fsync", "synchronous_commit", "full_page_writes", "wal_sync_method")
        return ", ".join(f"{name} {self.sql('SHOW ' + name, 'o2c_app')}" for name in names)

    def sql(self, text, role):
        return self.psql(role, "-c", text)

    def file(self, name, role, *more, database="o2c"):
        return self.psql(role, *more, "-f", str(HERE / name), database=database)

    def psql(self, role, *more, database="o2c", text=None):
        ended = subprocess.run(
            [program("psql"), "-qXAt", "-v", "ON_ERROR_STOP=1", *self.target(role, database), *more],
            env=self.environment(), input=text, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            text=True)
        if ended.returncode != 0:
            raise SystemExit(f"psql failed:\n{ended.stderr[-2000:]}")
        return ended.stdout.strip()

    def target(self, role, database):
        return ["-h", self.socket, "-p", "5432", "-U", role, database]

    def environment(self):
        clean = {key: value for key, value in os.environ.items() if not key.startswith("PG")}
        options = []
        if getattr(self, "seller", None):
            options.append(f"-c app.seller={self.seller}")
        if getattr(self, "reply_length", None):
            options.append(f"-c app.reply_length={self.reply_length}")
        return clean | {"PGOPTIONS": " ".join(options)}


def program(name):
    """From the path, or from where Debian keeps those of the server."""
    installed = sorted(glob.glob(f"/usr/lib/postgresql/*/bin/{name}"))
    found = (installed[-1] if installed else None) or shutil.which(name)
    if found is None:
        raise SystemExit(f"{name} is not there: install postgresql")
    return found
