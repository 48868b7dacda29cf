# The build stage has the whole JDK and Maven; the image that runs has a JRE and the application.
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
COPY pom.xml .
COPY .mvn .mvn
COPY src src
RUN mvn -B -ntp -q package -Dmaven.test.skip=true -Dspotless.check.skip

FROM eclipse-temurin:25-jre
LABEL org.opencontainers.image.title="appenv-operator" \
      org.opencontainers.image.licenses="Apache-2.0"
WORKDIR /opt/appenv
# Four layers, the one that changes most often last. Owned by root: the process cannot change itself.
COPY --from=build /build/target/quarkus-app/lib/ lib/
COPY --from=build /build/target/quarkus-app/quarkus-run.jar ./
COPY --from=build /build/target/quarkus-app/quarkus/ quarkus/
COPY --from=build /build/target/quarkus-app/app/ app/
USER 10001:10001
EXPOSE 8080 8443
ENTRYPOINT ["java"]
CMD ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+UseCompactObjectHeaders", "-XX:+UseStringDeduplication", "-XX:MaxRAMPercentage=40", "-XX:+ExitOnOutOfMemoryError", "-jar", "quarkus-run.jar"]
