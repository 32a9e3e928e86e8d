package com.offgridflow.upstream.wiring;

import com.azure.core.http.HttpClient;
import com.azure.core.http.netty.NettyAsyncHttpClientBuilder;
import com.offgridflow.failure.UnrecoverableException;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Collection;
import java.util.function.Predicate;

/**
 * The HTTP client of Azure's SDK, which puts its own resolver in the place of any other: each
 * address is checked as the socket is about to connect to it.
 */
public final class AzureConnections {
  private AzureConnections() {}

  /**
   * @param trusted hosts that the administrator lists
   */
  public static HttpClient to(Outgoing outgoing, Collection<String> trusted) {
    return new NettyAsyncHttpClientBuilder(
            reactor.netty.http.client.HttpClient.create()
                .doOnChannelInit(
                    (observer, channel, remote) ->
                        channel.pipeline().addFirst(new Guard(outgoing, trusted))))
        .build();
  }

  /** Lets no connection begin that is not for the hub to make. */
  static final class Guard extends ChannelOutboundHandlerAdapter {
    private final Outgoing outgoing;
    private final Predicate<String> named;

    Guard(Outgoing outgoing, Collection<String> trusted) {
      this.outgoing = outgoing;
      this.named = host -> trusted.contains(host) || host.endsWith(".blob.core.windows.net");
    }

    @Override
    public void connect(
        ChannelHandlerContext context,
        SocketAddress remote,
        SocketAddress local,
        ChannelPromise promise) {
      InetSocketAddress address = (InetSocketAddress) remote;
      try {
        outgoing.require(address.getHostString(), address.getAddress(), named);
        context.connect(remote, local, promise);
      } catch (UnrecoverableException e) {
        promise.setFailure(e);
      }
    }
  }
}
