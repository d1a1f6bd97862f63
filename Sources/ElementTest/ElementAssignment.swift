/// Matchers given an element each, as many as possible: a maximum matching, since the first element
/// that suits one matcher may be the only one that suits another.
struct ElementAssignment {
  let unassignedMatchers: [Int]
  let unassignedElements: [Int]

  init(of matchers: [any Matcher], to elements: [String]) {
    let candidates = matchers.map { matcher in
      elements.indices.filter { matcher.accepts(.text(elements[$0])) }
    }
    var search = Search(candidates: candidates, elementCount: elements.count)
    unassignedMatchers = matchers.indices.filter { matcher in
      var visited = Set<Int>()
      return !search.assign(matcher, &visited)
    }
    unassignedElements = elements.indices.filter { search.matcherOfElement[$0] == nil }
  }

  /// Augmenting paths, after Kuhn.
  private struct Search {
    let candidates: [[Int]]
    private(set) var matcherOfElement: [Int?]

    init(candidates: [[Int]], elementCount: Int) {
      self.candidates = candidates
      matcherOfElement = Array(repeating: nil, count: elementCount)
    }

    mutating func assign(_ matcher: Int, _ visited: inout Set<Int>) -> Bool {
      for element in candidates[matcher] where visited.insert(element).inserted {
        guard let rival = matcherOfElement[element] else {
          matcherOfElement[element] = matcher
          return true
        }
        if assign(rival, &visited) {
          matcherOfElement[element] = matcher
          return true
        }
      }
      return false
    }
  }
}
