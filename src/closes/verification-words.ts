import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { counted } from '../diagnostics/entry.js';
import type { Verification } from '../statement/closes-schema.js';
import { inWords } from './standing.js';

/** What is wrong with records themselves. */
const recordFaults: readonly string[] = ['BCF2615', 'BCF2616', 'BCF2632', 'BCF2633'];

/** The one line that matters most: whether all that is closed is what it was. */
export function conclusionOf(
  { closed, counts, records, rewritten, areFiguresKnown }: Omit<Verification, 'conclusion'>,
  diagnostics: readonly Diagnostic[],
): Verification['conclusion'] {
  const findings = diagnostics.filter((diagnostic) => diagnostic.class === 'finding');
  const names = closed.map(({ what }) => inWords(what)).join(', ');
  if (findings.length > 0) {
    const rows = (['changed', 'vanished', 'appeared', 'swallowed'] as const).flatMap((change) =>
      counts[change] === 0 ? [] : [`${counted(counts[change], 'row')} of closed quarters ${change}`],
    );
    const broken = findings.filter(({ code }) => recordFaults.includes(code)).length;
    const files = findings.filter(({ code }) => code === 'BCF2613').length;
    const isStrict = findings.some(({ code }) => code === 'BCF2631');
    const parts = [
      ...(broken === 0 ? [] : ['the records of closes are not as they were written']),
      ...rows,
      ...(files === 0 ? [] : [`${counted(files, 'file')} changed otherwise`]),
      ...(isStrict ? [inAnotherWay(rewritten)] : []),
      ...(counts.figures === 0
        ? []
        : [`${counted(counts.figures, 'figure')} ${counts.figures === 1 ? 'differs' : 'differ'}`]),
      ...(areFiguresKnown ? [] : ['figures cannot be made again']),
    ];
    return { verified: false, message: `Not verified: ${parts.join(', ')}` };
  }
  if (!areFiguresKnown) {
    return {
      verified: false,
      message: `Not verified: ${names} closed, rows unchanged, and figures cannot be made again`,
    };
  }
  if (closed.length === 0) {
    const was =
      records.length === 0 ? 'Nothing is closed yet' : `Nothing is closed now, by ${counted(records.length, 'record')}`;
    return { verified: true, message: `${was}: there is nothing to verify` };
  }
  const another = rewritten.length === 0 ? '' : `; ${inAnotherWay(rewritten)}`;
  return { verified: true, message: `Verified: ${names} closed and unchanged${another}` };
}

/** `69 rows in 1 file are written another way`. */
function inAnotherWay(rewritten: Verification['rewritten']): string {
  const rows = rewritten.reduce((sum, file) => sum + file.rows, 0);
  const files = counted(rewritten.length, 'file');
  if (rows === 0) return `${files} ${rewritten.length === 1 ? 'is' : 'are'} written another way`;
  return `${counted(rows, 'row')} in ${files} ${rows === 1 ? 'is' : 'are'} written another way`;
}
