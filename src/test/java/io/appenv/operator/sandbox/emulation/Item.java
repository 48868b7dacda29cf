package io.appenv.operator.sandbox.emulation;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** An element of an answer of the query protocol, which consists of elements and text. */
record Item(Element element) {

  static Item parse(String xml) throws IOException {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
      return new Item(document.getDocumentElement());
    } catch (ParserConfigurationException | SAXException failed) {
      throw new IOException("Not an answer of the query protocol: " + xml, failed);
    }
  }

  /** Elements of this name at any depth. */
  List<Item> all(String name) {
    var found = element.getElementsByTagName(name);
    var items = new ArrayList<Item>();
    for (var index = 0; index < found.getLength(); index++) {
      items.add(new Item((Element) found.item(index)));
    }
    return items;
  }

  List<Item> children() {
    var children = element.getChildNodes();
    var items = new ArrayList<Item>();
    for (var index = 0; index < children.getLength(); index++) {
      if (children.item(index) instanceof Element child) {
        items.add(new Item(child));
      }
    }
    return items;
  }

  Optional<Item> child(String name) {
    return children().stream().filter(named(name)).findFirst();
  }

  private static Predicate<Item> named(String name) {
    return item -> item.element.getTagName().equals(name);
  }

  /** The text of a child; empty when there is no such child. */
  String text(String name) {
    return child(name).map(Item::text).orElse("");
  }

  String text() {
    return element.getTextContent();
  }

  /** Gives a child this text, and adds it when it is missing. */
  void set(String name, String value) {
    child(name).orElseGet(() -> add(name)).element.setTextContent(value);
  }

  Item add(String name) {
    var child = element.getOwnerDocument().createElement(name);
    element.appendChild(child);
    return new Item(child);
  }

  Item addCopy(Item other) {
    var copy = other.element.cloneNode(true);
    element.appendChild(copy);
    return new Item((Element) copy);
  }

  void remove(String name) {
    child(name).ifPresent(found -> element.removeChild(found.element));
  }

  void clear() {
    element.setTextContent("");
  }

  @Override
  public String toString() {
    var text = new StringBuilder();
    write(element, text);
    return text.toString();
  }

  private static void write(Node node, StringBuilder text) {
    if (!(node instanceof Element written)) {
      text.append(escaped(node.getTextContent()));
      return;
    }
    text.append('<').append(written.getTagName());
    var attributes = written.getAttributes();
    for (var index = 0; index < attributes.getLength(); index++) {
      var attribute = attributes.item(index);
      text.append(' ').append(attribute.getNodeName());
      text.append("=\"").append(escaped(attribute.getNodeValue())).append('"');
    }
    text.append('>');
    var children = written.getChildNodes();
    for (var index = 0; index < children.getLength(); index++) {
      write(children.item(index), text);
    }
    text.append("</").append(written.getTagName()).append('>');
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
