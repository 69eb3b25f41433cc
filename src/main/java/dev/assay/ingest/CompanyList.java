package dev.assay.ingest;

import dev.assay.article.ExpectedFailure;
import dev.assay.fetch.FetchResult;
import dev.assay.fetch.Fetcher;
import dev.assay.ingest.input.Inputs;
import dev.assay.lexicon.ListedCompanies;
import dev.assay.lexicon.Names;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/// The listed companies of one data folder: from the address that its settings name, or from a
/// file.
public final class CompanyList {

  private final Path data;
  private final URI address;
  private final Supplier<Fetcher> fetcher;
  private final Supplier<Names> known;

  /// @param address where the list is fetched from
  /// @param known the names that the program ships
  public CompanyList(Path data, URI address, Supplier<Fetcher> fetcher, Supplier<Names> known) {
    this.data = data;
    this.address = address;
    this.fetcher = fetcher;
    this.known = known;
  }

  /// Where the list is fetched from.
  public URI address() {
    return address;
  }

  /// How many companies the folder has.
  public int size() {
    try {
      return ListedCompanies.in(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Fetches the list and takes its companies into the folder.
  ///
  /// @return how many there are
  /// @throws ExpectedFailure if it cannot be had, or is no such list
  public int fetch() {
    return switch (fetcher.get().fetch(address)) {
      case FetchResult.Fetched(var document, _) -> add(document.bytes());
      case FetchResult.Refused(_, _, String reason) -> throw notFetched(reason);
      case FetchResult.Failed(_, _, _, String reason, _) -> throw notFetched(reason);
      case FetchResult.NotModified _ -> throw notFetched("it was not asked for anew");
    };
  }

  /// Takes the companies of a list that was downloaded before.
  public int add(Path file) {
    try {
      if (Files.size(file) > Inputs.MAX_FILE_BYTES) {
        throw new ExpectedFailure("%s is too large for a list of companies.".formatted(file));
      }
      return add(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new ExpectedFailure("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  private int add(byte[] list) {
    try {
      return ListedCompanies.add(list, data, known.get());
    } catch (IllegalArgumentException e) {
      throw new ExpectedFailure(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ExpectedFailure notFetched(String reason) {
    return new ExpectedFailure(
        "%s could not be fetched: %s Download it yourself and run: assay companies add FILE"
            .formatted(address, reason));
  }
}
