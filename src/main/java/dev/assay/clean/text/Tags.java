package dev.assay.clean.text;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What each HTML element is to the walk.
public final class Tags {

  /// The part an element plays; one that is not listed is inline.
  public enum Role {
    /// Its text is no part of the page's text.
    SKIP,
    /// Page furniture by its meaning.
    FURNITURE,
    BLOCK,
    PARAGRAPH,
    HEADING,
    ITEM,
    QUOTE,
    CAPTION,
    TABLE,
    ROW,
    CELL,
    BREAK,
    RULE,
    LINK,
    BOLD,
    META,
    INLINE
  }

  private static final Map<String, Role> ROLES = roles();

  private Tags() {}

  private static Map<String, Role> roles() {
    Map<String, Role> roles = new HashMap<>();
    put(
        roles,
        Role.SKIP,
        "script style template svg math iframe object embed canvas video audio select"
            + " option button input textarea datalist progress meter map applet frame frameset"
            + " noframes param source track head rp rt amp-ad amp-analytics amp-iframe amp-sidebar");
    put(roles, Role.FURNITURE, "nav footer aside menu dialog");
    put(
        roles,
        Role.BLOCK,
        "html body div section article main header form fieldset center address ul ol dl details"
            + " figure hgroup noscript summary legend caption dir picture amp-story search");
    put(roles, Role.PARAGRAPH, "p pre dt listing plaintext xmp");
    put(roles, Role.HEADING, "h1 h2 h3 h4 h5 h6");
    put(roles, Role.ITEM, "li dd");
    put(roles, Role.QUOTE, "blockquote");
    put(roles, Role.CAPTION, "figcaption");
    put(roles, Role.TABLE, "table");
    put(roles, Role.ROW, "tr tbody thead tfoot");
    put(roles, Role.CELL, "td th");
    put(roles, Role.BREAK, "br");
    put(roles, Role.RULE, "hr");
    put(roles, Role.LINK, "a");
    put(roles, Role.BOLD, "b strong");
    put(roles, Role.META, "meta link title base");
    return Collections.unmodifiableMap(roles);
  }

  private static void put(Map<String, Role> roles, Role role, String names) {
    List.of(names.split(" ")).forEach(name -> roles.put(name, role));
  }

  public static Role of(String name) {
    Role role = ROLES.get(name);
    if (role != null) {
      return role;
    }
    return name.indexOf('-') > 0 ? Role.BLOCK : Role.INLINE;
  }
}
