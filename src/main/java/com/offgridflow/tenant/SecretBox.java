package com.offgridflow.tenant;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what must not be read in the database: AES-256 in GCM mode (NIST SP 800-38D) with a
 * random 96-bit nonce in front. The context is authenticated with it: a sealed value that is moved
 * to another place does not open there.
 */
public final class SecretBox {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKey key;

  private SecretBox(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
  }

  /**
   * @param hex 64 hex digits
   */
  public static SecretBox ofHexKey(String hex) {
    byte[] key = hex.matches("[0-9a-fA-F]{64}") ? HexFormat.of().parseHex(hex) : new byte[0];
    if (key.length != 32) {
      throw new IllegalArgumentException(
          "the key must be 64 hex digits, not " + hex.length() + " characters of another kind");
    }
    return new SecretBox(key);
  }

  public byte[] seal(byte[] plain, String context) {
    byte[] nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, plain, context);
    byte[] both = Arrays.copyOf(nonce, NONCE + sealed.length);
    System.arraycopy(sealed, 0, both, NONCE, sealed.length);
    return both;
  }

  /**
   * @throws IllegalArgumentException when the key or the context is another, or a byte was changed
   */
  public byte[] open(byte[] sealed, String context) {
    return crypt(
        Cipher.DECRYPT_MODE,
        Arrays.copyOf(sealed, NONCE),
        Arrays.copyOfRange(sealed, NONCE, sealed.length),
        context);
  }

  private byte[] crypt(int mode, byte[] nonce, byte[] text, String context) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "the secret of " + context + " does not open with this key");
    }
  }
}
