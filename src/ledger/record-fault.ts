import { columnLetter } from '../diagnostics/column-letter.js';
import { type Diagnostic, diagnose, type Place } from '../diagnostics/diagnostic.js';
import type { RecordFault } from './record-taker.js';

/** What is wrong with a record of a file, at its line; blank records are no fault by themselves. */
export function recordFault(fault: Exclude<RecordFault, { kind: 'blank' }>, place: Place): Diagnostic {
  switch (fault.kind) {
    case 'fields':
      return diagnose('BCF3010', { found: fault.found, expected: fault.expected }, { place });
    case 'stray-quote':
      return diagnose('BCF3011', { lost: fault.losesRows ? 1 : 0 }, { place });
    case 'open-quote':
      return diagnose('BCF3012', {}, { place });
    case 'swallowed': {
      const { index, opens, closes, rows } = fault;
      const args = { column: columnLetter(index), opens, closes, rows };
      return diagnose('BCF3040', args, { place: { ...place, line: opens } });
    }
    case 'too-long':
      return diagnose('BCF3013', { limit: '65,536' }, { place });
  }
}
