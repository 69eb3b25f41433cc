package dev.assay.analyze.name;

import dev.assay.cite.Span;
import dev.assay.lexicon.EntityType;
import dev.assay.lexicon.NamedEntity;
import dev.assay.lexicon.Names.Reading;
import java.util.List;

/// Where known names stand among the characters or words of one text and what they are, which helps
/// to tell the unknown ones: a letter for the sort of thing (a small one if the spelling alone does
/// not settle it) and one for the place in the name.
final class KnownMarks {

  private final char[] sorts;
  private final char[] places;

  private KnownMarks(int length) {
    sorts = new char[length];
    places = new char[length];
  }

  static KnownMarks ofCharacters(int length, List<NameMatch> known) {
    KnownMarks marks = new KnownMarks(length);
    for (NameMatch match : known) {
      marks.mark(match, match.start(), Math.min(length, match.end()));
    }
    return marks;
  }

  /// @param words in the order of the text
  static KnownMarks ofWords(List<Span> words, List<NameMatch> known) {
    KnownMarks marks = new KnownMarks(words.size());
    int from = 0;
    for (NameMatch match : known) {
      while (from < words.size() && words.get(from).end() <= match.start()) {
        from++;
      }
      int to = from;
      while (to < words.size() && words.get(to).start() < match.end()) {
        to++;
      }
      marks.mark(match, from, to);
    }
    return marks;
  }

  private void mark(NameMatch match, int from, int to) {
    if (match.readings().isEmpty()) {
      return;
    }
    char sort = sort(match.readings().getFirst());
    for (int i = from; i < to; i++) {
      sorts[i] = sort;
      places[i] = i == from ? i == to - 1 ? 'S' : 'B' : i == to - 1 ? 'E' : 'I';
    }
  }

  private static char sort(Reading reading) {
    NamedEntity entity = reading.entity();
    boolean land = entity.kind().equals("country") || entity.kind().equals("region");
    char sort = land ? 'C' : sort(entity.type());
    return reading.alias().isSure() ? sort : Character.toLowerCase(sort);
  }

  private static char sort(EntityType type) {
    return switch (type) {
      case PERSON -> 'P';
      case COMPANY, ORGANISATION -> 'O';
      case PLACE -> 'L';
      case INDUSTRY, PRODUCT, EVENT, CONCEPT -> 'X';
    };
  }

  /// Puts the mark of one place: `CB`; `-` for nothing, `^` outside the text.
  void put(int i, FeatureSink sink) {
    if (i < 0 || i >= sorts.length) {
      sink.put('^');
    } else if (sorts[i] == 0) {
      sink.put('-');
    } else {
      sink.put(sorts[i]).put(places[i]);
    }
  }
}
