package dev.assay.ingest.input;

import dev.assay.article.CanonicalAddress;
import dev.assay.article.Identity;
import dev.assay.article.RawDocument;
import dev.assay.source.archive.LinkLists;
import dev.assay.source.archive.Reference;
import dev.assay.source.archive.ReferenceLists;
import dev.assay.source.archive.SavedLink;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/// Turns lists of links and libraries of references into the documents that they name: files beside
/// the list, or pages of the web.
final class ListInputs {

  /// Files of a library's folder that are looked at to find those of its works.
  private static final int MOST_FILES = 200_000;

  /// Files without a name in the library that one work has at most.
  private static final int MOST_FILES_OF_ONE = 20;

  /// Letters of a title that a file's name must hold to be the work's.
  private static final int LEAST_TITLE = 16;

  private final Function<String, Stream<Given>> pages;
  private final Function<Path, Stream<Given>> files;
  private final InstantSource clock;

  /// @param pages what stands at an address
  /// @param files what a file holds
  ListInputs(
      Function<String, Stream<Given>> pages,
      Function<Path, Stream<Given>> files,
      InstantSource clock) {
    this.pages = pages;
    this.files = files;
    this.clock = clock;
  }

  /// The pages that a list of links names, each with when it was put by.
  Stream<Given> links(Identity list, byte[] bytes) {
    List<SavedLink> links = LinkLists.read(bytes);
    return links.isEmpty()
        ? Stream.of(new Given.Refused(list, "The list holds no http(s) address."))
        : OneByOne.flat(
            links.iterator(),
            link -> pages.apply(link.address().toString()).map(page -> with(page, words(link))));
  }

  private static Map<String, String> words(SavedLink link) {
    Map<String, String> words = new HashMap<>();
    words.put("feed-title", link.title());
    Instant added = link.addedAt();
    words.put(RawDocument.ADDED_AT, added == null ? "" : added.toString());
    return words;
  }

  /// The works of a library: the files that come with them, else their pages, else their abstracts.
  ///
  /// @param folder in which the library's files are looked for; null if there is none
  Stream<Given> references(Identity list, byte[] bytes, @Nullable Path folder) {
    List<Reference> works = ReferenceLists.read(bytes);
    if (works.isEmpty()) {
      return Stream.of(new Given.Refused(list, "The file holds no references (RIS, CSL-JSON)."));
    }
    Map<String, List<Path>> stored = folder == null ? Map.of() : stored(folder, works);
    return OneByOne.flat(works.iterator(), work -> work(work, folder, stored));
  }

  /// @param stored files by the titles that their names hold
  private Stream<Given> work(
      Reference work, @Nullable Path folder, Map<String, List<Path>> stored) {
    Map<String, String> words = words(work);
    List<Path> own = folder == null ? List.of() : files(work, folder, stored);
    if (!own.isEmpty()) {
      return OneByOne.flat(own.iterator(), files).map(given -> with(given, words));
    }
    Optional<URI> address = CanonicalAddress.of(work.address());
    if (address.isEmpty()) {
      return Stream.of(summary(work, "The reference has no file and no address.", words));
    }
    return pages
        .apply(address.get().toString())
        .map(
            given ->
                given instanceof Given.Refused(_, String reason)
                    ? summary(work, reason, words)
                    : with(given, words));
  }

  private static Map<String, String> words(Reference work) {
    Map<String, String> words = new HashMap<>();
    words.put(RawDocument.STATED_TITLE, work.title());
    words.put(RawDocument.STATED_AUTHORS, String.join("\n", work.authors()));
    words.put(RawDocument.STATED_PUBLISHED, work.published());
    words.put(RawDocument.STATED_SOURCE, work.publication());
    return words;
  }

  private static Given with(Given given, Map<String, String> words) {
    Map<String, String> said = new HashMap<>(words);
    said.values().removeIf(String::isEmpty);
    return given instanceof Given.Document(RawDocument document)
        ? new Given.Document(document.with(said))
        : given;
  }

  /// The abstract of a work whose text cannot be had.
  private Given summary(Reference work, String reason, Map<String, String> words) {
    Identity identity =
        CanonicalAddress.of(work.address())
            .<Identity>map(Identity.OfAddress::new)
            .orElseGet(
                () -> new Identity.OfExternal("references", work.key() + " " + work.title()));
    if (work.summary().isBlank()) {
      return new Given.Refused(identity, reason);
    }
    String html =
        "<!doctype html><meta charset=\"utf-8\"><title>%s</title><article><h1>%<s</h1><p>%s</p></article>"
            .formatted(Entities.escape(work.title()), Entities.escape(work.summary()));
    words.put(RawDocument.COMPLETENESS, "summary");
    return with(
        new Given.Document(
            new RawDocument(
                identity,
                CanonicalAddress.of(work.address()).orElse(null),
                RawDocument.HTML,
                html.getBytes(StandardCharsets.UTF_8),
                Map.of("content-type", "text/html; charset=utf-8"),
                clock.instant())),
        words);
  }

  /// The documents below the folders in which libraries keep files, by the beginnings of titles
  /// that their names hold. Each file is looked at once, however many works there are.
  private static Map<String, List<Path>> stored(Path folder, List<Reference> works) {
    Map<String, List<Path>> stored = new HashMap<>();
    works.forEach(work -> beginning(work).ifPresent(start -> stored.put(start, new ArrayList<>())));
    Set<Integer> lengths = stored.keySet().stream().map(String::length).collect(Collectors.toSet());
    for (Path file : stored.isEmpty() ? List.<Path>of() : documents(folder)) {
      String name = plain(FileKind.name(file));
      for (int length : lengths) {
        for (int i = 0; i + length <= name.length(); i++) {
          List<Path> files = stored.get(name.substring(i, i + length));
          if (files != null && files.size() < MOST_FILES_OF_ONE && !files.contains(file)) {
            files.add(file);
          }
        }
      }
    }
    return stored;
  }

  /// The beginning of a work's title as names of files have it; empty if it says too little.
  private static Optional<String> beginning(Reference work) {
    String title = plain(work.title());
    return title.length() < LEAST_TITLE
        ? Optional.empty()
        : Optional.of(title.substring(0, Math.min(title.length(), LEAST_TITLE * 2)));
  }

  /// All documents below the folders in which libraries keep files.
  private static List<Path> documents(Path folder) {
    List<Path> found = new ArrayList<>();
    for (String name : List.of("storage", "files")) {
      Path below = folder.resolve(name);
      if (Files.isDirectory(below)) {
        FolderWalk.of(below, file -> FileKind.of(file) == FileKind.DOCUMENT).files().stream()
            .limit(MOST_FILES)
            .forEach(found::add);
      }
    }
    return found;
  }

  /// Those that the work names, else those whose names begin as its title does; none outside of the
  /// folder.
  private static List<Path> files(Reference work, Path folder, Map<String, List<Path>> stored) {
    List<Path> named = work.files().stream().flatMap(file -> named(folder, file).stream()).toList();
    return named.isEmpty()
        ? beginning(work).map(start -> stored.getOrDefault(start, List.of())).orElse(List.of())
        : named;
  }

  private static Optional<Path> named(Path folder, String file) {
    try {
      Path path = folder.resolve(file.replaceFirst("^file:/*", "/")).normalize();
      return path.startsWith(folder)
              && Files.isRegularFile(path)
              && !FolderWalk.leadsOut(path, folder)
          ? Optional.of(path)
          : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }
}
