/** A text that means to be obeyed, and of what kind it is. */
export interface Payload {
  readonly kind: string;
  readonly text: string;
}

const forged = 'FORGED';

function ofKind(kind: string, texts: readonly string[]): Payload[] {
  return texts.map((text) => ({ kind, text }));
}

function around(points: readonly number[]): string[] {
  return points.map((point) => `x${String.fromCodePoint(point)}y`);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** Characters that `bytesOf` writes as the one byte of their last two digits: bytes that are no UTF-8. */
const rawByte = 0xf700;

/** 94 payloads: whatever a terminal, a CI server, a spreadsheet or a page obeys, or nobody sees. */
export const payloads: readonly Payload[] = [
  ...ofKind('C0', around([...range(0x00, 0x1f), 0x7f])),
  ...ofKind('C1', around([0x80, 0x84, 0x85, 0x88, 0x90, 0x9b, 0x9d, 0x9f])),
  ...ofKind('escape', [
    '\u001b[31mred\u001b[0m',
    '\u001b[1A\u001b[2Kover',
    '\u001b[2J\u001b[H',
    '\u001b]0;title\u0007',
    '\u001b]8;;http://localhost/\u001b\\link\u001b]8;;\u001b\\',
    '\u001b]52;c;eA==\u0007',
    '\u001bP1$r\u001b\\',
    '\u001bc',
    '\u001b_apc\u001b\\',
    '\u001b^pm\u001b\\',
    '\u009b31m',
    '\u001b[8mhidden',
  ]),
  ...ofKind('line', [
    `x\n${forged}`,
    `x\r\n${forged}`,
    `x\r${forged}`,
    `x\u0085${forged}`,
    `x\u2028${forged}`,
    `x\u2029${forged}`,
  ]),
  ...ofKind('direction', around([...range(0x202a, 0x202e), ...range(0x2066, 0x2069), 0x200e, 0x200f, 0x061c])),
  ...ofKind('no width', around([0x200b, 0x200c, 0x200d, 0xfeff, 0x2060])),
  ...ofKind('no character', ['x\ud800y', 'x\udc00y', `x${String.fromCodePoint(rawByte + 0xff)}y`]),
  ...ofKind('CI', [
    `::error::${forged}`,
    `x\n::warning file=a::${forged}`,
    `%0A::error::${forged}`,
    `x%0D%0A::set-output name=a::b`,
    `##[error]${forged}`,
    'x ##vso[task.setvariable variable=x]y',
    '   ::add-mask::a',
  ]),
  ...ofKind('markup', ['<script>alert(1)</script>', '[x](javascript:alert(1))']),
  ...ofKind('formula', ["=cmd|'/c calc'!A1", '\t=1+1', '   @SUM(1)', '\uff1d1+1', '\uff0b1+1', '\u3000\uff20SUM(1)']),
];

/** A text as the bytes of a file. */
export function bytesOf(text: string): Buffer {
  return Buffer.concat(
    [...text].map((character) => {
      const point = character.codePointAt(0) ?? 0;
      return point >> 8 === rawByte >> 8 ? Buffer.from([point & 0xff]) : Buffer.from(character);
    }),
  );
}
