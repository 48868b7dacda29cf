# Everything a person or the CI service runs. `make` alone lists it.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

# Looked up when first needed, so that `make help` works without a JDK.
JDK = $(or $(shell .ci/java-home),$(error JDK 25 or later is needed, see the message above))
MAVEN = JAVA_HOME="$(JDK)" \
  MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow $${MAVEN_OPTS:-}" mvn -B -Dstyle.color=never
JAVA = "$(JDK)/bin/java"
TEST_JAVA = $(JAVA) -cp "target/test-classes:target/classes:$$(cat target/test-classpath)"
# Netty's use of Unsafe is no news to the person who watches.
QUIET = --sun-misc-unsafe-memory-access=allow
SANDBOX = $(TEST_JAVA) io.appenv.operator.sandbox.SandboxMain

# One line a build step and one every hundred downloads; errors in full.
define BUILD_PROGRESS
/Downloaded from/ { if (++files % 100 == 0) { print "  " files " files downloaded"; fflush() } next } \
/^\[INFO\] --- / { print "  " $$3; fflush() } \
/ERROR/ { print; fflush() }
endef

# The first two compare what there is in the end with what there would have been undisturbed.
FAULT_TESTS = FaultsIT,CrashIT,StaleCopyIT,OutagesIT,LostAnswersIT,LostUpdateIT,UnreadableAwsIT,$\
  UnreadableObjectIT,RefusedCreationsIT,BlockedRegionsIT,SlowAwsIT,StatesIT,NotOursIT,$\
  NameTakenIT,StoredObjectIT,IntentIT,DeletionIT,DeletionFaultsIT,OrphansIT,CredentialsIT,$\
  ClusterDriftIT,UninstalledIT,ReplacementIT,AdoptionIT,CacheAdoptionIT,$\
  IngressHostIT,ScaleOverrideIT,SecurityGroupsIT,SecurityGroupFaultsIT,CertificateIT,$\
  FilesIT,WholeEnvironmentFaultsIT,ConfigurationIT,PublicationIT
FAULT_UNIT_TESTS = WireTest,RegionSweeperTest,FaultsGuideTest,SeededBugsTest,CacheListingsTest,$\
  CacheAdoptionPropertiesTest

SOURCES = pom.xml $(shell find src -type f)
BUILT := target/built

.PHONY: help
help: ## List the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1|/' \
	  | while IFS='|' read -r target text; do printf '  make %-14s %s\n' "$$target" "$$text"; done

.PHONY: build
build: $(BUILT) ## Build the operator (target/quarkus-app) without running tests

$(BUILT): $(SOURCES)
	@echo "building (about a minute; the first time Maven downloads the dependencies too)"
	@set -o pipefail; $(MAVEN) package dependency:build-classpath -DskipTests \
	  -Dspotless.check.skip -DincludeScope=test -Dmdep.outputFile=target/test-classpath \
	  | awk '$(BUILD_PROGRESS)'
	@touch $@

.PHONY: test
test: ## Run all tests, on a sandbox of their own (what CI runs)
	$(MAVEN) -ntp verify

.PHONY: test-fast
test-fast: ## Run the tests that need no sandbox: unit, golden, architecture
	$(MAVEN) -ntp test

.PHONY: contract
contract: ## Hold the three backends (SDK, ACK with its real controllers, in-cluster) to one contract
	$(MAVEN) -ntp verify -Dtest=ArchitectureTest -Dappenv.contract.ack=true \
	  -Dit.test='*ContractIT'

.PHONY: mutation
mutation: ## Break the planners in hundreds of ways and see whether the tests notice (ten minutes)
	$(MAVEN) -ntp -Pmutation test-compile org.pitest:pitest-maven:mutationCoverage

.PHONY: faults
faults: ## Lose, refuse, delay and misreport requests, kill the operator at each, and count (40 minutes)
	$(MAVEN) -ntp verify -Dtest='$(FAULT_UNIT_TESTS)' -Dappenv.faults.all=true \
	  -Dit.test='$(FAULT_TESTS)'

.PHONY: seeded-bugs
seeded-bugs: $(BUILT) ## Put the worst defects into a copy and see whether the tests notice (half an hour)
	@JAVA_HOME="$(JDK)" $(TEST_JAVA) io.appenv.operator.seeded.SeededBugsMain $(BUGS)

.PHONY: sandbox
sandbox: $(BUILT) ## Start a real control plane and an AWS emulator in the background (ACK=1: with ACK)
	@$(SANDBOX) $(if $(ACK),start-ack,start)

.PHONY: sandbox-down
sandbox-down: ## Stop the sandbox
	@if test -f target/test-classpath; then $(SANDBOX) stop; \
	elif test -f .sandbox/pid; then kill "$$(head -n 1 .sandbox/pid)"; \
	else echo "no sandbox runs here"; fi

.PHONY: run
run: $(BUILT) ## Run the operator against the running sandbox, in the foreground
	@test -f .sandbox/env || { echo "no sandbox runs here: start it with make sandbox" >&2; exit 1; }
	@. .sandbox/env && KUBECONFIG="$$OPERATOR_KUBECONFIG" \
	  exec $(JAVA) -XX:+UseSerialGC -Dquarkus.http.host=127.0.0.1 -Dquarkus.http.port=0 \
	  -jar target/quarkus-app/quarkus-run.jar

.PHONY: demo
demo: $(BUILT) ## From nothing to a Ready production environment, and what then exists in AWS
	@exec $(TEST_JAVA) $(QUIET) io.appenv.operator.demo.DemoMain

.PHONY: bench
bench: $(BUILT) ## Measure many environments at once: make bench ENVIRONMENTS=200
	@exec $(TEST_JAVA) io.appenv.operator.bench.BenchMain $(or $(ENVIRONMENTS),200) \
	  $(OPERATOR_OPTIONS)

.PHONY: crds
crds: ## Write crds/ anew from the Java model
	$(MAVEN) -ntp -q test -Dtest=CrdDriftTest -Dappenv.crd.write=true -Dspotless.check.skip

.PHONY: fmt
fmt: ## Format the sources
	$(MAVEN) -ntp -q spotless:apply

.PHONY: clean
clean: ## Remove what was built (the sandbox's cached binaries stay)
	rm -rf target
