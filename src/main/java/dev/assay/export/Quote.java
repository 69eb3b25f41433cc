package dev.assay.export;

import dev.assay.cite.Span;

/// Words of a source that a memo rests on.
///
/// @param number of its footnote, from 1
/// @param paragraph in which it stands; 0 for the title
/// @param span in the paragraph
record Quote(int number, PackSource source, int paragraph, Span span) {

  /// Letters of a text that its site reserves.
  static final int LONGEST_RESERVED = 300;

  /// Letters before and behind, to find the words by.
  private static final int AROUND = 32;

  /// The quote, no longer than the source lets it be.
  static Quote of(int number, PackSource source, int paragraph, Span span) {
    int end = span.end();
    if (source.isReserved() && end - span.start() > LONGEST_RESERVED) {
      end = whole(source.paragraph(paragraph), span.start() + LONGEST_RESERVED);
    }
    return new Quote(number, source, paragraph, new Span(span.start(), end));
  }

  String exact() {
    return span.in(source.paragraph(paragraph));
  }

  String prefix() {
    String text = source.paragraph(paragraph);
    return text.substring(whole(text, Math.max(0, span.start() - AROUND)), span.start());
  }

  String suffix() {
    String text = source.paragraph(paragraph);
    return text.substring(span.end(), whole(text, Math.min(text.length(), span.end() + AROUND)));
  }

  /// A cut never parts a pair of surrogates.
  private static int whole(String text, int at) {
    boolean within =
        at > 0
            && at < text.length()
            && Character.isLowSurrogate(text.charAt(at))
            && Character.isHighSurrogate(text.charAt(at - 1));
    return within ? at - 1 : at;
  }

  /// The place in the source's file, in code points as the standards count.
  Span inFile() {
    String text = source.text();
    int start = source.start(paragraph) + span.start();
    int end = source.start(paragraph) + span.end();
    return new Span(text.codePointCount(0, start), text.codePointCount(0, end));
  }
}
