package dev.assay.access;

import dev.assay.article.ReaderId;
import io.javalin.http.Context;

/// Who a request comes from.
///
/// @param reader under whom is kept what they read, star and note
/// @param role what they may do
/// @param formToken what forms on the pages they are shown must send back as `csrf`; empty where
///   nobody asks for one
public record Visitor(ReaderId reader, Role role, String formToken) {

  private static final String ATTRIBUTE = Visitor.class.getName();

  /// Whoever sits at a desk without accounts.
  static Visitor local(String formToken) {
    return new Visitor(ReaderId.LOCAL, Role.ADMIN, formToken);
  }

  /// Whom the guard let in; the local reader where there is no guard.
  public static Visitor of(Context context) {
    Visitor visitor = context.attribute(ATTRIBUTE);
    return visitor == null ? local("") : visitor;
  }

  void enter(Context context) {
    context.attribute(ATTRIBUTE, this);
  }
}
