package io.appenv.operator.model;

/**
 * What a node that takes pods has for all of them together, whatever runs on it now.
 *
 * @param cpuMillis in thousandths of a core
 * @param pods how many it takes at most
 */
public record NodeRoom(long cpuMillis, long memoryBytes, long pods) {}
