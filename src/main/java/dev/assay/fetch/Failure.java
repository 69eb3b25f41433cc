package dev.assay.fetch;

/// What kind of failure, as far as it says when to ask again.
public enum Failure {
  /// Nobody answered, and it may not be theirs: a name could not be looked up for now, a proxy of
  /// our own failed.
  UNSURE,
  /// Nobody answered: no such name, no connection, no TLS, no whole answer in time.
  NO_ANSWER,
  /// It will pass: 404, 408, 429, 5xx, an answer that breaks off.
  SOFT,
  /// The site does not want it: other 4xx.
  HARD,
  /// 410: it says that it will not come back.
  GONE,
  /// A check for bots stands before it. It is never circumvented.
  BOT_CHECK
}
