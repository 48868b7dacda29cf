package io.appenv.operator.dependent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An informer's store that keeps objects as JSON: as objects, most of them maps of their own for
 * every part, they take some ten times the memory. What is taken out is a copy, the reader's own.
 */
public class PackedStore<R extends HasMetadata> implements ItemStore<R> {

  /**
   * How many objects an informer should list at a time. A whole list is held as objects before it
   * is stored, and those of a thousand environments took more than all the rest.
   */
  public static final long PAGE = 100;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Class<R> type;
  private final UnaryOperator<R> reduction;
  private final Map<String, byte[]> packed = new ConcurrentHashMap<>();

  /**
   * @param reduction leaves out what nobody here reads; it may change what it is given
   */
  public PackedStore(Class<R> type, UnaryOperator<R> reduction) {
    this.type = type;
    this.reduction = reduction;
  }

  @Override
  public String getKey(R item) {
    return Cache.metaNamespaceKeyFunc(item);
  }

  @Override
  public @Nullable R put(String key, R item) {
    return unpack(packed.put(key, pack(reduction.apply(item))));
  }

  @Override
  public @Nullable R remove(String key) {
    return unpack(packed.remove(key));
  }

  @Override
  public Stream<String> keySet() {
    return packed.keySet().stream();
  }

  @Override
  public Stream<R> values() {
    return packed.values().stream().map(this::read);
  }

  @Override
  public @Nullable R get(String key) {
    return unpack(packed.get(key));
  }

  @Override
  public int size() {
    return packed.size();
  }

  @Override
  public boolean isFullState() {
    return false;
  }

  /**
   * Whether two states of one object differ in anything that is kept, but for the version. Where
   * they do not, nobody here has to look at it again.
   */
  public boolean isChange(R after, R before) {
    return !content(after).equals(content(before));
  }

  private JsonNode content(R item) {
    JsonNode tree = JSON.valueToTree(reduction.apply(read(pack(item))));
    tree.withObject("/metadata").remove("resourceVersion");
    return tree;
  }

  private @Nullable R unpack(byte @Nullable [] bytes) {
    return bytes == null ? null : read(bytes);
  }

  private R read(byte[] bytes) {
    try {
      return JSON.readValue(bytes, type);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static byte[] pack(Object item) {
    try {
      return JSON.writeValueAsBytes(item);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
