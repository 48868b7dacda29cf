package io.appenv.operator.sandbox.emulation;

import io.appenv.operator.sandbox.wire.Answer;
import io.appenv.operator.sandbox.wire.Call;
import java.util.UUID;

/** Answers of the query protocol in the form of each service. */
final class Answers {

  private Answers() {}

  static Answer of(Call call, String content) {
    var operation = call.operation();
    var namespace =
        call.service().equals("rds")
            ? "http://rds.amazonaws.com/doc/2014-10-31/"
            : "http://elasticache.amazonaws.com/doc/2015-02-02/";
    return Answer.of(
        200,
        "text/xml",
        """
        <%1$sResponse xmlns="%2$s"><%1$sResult>%3$s</%1$sResult>\
        <ResponseMetadata><RequestId>%4$s</RequestId></ResponseMetadata></%1$sResponse>"""
            .formatted(operation, namespace, content, UUID.randomUUID()));
  }
}
