/** What stands where somebody has to decide. */
export const fillIn = 'FILL IN';

const widest = 58;

/** A comment of YAML above what it is about, in lines that a narrow terminal shows whole. */
export function comment(indent: number, text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && indent + 2 + longer.length > widest) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line].map((one) => `${' '.repeat(indent)}# ${one}`);
}

/** A text as YAML reads it back: in quotes where it would be anything but words. */
export function scalar(text: string): string {
  const isPlain = /^[A-Za-z][\w ./()*-]*$/.test(text) && text === text.trim();
  const isWord = /^(?:true|false|yes|no|on|off|y|n|null)$/i.test(text);
  return isPlain && !isWord ? text : JSON.stringify(text);
}

/** One text, or several as a list. */
export function listed(texts: readonly string[]): string {
  const [only = ''] = texts;
  return texts.length === 1 ? scalar(only) : `[${texts.map(scalar).join(', ')}]`;
}

/** A key with a block behind it: on one line where that is short, else a line for each part. */
export function block(
  indent: number,
  key: string,
  parts: readonly (readonly [key: string, value: string])[],
): string[] {
  const start = `${' '.repeat(indent)}${key}:`;
  const flow = `${start} { ${parts.map(([name, value]) => `${name}: ${value}`).join(', ')} }`;
  if (flow.length <= widest) return [flow];
  return [start, ...parts.map(([name, value]) => `${' '.repeat(indent + 2)}${name}: ${value}`)];
}

/** `COUNCIL, ICB1 or ICB2`. */
export function oneOf(texts: readonly string[]): string {
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} or ${texts.at(-1)}`;
}
