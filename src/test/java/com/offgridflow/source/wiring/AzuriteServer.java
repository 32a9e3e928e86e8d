package com.offgridflow.source.wiring;

import static org.awaitility.Awaitility.await;

import com.azure.core.util.BinaryData;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobServiceClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.azure.storage.common.StorageSharedKeyCredential;
import com.azure.storage.common.sas.AccountSasPermission;
import com.azure.storage.common.sas.AccountSasResourceType;
import com.azure.storage.common.sas.AccountSasService;
import com.azure.storage.common.sas.AccountSasSignatureValues;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Microsoft's emulator of Blob Storage, where it is to be had. */
public final class AzuriteServer implements AutoCloseable {
  /** The emulator's well-known account (Microsoft Learn, "Use the Azurite emulator"). */
  public static final String ACCOUNT = "devstoreaccount1";

  public static final String KEY =
      "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
  public static final String MISSING =
      "azurite is not here: npm install --prefix target/azurite azurite@3.35.0";

  private final int port;
  private final Process process;
  private final BlobServiceClient client;

  private AzuriteServer(Path executable) throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    process =
        new ProcessBuilder(
                List.of(
                    executable.toString(),
                    "--disableTelemetry",
                    "--inMemoryPersistence",
                    "--skipApiVersionCheck",
                    "--blobPort",
                    Integer.toString(port)))
            .redirectErrorStream(true)
            .redirectOutput(Path.of("target/azurite.log").toFile())
            .start();
    await().atMost(Duration.ofSeconds(60)).until(this::listens);
    client =
        new BlobServiceClientBuilder()
            .endpoint("http://localhost:" + port + "/" + ACCOUNT)
            .credential(new StorageSharedKeyCredential(ACCOUNT, KEY))
            .buildClient();
  }

  /** A running server; empty where neither the path nor target/azurite has the emulator. */
  public static Optional<AzuriteServer> start() throws IOException {
    Optional<Path> executable =
        Stream.concat(
                Stream.of(Path.of("target/azurite/node_modules/.bin")),
                Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(Path::of))
            .map(directory -> directory.resolve("azurite-blob").toAbsolutePath())
            .filter(Files::isExecutable)
            .findFirst();
    return executable.isPresent()
        ? Optional.of(new AzuriteServer(executable.get()))
        : Optional.empty();
  }

  private boolean listens() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  public int port() {
    return port;
  }

  public void put(String container, String name, byte[] bytes) {
    BlobContainerClient blobs = client.getBlobContainerClient(container);
    blobs.createIfNotExists();
    blobs.getBlobClient(name).upload(BinaryData.fromBytes(bytes), true);
  }

  public byte[] get(String container, String name) {
    return client.getBlobContainerClient(container).getBlobClient(name).downloadContent().toBytes();
  }

  /** Puts all files below a directory. */
  void putAll(String container, String prefix, Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        put(container, prefix + directory.relativize(file), Files.readAllBytes(file));
      }
    }
  }

  /** A shared access signature to list and read, good until then. */
  public String sas(OffsetDateTime expiry) {
    return client.generateAccountSas(
        new AccountSasSignatureValues(
            expiry,
            AccountSasPermission.parse("rl"),
            new AccountSasService().setBlobAccess(true),
            new AccountSasResourceType().setContainer(true).setObject(true)));
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }
}
