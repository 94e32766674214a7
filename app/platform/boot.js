/**
 * The way into every command, on a fresh clone and with any Node from 20 on: installs what is
 * missing, builds what is out of date, then runs app/commands/NAME.ts with the Node that
 * package.json names. Uses nothing but Node itself. Its own words go to stderr, so that a command's
 * output can be kept.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BIN = join(ROOT, 'node_modules', '.bin');
const INSTALL_STAMP = join(ROOT, 'node_modules', '.indate-lock');
const BUILD_STAMP = join(ROOT, 'build', '.indate-sources');
const LOCK = join(ROOT, '.cache', 'boot.lock');

const SERVES_THE_BUILD = ['start', 'demo', 'bench', 'build'];
const BUILT_FROM = ['app', 'db/schema.ts', 'public', 'package-lock.json'];
const BUILD_SETTINGS = ['remix.config.js', 'vite.config.ts', 'tsconfig.json', 'package.json'];

/** In megabytes: for what serves, and for what works through whole files and ends. */
const SERVER_HEAP = ['--max-old-space-size=512', '--max-semi-space-size=8'];
const COMMAND_HEAP = ['--max-old-space-size=1024'];

const [name = '', ...rest] = process.argv.slice(2);
process.chdir(ROOT);
await prepare();
if (name !== 'build') run();

async function prepare() {
  const command = join(ROOT, 'app', 'commands', `${name}.ts`);
  if (name !== 'build' && !/^[a-z-]+$/.test(name)) stop('Say which command: npm run NAME.');
  if (name !== 'build' && !existsSync(command)) stop(`There is no command ${name}.`);
  if (isInstalled() && !needsBuild()) return;
  const release = await takeTurn();
  try {
    if (!isInstalled()) install();
    if (needsBuild()) build();
  } finally {
    release();
  }
}

function isInstalled() {
  const wanted = hashOf(['package-lock.json']);
  if (existsSync(INSTALL_STAMP) && readFileSync(INSTALL_STAMP, 'utf8') === wanted) return true;
  if (!hasEveryPackage()) return false;
  writeFileSync(INSTALL_STAMP, wanted);
  return true;
}

/** npm writes down what it installed when it is done; somebody may have called it themselves. */
function hasEveryPackage() {
  const note = join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(note) || !existsSync(nodeOfOurs())) return false;
  const installed = JSON.parse(readFileSync(note, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    const found = installed[path];
    return path === '' || (found ? found.version === version : optional === true);
  });
}

function install() {
  say('Installing what InDate needs (a minute or so, the first time only)');
  // Of all the scripts that packages want to run, only the one that fetches Node has to.
  npm('ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund');
  npm('rebuild', 'node');
  writeFileSync(INSTALL_STAMP, hashOf(['package-lock.json']));
}

function npm(...args) {
  const path = process.env.npm_execpath;
  const windows = process.platform === 'win32';
  const [file, ...first] = path ? [process.execPath, path] : [windows ? 'npm.cmd' : 'npm'];
  const ran = spawnSync(file, [...first, ...args, '--loglevel=error'], {
    stdio: ['ignore', 2, 2],
    shell: !path && windows,
  });
  if (ran.status !== 0) stop('npm could not install what InDate needs; its own words stand above.');
}

function needsBuild() {
  if (!SERVES_THE_BUILD.includes(name)) return false;
  const isBuilt = existsSync(join(ROOT, 'build', 'server', 'index.js')) && existsSync(BUILD_STAMP);
  return !isBuilt || readFileSync(BUILD_STAMP, 'utf8') !== sources();
}

function sources() {
  return hashOf([...BUILT_FROM.flatMap(filesIn), ...BUILD_SETTINGS]);
}

function build() {
  say('Building');
  const before = sources();
  const ran = spawnSync(nodeOfOurs(), [join(BIN, 'remix'), 'vite:build', '--logLevel', 'error'], {
    stdio: ['ignore', 2, 2],
    env: childEnvironment(),
  });
  if (ran.status !== 0) stop('The build failed; its own words stand above.');
  writeFileSync(BUILD_STAMP, before);
}

function run() {
  const heap = SERVES_THE_BUILD.includes(name) ? SERVER_HEAP : COMMAND_HEAP;
  // The channel tells a server when whoever started it is gone.
  const child = spawn(nodeOfOurs(), [...heap, `app/commands/${name}.ts`, ...rest], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: childEnvironment(),
  });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  if (process.env.npm_lifecycle_event) stopWithParent(child);
  child.on('error', (error) => stop(`${name} could not be started: ${error.message}`));
  child.on('exit', (code, signal) => {
    process.exit(code ?? 128 + (constants.signals[signal] ?? 0));
  });
}

/** npm passes a signal on to the shell that it started, and the shell to nobody. */
function stopWithParent(child) {
  const parent = process.ppid;
  const look = () => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  };
  setInterval(look, 250).unref();
}

function childEnvironment() {
  const path = `${BIN}${delimiter}${process.env.PATH ?? ''}`;
  return { ...process.env, PATH: path };
}

/** The Node that package.json names, or the one that runs this where it is new enough. */
function nodeOfOurs() {
  const own = join(ROOT, 'node_modules', 'node', 'bin', 'node');
  if (existsSync(own)) return own;
  return Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : own;
}

function filesIn(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true })
    .map((entry) => join(path, entry))
    .filter((file) => statSync(file).isFile())
    .sort();
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

/** One at a time: two commands begun together would install over each other. */
async function takeTurn() {
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  for (let waited = false; ; waited = true) {
    try {
      writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
      return () => rmSync(LOCK, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (!isHeld()) rmSync(LOCK, { force: true });
    else if (!waited) say('Waiting for another command that installs or builds');
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

function isHeld() {
  try {
    const holder = Number(readFileSync(LOCK, 'utf8'));
    // Written in two steps: an empty file is one that somebody is just about to fill.
    if (!holder) return true;
    process.kill(holder, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function say(text) {
  console.error(`${text} …`);
}

function stop(text) {
  console.error(text);
  process.exit(1);
}
