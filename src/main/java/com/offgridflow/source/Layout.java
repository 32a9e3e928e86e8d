package com.offgridflow.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** How a provider lays out what belongs together. */
interface Layout {
  /** The order of runs of which only the last counts. */
  Comparator<RemoteObject> AGE =
      Comparator.comparing(RemoteObject::modified).thenComparing(RemoteObject::name);

  /**
   * The deliveries that are laid out like this.
   *
   * @param taken gets each object that belongs to the layout, those of earlier runs too, so that
   *     none is taken for a delivery of its own
   */
  List<Delivery> find(Collection<RemoteObject> objects, Set<RemoteObject> taken);
}
