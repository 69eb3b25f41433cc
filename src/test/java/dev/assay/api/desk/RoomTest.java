package dev.assay.api.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.ReaderId;
import org.junit.jupiter.api.Test;

/// Who may listen, and who not.
final class RoomTest {

  private static final ReaderId ANA = new ReaderId("ana");
  private static final ReaderId BO = new ReaderId("bo");

  @Test
  void oneReaderLeavesRoomForTheOthers() {
    Room room = new Room(3, 2);
    assertThat(room.takes(ANA)).isTrue();
    assertThat(room.takes(ANA)).isTrue();

    assertThat(room.takes(ANA)).isFalse();
    assertThat(room.takes(BO)).isTrue();
    assertThat(room.takes(BO)).isFalse(); // nobody else has room either

    room.leave(ANA);
    assertThat(room.takes(BO)).isTrue();
  }
}
