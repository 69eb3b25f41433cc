package dev.assay.analyze.name;

import dev.assay.lexicon.Folding;
import dev.assay.lexicon.HanScript;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Tells a relative from the person: where an article says 纳兹尔的父亲萨菲·纳兹尔 or `Isherwood's sister
/// Veronica Isherwood`, or 他的父亲萨菲·纳兹尔 behind somebody else called 纳兹尔, the last name alone is not
/// the relative's.
final class Kin {

  private static final String HAN = "的?(?:" + words("relative", true) + ")";

  private static final String LATIN =
      " (?:(?:%s)[ -])?(?:%s),? "
          .formatted(words("relative-before", false), words("relative", false));

  private static final Pattern RELATIVE = Pattern.compile("之?" + HAN + "|(?:['’]s?)?" + LATIN);

  /// 他的叔叔, `her younger brother`: a relative of whom the sentence is about.
  private static final Pattern OF_SOMEBODY =
      Pattern.compile("(?:[他她其]" + HAN + "|\\b(?:his|her|their)" + LATIN + ")$");

  private static final int LOOKED_AT = 60;

  private final List<String> blocks;

  Kin(List<String> blocks) {
    this.blocks = blocks;
  }

  private static String words(String kind, boolean han) {
    return NameRecogniser.shipped().words().of(kind).stream()
        .filter(word -> HanScript.isHan(word.charAt(0)) == han)
        .collect(Collectors.joining("|"));
  }

  /// Whether a name is said to be of a relative of who is called `form`.
  ///
  /// @param form in folded letters
  /// @param full where the longer name stands
  boolean isOf(String form, List<ReadName> full) {
    return full.stream()
        .filter(name -> name.kind() == NameKind.PERSON)
        .anyMatch(name -> isOf(form, name));
  }

  private boolean isOf(String form, ReadName full) {
    int from = Math.max(0, full.start() - LOOKED_AT);
    String before = folded(full.block(), from, full.start());
    int at = before.lastIndexOf(form);
    return OF_SOMEBODY.matcher(before).find() && isOfAnotherBefore(form, full)
        || at >= 0
            && RELATIVE.matcher(before).region(at + form.length(), before.length()).matches();
  }

  /// Whether the form stands before the longer name, alone or in the name of somebody else.
  private boolean isOfAnotherBefore(String form, ReadName full) {
    String name = folded(full.block(), full.start(), full.end());
    Pattern whole = Pattern.compile("(?<!\\p{IsLatin})" + Pattern.quote(form) + "(?!\\p{IsLatin})");
    return IntStream.rangeClosed(0, full.block())
        .mapToObj(i -> folded(i, 0, i < full.block() ? blocks.get(i).length() : full.start()))
        .anyMatch(text -> whole.matcher(text.replace(name, "")).find());
  }

  private String folded(int block, int from, int to) {
    return new String(Folding.fold(blocks.get(block).substring(from, to)));
  }
}
