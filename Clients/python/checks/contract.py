"""A channel to a server and its contract as the server itself tells it: what the checks share.

Nothing here comes from the product: messages are built from the descriptors that reflection
serves, with the stock clients of gRPC.
"""

import argparse
import time

import grpc
from google.protobuf import descriptor_pool, message_factory
from google.rpc import error_details_pb2
from grpc_reflection.v1alpha.proto_reflection_descriptor_database import (
    ProtoReflectionDescriptorDatabase,
)
from grpc_status import rpc_status


def arguments():
    parser = argparse.ArgumentParser()
    for name in ["ca", "cert", "key"]:
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--port", type=int, required=True)
    return parser.parse_args()


def read(path):
    with open(path, "rb") as file:
        return file.read()


def channel(settings):
    credentials = grpc.ssl_channel_credentials(
        read(settings.ca), read(settings.key), read(settings.cert)
    )
    return grpc.secure_channel(
        f"127.0.0.1:{settings.port}",
        credentials,
        options=[
            ("grpc.ssl_target_name_override", "localhost"),
            ("grpc.max_send_message_length", 16 << 20),
            ("grpc.enable_retries", 0),
        ],
    )


class Outcome:
    """What a call came to."""

    def __init__(self, call):
        self.code = call.code()
        self.text = call.details() or ""
        self.reason = None
        self.metadata = {}
        self.violations = []
        status = rpc_status.from_call(call)
        for detail in status.details if status else []:
            info = error_details_pb2.ErrorInfo()
            if detail.Unpack(info):
                self.reason, self.metadata = info.reason, dict(info.metadata)
            bad = error_details_pb2.BadRequest()
            if detail.Unpack(bad):
                self.violations += [(one.field, one.reason) for one in bad.field_violations]
            failed = error_details_pb2.PreconditionFailure()
            if detail.Unpack(failed):
                self.violations += [(one.subject, one.type) for one in failed.violations]

    def __repr__(self):
        return f"{self.code.name}/{self.reason} {self.text!r} {self.violations[:4]}"


class Contract:
    """The services and their rules, by reflection."""

    def __init__(self, link):
        self.link = link
        self.database = ProtoReflectionDescriptorDatabase(link)
        self.pool = descriptor_pool.DescriptorPool(self.database)
        names = [name for name in self.database.get_services() if name.startswith("o2c.v1.")]
        self.services = [self.pool.FindServiceByName(name) for name in sorted(names)]
        self.pool.FindFileByName("o2c/v1/options.proto")
        options = self.pool.FindFileByName("google/protobuf/descriptor.proto")
        self.kinds = message_factory.GetMessageClassesForFiles([options.name], self.pool)
        self.method_rules = self.pool.FindExtensionByName("o2c.v1.method")
        self.field_rules = self.pool.FindExtensionByName("o2c.v1.field")

    def rules(self, method):
        options = self.kinds["google.protobuf.MethodOptions"]()
        options.ParseFromString(method.GetOptions().SerializeToString())
        return options.Extensions[self.method_rules]

    def rule(self, field):
        options = self.kinds["google.protobuf.FieldOptions"]()
        options.ParseFromString(field.GetOptions().SerializeToString())
        return options.Extensions[self.field_rules]

    def is_read(self, method):
        options = self.kinds["google.protobuf.MethodOptions"]()
        options.ParseFromString(method.GetOptions().SerializeToString())
        return options.idempotency_level == 1

    def methods(self):
        return [method for service in self.services for method in service.methods]

    def method(self, service, name):
        return self.pool.FindServiceByName(f"o2c.v1.{service}").methods_by_name[name]

    def message(self, name):
        kind = self.pool.FindMessageTypeByName(name if "." in name else f"o2c.v1.{name}")
        return message_factory.GetMessageClass(kind)()

    def send(self, method, payload, timeout=10, metadata=None):
        """Sends bytes or a message. A reply as bytes, or an `Outcome`."""
        if not isinstance(payload, bytes):
            payload = payload.SerializeToString()
        path = f"/{method.containing_service.full_name}/{method.name}"
        identity = lambda data: data
        try:
            if method.client_streaming:
                call = self.link.stream_stream(path, identity, identity)
                return list(call(iter([payload]), timeout=timeout, metadata=metadata))
            if method.server_streaming:
                call = self.link.unary_stream(path, identity, identity)
                return list(call(payload, timeout=timeout, metadata=metadata))
            call = self.link.unary_unary(path, identity, identity)
            return call(payload, timeout=timeout, metadata=metadata)
        except grpc.RpcError as error:
            return Outcome(error)

    def ask(self, method, payload, **more):
        """A reply as a message."""
        reply = self.send(method, payload, **more)
        if isinstance(reply, Outcome):
            raise AssertionError(f"{method.full_name}: {reply}")
        message = message_factory.GetMessageClass(method.output_type)()
        message.ParseFromString(reply)
        return message


def request_id(at=None):
    """A UUIDv7 as hyphenated text."""
    import os

    milliseconds = int((time.time() if at is None else at) * 1000)
    value = bytearray(milliseconds.to_bytes(6, "big") + os.urandom(10))
    value[6] = 0x70 | value[6] & 0x0F
    value[8] = 0x80 | value[8] & 0x3F
    text = value.hex()
    return "-".join([text[:8], text[8:12], text[12:16], text[16:20], text[20:]])
