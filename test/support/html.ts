import { SaxesParser } from 'saxes';

/** An element of a page, or the page itself. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

/** A page as a tree; throws where an element is not closed or a mark stands for itself. */
export function parsed(html: string): Element {
  const root: Element = { name: '', attributes: {}, children: [] };
  const open: Element[] = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const own = Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, String(value)]));
    const element: Element = { name, attributes: own, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => open.at(-1)?.children.push(text));
  parser.write(html).close();
  return root;
}

/** Every element below one, in the order of the page. */
export function elementsOf(element: Element): Element[] {
  return element.children.flatMap((child) => (typeof child === 'string' ? [] : [child, ...elementsOf(child)]));
}

/** The words of an element. */
export function wordsOf({ children }: Element): string {
  return children.map((child) => (typeof child === 'string' ? child : wordsOf(child))).join('');
}

export function hasClass({ attributes }: Element, name: string): boolean {
  return (attributes.class ?? '').split(' ').includes(name);
}
