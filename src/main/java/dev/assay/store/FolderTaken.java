package dev.assay.store;

/// Another process has the desk open to write.
public final class FolderTaken extends StoreException {

  private static final long serialVersionUID = 1;

  /// Says which desk it is.
  ///
  /// @param place the data folder, or the database
  public FolderTaken(String place) {
    super(
        "Another assay process is writing to %s. Wait until it ends, stop it, or name another folder with --data DIR."
            .formatted(place));
  }
}
