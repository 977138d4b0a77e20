package org.lucina.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.UID;

/** How many associations there may be, how they come to an end, and that many work at once. */
class LimitsTest {
  private static final String CT = UID.CTImageStorage;
  private static final Map<String, DimseService> ECHO = Map.of(UID.Verification, exchange -> {});

  @Test
  void associationsBeyondTheLimitAreRejectedTransiently() throws Exception {
    Listening.Settings settings = new Listening.Settings();
    settings.maxAssociations = 3;
    assertThirdButNotFourth(settings, new Listening.AcceptAll());
  }

  @Test
  void associationsOfOneAeBeyondItsLimitAreRejected() throws Exception {
    Listening.Settings settings = new Listening.Settings();
    settings.maxAssociationsPerAe = 3;
    assertThirdButNotFourth(settings, new Listening.AcceptAll());
  }

  @Test
  void aPolicySetsTheLimitOfAnAe() throws Exception {
    AssociationPolicy policy =
        new Listening.AcceptAll() {
          @Override
          public OptionalInt associationLimit(String callingAeTitle) {
            return callingAeTitle.equals("TESTER") ? OptionalInt.of(3) : OptionalInt.empty();
          }
        };
    assertThirdButNotFourth(new Listening.Settings(), policy);
  }

  private static void assertThirdButNotFourth(Listening.Settings settings, AssociationPolicy policy)
      throws Exception {
    try (Listening scp = Listening.with(settings, policy, ECHO)) {
      List<Association> open = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        open.add(Requests.open(scp.port(), Requests.of(UID.Verification)));
      }
      assertThat(scp.listener().openAssociations()).isEqualTo(3);
      assertThatThrownBy(() -> Requests.open(scp.port(), Requests.of(UID.Verification)))
          .hasMessageContaining("transiently")
          .hasMessageContaining("local limit exceeded");
      assertThat(scp.rejected).containsExactly(AssociationPolicy.Rejection.LOCAL_LIMIT);
      open.remove(0).release();
      Awaitility.await().until(() -> scp.listener().openAssociations() == 2);
      open.add(Requests.open(scp.port(), Requests.of(UID.Verification)));
      for (Association association : open) {
        assertThat(association.echo().status()).isEqualTo(Status.SUCCESS);
        association.release();
      }
    }
  }

  @Test
  void aPolicyRejectsWithItsReason() throws Exception {
    AssociationPolicy policy =
        new Listening.AcceptAll() {
          @Override
          public Optional<Rejection> admit(
              AssociationRequest request, InetAddress peer, Optional<Principal> tlsPeer) {
            return Optional.of(Rejection.CALLING_AE_TITLE);
          }
        };
    try (Listening scp = Listening.with(new Listening.Settings(), policy, ECHO)) {
      assertThatThrownBy(() -> Requests.open(scp.port(), Requests.of(UID.Verification)))
          .hasMessageContaining("calling AE title not recognized");
      assertThat(scp.opened).isEmpty();
    }
  }

  @Test
  void manyAssociationsWorkAtOnce() throws Exception {
    AtomicInteger stored = new AtomicInteger();
    DimseService storage =
        exchange -> {
          exchange.data().readAllBytes();
          stored.incrementAndGet();
        };
    int peers = 40;
    int objects = 25;
    ExecutorService threads = Executors.newFixedThreadPool(peers);
    try (Listening scp = Listening.with(Map.of(CT, storage))) {
      List<Future<Integer>> senders = new ArrayList<>();
      for (int i = 0; i < peers; i++) {
        senders.add(threads.submit(() -> send(scp.port(), objects)));
      }
      for (Future<Integer> sender : senders) {
        assertThat(sender.get(60, TimeUnit.SECONDS)).isEqualTo(objects);
      }
      assertThat(stored).hasValue(peers * objects);
      Awaitility.await().until(() -> scp.listener().openAssociations() == 0);
      assertThat(scp.closed).hasSize(peers);
      assertThat(scp.faults).isEmpty();
    } finally {
      threads.shutdownNow();
    }
  }

  private static int send(int port, int objects) throws Exception {
    int done = 0;
    try (Association scu = Requests.open(port, Requests.of(CT))) {
      while (done < objects
          && scu.store(
                      scu.contextsFor(CT).get(0),
                      CT,
                      "1.2.3." + done,
                      Optional.empty(),
                      out -> out.write(new byte[40_000]))
                  .status()
              == Status.SUCCESS) {
        done++;
      }
    }
    return done;
  }

  @Test
  void closingWaitsForRequestsInProgressAndEndsIdleAssociations() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch proceed = new CountDownLatch(1);
    DimseService slow =
        exchange -> {
          begun.countDown();
          LimitsTest.await(proceed);
        };
    ExecutorService threads = Executors.newCachedThreadPool();
    try (Listening scp = Listening.with(Map.of(UID.Verification, slow))) {
      Association idle = Requests.open(scp.port(), Requests.of(UID.Verification));
      Association busy = Requests.open(scp.port(), Requests.of(UID.Verification));
      Future<Response> response = threads.submit(busy::echo);
      assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
      Future<?> closing = threads.submit(() -> scp.listener().close());
      Awaitility.await().until(() -> scp.closed.size() == 1);
      assertThatThrownBy(idle::echo).isInstanceOf(AssociationException.class);
      assertThat(closing.isDone()).isFalse();
      proceed.countDown();
      assertThat(response.get(10, TimeUnit.SECONDS).status()).isEqualTo(Status.SUCCESS);
      closing.get(10, TimeUnit.SECONDS);
      assertThat(scp.listener().openAssociations()).isZero();
      assertThatThrownBy(() -> Requests.open(scp.port(), Requests.of(UID.Verification)))
          .isInstanceOf(java.net.ConnectException.class);
    } finally {
      threads.shutdownNow();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
