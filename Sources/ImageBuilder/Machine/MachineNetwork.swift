/// How a virtual machine reaches what its host reaches: slirp, a program of the host, makes the
/// connections in the machine's place, for which it needs no right.
package enum MachineNetwork {
  /// Of the host; to be looked for before anything is built.
  package static let tools = [slirp]

  private static let slirp = "slirp-fullbolt"

  /// The kernel's argument (https://docs.kernel.org/virt/uml/user_mode_linux_howto_v2.html).
  static let kernelArgument = "eth0=slirp,,\(program)"

  /// The kernel is told a path, not a name.
  private static var program: String { "/usr/bin/\(slirp)" }

  /// Commands for the machine's start; the addresses are those that slirp gives (slirp(1)).
  ///
  /// Of the loopback addresses, the machine keeps 127.0.0.1, and the others lead to the host: its
  /// `resolv.conf` may name 127.0.0.53.
  static let setup = """
    ip link set lo up
    ip address delete 127.0.0.1/8 dev lo
    ip address add 127.0.0.1/32 dev lo
    ip address add 10.0.2.15/24 dev eth0
    ip link set eth0 up
    ip route add default via 10.0.2.2
    echo 1 > /proc/sys/net/ipv4/conf/all/route_localnet
    ip route add 127.0.0.0/8 via 10.0.2.2 src 10.0.2.15
    """
}
