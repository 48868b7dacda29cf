package io.appenv.operator.sandbox.emulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.wire.Answer;
import io.appenv.operator.sandbox.wire.Call;
import io.appenv.operator.sandbox.wire.Request;
import io.appenv.operator.sandbox.wire.Wire;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PagesTest {

  private final Pages pages = new Pages();

  @Test
  void everyEntryIsOnExactlyOnePage() throws IOException {
    var entries = List.of("<A>1</A>", "<A>2</A>", "<A>3</A>", "<A>4</A>", "<A>5</A>");
    var first = pages.first(exchange("2", ""), "As", entries);
    var second = pages.next(exchange("2", marker(first)), "As");
    var third = pages.next(exchange("2", marker(second)), "As");
    assertThat(values(first)).containsExactly("1", "2");
    assertThat(values(second)).containsExactly("3", "4");
    assertThat(values(third)).containsExactly("5");
    assertThat(marker(third)).isEmpty();
    assertThat(pages.next(exchange("2", marker(first)), "As").text()).contains("<A>3</A>");
  }

  @Test
  void aFullLastPageHasNoMarker() throws IOException {
    assertThat(marker(pages.first(exchange("1", ""), "As", List.of("<A>1</A>")))).isEmpty();
    assertThat(marker(pages.first(exchange("1", ""), "As", List.of()))).isEmpty();
  }

  @Test
  void anUnknownMarkerIsRefused() {
    assertThat(pages.next(exchange("2", "nobody.3"), "As").status()).isEqualTo(400);
  }

  private static List<String> values(Answer page) throws IOException {
    return Item.parse(page.text()).all("A").stream().map(Item::text).toList();
  }

  private static String marker(Answer page) throws IOException {
    return Item.parse(page.text()).all("Marker").stream().map(Item::text).findFirst().orElse("");
  }

  private static Exchange exchange(String size, String marker) {
    var parameters = new HashMap<>(Map.of("MaxRecords", size));
    parameters.put("Marker", marker);
    var call = new Call(1, Wire.AWS, "rds", "ap-northeast-1", "DescribeAs", "", parameters, false);
    return new Exchange(
        call,
        new Request("POST", "/", Map.of(), new byte[0]),
        request -> {
          throw new IOException("The emulator is not asked.");
        });
  }
}
