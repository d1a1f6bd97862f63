/// The distributions that elements can be for, and their families.
package enum Distributions {
  /// `DISTRO_NAME`s with the family that `pkg-map` puts them in.
  package static let families: [String: String] = [
    "almalinux": "redhat", "centos": "redhat", "fedora": "redhat", "openeuler": "redhat",
    "rhel": "redhat", "rocky": "redhat", "debian": "debian", "ubuntu": "debian",
    "opensuse": "suse", "gentoo": "gentoo",
  ]

  /// The same as `svc-map` knows it, which is less.
  package static let serviceFamilies: [String: String] = [
    "centos": "redhat", "fedora": "redhat", "rhel": "redhat", "debian": "debian",
    "ubuntu": "debian", "opensuse": "suse",
  ]

  static let familyNames = Set(families.values)
}
