package io.appenv.operator.model;

/**
 * A data store that waits to be taken over.
 *
 * @param patch what would have to be changed in the spec, so that nothing is changed in AWS
 */
public record Adoption(Component component, String identifier, SpecPatch patch) {}
