"""Which internet addresses may be asked."""

from __future__ import annotations

import pytest

from ingest.decode import Unreadable
from ingest.links.connecting import resolve
from ingest.links.public import require_public

PRIVATE = [
    "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "100.64.0.1",  # noqa: S104  none is listened on
    "100.127.255.255", "192.0.0.1", "192.0.2.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "192.88.99.1",
    "240.0.0.1", "255.255.255.255", "::", "::1", "fc00::1", "fdab::1", "fec0::1", "2001:db8::1", "3fff::1", "100::1",
    "5f00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:0:127.0.0.1", "::127.0.0.1", "2002:7f00:1::1",
    "2002:a00:1::", "64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::a00:1", "2001:0:7f00:1::1", "2001:10::1",
    "4000::1",
]  # fmt: skip
NEVER = [
    "169.254.169.254", "169.254.170.2", "169.254.0.1", "fe80::1", "fe80::1%eth0", "fd00:ec2::254", "fd20:ce::254",
    "100.100.100.200", "168.63.129.16", "192.0.0.192", "224.0.0.1", "239.255.255.250", "ff02::1",
    "::ffff:169.254.169.254", "64:ff9b::a9fe:a9fe", "2002:a9fe:a9fe::1",
]  # fmt: skip


@pytest.mark.parametrize("address", [*PRIVATE, *NEVER])
def test_what_is_not_public_is_refused(address: str) -> None:
    with pytest.raises(Unreadable):
        require_public(address, allow_private=False)


@pytest.mark.parametrize("address", PRIVATE)
def test_a_network_of_ones_own_is_asked_where_that_is_allowed(address: str) -> None:
    require_public(address, allow_private=True)


@pytest.mark.parametrize("address", NEVER)
def test_where_clouds_keep_passwords_is_never_asked(address: str) -> None:
    with pytest.raises(Unreadable, match="no article"):
        require_public(address, allow_private=True)


@pytest.mark.parametrize("address", ["9.9.9.9", "172.15.0.1", "172.32.0.1", "100.63.0.1", "2620:fe::fe", "2a00::1"])
def test_the_wide_world_is_asked(address: str) -> None:
    require_public(address, allow_private=False)


def test_a_public_address_translated_for_networks_without_ipv4_is_asked() -> None:
    require_public("64:ff9b::909:909", allow_private=False)


def test_the_reason_names_the_address_and_the_setting() -> None:
    with pytest.raises(Unreadable, match=r"127\.0\.0\.1.*FOOTNOTE_ALLOW_PRIVATE_ADDRESSES"):
        require_public("127.0.0.1", allow_private=False)


@pytest.mark.parametrize("host", ["2130706433", "0x7f.1", "0177.0.0.1", "127.1", "localhost", "::ffff:127.0.0.1"])
def test_this_computer_is_known_under_all_its_names(host: str) -> None:
    for address in resolve(host, 80):
        with pytest.raises(Unreadable):
            require_public(address, allow_private=False)
