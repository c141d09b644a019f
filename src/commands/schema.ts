import { agreementJsonSchema } from '../agreement/json-schema.js';
import { exitCodes } from '../diagnostics/exit-code.js';
import { jsonText } from '../render/json.js';
import { documentJsonSchema } from '../statement/document-schema.js';
import { deliver } from './deliver.js';
import type { Outcome, World } from './io.js';
import type { SchemaName } from './schema-names.js';

interface SchemaOptions {
  readonly name: SchemaName;
  readonly output: string | undefined;
}

/** The JSON Schema of the agreement, or of a document that bcf prints. */
export function runSchema({ name, output }: SchemaOptions, world: World): Promise<Outcome> {
  const schema = name === 'agreement' ? agreementJsonSchema() : documentJsonSchema(name);
  return deliver({ stdout: jsonText(schema), stderr: '', exitCode: exitCodes.clean }, output, world);
}
