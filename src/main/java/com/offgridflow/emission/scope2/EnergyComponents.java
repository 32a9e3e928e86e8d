package com.offgridflow.emission.scope2;

/** Components of market-based emissions: which step of the hierarchy answers for the energy. */
public final class EnergyComponents {
  /** Before the id of the instrument that covers it. */
  public static final String INSTRUMENT = "instrument:";

  /** A supplier's rate that is loaded as a factor. */
  public static final String SUPPLIER = "supplier-rate";

  /** The residual mix. */
  public static final String RESIDUAL = "residual";

  /** The average of the grid, provisionally, where a residual mix should answer. */
  public static final String GRID_AVERAGE = "grid-average";

  /** The average of the network of heat, steam or cooling, which has no residual mix. */
  public static final String NETWORK_AVERAGE = "network-average";

  private EnergyComponents() {}
}
