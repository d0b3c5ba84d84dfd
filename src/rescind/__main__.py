"""The command line: ``rescind sandbox`` for now."""

import argparse
import asyncio
import signal
import sys
from collections.abc import Sequence

HOW_TO = """\
PhoneNotify and the 2sms API, locally; nothing leaves this machine. Ctrl+C ends it.

  PhoneNotify   {phone_notify_url}
                WSDL at {phone_notify_url}?wsdl
  license key   {license_key}
  2sms          {sms_url}
  client id     {client_id}
  client secret {client_secret}
  control       {sms_url}/_sandbox/

rescind, in the environment of any program that uses Client.from_env():
  export RESCIND_PHONE_NOTIFY_URL={phone_notify_url}
  export RESCIND_LICENSE_KEY={license_key}
  export RESCIND_SMS_URL={sms_url}
  export RESCIND_SMS_CLIENT_ID={client_id}
  export RESCIND_SMS_CLIENT_SECRET={client_secret}
zeep and other WSDL clients: give them the WSDL address above.
curl:
  curl '{phone_notify_url}/GetVersion'
  curl {sms_url}/Token -d grant_type=client_credentials \\
    -d client_id={client_id} -d client_secret={client_secret}
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: The arguments after the program's name; those of the process by default.

    Returns:
        The exit status: 0, or 1 where the service could not start.
    """
    parser = argparse.ArgumentParser(prog="rescind", description="Take back what was scheduled.")
    commands = parser.add_subparsers(dest="command", required=True)
    sandbox = commands.add_parser("sandbox", help="run both services on a local port")
    sandbox.add_argument(
        "--port", type=_port, default=8080, help="0 takes a free one (default 8080)"
    )
    sandbox.add_argument("--host", default="127.0.0.1", help="loopback unless told otherwise")
    given = parser.parse_args(arguments)
    try:
        asyncio.run(_serve(given.host, given.port))
    except ModuleNotFoundError as error:
        print(f"rescind sandbox needs the extra rescind[sandbox]: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"rescind sandbox cannot listen on port {given.port}: {error}", file=sys.stderr)
        return 1
    return 0


def _port(text: str) -> int:
    port = int(text)
    if not 0 <= port <= 65535:
        raise argparse.ArgumentTypeError("a port is a number from 0 to 65535")
    return port


async def _serve(host: str, port: int) -> None:
    from rescind.sandbox import running  # an extra, and slow to load

    async with running(host=host, port=port) as sandbox:
        how_to = HOW_TO.format(
            phone_notify_url=sandbox.phone_notify_url,
            sms_url=sandbox.sms_url,
            license_key=sandbox.license_key,
            client_id=sandbox.client_id,
            client_secret=sandbox.client_secret,
        )
        print(how_to, flush=True)
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, stop.set)
        await stop.wait()


if __name__ == "__main__":
    sys.exit(main())
