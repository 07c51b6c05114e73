"""Connections to public addresses only: an address is looked up once, and what was checked is what is connected to."""

from __future__ import annotations

import functools
import ipaddress
import socket
from typing import Any

import urllib3
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPSConnection
from urllib3.connectionpool import HTTPSConnectionPool
from urllib3.util import Timeout

_NAT64 = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("64:ff9b:1::/48"))
"""IPv6 addresses that stand for IPv4 ones, https://www.rfc-editor.org/rfc/rfc6052."""


class FetchError(Exception):
    """Why a page was not fetched, in a sentence that says what to do instead."""


class CheckedAdapter(HTTPAdapter):
    """Lets requests speak https with public addresses; the certificate is still checked for the host's name."""

    def __init__(self, *, allows_private: bool = False) -> None:
        self._allows_private = allows_private
        super().__init__(max_retries=0)

    def init_poolmanager(self, *arguments: Any, **options: Any) -> None:
        """Make pools whose connections are checked."""
        super().init_poolmanager(*arguments, **options)
        pool = functools.partial(_CheckedPool, allows_private=self._allows_private)
        self.poolmanager.pool_classes_by_scheme = {"https": pool}


def is_public(address: str) -> bool:
    """Whether *address*, of IP, belongs to the public internet and to no single machine's or network's inside."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if not ip.is_global or ip.is_multicast or ip.is_reserved or ip.is_unspecified:
        return False
    if isinstance(ip, ipaddress.IPv4Address):
        return True
    disguised = ip.ipv4_mapped or ip.sixtofour or ip.teredo or any(ip in network for network in _NAT64)
    return not disguised and not ip.is_site_local


class _CheckedConnection(HTTPSConnection):
    allows_private = False

    def _new_conn(self) -> socket.socket:
        host = self.host.strip("[]")
        try:
            found = socket.getaddrinfo(host, self.port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise FetchError(
                f"there is no website called `{host}`; check the address, and whether you are online"
            ) from error
        addresses = list(dict.fromkeys((family, place) for family, _, _, _, place in found))
        # One private address among public ones is how a name is made to lead inside.
        if not self.allows_private and not all(is_public(str(place[0])) for _, place in addresses):
            raise FetchError(
                f"`{host}` leads into a private network, and only public pages are fetched; save the page in your browser and import the file"
            )
        return self._connect_to_any(addresses, host)

    def _connect_to_any(self, addresses: list[tuple[Any, Any]], host: str) -> socket.socket:
        last: OSError | None = None
        for family, place in addresses:
            connection = socket.socket(family, socket.SOCK_STREAM)
            try:
                connection.settimeout(Timeout.resolve_default_timeout(self.timeout))
                connection.connect(place)
            except OSError as error:
                connection.close()
                last = error
                continue
            return connection
        if isinstance(last, TimeoutError):
            raise urllib3.exceptions.ConnectTimeoutError(self, "") from last
        raise FetchError(
            f"{host} does not answer; check the address, try again later, or save the page in your browser and import the file"
        ) from last


class _PrivateConnection(_CheckedConnection):
    allows_private = True


class _CheckedPool(HTTPSConnectionPool):
    def __init__(self, *arguments: Any, allows_private: bool, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.ConnectionCls = _PrivateConnection if allows_private else _CheckedConnection
