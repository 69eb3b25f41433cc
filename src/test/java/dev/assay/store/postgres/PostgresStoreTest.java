package dev.assay.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.article.ArticleId;
import dev.assay.store.FolderTaken;
import dev.assay.store.PostgresServer;
import dev.assay.store.Store;
import dev.assay.store.StoreException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is said of a PostgreSQL database alone.
final class PostgresStoreTest {

  @TempDir private Path folder;

  private final PostgresServer server = PostgresServer.shared();

  @Test
  void saysWhatToDoWhenThereIsNothingToRead() {
    server.run("create database empty_one");

    assertThatThrownBy(() -> PostgresStore.openToRead(server.named("empty_one"), folder))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("assay import");
  }

  @Test
  void saysThatADatabaseMustBeMade() {
    assertThatThrownBy(() -> PostgresStore.openToWrite(server.named("none"), folder))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("createdb");
  }

  @Test
  void saysThatNobodyAnswers() {
    PostgresAddress nobody = PostgresAddress.parse("postgres://who:secret@127.0.0.1:9/desk");

    assertThatThrownBy(() -> PostgresStore.openToWrite(nobody, folder))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("postgres://who@127.0.0.1:9/desk cannot be reached")
        .hasMessageNotContaining("secret");
  }

  @Test
  void connectsAnewAfterItsConnectionWasEnded() {
    try (Store store = PostgresStore.openToWrite(server.address(folder), folder)) {
      store.change(PostgresStoreTest::dismiss);
      server.run(
          "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()");

      assertThatThrownBy(() -> store.change(PostgresStoreTest::dismiss))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("What was acknowledged is kept");
      store.change(PostgresStoreTest::dismiss);

      assertThatThrownBy(() -> PostgresStore.openToWrite(server.address(folder), folder))
          .as("the lock was taken again")
          .isInstanceOf(FolderTaken.class);
    }
  }

  private static void dismiss(dev.assay.store.Session session) {
    session.names().dismiss("磁材", Instant.EPOCH);
  }

  @Test
  void writesBesideTheOneThatDecides() {
    try (Store deciding = PostgresStore.openToWrite(server.address(folder), folder);
        Store beside = PostgresStore.openBeside(server.address(folder), folder)) {
      beside.change(PostgresStoreTest::dismiss);

      assertThat(deciding.<Integer>read(session -> session.names().dismissed().size())).isOne();
    }
  }

  @Test
  void refusesToWriteWhereItReads() {
    PostgresStore.openToWrite(server.address(folder), folder).close();
    try (Store store = PostgresStore.openToRead(server.address(folder), folder)) {
      assertThatThrownBy(() -> store.read(session -> session.articles().delete(new ArticleId(1))))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("takes no writes");
      assertThat(store.integrityProblems()).isEqualTo(List.of());
    }
  }

  @Test
  void readsAddressesAsOthersWriteThem() {
    PostgresAddress address =
        PostgresAddress.parse("postgresql://an%40a:p%3Aw@db1:5432,db2/desk?sslmode=require");

    assertThat(address.jdbc()).isEqualTo("jdbc:postgresql://db1:5432,db2/desk?sslmode=require");
    assertThat(address.user()).isEqualTo("an@a");
    assertThat(address.password()).isEqualTo("p:w");
    assertThat(address.shown()).isEqualTo("postgres://an%40a@db1:5432,db2/desk");
    assertThatThrownBy(() -> PostgresAddress.parse("postgres://db1"))
        .hasMessageContaining("postgres://USER@HOST:PORT/DATABASE");
  }
}
