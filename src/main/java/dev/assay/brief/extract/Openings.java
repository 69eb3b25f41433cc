package dev.assay.brief.extract;

import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the first words of a sentence say about taking it out of its text.
final class Openings {

  /// What to do with a sentence that begins so.
  enum Rule {
    KEEP,
    /// Keep, but prefer others.
    WEAK,
    DROP,
    /// Points to the sentence before, and stands only behind it.
    BEHIND,
    STRIP,
    /// Strip before a comma, else drop.
    COMMA,
    /// Strip before a comma, else keep.
    COMMA_OR_KEEP
  }

  /// What else the list says of single words.
  enum Mark {
    /// After `the` and a noun: says which one it is.
    GOES_ON,
    /// There is but one that `the` and this noun can mean.
    UNIQUE,
    /// A Chinese noun that, at the head of a sentence, was named before.
    DEFINITE,
    /// Opens an adverbial, which at the head of a sentence ends at its comma.
    ADVERBIAL,
    /// Stands before where, when or whereby something happens, which is not what it is about.
    ASIDE,
    /// Stands between a Chinese subject and its verb.
    ASPECT,
    /// Says how something is done, though a noun or verb by its form.
    MANNER,
    /// Stands before a noun and behind a verb (`the`, `our`).
    ARTICLE,
    /// Tells that somebody said something.
    REPORT,
    /// Makes a sentence somebody's opinion (`should`).
    OPINION,
    /// Turns from what was said before, or to somebody else (但, 文章).
    TURNS,
    /// Stands before the last of a list.
    JOINS,
    /// Before the first comma: a sentence before tells of what (则).
    BACK,
    /// Stands before examples (`including`).
    EXAMPLE,
    /// A noun that before `to` is a verb (`plan`).
    INTENT,
    /// What a document calls itself (`this order`).
    ITSELF,
    /// Makes a sentence of a law an order (`shall`).
    ORDERS,
    /// Who speaks for others by his office (发言人).
    OFFICE,
    /// Opens a clause that tells what came before the news (`Since`).
    BACKGROUND,
    /// Leads a talk and tells nothing of his own (`moderator`).
    LEADER,
    /// Says in a heading what can be said of everything (`future`).
    SLOGAN,
    /// Says that something was said before (`also`, 还).
    FURTHER,
    /// Who speaks, or is spoken to (`we`, 我们).
    TALKER,
    /// Who is spoken to (`your`, 您).
    ADDRESSED,
    /// A Chinese word that says something of what stands before it, though no verb by its form.
    PREDICATE,
    /// An English verb by itself, whatever its form (`has`).
    FINITE,
    /// With it the main clause goes on behind a clause within it (`will`).
    MAIN_VERB,
    /// Somebody named before (`they`, 他们).
    PERSON,
    /// Points to something named before (`these`).
    POINTER,
    /// A number word that counts what was named before (`the two`).
    FEW,
    /// A short form that needs no opening (`GDP`).
    KNOWN,
    /// Tells something done by saying so, or an act of the day (`signed`, 起诉).
    DEED
  }

  private static final Set<String> MARKS =
      Stream.of(Mark.values()).map(Mark::name).collect(Collectors.toUnmodifiableSet());

  private static final int LONGEST = 4;

  private final Map<String, Rule> rules = new HashMap<>();
  private final Map<Mark, Set<String>> marks = new EnumMap<>(Mark.class);

  Openings(String file) {
    for (LexiconFile.Row row : Lexicon.shipped().table(file).rows()) {
      String kind = row.cell(1).toUpperCase(Locale.ROOT).replace('-', '_');
      if (MARKS.contains(kind)) {
        marks.computeIfAbsent(Mark.valueOf(kind), _ -> new HashSet<>()).add(row.cell(0));
      } else {
        rules.put(row.cell(0), Rule.valueOf(kind));
      }
    }
  }

  /// Whether the list says this of `word`.
  boolean is(Mark mark, String word) {
    return marks.getOrDefault(mark, Set.of()).contains(word);
  }

  /// How the longest listed opening among the first tokens ends.
  ///
  /// @param end index after its last token; where it began, if none is listed
  record Opening(Rule rule, int end) {}

  Opening of(ParagraphWords words, int from, int to) {
    Opening found = new Opening(Rule.KEEP, from);
    StringBuilder text = new StringBuilder();
    for (int i = from; i < Math.min(to, from + LONGEST); i++) {
      if (words.token(i).role() == Token.Role.BREAK) {
        break;
      }
      text.append(text.isEmpty() ? "" : words.gap()).append(words.written(i));
      Rule rule = rule(text.toString());
      if (rule != null) {
        found = new Opening(rule, i + 1);
      }
    }
    return found;
  }

  /// A contraction goes by its first word: `he'll` by `he`.
  private @Nullable Rule rule(String opening) {
    Rule rule = rules.get(opening);
    int apostrophe = opening.indexOf('\'');
    return rule != null || apostrophe < 0 ? rule : rules.get(opening.substring(0, apostrophe));
  }
}
