import { exitCodes } from '../diagnostics/exit-code.js';
import { deliver } from './deliver.js';
import type { Outcome, World } from './io.js';
import { jsonSchemaText } from './json-schemas.js';
import type { SchemaName } from './schema-names.js';

interface SchemaOptions {
  readonly name: SchemaName;
  readonly output: string | undefined;
}

/** The JSON Schema of the agreement, of a document that bcf prints, or of a record in closes/. */
export function runSchema({ name, output }: SchemaOptions, world: World): Promise<Outcome> {
  return deliver({ stdout: jsonSchemaText(name), stderr: '', exitCode: exitCodes.clean }, output, world);
}
