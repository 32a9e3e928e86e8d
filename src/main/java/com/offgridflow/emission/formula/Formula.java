package com.offgridflow.emission.formula;

import com.offgridflow.activity.ActivityKind;
import com.offgridflow.emission.Scope;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A named way to compute an emission, with the place where it is published. All of them are linear
 * in the quantity (or cost) of an activity, given everything else about it.
 *
 * @param code its name, e.g. {@code scope1.stationary-combustion}
 * @param kinds kinds of activity that it takes
 * @param scope scope of the GHG Protocol that its result belongs to
 * @param category category of Scope 3 where it is not the one of the kind
 * @param method code of the method that emissions carry
 * @param expression the formula in words
 * @param source document and paragraph
 * @param inputs details that it reads
 * @param daily whether its figures change from day to day, as exchange rates do
 * @param body computes it
 */
public record Formula(
    String code,
    Set<ActivityKind> kinds,
    Scope scope,
    Optional<Integer> category,
    String method,
    String expression,
    String source,
    List<Input> inputs,
    boolean daily,
    Body body) {

  public Formula {
    kinds = Set.copyOf(kinds);
    inputs = List.copyOf(inputs);
  }

  /** How a formula makes its components. */
  @FunctionalInterface
  public interface Body {
    /**
     * @param chain takes the factors and notes each of them
     * @param ask all about the activity but its quantity
     * @return empty when the formula does not apply, for example one per money to a quantity in kg
     * @throws Unplannable when it applies but has no answer
     */
    Optional<Linear> plan(Chain chain, Ask ask);
  }

  /** Category of Scope 3 that its result has for a kind of activity. */
  public Optional<Integer> categoryOf(ActivityKind kind) {
    return scope == Scope.SCOPE_3 ? category.or(kind::category) : Optional.empty();
  }

  /**
   * What cannot be added up: one method of a series counts. Location- and market-based figures are
   * reported side by side (GHG Protocol Scope 2 Guidance, section 1.5.3), so each has its own.
   */
  String series(ActivityKind kind) {
    boolean own = method.equals("location-based") || method.equals("market-based");
    String category = categoryOf(kind).map(Object::toString).orElse("");
    return scope.number() + "." + category + "." + (own ? method : "");
  }

  public static Builder named(String code, ActivityKind first, ActivityKind... more) {
    return new Builder(code, first, more);
  }

  /** Builds a formula by the names of its parts. */
  public static final class Builder {
    private final String code;
    private final Set<ActivityKind> kinds;
    private Scope scope = Scope.SCOPE_3;
    private Optional<Integer> category = Optional.empty();
    private String method = "";
    private String expression = "";
    private String source = "";
    private final List<Input> inputs = new ArrayList<>();
    private boolean daily;

    private Builder(String code, ActivityKind first, ActivityKind... more) {
      this.code = code;
      this.kinds = EnumSet.of(first, more);
    }

    public Builder scope(Scope value) {
      scope = value;
      return this;
    }

    public Builder category(int value) {
      category = Optional.of(value);
      return this;
    }

    public Builder method(String value) {
      method = value;
      return this;
    }

    public Builder expression(String value) {
      expression = value;
      return this;
    }

    public Builder source(String value) {
      source = value;
      return this;
    }

    public Builder needs(String name, String meaning) {
      inputs.add(new Input(name, meaning, true));
      return this;
    }

    public Builder takes(String name, String meaning) {
      inputs.add(new Input(name, meaning, false));
      return this;
    }

    public Builder daily() {
      daily = true;
      return this;
    }

    /** As {@link #computedBy}, for a body that works on a {@link Case}. */
    public Formula answeredBy(Function<Case, Optional<Linear>> body) {
      String words = expression;
      return computedBy((chain, ask) -> body.apply(new Case(chain, ask, words)));
    }

    public Formula computedBy(Body body) {
      return new Formula(
          code, kinds, scope, category, method, expression, source, inputs, daily, body);
    }
  }
}
