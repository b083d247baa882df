import { isAbsolute } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultDataDir, rendererDir } from '../../electron/hosts/places.ts';

const slashes = (path: string) => path.replaceAll('\\', '/');

describe('where data lies by default', () => {
  it('uses the local place of each system', () => {
    const at = (platform: NodeJS.Platform, env: Record<string, string>) =>
      slashes(defaultDataDir({ platform, home: '/home/an', env }));
    expect(at('linux', {})).toBe('/home/an/.local/share/so-viec');
    expect(at('linux', { XDG_DATA_HOME: '/srv/data' })).toBe('/srv/data/so-viec');
    expect(at('win32', { LOCALAPPDATA: 'C:/Users/An/AppData/Local' })).toBe('C:/Users/An/AppData/Local/SoViec');
    expect(at('win32', {})).toBe('/home/an/AppData/Local/SoViec');
    expect(at('darwin', {})).toBe('/home/an/Library/Application Support/SoViec');
  });

  it('finds the built page beside the sources', () => {
    expect(isAbsolute(rendererDir())).toBe(true);
    expect(slashes(rendererDir())).toMatch(/\/out\/renderer$/);
  });
});
