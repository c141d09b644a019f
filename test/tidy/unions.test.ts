import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The kinds of a union of texts, or undefined where a type is none. */
function kindsOf(type: ts.Type): Set<string> | undefined {
  const members = type.isUnion() ? type.types : [type];
  const kinds = members.flatMap((member) => (member.isStringLiteral() ? [member.value] : []));
  return kinds.length === members.length && kinds.length > 1 ? new Set(kinds) : undefined;
}

/** Unions that are not ours: zod's kinds of fault, each of which is worded somehow. */
const ofOthers = ['src/agreement/shape-faults.ts'];

/** The switches of a source over a union of which a kind would be passed over in silence. */
function passedOver(source: ts.SourceFile, checker: ts.TypeChecker): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isSwitchStatement(node)) {
      const kinds = kindsOf(checker.getTypeAtLocation(node.expression));
      const isClosed = node.caseBlock.clauses.some(
        (clause) =>
          ts.isDefaultClause(clause) &&
          /^(return unhandled|unhandled|throw)\b/.test(clause.statements[0]?.getText() ?? ''),
      );
      for (const clause of node.caseBlock.clauses) {
        if (ts.isCaseClause(clause) && ts.isStringLiteral(clause.expression)) kinds?.delete(clause.expression.text);
      }
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      if (kinds !== undefined && !isClosed) {
        // A switch that gives a value in every case does not compile without one of them: noImplicitReturns.
        const isGiven = node.caseBlock.clauses.every((clause) => ts.isCaseClause(clause) && endsInReturn(clause));
        if (!isGiven || kinds.size > 0) found.push(`${source.fileName.slice(root.length)}:${line}`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Whether a case gives a value, or falls through to one that does. */
function endsInReturn({ statements }: ts.CaseClause): boolean {
  const last = statements.at(-1);
  const inner = last !== undefined && ts.isBlock(last) ? last.statements.at(-1) : last;
  return inner === undefined || (ts.isReturnStatement(inner) && inner.expression !== undefined);
}

function programOf(texts: Readonly<Record<string, string>>): ts.Program {
  const config = ts.getParsedCommandLineOfConfigFile(
    `${root}tsconfig.json`,
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
        throw new Error(ts.flattenDiagnosticMessageText(messageText, ' '));
      },
    },
  );
  if (config === undefined) throw new Error('no tsconfig.json');
  const options = { ...config.options, noEmit: true };
  const host = ts.createCompilerHost(options);
  const read = host.readFile.bind(host);
  host.readFile = (path) => texts[path] ?? read(path);
  return ts.createProgram(config.fileNames, options, host);
}

test('every switch over a union has all its kinds', () => {
  const program = programOf({});
  const checker = program.getTypeChecker();
  const own = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(`${root}src/`));
  const held = own.filter(({ fileName }) => !ofOthers.includes(fileName.slice(root.length)));
  expect(own.length).toBeGreaterThan(300);
  expect(held.flatMap((source) => passedOver(source, checker))).toEqual([]);
}, 180_000);

test('a kind of rule that is added to the schema alone does not compile', () => {
  const path = `${root}src/agreement/schema.ts`;
  const text = ts.sys.readFile(path) ?? '';
  const rules = /z\.discriminatedUnion\('kind', \[balanceRule, /;
  expect(text).toMatch(rules);
  const added =
    "z.discriminatedUnion('kind', [z.strictObject({ id: code, kind: z.literal('minimum'), clause: text }), balanceRule, ";
  const program = programOf({ [path]: text.replace(rules, added) });
  const files = ['src/agreement/resolve-rules.ts', 'src/begin/followed-agreement.ts', 'src/begin/carried-agreement.ts'];
  const faulty = files.filter((file) => {
    const source = program.getSourceFile(`${root}${file}`);
    return source !== undefined && program.getSemanticDiagnostics(source).length > 0;
  });
  expect(faulty).toEqual(files);
}, 180_000);
