package dev.assay.follow;

import dev.assay.source.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has the system tell when something changes in folders that are followed, so that they need not
/// be looked through all the time. Where it cannot (a network drive, too many folders) they are.
/// Safe for use by many threads.
final class FolderWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

  /// A file counts when it stood still for two seconds.
  private static final Duration STILL = Duration.ofMillis(2_500);

  private static final int MOST_FOLDERS = 5_000;

  private final IntConsumer changed;
  private final Map<WatchKey, Integer> keys = new ConcurrentHashMap<>();
  private final Set<Integer> watched = ConcurrentHashMap.newKeySet();
  private volatile @Nullable WatchService service;

  /// @param changed is told in which source something changed
  FolderWatch(IntConsumer changed) {
    this.changed = changed;
  }

  /// Whether the system tells of changes of this folder.
  boolean isOn(Source source) {
    return watched.contains(source.id());
  }

  void start() {
    try {
      WatchService started = FileSystems.getDefault().newWatchService();
      service = started;
      Thread.ofPlatform().daemon().name("folders").start(() -> run(started));
    } catch (IOException | UnsupportedOperationException e) {
      LOG.info("folders are looked through, since the system does not tell of changes", e);
    }
  }

  /// Watches these, and no others any more.
  void watch(List<Source> folders) {
    WatchService started = service;
    if (started == null) {
      return;
    }
    Set<Integer> wanted = ConcurrentHashMap.newKeySet();
    folders.forEach(folder -> wanted.add(folder.id()));
    keys.entrySet()
        .removeIf(
            entry -> {
              boolean gone = !wanted.contains(entry.getValue());
              if (gone) {
                entry.getKey().cancel();
              }
              return gone;
            });
    watched.retainAll(wanted);
    for (Source folder : folders) {
      if (!watched.contains(folder.id())
          && register(started, Path.of(folder.address()), folder.id())) {
        watched.add(folder.id());
      }
    }
  }

  /// A folder with all below it.
  private boolean register(WatchService started, Path folder, int id) {
    try (Stream<Path> below = Files.walk(folder)) {
      for (Path each : below.filter(Files::isDirectory).toList()) {
        if (keys.size() >= MOST_FOLDERS) {
          return false;
        }
        keys.put(
            each.register(
                started,
                StandardWatchEventKinds.ENTRY_CREATE,
                StandardWatchEventKinds.ENTRY_MODIFY),
            id);
      }
      return true;
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }

  private void run(WatchService started) {
    try {
      while (true) {
        WatchKey key = started.take();
        Thread.sleep(STILL);
        Integer id = keys.get(key);
        boolean folders =
            key.pollEvents().stream()
                .anyMatch(
                    event ->
                        event.context() instanceof Path name
                            && key.watchable() instanceof Path folder
                            && Files.isDirectory(folder.resolve(name)));
        boolean there = key.reset();
        if (id != null) {
          if (folders || !there) {
            watched.remove(id); // looked through until all of it is watched again
          }
          changed.accept(id);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ClosedWatchServiceException e) {
      return; // the server ends
    }
  }

  @Override
  public void close() {
    WatchService started = service;
    if (started != null) {
      try {
        started.close();
      } catch (IOException e) {
        LOG.debug("folders are no longer watched", e);
      }
    }
  }
}
