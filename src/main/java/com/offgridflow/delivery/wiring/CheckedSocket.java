package com.offgridflow.delivery.wiring;

import com.jcraft.jsch.Proxy;
import com.jcraft.jsch.SocketFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * Connects SFTP to an address that was checked, and to no other of the host's name. One connection
 * at a time: deliveries to one target never run side by side.
 */
final class CheckedSocket implements Proxy {
  private final OutgoingHosts hosts;
  private Socket socket = new Socket();

  CheckedSocket(OutgoingHosts hosts) {
    this.hosts = hosts;
  }

  @Override
  public void connect(SocketFactory factory, String host, int port, int timeout)
      throws IOException {
    IOException failure = new IOException(host + " has no address");
    for (InetAddress address : hosts.resolve(host)) {
      socket = new Socket();
      try {
        socket.connect(new InetSocketAddress(address, port), timeout);
        socket.setTcpNoDelay(true);
        return;
      } catch (IOException e) {
        close();
        failure = e;
      }
    }
    throw failure;
  }

  @Override
  public InputStream getInputStream() {
    return opened(Socket::getInputStream);
  }

  @Override
  public OutputStream getOutputStream() {
    return opened(Socket::getOutputStream);
  }

  @Override
  public Socket getSocket() {
    return socket;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the connection cannot be closed", e);
    }
  }

  private interface Opening<T> {
    T of(Socket socket) throws IOException;
  }

  private <T> T opened(Opening<T> opening) {
    try {
      return opening.of(socket);
    } catch (IOException e) {
      throw new UncheckedIOException("the connection is closed", e);
    }
  }
}
