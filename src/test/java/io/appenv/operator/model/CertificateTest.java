package io.appenv.operator.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateTest {

  /** RFC 6125, 6.4.3: a wildcard stands for the whole left-most label, and for no more. */
  @ParameterizedTest
  @CsvSource({
    "shop.example.com, shop.example.com, true",
    "SHOP.example.com, shop.example.com, true",
    "example.com, shop.example.com, false",
    "*.example.com, shop.example.com, true",
    "*.example.com, a.shop.example.com, false",
    "*.example.com, example.com, false",
    "*.com, example.com, true",
    "xshop.example.com, shop.example.com, false"
  })
  void aNameCoversAHost(String name, String host, boolean covers) {
    var certificate =
        new Certificate("arn", List.of(name), "ISSUED", Optional.empty(), Optional.empty());

    assertThat(certificate.covers(host)).isEqualTo(covers);
  }
}
