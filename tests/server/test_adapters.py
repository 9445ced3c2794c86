"""The kind of an adapter, by the names that Linux, macOS and Windows give."""

import re

import pytest
from miss.schema.content import Content
from miss.server.adapters import KINDS, OTHER, kind_of

NAMES = {
    "wifi": ["wlan0", "wlp2s0", "wlx00c0ca", "Wi-Fi", "Wi-Fi 2", "WLAN", "Wireless Network Connection", "ath0"],
    "wifi_or_cable": ["en0", "en5"],
    "cable": ["eth0", "enp3s0", "eno1", "ens33", "enx0c37", "Ethernet", "Ethernet 2", "Local Area Connection", "br0"],
    "hotspot": ["ap0", "ap1", "Local Area Connection* 10"],
    "other": ["以太网", "my network", "イーサネット", "Connexion au réseau local"],
    "mobile": ["wwan0", "wwp0s20", "rmnet0", "pdp_ip0", "Cellular", "Bluetooth Network Connection", "bnep0"],
    "vpn": [
        *("tun0", "tap0", "utun3", "wg0", "ppp0", "ipsec0", "tailscale0", "ztabc123", "feth1234", "nordlynx"),
        *("Tailscale", "ZeroTier One [8056c2e21c000001]", "OpenVPN TAP-Windows6", "WireGuard Tunnel", "School VPN"),
    ],
    "virtual": [
        *("virbr0", "vnet1", "vmnet8", "vboxnet0", "VirtualBox Host-Only Network", "bridge100", "vEthernet (WSL)"),
        *("VMware Network Adapter VMnet1", "vEthernet (Default Switch)", "WSL", "Hyper-V Virtual Ethernet Adapter"),
    ],
    "container": ["docker0", "br-0a1b2c3d4e5f", "veth1a2b", "podman1", "cni0", "lxcbr0", "lxdbr0"],
}


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind, names in NAMES.items() for name in names])
def test_a_name_belongs_to_one_kind(kind: str, name: str) -> None:
    assert kind_of(name).id == kind
    assert len([each for each in KINDS if re.match(each.names, name, re.IGNORECASE)]) == (kind != OTHER.id)


def test_each_kind_is_tested_and_has_a_word(content: Content) -> None:
    assert [kind.id for kind in KINDS] == list(NAMES)
    assert all(getattr(content.interface.adapters, id) for id in NAMES)


def test_kinds_that_a_class_may_reach_come_first() -> None:
    reached = [kind.may_reach for kind in KINDS]
    assert reached == sorted(reached, reverse=True) and len(set(reached)) == 2
