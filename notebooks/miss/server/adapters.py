"""Kinds of network adapters, by the names that Linux, macOS and Windows give them.

A name tells the kind only as a rule: a person may rename an adapter, and an unknown one may be right.
"""

import re
from typing import NamedTuple


class Kind(NamedTuple):
    """A kind of adapter: the names that it has, and whether a class's devices ``may_reach`` this machine there."""

    id: str  # of its word, in the `adapters` of the interface's words
    names: str
    may_reach: bool


# The best first. No name belongs to two kinds; OTHER has those that belong to none.
OTHER = Kind("other", r"(?!)", may_reach=True)
KINDS = (
    Kind("wifi", r"wl|wi-?fi|wireless|drahtlos|ath\d|ra\d|airport", may_reach=True),
    Kind("wifi_or_cable", r"en\d", may_reach=True),  # macOS numbers both alike
    Kind("cable", r"eth|en[opsx]|em\d|lan|br\d|bridge\d$|bond|team|local area connection(?!\*)", may_reach=True),
    Kind("hotspot", r"ap\d|uap\d|local area connection\*|lan-verbindung\*", may_reach=True),
    OTHER,
    Kind("mobile", r"ww|rmnet|pdp_ip|ccmni|cellular|mobile|bnep|bluetooth", may_reach=False),
    Kind(
        "vpn",
        r"tun|tap|utun|wg|ppp|ipsec|gpd|cscotun|zt|feth|ham\d|nordlynx|proton|mullvad|tailscale|zerotier|wireguard"
        r"|openvpn|cloudflare|.*\bvpn",
        may_reach=False,
    ),
    Kind(
        "virtual",
        r"virbr|vnet|vmnet|vmware|vboxnet|virtualbox|vnic|prl|parallels|bridge1\d\d|vethernet|wsl|hyper-v"
        r"|default switch",
        may_reach=False,
    ),
    Kind("container", r"docker|podman|br-|veth(?!ernet)|cni|flannel|cali|lxc|lxdbr|incusbr|kube", may_reach=False),
)


def kind_of(adapter: str) -> Kind:
    """Return the kind of an adapter.

    >>> kind_of("wlp2s0").id, kind_of("Ethernet 2").id, kind_of("vEthernet (WSL)").id
    ('wifi', 'cable', 'virtual')
    """
    return next((kind for kind in KINDS if re.match(kind.names, adapter, re.IGNORECASE)), OTHER)
