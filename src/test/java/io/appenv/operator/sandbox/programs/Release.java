package io.appenv.operator.sandbox.programs;

import java.net.URI;

/**
 * A file of a project's release. {@code {system}}, {@code {architecture}} and {@code {archive}}
 * stand for what differs between platforms.
 *
 * @param file where it is
 * @param checksums where its SHA-256 is published: alone, in a list, or in GitHub's release
 *     document
 */
record Release(String file, String checksums) {

  /** Kubernetes publishes the checksum beside each file. */
  static Release ofKubernetes(String version, String program) {
    var file = "https://dl.k8s.io/release/%s/bin/{system}/{architecture}/%s";
    var address = file.formatted(version, program);
    return new Release(address, address + ".sha256");
  }

  /** A project that publishes a list of checksums with its release on GitHub. */
  static Release listedOnGitHub(String project, String version, String file, String list) {
    var folder = "https://github.com/%s/releases/download/%s/".formatted(project, version);
    return new Release(folder + file, folder + list);
  }

  /** A project that publishes none: GitHub itself has computed one when the file was uploaded. */
  static Release onGitHub(String project, String version, String file) {
    return new Release(
        "https://github.com/%s/releases/download/%s/%s".formatted(project, version, file),
        "https://api.github.com/repos/%s/releases/tags/%s".formatted(project, version));
  }

  boolean isArchive() {
    return file.endsWith("{archive}");
  }

  URI fileFor(Platform platform) {
    return expand(file, platform);
  }

  URI checksumsFor(Platform platform) {
    return expand(checksums, platform);
  }

  private static URI expand(String template, Platform platform) {
    return URI.create(
        template
            .replace("{system}", platform.system())
            .replace("{architecture}", platform.architecture())
            .replace("{archive}", platform.system().equals("linux") ? "tar.gz" : "zip"));
  }
}
