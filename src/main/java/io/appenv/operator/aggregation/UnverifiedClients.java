package io.appenv.operator.aggregation;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Lets every client certificate through the handshake, which proves possession of its key and no
 * more. Whether it means anything is decided for each request ({@link FrontProxy}), as Kubernetes'
 * own servers do: a client with another certificate may still bring a token, and the authority may
 * change while the server runs.
 */
final class UnverifiedClients extends X509ExtendedTrustManager {

  private static final String NO_SERVERS = "This trusts no server.";

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {}

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType) {}

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    throw new CertificateException(NO_SERVERS);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException(NO_SERVERS);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException(NO_SERVERS);
  }

  /** No names are asked for: an authority that is named would keep other clients out. */
  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
