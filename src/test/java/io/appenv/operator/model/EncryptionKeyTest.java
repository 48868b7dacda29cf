package io.appenv.operator.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncryptionKeyTest {

  private static final String USED = "arn:aws:kms:ap-northeast-1:123456789012:key/0a1b";

  @ParameterizedTest
  @CsvSource({
    "0a1b, false",
    "arn:aws:kms:ap-northeast-1:123456789012:key/0a1b, false",
    "0a1c, true",
    "arn:aws:kms:ap-northeast-1:123456789012:key/0a1c, true",
    // Which key it stands for, only KMS knows.
    "alias/shop, false",
    "arn:aws:kms:ap-northeast-1:123456789012:alias/shop, false",
  })
  void aKeyIsToldByItsId(String wanted, boolean isOther) {
    assertThat(EncryptionKey.isOther(wanted, USED)).isEqualTo(isOther);
  }

  @ParameterizedTest
  @CsvSource({"0a1b, true", "alias/shop, false"})
  void noKeyIsAnotherOne(String wanted, boolean isOther) {
    assertThat(EncryptionKey.isOther(wanted, "")).isEqualTo(isOther);
  }
}
