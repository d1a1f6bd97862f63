import SystemPackage

/// `file`: a file, directory or link; all but `contents` and the digests are about a link itself.
struct FileAssertion: Assertion {
  static let key = "file"
  static let subjectKey = "path"
  static let attributes: [Attribute] = [
    Attribute("exists", .existence) { file, probe throws(ProbeError) in
      .bool(try await facts(of: file, probe) != nil)
    },
    Attribute("filetype") { file, probe throws(ProbeError) in
      try await facts(of: file, probe).map { .text($0.kind.rawValue) }
    },
    Attribute("mode", form: .octalText) { file, probe throws(ProbeError) in
      try await facts(of: file, probe).map { .text($0.modeText) }
    },
    Attribute("owner") { file, probe throws(ProbeError) in
      try await facts(of: file, probe).map { .text($0.owner) }
    },
    Attribute("group") { file, probe throws(ProbeError) in
      try await facts(of: file, probe).map { .text($0.group) }
    },
    Attribute("uid") { file, probe throws(ProbeError) in
      try await facts(of: file, probe).map { .integer($0.userID) }
    },
    Attribute("gid") { file, probe throws(ProbeError) in
      try await facts(of: file, probe).map { .integer($0.groupID) }
    },
    Attribute("size") { file, probe throws(ProbeError) in
      try await facts(of: file, probe).map { .integer($0.size) }
    },
    Attribute("linked-to") { file, probe throws(ProbeError) in
      try await facts(of: file, probe)?.linkTarget.map { .text($0.string) }
    },
    Attribute("contents", form: .lines) { file, probe throws(ProbeError) in
      try await probe.contents(of: FilePath(file.name))
        .map { .content(String(decoding: $0, as: UTF8.self)) }
    },
  ]

  static func path(of file: Attribute.Subject) -> FilePath? { FilePath(file.name) }

  private static func facts(
    of file: Attribute.Subject, _ probe: any RootfsProbe
  ) async throws(ProbeError) -> FileFacts? {
    try await probe.file(at: FilePath(file.name))
  }
}
