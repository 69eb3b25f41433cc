package dev.assay.article;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Any text is an address or none, and what is one is its own canonical spelling; any text is a
/// language's tag. In a build on the kept inputs only; with `JAZZER_FUZZ=1 mvn test
/// -Dtest=AddressFuzzTest#address -Djazzer.max_duration=1h` one of them searches for new ones.
class AddressFuzzTest {

  @FuzzTest(maxDuration = "2m")
  void address(byte[] bytes) {
    Optional<URI> address = CanonicalAddress.of(new String(bytes, StandardCharsets.UTF_8));
    if (address.isPresent() && !CanonicalAddress.of(address.get()).equals(address)) {
      throw new AssertionError("not its own canonical spelling: " + address.get());
    }
  }

  @FuzzTest(maxDuration = "2m")
  void language(byte[] bytes) {
    Language once = Language.parse(new String(bytes, StandardCharsets.UTF_8));
    if (!Language.parse(once.tag()).equals(once)) {
      throw new AssertionError("not its own tag: " + once);
    }
  }
}
