import { parse } from 'yaml';
import * as z from 'zod';
import { agreementSchema } from '../agreement/schema.js';
import { closeDocumentSchema } from '../closes/record-schema.js';
import { schemaText } from '../render/schema-text.js';
import { documents } from '../statement/document-schema.js';
import type { SchemaName } from './schema-names.js';

interface Described {
  readonly schema: z.ZodType;
  /** What is written by hand is described as it may be written; what bcf prints, as it is printed. */
  readonly io: 'input' | 'output';
  readonly description: string;
}

function describedBy(name: SchemaName): Described {
  if (name === 'agreement') {
    return {
      schema: agreementSchema,
      io: 'input',
      description: 'A Better Care Fund section 75 agreement, as bcf reads it',
    };
  }
  if (name === 'close') {
    return {
      schema: closeDocumentSchema,
      io: 'output',
      description: 'A record in closes/, as bcf close writes it',
    };
  }
  const { schema, command } = documents[name];
  return { schema, io: 'output', description: `What bcf ${command} --json prints` };
}

/**
 * The JSON Schema of a name, of draft 2020-12, as text. `bcf schema` prints it, the package brings it in
 * `dist/schemas/`, and the golden of it stands in `test/golden/schemas/`. Schemas with an `id` stand once, in `$defs`.
 */
export function jsonSchemaText(name: SchemaName): string {
  const { schema, io, description } = describedBy(name);
  const generated = z.toJSONSchema(schema, { io, override: ({ jsonSchema }) => asAnEditorReads(jsonSchema) });
  return schemaText({ title: `bcf ${name}`, description, ...generated });
}

/** An editor reads 7208000 as a number and true as neither that nor text: all are right where bcf reads text. */
function asAnEditorReads(schema: z.core.JSONSchema.BaseSchema): void {
  if (schema.isPlainScalar === undefined) return;
  delete schema.isPlainScalar;
  delete schema.type;
  delete schema.minLength;
  if (schema.enum !== undefined) schema.enum = [...new Set(schema.enum.flatMap((text) => [text, parse(String(text))]))];
  else if (schema.$ref === undefined) schema.anyOf = [{ type: 'string', minLength: 1 }, { type: 'number' }];
}
