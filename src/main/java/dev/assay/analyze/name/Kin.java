package dev.assay.analyze.name;

import dev.assay.lexicon.Folding;
import java.util.List;
import java.util.regex.Pattern;

/// Tells a relative from the person: where an article says 纳兹尔的父亲萨菲·纳兹尔 or `Isherwood's sister
/// Veronica Isherwood`, or 他的父亲萨菲·纳兹尔, the last name alone is not the relative's.
final class Kin {

  private static final String HAN =
      "的?(?:父亲|母亲|妻子|丈夫|儿子|女儿|长子|次子|长女|次女|哥哥|弟弟|姐姐|妹妹|兄弟|姐妹|遗孀|叔叔|侄子|祖父|孙子"
          + "|父|母|妻|夫|兄|弟|姐|妹|子|女)";

  private static final String LATIN =
      " (?:late |elder |older |younger |former |ex-|twin )?"
          + "(?:father|mother|wife|husband|son|daughter|brother|sister|widow|uncle|aunt|cousin"
          + "|nephew|niece|grandfather|grandson|granddaughter),? ";

  private static final Pattern RELATIVE = Pattern.compile("之?" + HAN + "|(?:['’]s?)?" + LATIN);

  /// 他的叔叔, `her younger brother`: a relative of whom the sentence is about.
  private static final Pattern OF_SOMEBODY =
      Pattern.compile("(?:[他她其]" + HAN + "|\\b(?:his|her|their)" + LATIN + ")$");

  private static final int LOOKED_AT = 60;

  private final List<String> blocks;

  Kin(List<String> blocks) {
    this.blocks = blocks;
  }

  /// Whether a name is said to be of a relative of who is called `form`.
  ///
  /// @param form in folded letters
  /// @param full where the longer name stands
  boolean isOf(String form, List<ReadName> full) {
    return full.stream().anyMatch(name -> isOf(form, name));
  }

  private boolean isOf(String form, ReadName full) {
    int from = Math.max(0, full.start() - LOOKED_AT);
    String before =
        new String(Folding.fold(blocks.get(full.block()).substring(from, full.start())));
    int at = before.lastIndexOf(form);
    if (full.kind() != NameKind.PERSON) {
      return false;
    }
    return OF_SOMEBODY.matcher(before).find()
        || at >= 0
            && RELATIVE.matcher(before).region(at + form.length(), before.length()).matches();
  }
}
