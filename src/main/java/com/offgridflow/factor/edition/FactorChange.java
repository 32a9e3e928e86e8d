package com.offgridflow.factor.edition;

import com.offgridflow.factor.Factor;
import java.util.List;

/** A line in which an edition differs from the one before. */
public sealed interface FactorChange {

  /** A factor that the edition before does not have. */
  record Added(Factor after) implements FactorChange {}

  /** A factor that this edition no longer has. */
  record Removed(Factor before) implements FactorChange {}

  /**
   * A factor that both have, with other content.
   *
   * @param differences cell by cell; never empty
   */
  record Changed(Factor before, Factor after, List<Difference> differences)
      implements FactorChange {}
}
