/** The browser of the machine that can print to PDF: Chromium, Chrome or Edge. */
import { existsSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'msedge',
  'chrome',
];

type Surroundings = { platform: NodeJS.Platform; env: NodeJS.ProcessEnv };

/** Path of its program file, or null. CHROME_PATH decides where it names an existing file. */
export function findBrowser({ platform, env }: Surroundings = process): string | null {
  const chosen = env.CHROME_PATH;
  const candidates = [...(chosen ? [chosen] : []), ...usualPlaces(platform, env), ...onPath(platform, env)];
  return candidates.find(isFile) ?? null;
}

const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile();

function onPath(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
  const ending = platform === 'win32' ? '.exe' : '';
  // Windows spells the variable "Path".
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name + ending)));
}

function usualPlaces(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
  if (platform === 'darwin')
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
      ['/Applications', join(homedir(), 'Applications')].map((folder) =>
        join(folder, `${name}.app`, 'Contents', 'MacOS', name),
      ),
    );
  if (platform !== 'win32') return [];
  const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
    (folder) => folder !== undefined,
  );
  // Edge comes with every Windows 10 and 11.
  const programs = [
    join('Google', 'Chrome', 'Application', 'chrome.exe'),
    join('Chromium', 'Application', 'chrome.exe'),
    join('Microsoft', 'Edge', 'Application', 'msedge.exe'),
  ];
  return programs.flatMap((program) => folders.map((folder) => join(folder, program)));
}
