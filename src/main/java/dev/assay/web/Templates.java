package dev.assay.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/// The templates of `src/main/jte`, compiled with the program. Safe for use by many threads.
final class Templates {

  private static final ScopedValue<FormRights> RIGHTS = ScopedValue.newInstance();

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Templates.class.getClassLoader(), "dev.assay.web.templates");

  Templates() {
    engine.setHtmlInterceptor(new FormTags(() -> RIGHTS.orElse(FormRights.ALL)));
  }

  /// The same as a page that is seen by somebody with these rights.
  String render(String name, Map<String, Object> parameters, FormRights rights) {
    return ScopedValue.where(RIGHTS, rights).call(() -> render(name, parameters));
  }

  /// The HTML that template `name` makes of its parameters.
  String render(String name, Map<String, Object> parameters) {
    StringOutput output = new StringOutput();
    engine.render(name + ".jte", parameters, output);
    return output.toString();
  }
}
