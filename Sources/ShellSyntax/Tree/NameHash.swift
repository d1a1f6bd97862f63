/// FNV-1a over the bytes of a command's name; never 0, which stands for no name.
func nameHash(of bytes: some Sequence<UInt8>) -> UInt32 {
  var hash: UInt32 = 2_166_136_261
  for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
  return max(hash, 1)
}
