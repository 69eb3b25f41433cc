package dev.assay.store;

import java.nio.file.Path;

/// Another process has the data folder open to write.
public final class FolderTaken extends StoreException {

  private static final long serialVersionUID = 1;

  FolderTaken(Path folder) {
    super(
        "Another assay process is writing to %s. Wait until it ends, stop it, or name another folder with --data DIR."
            .formatted(folder));
  }
}
