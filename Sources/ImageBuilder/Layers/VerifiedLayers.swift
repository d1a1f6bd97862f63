import Synchronization

/// The layers whose seals this process has compared, since once is enough: while a build uses the
/// store nobody changes its layers but on purpose.
final class VerifiedLayers: Sendable {
  // A class, because copies of a store share it.
  private let layers = Mutex<Set<LayerID>>([])

  func contains(_ layer: LayerID) -> Bool { layers.withLock { $0.contains(layer) } }

  func insert(_ layer: LayerID) { layers.withLock { _ = $0.insert(layer) } }

  func remove(_ layer: LayerID) { layers.withLock { _ = $0.remove(layer) } }
}
