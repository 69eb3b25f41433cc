package dev.assay.api.account;

import dev.assay.access.AuditLine;
import dev.assay.api.ListPage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The published JSON of the audit.
public final class AuditShapes {

  private AuditShapes() {}

  /// One thing that was done.
  public record AuditEntry(
      String id, String at, String who, String what, String target, String address) {
    static AuditEntry of(AuditLine line) {
      return new AuditEntry(
          Long.toString(line.id()),
          line.at().toString(),
          line.who(),
          line.what(),
          line.target(),
          line.address());
    }
  }

  /// A page of the audit.
  public record AuditPage(List<AuditEntry> entries, @Nullable String next_token) {
    static AuditPage of(ListPage<AuditLine> page) {
      return new AuditPage(page.items().stream().map(AuditEntry::of).toList(), page.next());
    }
  }
}
