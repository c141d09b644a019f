import { z } from 'zod';
import { agreementSchema } from './schema.js';

/** The JSON Schema of agreement.yaml, for editors; it is what `bcf schema` prints. */
export function agreementJsonSchema(): object {
  const generated = z.toJSONSchema(agreementSchema, {
    target: 'draft-7',
    io: 'input',
    override: ({ jsonSchema }) => {
      // An editor reads 7208000 as a number and 09C as text; both are right.
      if (jsonSchema.scalar !== undefined) {
        delete jsonSchema.scalar;
        delete jsonSchema.type;
        delete jsonSchema.minLength;
        jsonSchema.anyOf = [{ type: 'string', minLength: 1 }, { type: 'number' }];
      }
    },
  });
  return {
    title: 'bcf agreement',
    description: 'A Better Care Fund section 75 agreement, as bcf reads it',
    ...generated,
  };
}
