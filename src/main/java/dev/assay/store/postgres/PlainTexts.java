package dev.assay.store.postgres;

import java.sql.Types;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/// Texts as PostgreSQL takes them: without NUL, which is in no text that anybody reads, but may be
/// in a name or an address that somebody made up.
final class PlainTexts extends AbstractArgumentFactory<String> {

  private static final String NUL = "\0";

  PlainTexts() {
    super(Types.VARCHAR);
  }

  @Override
  protected Argument build(String text, ConfigRegistry registry) {
    String plain = text.contains(NUL) ? text.replace(NUL, "") : text;
    return (place, statement, _) -> statement.setString(place, plain);
  }
}
