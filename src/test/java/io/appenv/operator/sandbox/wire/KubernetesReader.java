package io.appenv.operator.sandbox.wire;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the verb, resource and name out of a Kubernetes API request, as its audit log does. */
final class KubernetesReader implements Reader {

  private static final Pattern PATH =
      Pattern.compile(
          "/(?:api|apis/(?<group>[^/]+))/[^/]+(?:/namespaces/(?<namespace>[^/]+)(?=/))?"
              + "/(?<resource>[^/]+)(?:/(?<name>[^/]+))?(?:/(?<subresource>.+))?");

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public Call read(long number, Request request) {
    var query = FormData.parse(request.query());
    var path = PATH.matcher(request.path());
    if (!path.matches()) {
      return call(number, request.method().toLowerCase() + " " + request.path(), "", query, false);
    }
    var verb = verb(request, path, query);
    return call(
        number,
        verb + " " + resource(path),
        target(request, path, verb),
        query,
        !request.method().equals("GET") && !isQuestion(path));
  }

  private static Call call(
      long number, String operation, String target, Map<String, String> query, boolean isWrite) {
    return new Call(number, Wire.KUBERNETES, "kubernetes", "", operation, target, query, isWrite);
  }

  @Override
  public boolean isStream(Call call) {
    return call.operation().startsWith("watch ");
  }

  private static String verb(Request request, Matcher path, Map<String, String> query) {
    return switch (request.method()) {
      case "GET" -> {
        if (query.getOrDefault("watch", "false").equals("true")) {
          yield "watch";
        }
        yield path.group("name") == null ? "list" : "get";
      }
      case "POST" -> "create";
      case "PUT" -> "update";
      case "PATCH" -> "patch";
      case "DELETE" -> "delete";
      default -> request.method().toLowerCase();
    };
  }

  private static String resource(Matcher path) {
    var subresource = path.group("subresource");
    return subresource == null
        ? path.group("resource")
        : path.group("resource") + "/" + subresource;
  }

  private static String target(Request request, Matcher path, String verb) {
    var name = verb.equals("create") ? nameInBody(request) : path.group("name");
    var namespace = path.group("namespace");
    if (name == null) {
      return "";
    }
    return namespace == null ? name : namespace + "/" + name;
  }

  private static @Nullable String nameInBody(Request request) {
    try {
      var metadata = JSON.readTree(request.body()).path("metadata");
      return metadata.path("name").asText(metadata.path("generateName").asText(null));
    } catch (IOException notJson) {
      return null;
    }
  }

  /** Access reviews are questions that are asked by POST. */
  private static boolean isQuestion(Matcher path) {
    var group = path.group("group");
    return "authorization.k8s.io".equals(group) || "authentication.k8s.io".equals(group);
  }
}
