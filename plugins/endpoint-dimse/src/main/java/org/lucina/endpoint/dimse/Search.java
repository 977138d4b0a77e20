package org.lucina.endpoint.dimse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lucina.dicom.DataSet;
import org.lucina.net.AcceptedContext;
import org.lucina.net.Association;
import org.lucina.net.DimseCommand;
import org.lucina.net.Response;
import org.lucina.net.Status;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;

/** Carries out a plan on an association: each step for each answer of the one before. */
final class Search {
  /** Answers of a level above at most, which are held while their parts are asked for. */
  private static final int MAX_PARENTS = 10_000;

  /** Takes the answers of one C-FIND; returns false to have no more. */
  @FunctionalInterface
  private interface Taker {
    boolean take(DataSet answer) throws EndpointException;
  }

  private final Peer peer;
  private final Association association;
  private final AcceptedContext context;
  private final Identifiers identifiers;
  private final FindPlan plan;
  private final Found found;

  Search(
      Peer peer,
      Association association,
      AcceptedContext context,
      Identifiers identifiers,
      FindPlan plan,
      Found found) {
    this.peer = peer;
    this.association = association;
    this.context = context;
    this.identifiers = identifiers;
    this.plan = plan;
    this.found = found;
  }

  void run() throws IOException, EndpointException {
    run(0, new DataSet(), plan.known());
  }

  private void run(int number, DataSet above, Map<Integer, String> unique)
      throws IOException, EndpointException {
    FindPlan.Step step = plan.steps().get(number);
    if (number == plan.steps().size() - 1) {
      ask(step, unique, answer -> found.take(Transcoding.merge(above, answer)));
      return;
    }
    List<DataSet> parents = new ArrayList<>();
    ask(
        step,
        unique,
        answer -> {
          if (parents.size() == MAX_PARENTS) {
            throw new EndpointException(
                Reason.REFUSED,
                "more than " + MAX_PARENTS + " dixels of a level above match: narrow the query");
          }
          return parents.add(answer);
        });
    int key = AttributeLevels.uniqueKey(step.level());
    for (DataSet parent : parents) {
      Map<Integer, String> below = new TreeMap<>(unique);
      parent.string(key).ifPresent(value -> below.put(key, value));
      run(number + 1, Transcoding.merge(above, parent), below);
      if (!found.wantsMore()) {
        return;
      }
    }
  }

  private void ask(FindPlan.Step step, Map<Integer, String> unique, Taker taker)
      throws IOException, EndpointException {
    DataSet identifier = identifiers.of(step.level(), step.query(), above(step.level(), unique));
    Answers answers = new Answers(step.query());
    Fault fault = new Fault();
    Response last =
        association.invoke(
            context,
            DimseCommand.C_FIND,
            new DataSet(),
            Optional.of(identifier),
            response -> {
              DataSet answer = response.data().orElseGet(DataSet::new);
              return fault.keep(
                  () -> !answers.fulfils(answer, response.status()) || taker.take(answer));
            });
    fault.throwKept();
    if (last.status() != Status.SUCCESS && !fault.stopped) {
      throw Faults.of(peer.name(), "C-FIND", last);
    }
  }

  private static Map<Integer, String> above(DicomLevel level, Map<Integer, String> unique) {
    Map<Integer, String> above = new TreeMap<>();
    for (DicomLevel each : DicomLevel.values()) {
      int key = AttributeLevels.uniqueKey(each);
      if (level.isBelow(each) && unique.containsKey(key)) {
        above.put(key, unique.get(key));
      }
    }
    return above;
  }

  /** Keeps what is thrown amid responses, so that a C-CANCEL ends them in order first. */
  private static final class Fault {
    private Optional<EndpointException> kept = Optional.empty();
    private boolean stopped;

    interface Taking {
      boolean take() throws EndpointException;
    }

    boolean keep(Taking taking) {
      try {
        stopped |= !taking.take();
      } catch (EndpointException e) {
        kept = Optional.of(e);
        stopped = true;
      }
      return !stopped;
    }

    void throwKept() throws EndpointException {
      if (kept.isPresent()) {
        throw kept.get();
      }
    }
  }
}
