'use strict';
/**
 * Makes the working copy ready to run: the packages of the lockfile, Node 24 for the scripts, and (with --browser) Chromium
 * for the journeys. Runs before every npm script, under whatever Node the machine has (20 or later), so it is CommonJS and
 * uses nothing that is not built into Node. When nothing is to do it reads three small files and ends.
 *
 *   node build/scripts/ensure.cjs [--browser] [--quiet]
 *
 * Everything it says goes to stderr: the stdout of the script that follows belongs to that script alone.
 */
const { spawnSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { installPackages, onPath, packagesOf } = require('./test-tools.cjs');

const root = path.resolve(__dirname, '..', '..');
const modules = path.join(root, 'node_modules');
const stampFile = path.join(modules, '.ensure.json');
const windows = process.platform === 'win32';
const quiet = process.argv.includes('--quiet');

const say = (sentence) => quiet || process.stderr.write(`${sentence}\n`);

function refuse(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** What must be installed, as one hash: another lockfile, package.json or machine kind means another installation. */
function wanted() {
  const hash = createHash('sha256');
  for (const name of ['package-lock.json', 'package.json']) hash.update(fs.readFileSync(path.join(root, name)));
  return hash.update(`${process.platform} ${process.arch}`).digest('hex');
}

function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

const stamped = () => readJson(stampFile)?.want === wanted();
const writeStamp = () => fs.writeFileSync(stampFile, `${JSON.stringify({ want: wanted() })}\n`);

/**
 * An installation somebody made with npm itself is as good as ours. npm writes its own list (`.package-lock.json`) as the last
 * step, so a list with every package of the lockfile means a complete installation; only optional packages (those of
 * other platforms) may be absent.
 */
function installedByHand() {
  const have = readJson(path.join(modules, '.package-lock.json'))?.packages;
  const want = readJson(path.join(root, 'package-lock.json'))?.packages;
  if (!have || !want) return false;
  return Object.entries(want).every(([where, entry]) => {
    if (where === '') return true;
    const found = have[where];
    if (found === undefined) return entry.optional === true;
    return found.version === entry.version && fs.existsSync(path.join(root, where, 'package.json'));
  });
}

/** The Node packages that may serve this machine, newest naming first. */
function nodePackages() {
  const platform = windows ? 'win' : process.platform;
  return [`node-${platform}-${process.arch}`, `node-bin-${platform}-${process.arch}`];
}

/** The program file of the Node that came with the packages, or null where no package exists for this machine. */
function packagedNode() {
  for (const name of nodePackages()) {
    const file = path.join(modules, name, 'bin', windows ? 'node.exe' : 'node');
    if (fs.existsSync(file)) return { name, file };
  }
  return null;
}

function nodeVersion(file) {
  const run = spawnSync(file, ['--version'], { encoding: 'utf8', shell: windows && file.endsWith('.cmd') });
  return run.status === 0 ? run.stdout.trim() : '';
}

const newEnough = (version) => /^v(2[4-9]|[3-9]\d)\./.test(version) || /^v22\.(1[89]|[2-9]\d)\./.test(version);

/** npm 10 removes `.bin/node` while it prunes the packages of other platforms, which carry a program of the same name. */
function linkNode() {
  const found = packagedNode();
  if (found === null) return;
  const link = path.join(modules, '.bin', windows ? 'node.cmd' : 'node');
  if (fs.existsSync(link) && newEnough(nodeVersion(windows ? found.file : link))) return;
  fs.mkdirSync(path.dirname(link), { recursive: true });
  fs.rmSync(link, { force: true });
  if (windows) fs.writeFileSync(link, `@"%~dp0\\..\\${found.name}\\bin\\node.exe" %*\r\n`);
  else fs.symlinkSync(path.join('..', found.name, 'bin', 'node'), link);
}

/** Optional packages fail silently, so the Node that the scripts will get is asked for its version. */
function nodeIsReady() {
  const found = packagedNode();
  return newEnough(found === null ? process.version : nodeVersion(found.file));
}

/** npm itself is JavaScript: run by this Node it needs no `.cmd` file, which Windows starts only through a shell. */
function npm(args) {
  const own = process.env.npm_execpath;
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  if (own !== undefined && /npm-cli\.c?js$/.test(own)) {
    const runner = process.env.npm_node_execpath ?? process.execPath;
    return spawnSync(runner, [own, ...args], options).status === 0;
  }
  return spawnSync(windows ? 'npm.cmd' : 'npm', args, { ...options, shell: windows }).status === 0;
}

/**
 * Windows does not delete a running program, and this very process may be the Node inside node_modules. Moved out of the
 * folder it may keep running; the copy is removed at the next installation.
 */
function stepAside() {
  const parked = path.join(root, 'out', 'previous-node');
  fs.rmSync(parked, { recursive: true, force: true, maxRetries: 2 });
  if (!windows || !process.execPath.toLowerCase().startsWith(modules.toLowerCase() + path.sep)) return;
  fs.mkdirSync(parked, { recursive: true });
  fs.renameSync(process.execPath, path.join(parked, `node-${process.pid}.exe`));
}

function install() {
  if (stamped()) return;
  if (installedByHand()) {
    linkNode();
    if (nodeIsReady()) return writeStamp();
  }
  say('Đang cài các thành phần cần thiết (chỉ lần đầu, hoặc khi có bản mới) …');
  for (const preferCache of [true, false]) {
    stepAside();
    const done = npm([
      'ci',
      // better-sqlite3 carries its binaries; its build script would only look for a compiler.
      '--ignore-scripts',
      '--include=dev',
      '--include=optional',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      ...(preferCache ? ['--prefer-offline'] : []),
    ]);
    if (!done) continue;
    linkNode();
    // The stamp comes last: a set-up that was cut off half-way is done again at the next start.
    if (nodeIsReady()) return writeStamp();
  }
  refuse(
    'Không cài được các thành phần cần thiết. Dữ liệu của đơn vị không bị ảnh hưởng. ' +
      'Hãy kiểm tra kết nối tới kho gói npm rồi chạy lại lệnh này.',
  );
}

/** Where Chrome and Edge usually lie on Windows and macOS. */
function usualPlaces() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
      ['/Applications', path.join(os.homedir(), 'Applications')].map((folder) =>
        path.join(folder, `${name}.app`, 'Contents', 'MacOS', name),
      ),
    );
  }
  if (!windows) return [];
  const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .map((name) => process.env[name])
    .filter(Boolean);
  const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
  return folders.flatMap((folder) => programs.map((program) => path.join(folder, program)));
}

/** The browser Playwright installed for itself, if it did. */
function playwrightBrowser() {
  try {
    const file = require(path.join(modules, 'playwright-core')).chromium.executablePath();
    return fs.existsSync(file) ? file : null;
  } catch {
    return null;
  }
}

/** Path of a Chromium-like browser on this machine, or null. CHROME_PATH decides when it names an existing file. */
function findBrowser() {
  const chosen = process.env.CHROME_PATH;
  if (chosen && fs.existsSync(chosen)) return chosen;
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'chrome'];
  return (
    names.map(onPath).find((file) => file !== null) ??
    usualPlaces().find((file) => fs.existsSync(file)) ??
    playwrightBrowser()
  );
}

function ensureBrowser() {
  if (findBrowser() !== null) return;
  say('No Chromium found for the browser tests: installing one …');
  installPackages(packagesOf(['Chromium', 'Times New Roman']), { quiet });
  if (findBrowser() !== null) return;
  const cli = path.join(modules, 'playwright-core', 'cli.js');
  spawnSync(packagedNode()?.file ?? process.execPath, [cli, 'install', 'chromium'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (findBrowser() !== null) return;
  refuse(
    'The browser tests need Chromium, Chrome or Edge, and none could be found or installed here. ' +
      'Install one, or set CHROME_PATH to its program file, and run the command again.',
  );
}

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** Age in seconds and owner of a lock file; null when it has gone. */
function readLock(file) {
  try {
    return { pid: Number(fs.readFileSync(file, 'utf8')), age: (Date.now() - fs.statSync(file).mtimeMs) / 1000 };
  } catch {
    return null;
  }
}

/**
 * Two commands started together must not install at the same time. The lock lies outside node_modules (which npm removes) and
 * outside the working copy (which stays clean). It is taken over when its owner is dead, or older than any installation.
 */
function withLock(work) {
  const key = createHash('sha256').update(`${root} ${os.userInfo().username}`).digest('hex').slice(0, 16);
  const lock = path.join(os.tmpdir(), `so-viec-ensure-${key}.lock`);
  let told = false;
  for (;;) {
    try {
      fs.writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const held = readLock(lock);
    // A lock without a number is one that its owner is just writing.
    const abandoned = held !== null && (held.pid > 0 ? !isAlive(held.pid) || held.age > 1800 : held.age > 10);
    if (abandoned) {
      fs.rmSync(lock, { force: true });
      continue;
    }
    if (!told) say('Một lệnh khác đang cài đặt, xin đợi …');
    told = true;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
  }
  // refuse() ends the process, so the lock is also given back on exit.
  const release = () => fs.rmSync(lock, { force: true });
  process.once('exit', release);
  try {
    work();
  } finally {
    process.removeListener('exit', release);
    release();
  }
}

module.exports = { findBrowser };

// Others only ask for the browser; set-up runs when this file is the command.
if (require.main === module) {
  if (!stamped()) withLock(install);
  if (process.argv.includes('--browser') && findBrowser() === null) withLock(ensureBrowser);
}
