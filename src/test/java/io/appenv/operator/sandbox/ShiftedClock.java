package io.appenv.operator.sandbox;

import static java.lang.constant.ConstantDescs.CD_long;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.time.Clock;
import java.util.Date;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * An agent of the Java machine that makes its clock wrong, for everything that runs in it: the
 * operator, the SDK that signs requests, and whoever looks at certificates. The monotonic clock, by
 * which pauses are measured, goes on as it does on such a machine.
 */
public final class ShiftedClock implements ClassFileTransformer {

  private static final ClassDesc INSTANT = ClassDesc.of("java.time.Instant");

  private final long seconds;

  private ShiftedClock(long seconds) {
    this.seconds = seconds;
  }

  /** The option for a Java machine whose clock is ahead by so many seconds, or behind. */
  public static String option(Path directory, long seconds) {
    var jar = directory.resolve("shifted-clock.jar");
    write(jar);
    return "-javaagent:%s=%d".formatted(jar, seconds);
  }

  private static void write(Path jar) {
    var manifest = new Manifest();
    var attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", ShiftedClock.class.getName());
    attributes.putValue("Can-Retransform-Classes", "true");
    var file = ShiftedClock.class.getName().replace('.', '/') + ".class";
    try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        var in = ShiftedClock.class.getClassLoader().getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("No " + file);
      }
      out.putNextEntry(new ZipEntry(file));
      in.transferTo(out);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Called by the Java machine before anything else. */
  public static void premain(String seconds, Instrumentation machine)
      throws UnmodifiableClassException, ClassNotFoundException {
    var shift = new ShiftedClock(Long.parseLong(seconds));
    machine.addTransformer(shift, true);
    machine.retransformClasses(Clock.class, Class.forName("java.time.Clock$SystemClock"));
    if (shift.seconds > 0) {
      // By this one certificates are looked at. Those of a sandbox are minutes old, and a clock
      // that
      // is slow would have them not valid yet, as no cluster's are.
      machine.retransformClasses(Date.class);
    }
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      String name,
      @Nullable Class<?> known,
      @Nullable ProtectionDomain domain,
      byte[] bytes) {
    if (name.equals("java/time/Clock")) {
      return shiftInstants(bytes, seconds);
    }
    // Of the machine's own classes only those that were asked for.
    return (loader != null || known != null) && asksForMillis(bytes)
        ? shiftMillis(loader, bytes, seconds * 1000)
        : null;
  }

  private static boolean asksForMillis(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1).contains("currentTimeMillis");
  }

  private static byte[] shiftInstants(byte[] bytes, long seconds) {
    CodeTransform later =
        (code, element) -> {
          if (element instanceof ReturnInstruction) {
            code.loadConstant(seconds)
                .invokevirtual(INSTANT, "plusSeconds", MethodTypeDesc.of(INSTANT, CD_long));
          }
          code.with(element);
        };
    return transformed(
        ClassFile.of(),
        bytes,
        ClassTransform.transformingMethodBodies(
            (MethodModel method) -> method.methodName().equalsString("currentInstant"), later));
  }

  private static byte[] shiftMillis(@Nullable ClassLoader loader, byte[] bytes, long millis) {
    CodeTransform later =
        (code, element) -> {
          code.with(element);
          if (element instanceof InvokeInstruction call
              && call.owner().asInternalName().equals("java/lang/System")
              && call.name().equalsString("currentTimeMillis")) {
            code.loadConstant(millis).ladd();
          }
        };
    var resolver =
        ClassHierarchyResolver.ofResourceParsing(
            loader == null ? ClassLoader.getSystemClassLoader() : loader);
    return transformed(
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(
                resolver.orElse(ClassHierarchyResolver.defaultResolver()))),
        bytes,
        ClassTransform.transformingMethodBodies(later));
  }

  private static byte[] transformed(ClassFile files, byte[] bytes, ClassTransform transform) {
    return files.transformClass(files.parse(bytes), transform);
  }
}
