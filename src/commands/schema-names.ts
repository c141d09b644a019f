/** What `bcf schema` can print: the agreement, and each document. */
export const schemaNames = [
  'agreement',
  'reconciliation',
  'performance',
  'variance',
  'settlement',
  'check',
  'preview',
  'report',
  'diff',
  'apportionment',
  'figures',
  'trace',
  'touched',
  'closing',
  'verification',
  'close',
] as const;

export type SchemaName = (typeof schemaNames)[number];
