import { type Diagnostic, diagnose, type Place } from '../diagnostics/diagnostic.js';
import type { Unit } from '../money/unit.js';
import { amountDiagnostic } from './amount-fault.js';
import type { OriginFault } from './origins.js';

/** The diagnostic of a cell of an export that says nothing of ours; of a code without a line, its table has its own. */
export function originDiagnostic(
  fault: Exclude<OriginFault, { readonly kind: 'unmapped' }>,
  unit: Unit,
  place: Place,
): Diagnostic {
  switch (fault.kind) {
    case 'amount':
      return amountDiagnostic(fault.fault, fault.text, unit, place);
    case 'decimal-point':
      return diagnose('BCF3066', { found: fault.text }, { place });
    case 'sign': {
      const { debit, credit } = fault.origin;
      const args = { found: fault.text, debit: debit.join(', '), credit: credit.join(', ') };
      return diagnose('BCF3063', args, { place });
    }
    case 'signed-twice':
      return diagnose('BCF3064', { found: fault.text, sign: fault.sign }, { place });
  }
}
