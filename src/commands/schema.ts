import { agreementJsonSchema } from '../agreement/json-schema.js';
import { closeJsonSchema } from '../closes/record-schema.js';
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

/** The JSON Schema of the agreement, of a document that bcf prints, or of a record in closes/. */
export function runSchema({ name, output }: SchemaOptions, world: World): Promise<Outcome> {
  const schema = schemaOf(name);
  return deliver({ stdout: jsonText(schema), stderr: '', exitCode: exitCodes.clean }, output, world);
}

function schemaOf(name: SchemaName): object {
  if (name === 'agreement') return agreementJsonSchema();
  return name === 'close' ? closeJsonSchema() : documentJsonSchema(name);
}
