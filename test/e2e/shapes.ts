/**
 * What a page is made of, as far as rules of accessibility ask: each element with everything it stands in, its
 * attributes (of identifiers, texts and addresses only whether there is one), which elements it holds and whether it
 * holds text. Runs in the browser, so it uses nothing from around it.
 *
 * @param width of the window: what stands beside each other in a wide one stands below each other in a narrow one
 */
export function shapesOf(width: number): string[] {
  const told =
    /^(class|style|role|type|lang|dir|tabindex|scope|autocomplete|hidden|data-|aria-(?!label|describedby|controls|owns|details|activedescendant|errormessage|value))/;
  const shapes = new Set<string>();

  /** Two sums of 32 bits: of ten thousands of shapes no two should meet. */
  const hash = (text: string): string => {
    let [a, b] = [0x811c9dc5, 0x1b873593];
    for (let at = 0; at < text.length; at += 1) {
      a = Math.imul(a ^ text.charCodeAt(at), 0x01000193);
      b = Math.imul(b + text.charCodeAt(at), 0x85ebca6b) ^ (b >>> 13);
    }
    return (a >>> 0).toString(36) + (b >>> 0).toString(36);
  };
  const visit = (element: Element, above: string): void => {
    const attributes = [...element.attributes].map(({ name, value }) =>
      told.test(name) ? `${name}=${value}` : `${name}=${value !== ''}`,
    );
    const within = [...new Set([...element.children].map(({ tagName }) => tagName))].sort();
    const hasText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());
    const shape = hash([above, element.tagName, ...attributes.sort(), within, hasText].join(' '));
    shapes.add(shape);
    for (const child of element.children) visit(child, shape);
  };

  visit(document.documentElement, String(width));
  return [...shapes];
}
