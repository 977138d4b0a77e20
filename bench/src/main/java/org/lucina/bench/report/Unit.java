package org.lucina.bench.report;

import java.util.Locale;

/** What a figure counts. */
public enum Unit {
  OBJECTS_PER_SECOND("objects/s", true, "%,.0f"),
  MEGABYTES_PER_SECOND("MB/s", true, "%,.0f"),
  MILLISECONDS("ms", false, "%,.2f"),
  MEGABYTES("MB", false, "%,.0f"),
  SECONDS("s", false, "%,.1f");

  private final String symbol;
  private final boolean moreIsBetter;
  private final String format;

  Unit(String symbol, boolean moreIsBetter, String format) {
    this.symbol = symbol;
    this.moreIsBetter = moreIsBetter;
    this.format = format;
  }

  /** How it is written. */
  public String symbol() {
    return symbol;
  }

  /** A figure as text. */
  public String format(double value) {
    return String.format(Locale.ROOT, format, value);
  }

  /** How many times as good one figure is as another. */
  public double gain(double value, double against) {
    return moreIsBetter ? value / against : against / value;
  }
}
