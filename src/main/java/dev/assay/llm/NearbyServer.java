package dev.assay.llm;

import java.net.URI;
import java.util.List;

/// A server of language models that was found on this machine.
///
/// @param address the base address that [ModelSettings] take
/// @param models the names of what it has, as it writes them
public record NearbyServer(Provider provider, URI address, List<String> models) {

  public NearbyServer {
    models = List.copyOf(models);
  }
}
