package dev.assay.brief.vet;

import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import dev.assay.lexicon.OpenWord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the words of `lexicon/vetting-cues.tsv` in a text. Immutable; safe for use by many
/// threads.
final class Cues {

  /// Stands before a character that counts only where it is a word by itself: `=会`.
  private static final String WHOLE = "=";

  private final Map<Character, List<Word>> words = new HashMap<>();

  private record Word(OpenWord word, boolean whole, Cue.Kind kind) {
    static Word of(String written, Cue.Kind kind) {
      boolean whole = written.startsWith(WHOLE);
      return new Word(OpenWord.of(whole ? written.substring(1) : written), whole, kind);
    }

    int end(String text, int at, CutText cut) {
      int end = word.end(text, at);
      return end > 0 && whole && !cut.isWord(at, end) ? 0 : end;
    }
  }

  Cues(Lexicon lexicon) {
    for (LexiconFile.Row row : lexicon.table("vetting-cues.tsv").rows()) {
      Cue.Kind kind = new Cue.Kind(row.cell(0));
      for (String word : row.cell(1).split(" +")) {
        add(Word.of(word, kind));
      }
      for (String word : row.cell(2).split(", *")) {
        add(Word.of(word, kind));
      }
    }
  }

  private void add(Word word) {
    String text = word.word.text();
    if (!text.isEmpty()) {
      words.computeIfAbsent(text.charAt(0), _ -> new ArrayList<>()).add(word);
    }
  }

  /// The cues of a text in small letters and simplified characters, in order; at each place the
  /// longest, a whole word before the begin of one, with all that it may be.
  ///
  /// @param cut the same text, whose places are the same
  List<Cue> in(String text, CutText cut) {
    List<Cue> cues = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      Cue cue = OpenWord.mayBegin(text, at) ? at(text, at, cut) : null;
      if (cue != null && !cue.is(Cue.Kind.NONE)) {
        cues.add(cue);
      }
      at = cue == null ? at + 1 : cue.end();
    }
    return cues;
  }

  private @Nullable Cue at(String text, int at, CutText cut) {
    int longest = 0;
    boolean open = false;
    Set<Cue.Kind> kinds = new LinkedHashSet<>();
    for (Word word : words.getOrDefault(text.charAt(at), List.of())) {
      int end = word.end(text, at, cut);
      boolean better = end > longest || end == longest && open && !word.word.open();
      if (end > 0 && better) {
        longest = end;
        open = word.word.open();
        kinds.clear();
      }
      if (end > 0 && end == longest && open == word.word.open()) {
        kinds.add(word.kind);
      }
    }
    return longest == 0 ? null : new Cue(at, longest, kinds);
  }
}
