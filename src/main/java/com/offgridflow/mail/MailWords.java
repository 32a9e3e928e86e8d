package com.offgridflow.mail;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The words of messages in one language, from {@code messages/mail*.properties}. */
public final class MailWords {
  private static final Control NO_FALLBACK =
      Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  private final ResourceBundle bundle;
  private final Locale language;

  /** The words in the language; English where the hub does not speak it. */
  public MailWords(Locale language) {
    this.bundle = ResourceBundle.getBundle("messages/mail", language, NO_FALLBACK);
    this.language = bundle.getLocale().equals(Locale.ROOT) ? Locale.ENGLISH : bundle.getLocale();
  }

  /** The language that they are in, as a BCP 47 tag. */
  public String language() {
    return language.toLanguageTag();
  }

  /** The message of a key, its places filled in. */
  public String say(String key, Object... values) {
    return new MessageFormat(bundle.getString(key), language).format(values);
  }

  /** A date as people write it. */
  public String day(LocalDate day) {
    return DateTimeFormatter.ofPattern(bundle.getString("pattern.day"), language).format(day);
  }

  /** A point in time, in UTC. */
  public String instant(Instant instant) {
    return DateTimeFormatter.ofPattern(bundle.getString("pattern.instant"), language)
        .format(instant.atZone(ZoneOffset.UTC));
  }

  /** An amount of money in the currency of that ISO 4217 code. */
  public String money(BigDecimal amount, String currency) {
    NumberFormat format = NumberFormat.getCurrencyInstance(language);
    format.setCurrency(Currency.getInstance(currency));
    return format.format(amount);
  }
}
