package dev.assay.web;

import dev.assay.access.Visitor;
import dev.assay.access.guard.RouteTable;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/// What somebody may send from the page that they see. Used by one thread.
///
/// @param token that forms send back; empty where nobody asks for one
/// @param rights whether a form that is sent to a path would be taken from them
record FormRights(String token, Predicate<String> rights) {

  private static final RouteTable ROUTES = RouteTable.shipped();

  /// Of a page that is shown to nobody in particular.
  static final FormRights ALL = new FormRights("", _ -> true);

  static FormRights of(Visitor visitor) {
    Map<String, Boolean> known = new HashMap<>(); // a page has many forms for few paths
    return new FormRights(
        visitor.formToken(), path -> known.computeIfAbsent(path, each -> may(visitor, each)));
  }

  private static boolean may(Visitor visitor, String path) {
    return ROUTES
        .answering("POST", path)
        .map(route -> visitor.may(route.scope(), route.role()))
        .orElse(true);
  }

  /// @param action where a form is sent; what stands behind `?` says nothing
  boolean maySendTo(String action) {
    return rights.test(action.replaceFirst("[?#].*", ""));
  }
}
