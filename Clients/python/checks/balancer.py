"""A balancer as plain as they come: every new connection goes to the first server that takes it.

Prints `listening PORT` and stays until it is killed. Only the standard library.
"""

import argparse
import asyncio


async def pour(reader, writer):
    try:
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    except OSError:
        pass
    finally:
        writer.close()


async def relay(servers, reader, writer):
    for port in servers:
        try:
            there, back = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            continue
        await asyncio.gather(pour(reader, back), pour(there, writer))
        return
    writer.close()


async def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("servers", type=int, nargs="+", help="ports, the preferred one first")
    arguments = parser.parse_args()
    server = await asyncio.start_server(
        lambda reader, writer: relay(arguments.servers, reader, writer), "127.0.0.1", 0)
    print(f"listening {server.sockets[0].getsockname()[1]}", flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
