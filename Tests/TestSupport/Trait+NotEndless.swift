import Testing

extension Trait where Self == TimeLimitTrait {
  /// The test fails when something runs without end. Real tests take seconds; but all of a run begin at
  /// once and wait for one another.
  package static var notEndless: Self { .timeLimit(.minutes(15)) }
}
