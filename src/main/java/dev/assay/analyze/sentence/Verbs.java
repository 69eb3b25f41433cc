package dev.assay.analyze.sentence;

/// Which words of a sentence are used as verbs in it; one for each language. What was once found
/// out is kept, as every rule asks again. For one thread.
abstract class Verbs {

  private static final byte UNKNOWN = 0;
  private static final byte YES = 1;
  private static final byte NO = 2;

  final MarkedSentence sentence;
  private final byte[] found;

  Verbs(MarkedSentence sentence) {
    this.sentence = sentence;
    this.found = new byte[sentence.size()];
  }

  /// Whether the mark, one of the sentence, is used as a verb here.
  abstract boolean isUsedAsVerb(int i);

  /// Whether the mark is used as a verb here; false outside the sentence.
  final boolean isVerb(int i) {
    if (i < 0 || i >= found.length) {
      return false;
    }
    if (found[i] == UNKNOWN) {
      found[i] = isUsedAsVerb(i) ? YES : NO;
    }
    return found[i] == YES;
  }

  /// The nearest verb before `i`, not before `from`; -1 if there is none.
  final int before(int i, int from) {
    for (int k = i - 1; k >= from; k--) {
      if (isVerb(k)) {
        return k;
      }
    }
    return -1;
  }

  /// The nearest verb from `i` on, before `to`; -1 if there is none.
  final int from(int i, int to) {
    for (int k = i; k < to; k++) {
      if (isVerb(k)) {
        return k;
      }
    }
    return -1;
  }
}
