package dev.assay.check;

import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import dev.assay.lexicon.OpenWord;
import dev.assay.lexicon.WordTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Tells whether a sentence says plainly what the lines it cites deny: *will require* of *will not
/// require*, 已收到 of 并未收到.
///
/// What is denied is the verb or noun that comes next in the clause: in the words of
/// `lexicon/denials.tsv`, which tell it in both languages, or else letter by letter in the same
/// language. It is lost if the lines deny it wherever they say it, and the clause of the sentence
/// that says it denies nothing. A denial of anything else is left alone. Linear in the texts.
/// Immutable; safe for use by many threads.
public final class Denials {

  private static final String FILE = "denials.tsv";

  /// Ends of what a denial is said of; a Latin full stop ends it after a small letter only.
  private static final String CLAUSE_ENDS = "，,。；;：:！!？?—()（）\n";

  /// Ends what stands before a noun.
  private static final char OF = '的';

  /// So many letters tell a word's family: require, requires, required.
  private static final int STEM = 5;

  private final Map<Character, List<Word>> words = new HashMap<>();

  public Denials(Lexicon lexicon) {
    int act = 0;
    for (LexiconFile.Row row : lexicon.table(FILE).rows()) {
      Kind kind = Kind.valueOf(row.cell(0).toUpperCase(Locale.ROOT));
      String thing = kind == Kind.ACT ? "act " + act++ : "";
      for (String word : row.cell(1).split(" ")) {
        add(new Word(OpenWord.of(word), kind, thing));
      }
      for (String word : row.cell(2).split(",")) {
        add(new Word(OpenWord.of(word), kind, thing));
      }
    }
  }

  private void add(Word word) {
    String text = word.word.text();
    if (!text.isEmpty()) {
      words.computeIfAbsent(text.charAt(0), _ -> new ArrayList<>()).add(word);
    }
  }

  private enum Kind {
    DENIAL,
    NONE,
    UNDOES,
    SKIP,
    ACT
  }

  /// @param thing what tells an act from others; empty for all else
  private record Word(OpenWord word, Kind kind, String thing) {}

  /// A word of the table in a text, `[start, end)`.
  private record Mark(int start, int end, Set<Kind> kinds, Set<String> things) {
    boolean is(Kind kind) {
      return kinds.contains(kind);
    }
  }

  /// A text in small letters and simplified characters, with its words of the table in order.
  private record Read(String text, List<Mark> marks) {

    int clauseEnd(int from) {
      int at = from;
      while (at < text.length() && !endsClause(at)) {
        at++;
      }
      return at;
    }

    int clauseStart(int from) {
      int at = from;
      while (at > 0 && !endsClause(at - 1)) {
        at--;
      }
      return at;
    }

    private boolean endsClause(int at) {
      char c = text.charAt(at);
      boolean withinNumber =
          at > 0
              && at + 1 < text.length()
              && Character.isDigit(text.charAt(at - 1))
              && Character.isDigit(text.charAt(at + 1));
      boolean stop =
          c == '.'
              && at > 2
              && Character.isLetter(text.charAt(at - 1))
              && Character.isLetter(text.charAt(at - 2))
              && (at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1)));
      return !withinNumber && (stop || CLAUSE_ENDS.indexOf(c) >= 0);
    }

    /// The word that begins at `start` in Latin letters, or the pair of Chinese characters there.
    String wordAt(int start) {
      int end = start;
      while (end < text.length() && WordTable.isLatin(text.charAt(end))) {
        end++;
      }
      return end > start
          ? text.substring(start, end)
          : text.substring(start, Math.min(text.length(), start + 2));
    }
  }

  /// What some lines deny wherever they say it.
  public final class Source {

    private final Set<String> denied = new HashSet<>();
    private final Set<String> said = new HashSet<>();

    private Source(List<String> lines) {
      for (String line : lines) {
        Read read = read(line);
        List<Integer> places = new ArrayList<>();
        for (Mark mark : read.marks) {
          if (mark.is(Kind.DENIAL)) {
            deniedAfter(read, mark, places);
          }
        }
        for (Mark mark : read.marks) {
          if (!places.contains(mark.start)) {
            said.addAll(mark.things);
          }
        }
        literals(read)
            .forEach(
                (place, word) -> {
                  if (!places.contains(place)) {
                    said.add(word);
                  }
                });
      }
      denied.removeAll(said);
    }

    private void deniedAfter(Read read, Mark denial, List<Integer> places) {
      int end = read.clauseEnd(denial.end);
      if (isTurned(read, denial, end)) {
        return;
      }
      for (int at = denial.end; at < end; at++) {
        if (read.text.charAt(at) == OF) {
          return; // 不合法的关税 denies nothing of the tariffs
        }
        if (!OpenWord.mayBegin(read.text, at)) {
          continue;
        }
        int start = at;
        Optional<Mark> mark = read.marks.stream().filter(each -> each.start == start).findFirst();
        if (mark.isPresent() && mark.get().is(Kind.ACT)) {
          places.add(at);
          denied.addAll(mark.get().things);
          denied.add(family(read.wordAt(at)));
          return;
        }
        if (mark.isPresent()) {
          at = mark.get().end - 1;
          continue;
        }
        boolean latin = WordTable.isLatin(read.text.charAt(at));
        if (latin && !read.wordAt(at).endsWith("ly") && read.wordAt(at).length() >= STEM) {
          places.add(at);
          denied.add(family(read.wordAt(at)));
          return;
        }
      }
    }

    /// Whether another word of the clause turns the denial: cannot be exported without a licence.
    private static boolean isTurned(Read read, Mark denial, int end) {
      int start = read.clauseStart(denial.start);
      return read.marks.stream()
          .filter(mark -> mark.start >= start && mark.end <= end && mark.start != denial.start)
          .anyMatch(mark -> mark.is(Kind.DENIAL) || mark.is(Kind.UNDOES));
    }

    /// What `sentence` says plainly and these lines deny; empty if there is nothing of the kind.
    public Optional<String> lost(String sentence) {
      if (denied.isEmpty()) {
        return Optional.empty();
      }
      Read read = read(sentence);
      for (Mark mark : read.marks) {
        if (mark.things.stream().anyMatch(denied::contains) && isPlain(read, mark.start)) {
          return Optional.of(sentence.substring(mark.start, mark.end));
        }
      }
      for (Map.Entry<Integer, String> literal : literals(read).entrySet()) {
        int at = literal.getKey();
        if (denied.contains(literal.getValue()) && isPlain(read, at)) {
          return Optional.of(sentence.substring(at, at + read.wordAt(at).length()));
        }
      }
      return Optional.empty();
    }

    private static boolean isPlain(Read read, int at) {
      int from = read.clauseStart(at);
      int to = read.clauseEnd(at);
      return read.marks.stream()
          .filter(mark -> mark.start >= from && mark.end <= to)
          .noneMatch(mark -> mark.is(Kind.DENIAL) || mark.is(Kind.UNDOES));
    }
  }

  /// Reads the lines that a sentence cites.
  public Source read(List<String> lines) {
    return new Source(lines);
  }

  /// The Latin words of a text that are long enough to be known again, by their place.
  private static Map<Integer, String> literals(Read read) {
    Map<Integer, String> found = new HashMap<>();
    for (int at = 0; at < read.text.length(); at++) {
      if (WordTable.isLatin(read.text.charAt(at)) && OpenWord.mayBegin(read.text, at)) {
        String word = read.wordAt(at);
        if (word.length() >= STEM) {
          found.put(at, family(word));
        }
      }
    }
    return found;
  }

  private static String family(String word) {
    return word.length() > STEM ? word.substring(0, STEM) : word;
  }

  private Read read(String text) {
    String folded = HanScript.simplify(text).toLowerCase(Locale.ROOT);
    List<Mark> marks = new ArrayList<>();
    int at = 0;
    while (at < folded.length()) {
      Optional<Mark> mark = OpenWord.mayBegin(folded, at) ? markAt(folded, at) : Optional.empty();
      mark.ifPresent(marks::add);
      at = mark.map(Mark::end).orElse(at + 1);
    }
    return new Read(folded, marks);
  }

  /// The longest word of the table there, with all that it may be.
  private Optional<Mark> markAt(String text, int at) {
    int longest = 0;
    Set<Kind> kinds = new HashSet<>();
    Set<String> things = new HashSet<>();
    for (Word word : words.getOrDefault(text.charAt(at), List.of())) {
      int end = word.word.end(text, at);
      if (end > longest) {
        longest = end;
        kinds.clear();
        things.clear();
      }
      if (end > 0 && end == longest) {
        kinds.add(word.kind);
        things.add(word.thing);
      }
    }
    things.remove("");
    return longest == 0 ? Optional.empty() : Optional.of(new Mark(at, longest, kinds, things));
  }
}
