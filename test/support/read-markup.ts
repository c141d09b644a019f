import { SaxesParser } from 'saxes';

/** An element as it stands in the markup: its attributes, all the text in it, and the elements that it stands in. */
export interface MarkupElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly within: readonly MarkupElement[];
  text: string;
}

/** Every element of markup that must be well formed, in its order. */
export function elementsOf(markup: string): MarkupElement[] {
  const parser = new SaxesParser({ xmlns: false });
  const elements: MarkupElement[] = [];
  const open: MarkupElement[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, within: [...open], text: '' };
    elements.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('text', (text) => {
    for (const element of open) element.text += text;
  });
  parser.write(`<div>${markup}</div>`).close();
  return elements;
}

/** Whether an element has a class. */
export function isOfClass({ attributes }: MarkupElement, name: string): boolean {
  return (attributes.class ?? '').split(' ').includes(name);
}
