/**
 * Makes a clone ready: installs what the lockfile asks for where that has changed; with --build checks the types, bundles, and
 * makes the JSON Schemas, where a source has changed; with --programs sees to the programs that tests run, and with --all fails where one is missing;
 * with --next says what to look at after npm start.
 * Plain JavaScript, because it runs before anything is installed.
 */
import { execSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const notes = join(root, 'node_modules/.cache/bcf');

/** Runs a command; what it prints goes to stderr, so that stdout stays the report's. */
function run(command) {
  execSync(command, { cwd: root, stdio: ['ignore', 2, 2] });
}

/** The files below a folder of the clone, by their paths in it. */
function filesBelow(folder) {
  if (!existsSync(join(root, folder))) return [];
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort();
  return names.map((name) => join(folder, name)).filter((path) => statSync(join(root, path)).isFile());
}

/** What files hold, in one word: the same for the same names and bytes, whenever they were written. */
function contentOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    const bytes = readFileSync(join(root, path));
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

/** What was noted when a step was last done. */
function noted(step) {
  const path = join(notes, step);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function note(step, text) {
  mkdirSync(notes, { recursive: true });
  writeFileSync(join(notes, step), text);
}

function install() {
  const wanted = contentOf(['package.json', 'package-lock.json']);
  if (existsSync(join(root, 'node_modules/.package-lock.json')) && noted('installed') === wanted) return;
  // Not npm ci: it refuses a lockfile without the builds for other platforms, which not every registry mirror holds.
  // The flags undo those of an npm that this runs in: npm pack --dry-run is to install nevertheless.
  run('npm install --no-save --include=dev --dry-run=false --global=false --no-audit --no-fund --loglevel=error');
  note('installed', wanted);
}

/**
 * Builds in a new place and puts each file that has changed over the old one, none of them half written: a bcf that runs goes
 * on with the parts that it has loaded.
 */
async function build() {
  const sources = ['tsconfig.json', 'package-lock.json', ...filesBelow('src'), ...filesBelow('bin')];
  const state = () => `${contentOf(sources)} ${contentOf(filesBelow('dist'))}`;
  if (noted('built') === state()) return;
  mkdirSync(notes, { recursive: true });
  const place = mkdtempSync(join(notes, 'dist-'));
  const made = () => readdirSync(join(place, 'dist'), { recursive: true, encoding: 'utf8' });
  try {
    run('node node_modules/typescript/bin/tsc -p tsconfig.json');
    await bundle(['bin/bcf.ts'], join(place, 'dist/bin'));
    await writeSchemas(place);
    const names = made();
    // A part is put there before what loads it, and the program itself last.
    for (const name of names.filter((one) => !isProgram(one)).concat(names.filter(isProgram))) {
      put(join(place, 'dist', name), join(root, 'dist', name));
    }
    const wanted = names.map((name) => join('dist', name));
    for (const path of filesBelow('dist')) if (!wanted.includes(path)) rmSync(join(root, path), { force: true });
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
  note('built', state());
}

const isProgram = (name) => name === join('bin', 'bcf.js');

/**
 * Puts sources with all that they import into a few files, because to find and to read a thousand modules takes longer than
 * to reconcile a fund. What a command loads only when it is asked for stays apart. Names are kept: a fault says where it is.
 */
async function bundle(sources, folder) {
  const { build: bundled } = await import('esbuild');
  await bundled({
    absWorkingDir: root,
    entryPoints: sources,
    outdir: folder,
    bundle: true,
    splitting: true,
    minify: true,
    keepNames: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    legalComments: 'none',
    logLevel: 'warning',
    // Packages that are no modules yet call require, which a module has to be given.
    banner: {
      js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
    },
  });
}

/** The JSON Schemas that the package brings, as the program that is built has them. */
async function writeSchemas(place) {
  const sources = ['src/commands/schema-names.ts', 'src/commands/json-schemas.ts'];
  await bundle(sources, join(place, 'schemas'));
  const built = (name) => import(pathToFileURL(join(place, 'schemas', name)).href);
  const [{ schemaNames }, { jsonSchemaText }] = await Promise.all(['schema-names.js', 'json-schemas.js'].map(built));
  const folder = join(place, 'dist/schemas');
  mkdirSync(folder);
  for (const name of schemaNames) writeFileSync(join(folder, `${name}.schema.json`), jsonSchemaText(name));
}

function put(from, to) {
  if (statSync(from).isDirectory()) {
    mkdirSync(to, { recursive: true });
    return;
  }
  mkdirSync(dirname(to), { recursive: true });
  if (existsSync(to) && readFileSync(from).equals(readFileSync(to))) return;
  const beside = `${to}.${process.pid}.new`;
  copyFileSync(from, beside);
  renameSync(beside, to);
}

function isThere(program) {
  return (process.env.PATH ?? '').split(':').some((folder) => folder !== '' && existsSync(join(folder, program)));
}

/** How this user may install: `` as root, `sudo -n ` where sudo asks for nothing, undefined where not at all. */
function asRoot() {
  if (!isThere('apt-get')) return undefined;
  if (process.getuid?.() === 0) return '';
  try {
    execSync('sudo -n true', { stdio: 'ignore' });
    return 'sudo -n ';
  } catch {
    return undefined;
  }
}

/** Sees to the programs that tests run; says which are still missing, and answers whether none is. */
function havePrograms() {
  const packages = JSON.parse(readFileSync(join(root, 'test/programs.json'), 'utf8'));
  const missing = () => Object.keys(packages).filter((program) => !isThere(program));
  const wanted = () => [...new Set(missing().map((program) => packages[program]))].join(' ');
  if (missing().length === 0) return true;
  const prefix = asRoot();
  if (prefix !== undefined) {
    process.stderr.write(`Installing the programs that tests run: ${wanted()}\n`);
    const apt = `${prefix}env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0`;
    try {
      run(`${apt} update && ${apt} install -y --no-install-recommends ${wanted()} >&2`);
    } catch (error) {
      process.stderr.write(`They could not be installed: ${error.message.split('\n')[0]}\n`);
    }
  }
  if (missing().length === 0) return true;
  process.stderr.write(
    `Not installed here: ${missing().join(', ')}. The tests that run them are skipped, and named at the end.\n` +
      `To run them all, on Debian: sudo apt-get install ${wanted()}\n`,
  );
  return false;
}

if (process.argv.includes('--next')) {
  const page = 'node dist/bin/bcf.js page fixtures/kent-2015-16 --output kent.html';
  process.stderr.write(`\nOn one page, where every figure opens into what it is made of: ${page}\n`);
} else {
  install();
  if (process.argv.includes('--build')) await build();
  if (process.argv.includes('--programs') && !havePrograms() && process.argv.includes('--all')) process.exitCode = 1;
}
