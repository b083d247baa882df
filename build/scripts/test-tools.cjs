'use strict';
/**
 * The programs and fonts outside npm that tests need: how each is found, and the Debian packages that bring it. This is the one list;
 * the set-up of the journeys, `.ci/run`, the skipped tests and the end of `npm test` read it.
 *
 *   node build/scripts/test-tools.cjs     installs what is missing, where this machine allows it (`npm run test:tools`)
 *
 * It never fails: a test whose tool is missing is skipped and told. CommonJS, for it also runs before anything is installed.
 */
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const windows = process.platform === 'win32';

/** The file of a program on the path, or null. */
function onPath(name) {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    const file = path.join(folder, windows ? `${name}.exe` : name);
    if (folder !== '' && fs.existsSync(file) && fs.statSync(file).isFile()) return file;
  }
  return null;
}

const allOnPath =
  (...names) =>
  () =>
    names.every((name) => onPath(name) !== null);

/**
 * Windows and macOS have Times New Roman itself. Liberation Serif has its widths, but only from version 2 on Vietnamese letters:
 * with the first version a page takes them from another font and breaks elsewhere.
 */
function hasVietnameseTimes() {
  if (process.platform !== 'linux') return true;
  const { stdout } = spawnSync('fc-list', [':lang=vi', 'family'], { encoding: 'utf8' });
  return /^(Liberation Serif|Times New Roman)$/m.test(stdout ?? '');
}

/** By the name that stands in the titles of the tests: `(needs LibreOffice, poppler)`. */
const tools = {
  // The name of the package of version 2 differs from one Debian to the next; apt-get takes both that match.
  'Times New Roman': { found: hasVietnameseTimes, packages: ['fontconfig', '^fonts-liberation2?$'] },
  Chromium: { found: () => require('./ensure.cjs').findBrowser() !== null, packages: ['chromium'] },
  LibreOffice: { found: allOnPath('soffice'), packages: ['libreoffice-writer-nogui'] },
  poppler: {
    found: allOnPath('pdffonts', 'pdfinfo', 'pdftotext', 'pdftohtml', 'pdftoppm'),
    packages: ['poppler-utils'],
  },
  python3: { found: allOnPath('python3'), packages: ['python3'] },
  zip: { found: allOnPath('zip'), packages: ['zip'] },
  unzip: { found: allOnPath('unzip'), packages: ['unzip'] },
  '7z': { found: allOnPath('7z'), packages: ['p7zip-full'] },
};

const isThere = (name) => tools[name].found();
const missingTools = () => Object.keys(tools).filter((name) => !isThere(name));
const packagesOf = (names) => names.flatMap((name) => tools[name].packages);

const installArgs = (packages) => ['install', '-y', '-qq', '--no-install-recommends', ...packages];

/** Installs Debian packages; false where there is no apt-get, no right to use it, or no way to the packages. */
function installPackages(packages, { quiet = false } = {}) {
  if (process.getuid?.() !== 0 || !fs.existsSync('/usr/bin/apt-get')) return false;
  const apt = (...args) =>
    spawnSync('/usr/bin/apt-get', args, {
      stdio: ['ignore', quiet ? 'ignore' : 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  const install = () => apt(...installArgs(packages));
  return install() || (apt('update', '-qq') && install());
}

/** The same by hand, for a person without the rights of root. */
const commandFor = (names) =>
  `sudo apt-get ${installArgs(packagesOf(names))
    .map((word) => (/^[\w.-]+$/.test(word) ? word : `'${word}'`))
    .join(' ')}`;

module.exports = { commandFor, installPackages, isThere, missingTools, onPath, packagesOf };

if (require.main === module) {
  const wanted = missingTools();
  if (wanted.length > 0) {
    process.stderr.write(`Installing for the tests: ${wanted.join(', ')} …\n`);
    installPackages(packagesOf(wanted));
  }
  const absent = missingTools();
  process.stderr.write(
    absent.length === 0
      ? 'Every program the tests need is here.\n'
      : `Not installed here: ${absent.join(', ')}. By hand: ${commandFor(absent)}\n`,
  );
}
