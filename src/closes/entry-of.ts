import { plainText } from '../diagnostics/plain-text.js';
import type { CloseEntry } from '../statement/closes-schema.js';
import type { CloseRecord } from './record-schema.js';

/** A record as documents list it: its words are one visible line, whoever wrote them. */
export function entryOf(link: {
  readonly file: string;
  readonly record: Pick<CloseRecord, 'kind' | 'what' | 'by' | 'on' | 'reason' | 'tool' | 'seal'>;
}): CloseEntry {
  const { kind, what, by, on, reason, tool, seal } = link.record;
  return {
    file: link.file,
    kind,
    what,
    by: plainText(by),
    on,
    ...(reason !== undefined && { reason: plainText(reason) }),
    version: plainText(tool.version),
    seal,
  };
}
