"""Stock Python clients against a server: health, reflection, deadlines, many calls, details.

Prints one line a check; exits 1 when one fails.
"""

import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import grpc
from google.protobuf import message_factory
from grpc_health.v1 import health_pb2, health_pb2_grpc

import contract
import silent_peer

PING, GOAWAY, ACK = 6, 7, 1
failures = []


def check(name, isRight, detail=""):
    print(f"{'ok' if isRight else 'FAIL'} {name} {detail}", flush=True)
    if not isRight:
        failures.append(name)


def health(link, names):
    stub = health_pb2_grpc.HealthStub(link)
    serving = health_pb2.HealthCheckResponse.SERVING
    for name in ["", *names]:
        answer = stub.Check(health_pb2.HealthCheckRequest(service=name), timeout=5)
        check(f"health of {name or 'all'}", answer.status == serving)
    try:
        stub.Check(health_pb2.HealthCheckRequest(service="no.such.Service"), timeout=5)
        check("health of an unknown service", False, "answered")
    except grpc.RpcError as error:
        check("health of an unknown service", error.code() == grpc.StatusCode.NOT_FOUND)
    watch = stub.Watch(health_pb2.HealthCheckRequest(service=""), timeout=5)
    check("health watched", next(watch).status == serving)
    watch.cancel()
    unknown = stub.Watch(health_pb2.HealthCheckRequest(service="no.such.Service"), timeout=5)
    expected = health_pb2.HealthCheckResponse.SERVICE_UNKNOWN
    check("an unknown service watched", next(unknown).status == expected)
    unknown.cancel()


def reflection(known):
    names = [service.full_name for service in known.services]
    check("reflection lists the services", len(names) == 13, f"{len(names)}")
    methods = known.methods()
    check("reflection describes every method", all(m.input_type.fields is not None for m in methods))
    check("each has a permission", all(known.rules(m).permission for m in methods), f"{len(methods)}")
    details = known.pool.FindMessageTypeByName("google.rpc.ErrorInfo")
    check("reflection knows the details of errors", "reason" in details.fields_by_name)
    commented = known.pool.FindFileByName("o2c/v1/order_service.proto")
    check("reflection serves files", commented.package == "o2c.v1")
    try:
        known.pool.FindMessageTypeByName("o2c.v1.NoSuchMessage")
        check("an unknown symbol", False, "was found")
    except KeyError:
        check("an unknown symbol", True)


def deadlines(known):
    caller = known.method("AdminService", "GetCaller")
    for seconds in [15, 30, 0.05, 2]:
        reply = known.send(caller, b"", timeout=seconds)
        late = isinstance(reply, contract.Outcome)
        isRight = not late or (seconds < 1 and reply.code == grpc.StatusCode.DEADLINE_EXCEEDED)
        check(f"a deadline of {seconds} s", isRight, repr(reply) if late else "")
    # What the transport itself would ignore, told in raw headers.
    began = time.monotonic()
    tiny = known.send(caller, b"", timeout=0.001)
    check("a deadline of 1 ms ends in time", time.monotonic() - began < 1.25, repr(tiny)[:80])


def many(known):
    caller = known.method("AdminService", "GetCaller")
    barrier = threading.Barrier(150)

    def one(_):
        barrier.wait()
        return isinstance(known.send(caller, b"", timeout=30), bytes)

    with ThreadPoolExecutor(150) as pool:
        answers = list(pool.map(one, range(150)))
    check("150 parallel calls on one channel", all(answers), f"{sum(answers)}")


def details(known):
    get = known.method("OrderService", "GetOrder")
    request = known.message("GetOrderRequest")
    request.name = "orders/01m68kvah0e9nv59tdwh9edd1r"
    outcome = known.send(get, request)
    check("an error has a code", outcome.code == grpc.StatusCode.NOT_FOUND)
    check("an error has a reason", outcome.reason == "RESOURCE_NOT_FOUND")
    check("an error says what happened", outcome.metadata.get("outcome") == "not_applied")
    check("an error says whether to retry", outcome.metadata.get("retryable") == "false")
    unknown = known.link.unary_unary("/o2c.v1.OrderService/NoSuchMethod")
    try:
        unknown(b"", timeout=5)
        check("an unknown method", False)
    except grpc.RpcError as error:
        check("an unknown method", error.code() == grpc.StatusCode.UNIMPLEMENTED)


def cancellation(known):
    path = "/o2c.v1.AdminService/GetCaller"
    for _ in range(50):
        known.link.unary_unary(path).future(b"", timeout=10).cancel()
    caller = known.method("AdminService", "GetCaller")
    check("calls after 50 cancelled ones", isinstance(known.send(caller, b""), bytes))


def pings(arguments):
    """Clients of the C core measure the link with pings while they read; a flood is another thing."""
    peer = silent_peer.connect(arguments)
    peer.settimeout(0.11)
    received = bytearray()

    def read():
        try:
            while chunk := peer.recv(65536):
                received.extend(chunk)
        except (TimeoutError, OSError):
            pass

    for number in range(8):
        read()
        peer.sendall(silent_peer.frame(PING, 0, 0, bytes(7) + bytes([number])))
    read()
    found = list(frames(received))
    answered = sum(1 for kind, flags in found if kind == PING and flags & ACK)
    isOpen = all(kind != GOAWAY for kind, _ in found)
    check("pings that measure the link are answered", answered == 8 and isOpen, f"{answered} of 8")
    try:
        peer.sendall(silent_peer.frame(PING, 0, 0, bytes(8)) * 50)
    except OSError:
        pass
    read()
    check("a flood of pings ends the connection", GOAWAY in [kind for kind, _ in frames(received)])
    peer.close()


def frames(received):
    """Kind and flags of each whole frame."""
    place = 0
    while place + 9 <= len(received):
        yield received[place + 3], received[place + 4]
        place += 9 + int.from_bytes(received[place:place + 3], "big")


def main():
    arguments = contract.arguments()
    link = contract.channel(arguments)
    known = contract.Contract(link)
    health(link, [service.full_name for service in known.services])
    reflection(known)
    deadlines(known)
    many(known)
    details(known)
    cancellation(known)
    pings(arguments)
    print(f"{len(failures)} failures")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
