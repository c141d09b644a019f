import { type Diagnostic, diagnose, type Place } from '../diagnostics/diagnostic.js';
import type { AmountFault } from '../money/parse-amount.js';
import { mostWholeDigits } from '../money/parse-number.js';
import { digitsToPence, type Unit } from '../money/unit.js';

/** The diagnostic of a text that is no amount, as what it is. */
export function amountDiagnostic(fault: AmountFault, text: string, unit: Unit, place: Place): Diagnostic {
  const found = shortened(text.trim());
  switch (fault) {
    case 'blank':
      return diagnose('BCF3201', {}, { place });
    case 'hashes':
      return diagnose('BCF3202', { found, what: 'an amount' }, { place });
    case 'excel-error':
      return diagnose('BCF3203', { found }, { place });
    case 'scientific':
      return diagnose('BCF3204', { found }, { place });
    case 'too-precise':
      return diagnose('BCF3205', { found, unit, decimals: digitsToPence[unit] }, { place });
    case 'continental':
    case 'misplaced-comma':
      return diagnose('BCF3206', { found }, { place });
    case 'too-long':
      return diagnose('BCF3231', { found, most: mostWholeDigits }, { place });
    case 'two-signs':
      return diagnose('BCF3207', { found }, { place });
    case 'date':
      return diagnose('BCF3208', { found }, { place });
    case 'credit-mark':
      return diagnose('BCF3221', { found }, { place });
    case 'kept-as-text':
      return diagnose('BCF3222', { found }, { place });
    case 'abbreviated':
      return diagnose('BCF3223', { found }, { place });
    case 'no-value':
      return diagnose('BCF3224', { found }, { place });
    case 'thousands-point':
      return diagnose('BCF3225', { found }, { place });
    case 'not-a-number':
      return diagnose('BCF3209', { found }, { place });
  }
}

/** A cell may be as long as a row; its beginning tells what it is. */
function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
