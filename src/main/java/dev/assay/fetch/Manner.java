package dev.assay.fetch;

import dev.assay.source.Source;
import dev.assay.source.SourceSettings;
import dev.assay.source.SourceSettings.Certificates;
import java.util.List;

/// How the requests for one source are made, where its owner wants it otherwise.
///
/// @param userAgent who asks; empty: as for all
/// @param proxy a name of [FetchSettings#proxies]; empty: none
public record Manner(
    String userAgent, String proxy, Certificates certificates, List<Credential> credentials) {

  public static final Manner PLAIN = new Manner("", "", Certificates.CHECKED, List.of());

  public Manner {
    credentials = List.copyOf(credentials);
  }

  public static Manner of(Source source, Secrets secrets) {
    SourceSettings settings = source.settings();
    return new Manner(
        settings.userAgent(), settings.proxy(), settings.certificates(), secrets.of(source));
  }
}
