"""Tell whether an internet address belongs to the whole world rather than to this computer or its network."""

from __future__ import annotations

import ipaddress
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

from ingest.decode import Unreadable

# Addresses at which clouds hand out passwords to their machines: no article is there, whatever is allowed.
_NEVER = tuple(
    ipaddress.ip_network(each)
    for each in (
        "169.254.0.0/16", "192.0.0.192/32", "168.63.129.16/32", "100.100.100.200/32",  # most, Oracle, Azure, Alibaba
        "fe80::/10", "fd00:ec2::/32", "fd20:ce::254/128",  # Amazon, Google
        "224.0.0.0/4", "ff00::/8",  # many at once
    )
)  # fmt: skip
# What `is_global` of some Python versions lets through (IANA's special-purpose registries say what is whose).
_NOT_PUBLIC = tuple(IPv4Network(each) for each in ("192.0.0.0/24", "192.88.99.0/24", "240.0.0.0/4"))
_PUBLIC_6 = IPv6Network("2000::/3")  # all that is assigned to the world so far
_NOT_PUBLIC_6 = tuple(  # Teredo and other protocols, documentation, 6to4: some hide an IPv4 address
    IPv6Network(each) for each in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
)
_NAT64 = IPv6Network("64:ff9b::/96")


def require_public(address: str, *, allow_private: bool) -> None:
    """Raise `Unreadable` for an address that must not be asked."""
    ip = _unwrapped(ipaddress.ip_address(address.partition("%")[0]))
    if any(ip in network for network in _NEVER):
        raise Unreadable(f"its host leads to an address that no article can be at ({address})")
    if not allow_private and not _is_public(ip):
        raise Unreadable(
            f"its host leads to this computer or its network ({address}), where it could reach what is not public;"
            " if that is meant, set FOOTNOTE_ALLOW_PRIVATE_ADDRESSES=1"
        )


def _is_public(ip: IPv4Address | IPv6Address) -> bool:
    if isinstance(ip, IPv4Address):
        return ip.is_global and not any(ip in network for network in _NOT_PUBLIC)
    return ip in _PUBLIC_6 and not any(ip in network for network in _NOT_PUBLIC_6)


def _unwrapped(ip: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address that an IPv6 address is only another spelling of, or is translated to."""
    if isinstance(ip, IPv4Address):
        return ip
    if ip in _NAT64:
        return IPv4Address(int(ip) & 0xFFFF_FFFF)
    return ip.ipv4_mapped or ip.sixtofour or ip
