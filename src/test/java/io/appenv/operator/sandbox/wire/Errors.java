package io.appenv.operator.sandbox.wire;

import java.util.UUID;

/** Errors in the form in which each service sends them. */
public final class Errors {

  private Errors() {}

  /**
   * EC2 and S3 have forms of their own, ACM that of the JSON protocol; the others share that of the
   * query protocol.
   */
  public static Answer aws(Call call, int status, String code, String message) {
    var id = UUID.randomUUID();
    if (call.service().equals("acm")) {
      return Answer.of(
          status,
          "application/x-amz-json-1.1",
          "{\"__type\":\"%s\",\"message\":\"%s\"}".formatted(code, message));
    }
    var form =
        switch (call.service()) {
          case "ec2" ->
              """
              <?xml version="1.0" encoding="UTF-8"?>
              <Response><Errors><Error><Code>%s</Code><Message>%s</Message></Error></Errors>\
              <RequestID>%s</RequestID></Response>
              """;
          case "s3" ->
              """
              <?xml version="1.0" encoding="UTF-8"?>
              <Error><Code>%s</Code><Message>%s</Message><RequestId>%s</RequestId></Error>
              """;
          default ->
              """
              <?xml version="1.0" encoding="UTF-8"?>
              <ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error>\
              <RequestId>%s</RequestId></ErrorResponse>
              """;
        };
    return Answer.of(status, "text/xml", form.formatted(code, message, id));
  }

  static Answer kubernetes(int status, String reason) {
    return Answer.of(
        status,
        "application/json",
        """
        {"kind":"Status","apiVersion":"v1","status":"Failure","reason":"%s","code":%d,\
        "message":"the sandbox made this request fail"}
        """
            .formatted(reason, status));
  }
}
