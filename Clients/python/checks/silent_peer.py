"""Clients with a call in flight who never read a byte of the answer.

They speak just enough HTTP/2 by hand: preface, SETTINGS with a window of zero, one call. Prints
`connected N` and stays until it is killed. Only the standard library.
"""

import argparse
import socket
import ssl
import struct
import time


def frame(kind, flags, stream, payload=b""):
    return struct.pack(">I", len(payload))[1:] + bytes([kind, flags]) + struct.pack(">I", stream) + payload


def literal(name, value):
    """A header that no table remembers, without Huffman."""
    name, value = name.encode(), value.encode()
    return b"\x00" + bytes([len(name)]) + name + bytes([len(value)]) + value


def connect(arguments):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(arguments.ca)
    context.load_cert_chain(arguments.cert, arguments.key)
    context.set_alpn_protocols(["h2"])
    plain = socket.create_connection(("127.0.0.1", arguments.port))
    peer = context.wrap_socket(plain, server_hostname="localhost")
    headers = b"".join(
        literal(name, value)
        for name, value in [
            (":method", "POST"),
            (":scheme", "https"),
            (":path", "/o2c.v1.AdminService/GetCaller"),
            (":authority", "localhost"),
            ("content-type", "application/grpc"),
            ("te", "trailers"),
        ]
    )
    initial_window = struct.pack(">HI", 4, 0)
    peer.sendall(
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
        + frame(4, 0, 0, initial_window)
        + frame(1, 4, 1, headers)
        + frame(0, 1, 1, b"\x00\x00\x00\x00\x00")
    )
    return peer


def main():
    parser = argparse.ArgumentParser()
    for name in ["ca", "cert", "key"]:
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--count", type=int, default=1)
    arguments = parser.parse_args()
    peers = [connect(arguments) for _ in range(arguments.count)]
    print(f"connected {len(peers)}", flush=True)
    time.sleep(600)


if __name__ == "__main__":
    main()
