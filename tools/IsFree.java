import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Ends with 1 when a hub works in the directory: building then would replace the files it runs on. */
class IsFree {
  public static void main(String[] args) throws Exception {
    Path lock = Path.of(args[0], "hub.lock").toAbsolutePath();
    if (!Files.exists(lock)) {
      return;
    }
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
      if (channel.tryLock() == null) {
        System.err.printf(
            "%nA hub (process %s) works in %s and runs from this directory's build.%n"
                + "Stop it, or run the second one from a clone of its own.%n%n",
            Files.readString(lock).strip(), lock.getParent());
        System.exit(1);
      }
    }
  }
}
